import { Text } from '@mantine/core';
import { IconAntennaBars2, IconAntennaBars3, IconAntennaBars4, IconAntennaBars5 } from '@tabler/icons-react';
import { useLabels } from '../words.ts';

const looks = {
  1: { icon: IconAntennaBars5, color: 'var(--mantine-color-red-text)' },
  2: { icon: IconAntennaBars4, color: 'var(--mantine-color-orange-text)' },
  3: { icon: IconAntennaBars3, color: 'var(--mantine-color-blue-text)' },
  4: { icon: IconAntennaBars2, color: 'var(--mantine-color-dimmed)' },
} as const;
const isLevel = (n: number | null): n is keyof typeof looks => n !== null && n in looks;

// Plain elements: it stands in each row of a list.
const line = {
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  whiteSpace: 'nowrap',
  fontSize: 'var(--mantine-font-size-sm)',
} as const;
const strong = { fontWeight: 600 };

/** Bars, colour and words: never colour alone. */
export function Priority({ value, short = false }: { value: number | null; short?: boolean }) {
  const labels = useLabels();
  if (!isLevel(value))
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  const { icon: Icon, color } = looks[value];
  const words = labels.option('record', 'priority', value);
  return (
    <div style={line} title={words}>
      <Icon size={16} color={color} aria-hidden />
      <span style={value <= 2 ? strong : undefined}>{short ? `P${value}` : words}</span>
    </div>
  );
}
