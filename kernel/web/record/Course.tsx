import { Box, Group, Text } from '@mantine/core';
import type { MetaType, Whole } from '../contract.ts';
import { useLabels } from '../words.ts';

/** Where a record stands in its life: the states of the straight way, those behind it filled. */
export function Course(props: {
  readonly meta: MetaType;
  readonly record: Whole;
  /** States of the straight way, in order; each with others that stand at the same place. */
  readonly way: readonly (readonly [state: string, ...also: string[]])[];
  readonly label: string;
}) {
  const { meta, record, way, label } = props;
  const labels = useLabels();
  const at = way.findIndex((states) => states.includes(record.state));
  if (at < 0) return null;
  return (
    <Group gap={6} wrap="nowrap" role="list" aria-label={label} style={{ overflowX: 'auto' }} align="flex-start">
      {way.map(([state], i) => {
        const here = i === at;
        const shown = here ? record.state : state;
        return (
          <Box key={state} role="listitem" aria-current={here ? 'step' : undefined} style={{ flex: '1 0 74px', minWidth: 0 }}>
            <Box
              h={4}
              mb={4}
              style={{
                borderRadius: 2,
                background: i <= at ? 'var(--mantine-primary-color-filled)' : 'var(--ink-line)',
                opacity: i < at ? 0.55 : 1,
              }}
            />
            <Text size="xs" lh={1.25} fw={here ? 650 : 400} {...(i > at ? { c: 'dimmed' } : {})}>
              {labels.state(meta.type, shown)}
            </Text>
          </Box>
        );
      })}
    </Group>
  );
} // prettier-ignore
