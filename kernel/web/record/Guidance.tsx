import { Collapse, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBook2, IconChevronDown, IconChevronRight } from '@tabler/icons-react';

/** What the standard wants of a page, what a good answer looks like, and what auditors ask; folded once it is known. */
export function Guidance({ id, title, texts }: { id: string; title: string; texts: readonly string[] }) {
  const [open, setOpen] = useLocalStorage({
    key: `servanda.guidance.${id}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <Paper p="sm" component="aside" aria-label={title} bg="var(--mantine-primary-color-light)">
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open} w="100%">
        <Group gap={8} wrap="nowrap">
          <IconBook2 size={16} stroke={1.6} aria-hidden />
          <Text size="sm" fw={600} style={{ flex: 1 }}>
            {title}
          </Text>
          <Chevron size={15} aria-hidden />
        </Group>
      </UnstyledButton>
      <Collapse expanded={open}>
        <Stack gap={6} mt={8} maw={900}>
          {texts.map((text) => (
            <Text key={text} size="sm">
              {text}
            </Text>
          ))}
        </Stack>
      </Collapse>
    </Paper>
  );
}
