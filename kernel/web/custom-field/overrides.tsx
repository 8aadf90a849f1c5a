import { MultiSelect, Select, Text } from '@mantine/core';
import { useDeskT } from '../desk-words.ts';
import type { FieldOverrides, InputProps } from '../field/override.ts';
import { useMeta } from '../queries.ts';
import { useLabels } from '../words.ts';
import { OptionsInput, OptionsValue } from './OptionsInput.tsx';
import { recordTypeOverride } from './record-type.tsx';

const notTransitions = new Set(['edit', 'comment', 'amend']);

/** The transitions of the chosen record type. */
function RequiredOnInput({ value, onChange, label, description, error, values }: InputProps) {
  const labels = useLabels();
  const desk = useDeskT();
  const type = useMeta().types.find((t) => t.type === values?.['recordType']);
  const names = (type?.actions ?? []).map((a) => a.name).filter((name) => !notTransitions.has(name));
  return (
    <MultiSelect
      label={label}
      description={type ? description : desk('custom_field.page.pick_type')}
      error={error}
      disabled={!type}
      searchable
      clearable
      data={names.map((name) => ({ value: name, label: labels.action(type?.type ?? '', name) }))}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(next) => onChange(next.length === 0 ? null : next)}
    />
  );
}

function RequiredOnValue({ value }: { value: unknown }) {
  const labels = useLabels();
  const types = useMeta().types;
  const names = Array.isArray(value) ? value.map(String) : [];
  // The same name means the same act wherever it is: any type that has it knows its words.
  const typeOf = (name: string) => types.find((t) => t.actions.some((a) => a.name === name))?.type ?? '';
  return <Text size="sm">{names.map((name) => labels.action(typeOf(name), name)).join(', ')}</Text>;
}

function PointsToInput({ value, onChange, label, error, values }: InputProps) {
  const labels = useLabels();
  if (values?.['kind'] !== 'reference') return null;
  return (
    <Select
      label={label}
      error={error}
      required
      data={['person', 'organisation'].map((type) => ({ value: type, label: labels.name(type) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

export const overrides: FieldOverrides = {
  recordType: recordTypeOverride,
  options: { Input: OptionsInput, Value: OptionsValue },
  requiredOn: { Input: RequiredOnInput, Value: RequiredOnValue },
  pointsTo: { Input: PointsToInput },
};
