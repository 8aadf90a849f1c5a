import { NumberInput, Text } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { useFormat } from '../../../platform/ui/format.ts';

/** Kept in hundredths, written and read in whole units. */
function Hundredths({ value }: { value: unknown }) {
  const format = useFormat();
  return <Text size="sm">{typeof value === 'number' ? format.number(value / 100) : '—'}</Text>;
}

function HundredthsInput({ label, description, error, value, onChange, required }: InputProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      error={error}
      required={required === true}
      min={0}
      decimalScale={2}
      thousandSeparator=" "
      value={typeof value === 'number' ? value / 100 : ''}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)}
    />
  );
}

export const moneyOverrides: FieldOverrides = {
  lostBusinessCents: { Input: HundredthsInput, Value: Hundredths },
};
