import {
  ActionIcon,
  Anchor,
  Drawer,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../words.ts';

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
      <Group gap={8}>
        {requirements.map((one) => (
          <Anchor key={one} size="xs" renderRoot={(props) => <Link {...props} to={`/readiness/${one}`} />}>
            {one}
          </Anchor>
        ))}
      </Group>
    </Stack>
  );
}

/** On a page of its own: the three side by side. */
export function Guidance(props: GuidanceWords) {
  const t = useT();
  return (
    <Paper p="md" component="section" aria-label={t('guidance.title')}>
      <Parts {...props} cols={3} />
    </Paper>
  );
}

/** Beside a form or a record. */
export function GuidancePanel(props: GuidanceWords) {
  const t = useT();
  return (
    <Paper p="md" component="section" aria-label={t('guidance.title')}>
      <Group gap={6} mb="sm">
        <IconBulb size={17} stroke={1.7} aria-hidden />
        <Title order={2} size="h5">
          {t('guidance.title')}
        </Title>
      </Group>
      <Parts {...props} cols={1} />
    </Paper>
  );
}

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
      <Drawer opened={open} onClose={() => setOpen(false)} position="right" title={t('guidance.title')}>
        <Parts {...props} cols={1} />
      </Drawer>
    </>
  );
}
