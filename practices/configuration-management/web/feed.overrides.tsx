import { Button, Group, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { value as valueOf } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { identityKeys } from '../feed.targets.ts';
import { useSetupWords } from './setup.web.ts';

const listed = (value: unknown) => identityKeys.filter((key) => Array.isArray(value) && value.includes(key));

/** By what an item of the source is known again, the surest first: the order is the one of `identityKeys`. */
function MatchInput({ value, onChange, label, description, error, required }: InputProps) {
  const t = useSetupWords();
  return (
    <MultiSelect label={label} description={description} error={error} required={required ?? false} value={[...listed(value)]}
      onChange={(next) => onChange(listed(next))} data={identityKeys.map((key) => ({ value: key, label: t(`configuration_setup.match_${key}`) }))} />
  );
} // prettier-ignore

function MatchValue({ value }: ValueProps) {
  const t = useSetupWords();
  return (
    <Text size="sm">
      {listed(value)
        .map((key) => t(`configuration_setup.match_${key}`))
        .join(' → ')}
    </Text>
  );
}

const usual = { every_hour: 1, every_day: 24, every_week: 168 } as const;

/** Hours between two runs, with the usual ones at hand. */
function EveryInput({ value, onChange, label, description, error, values }: InputProps) {
  const t = useSetupWords();
  // What is uploaded has no rhythm; the server says so too.
  if (values?.['transport'] === 'upload' && typeof value !== 'number')
    return <NumberInput label={label} disabled description={t('configuration_setup.when_uploaded')} />;
  return (
    <Stack gap={6}>
      <NumberInput label={label} description={description} error={error} min={1} max={8760} allowDecimal={false} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? null : Number(next))} />
      <Group gap={6}>
        {(Object.keys(usual) as (keyof typeof usual)[]).map((key) => (
          <Button key={key} size="compact-xs" variant={value === usual[key] ? 'light' : 'default'} onClick={() => onChange(usual[key])}>{t(`configuration_setup.${key}`)}</Button>
        ))}
      </Group>
    </Stack>
  );
} // prettier-ignore

function EveryValue({ value, record }: ValueProps) {
  const t = useSetupWords();
  const format = useFormat();
  const key = (Object.keys(usual) as (keyof typeof usual)[]).find((one) => usual[one] === value);
  const next = record === undefined ? null : valueOf(record, 'nextRunAt');
  return (
    <Text size="sm">
      {key ? t(`configuration_setup.${key}`) : t('configuration_setup.every', { n: Number(value) })}
      {typeof next === 'string' && record?.state === 'active' && `, ${t('configuration_setup.next', { date: format.dateTime(next) })}`}
    </Text>
  );
} // prettier-ignore

export const feedOverrides: FieldOverrides = {
  matchBy: { Input: MatchInput, Value: MatchValue },
  everyHours: { Input: EveryInput, Value: EveryValue },
};
