import {
  ActionIcon,
  Anchor,
  Collapse,
  Drawer,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBulb, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../../../platform/ui/States.tsx';
import { useT } from '../words.ts';

const Requirements = lazy(() => import('./Requirements.tsx'));

/** What somebody who fills this in for the first time has to know; in our own words. */
export type GuidanceWords = {
  /** What the standard wants. */
  readonly wants: string;
  /** What a good answer looks like. */
  readonly good: string;
  /** What auditors ask. */
  readonly asks: string;
  /** Requirements of the standard that it serves: `4.1-a`. */
  readonly requirements: readonly string[];
};

function Parts({ wants, good, asks, requirements, cols }: GuidanceWords & { readonly cols: number }) {
  const t = useT();
  const parts = [
    ['guidance.wants', wants],
    ['guidance.good', good],
    ['guidance.asks', asks],
  ] as const;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, md: cols }} spacing="md" verticalSpacing="sm">
        {parts.map(([title, text]) => (
          <div key={title}>
            <Text size="xs" fw={650} c="dimmed" tt="uppercase" mb={2}>
              {t(title)}
            </Text>
            <Text size="sm">{text}</Text>
          </div>
        ))}
      </SimpleGrid>
      <InFull requirements={requirements} cols={cols} />
    </Stack>
  );
}

/** The catalogue's own words are fetched by whoever wants them. */
function InFull({ requirements, cols }: { readonly requirements: readonly string[]; readonly cols: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Group gap={8}>
        <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
          <Group gap={2} wrap="nowrap">
            <Chevron size={13} aria-hidden />
            <Text size="xs" fw={550}>
              {t('guidance.in_full')}
            </Text>
          </Group>
        </UnstyledButton>
        {!open &&
          requirements.map((one) => (
            <Anchor key={one} size="xs" renderRoot={(props) => <Link {...props} to={`/readiness/${one}`} />}>
              {one}
            </Anchor>
          ))}
      </Group>
      {open && (
        <Suspense fallback={<Loading minHeight={80} />}>
          <Requirements of={requirements} cols={cols} />
        </Suspense>
      )}
    </>
  );
}

/** Whoever knows it folds it, and it stays folded wherever the same is served. */
function Folding({ cols, ...words }: GuidanceWords & { readonly cols: number }) {
  const t = useT();
  const [open, setOpen] = useLocalStorage({
    key: `servanda.guidance.${words.requirements[0] ?? ''}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <Paper p="md" component="section" aria-label={t('guidance.title')}>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open} w="100%">
        <Group gap={6} wrap="nowrap">
          <IconBulb size={17} stroke={1.7} aria-hidden />
          <Title order={2} size="h5" style={{ flex: 1 }}>
            {t('guidance.title')}
          </Title>
          <Chevron size={15} aria-hidden />
        </Group>
      </UnstyledButton>
      <Collapse expanded={open}>
        <div style={{ paddingTop: 'var(--mantine-spacing-xs)' }}>
          <Parts {...words} cols={cols} />
        </div>
      </Collapse>
    </Paper>
  );
}

/** On a page of its own: the three side by side. */
export const Guidance = (props: GuidanceWords) => <Folding {...props} cols={3} />;

/** Beside a form or a record. */
export const GuidancePanel = (props: GuidanceWords) => <Folding {...props} cols={1} />;

/** Beside the buttons of a list, whose rows need the room. */
export function GuidanceButton(props: GuidanceWords) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={t('guidance.title')}>
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t('guidance.title')}
          onClick={() => setOpen(true)}
        >
          <IconBulb size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        title={t('guidance.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Parts {...props} cols={1} />
      </Drawer>
    </>
  );
}
