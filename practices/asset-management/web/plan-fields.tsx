import { Group, NumberInput, Pill, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { useFormat } from '../../../platform/ui/format.ts';

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What the other kind of rhythm asks for is not shown. */
const byDates = (values: InputProps['values']) => values?.['rhythm'] === 'dates';

function EveryInput({ label, description, error, value, onChange, values }: InputProps) {
  if (byDates(values)) return null;
  return (
    <NumberInput
      label={label}
      description={description}
      error={error}
      min={1}
      allowDecimal={false}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

function FirstDayInput({ label, description, error, value, onChange, values }: InputProps) {
  if (byDates(values)) return null;
  return (
    <DayInput
      label={label}
      description={description}
      error={error}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  );
}

/** One date a line; what is no date is told by the server, with the line as it was typed. */
function DatesInput({ label, description, error, value, onChange, values }: InputProps) {
  const [text, setText] = useState(listOf(value).join('\n'));
  if (!byDates(values)) return null;
  return (
    <Textarea
      label={label}
      description={description}
      error={error}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(event.currentTarget.value.split(/[\s,;,]+/u).filter(Boolean));
      }}
    />
  );
}

function Dates({ value }: ValueProps) {
  const format = useFormat();
  return (
    <Group gap={4}>
      {listOf(value).map((date) => (
        <Pill key={date}>{format.day(date)}</Pill>
      ))}
    </Group>
  );
}

function TimeInput({ label, description, error, value, onChange }: InputProps) {
  return (
    <TextInput
      type="time"
      label={label}
      description={description}
      error={error}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

export const planOverrides: FieldOverrides = {
  every: { Input: EveryInput },
  firstDueOn: { Input: FirstDayInput },
  dates: { Input: DatesInput, Value: Dates },
  windowFrom: { Input: TimeInput },
  windowTo: { Input: TimeInput },
};
