import { Group, Progress, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { asText } from '../../../kernel/record/text.ts';
import { useCriteria } from './improvement.web.ts';

const points = ['0', '1', '2', '3', '4', '5'];
const read = (value: unknown): Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, number>) : {};

/** 0 to 5 points by each criterion in force. */
function ScoresInput({ value, onChange, label, error }: InputProps) {
  const language = useLanguage();
  const given = read(value);
  const items = useCriteria().data?.items ?? [];
  return (
    <Stack gap={10} role="group" aria-label={label}>
      {items.map(({ key, name, hint, weight }) => (
        <div key={key}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" fw={500}>{name[language]}</Text>
            <Text size="xs" c="dimmed">× {weight}</Text>
          </Group>
          <Text size="xs" c="dimmed" mb={4}>{hint[language]}</Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={name[language]}
            data={points}
            value={given[key] === undefined ? '' : String(given[key])}
            onChange={(next) => onChange({ ...given, [key]: Number(next) })}
          />
        </div>
      ))}
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
    </Stack>
  );
} // prettier-ignore

function ScoresValue({ value }: ValueProps) {
  const language = useLanguage();
  const given = read(value);
  const items = useCriteria().data?.items ?? [];
  const at = (key: string) => items.findIndex((item) => item.key === key);
  const nameOf = (key: string) => items.find((item) => item.key === key)?.name[language] ?? key;
  return (
    <Stack gap={6} maw={420}>
      {Object.entries(given).sort(([a], [b]) => at(a) - at(b)).map(([key, n]) => (
        <Group key={key} gap="sm" wrap="nowrap">
          <Text size="sm" style={{ flex: '1 1 60%' }}>{nameOf(key)}</Text>
          <Progress value={n * 20} w={90} aria-label={nameOf(key)} />
          <Text size="sm" w={16} ta="right">{n}</Text>
        </Group>
      ))}
    </Stack>
  );
} // prettier-ignore

/** Every figure of the house by its name. */
function MeasureInput({ value, onChange, label, description, error }: InputProps) {
  const labels = useLabels();
  const { types } = useMeta();
  const data = types
    .filter(({ measures }) => measures.length > 0)
    .map(({ type, measures }) => ({
      group: labels.plural(type),
      items: measures.map((key) => ({ value: key, label: labels.measure(key) })),
    }));
  return (
    <Select
      searchable
      clearable
      label={label}
      description={description}
      error={error}
      data={data}
      maxDropdownHeight={280}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

function MeasureValue({ value }: ValueProps) {
  const labels = useLabels();
  return <Text size="sm">{labels.measure(asText(value))}</Text>;
}

export const overrides: FieldOverrides = {
  scores: { Input: ScoresInput, Value: ScoresValue },
  measureKey: { Input: MeasureInput, Value: MeasureValue },
};
