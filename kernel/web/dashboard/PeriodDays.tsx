import { Group, Text, TextInput } from '@mantine/core';
import { useT } from '../words.ts';
import type { Days } from './measures.ts';

/** The first and the last day of a period; both belong to it. */
export function PeriodDays({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const t = useT();
  const day = (key: keyof Days, label: string) => (
    <TextInput
      type="date"
      size="xs"
      w={132}
      aria-label={label}
      value={days[key] ?? ''}
      max="9999-12-31"
      onChange={(e) => {
        // Half typed it is empty, and so would be the period.
        if (e.currentTarget.value !== '') onChange({ ...days, [key]: e.currentTarget.value });
      }}
    />
  );
  return (
    <Group gap={4} wrap="nowrap">
      {day('first', t('dashboard.first_day'))}
      <Text size="sm" c="dimmed" aria-hidden>
        –
      </Text>
      {day('last', t('dashboard.last_day'))}
    </Group>
  );
}
