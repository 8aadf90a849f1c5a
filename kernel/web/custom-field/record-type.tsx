import { Select, Text } from '@mantine/core';
import type { FieldOverride, InputProps } from '../field/override.ts';
import { asText } from '../../record/text.ts';
import { useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

function RecordTypeInput({
  value,
  onChange,
  label,
  description,
  error,
  required = false,
  startHere,
}: InputProps) {
  const labels = useLabels();
  const t = useT();
  const types = useMeta().types.filter((type) => type.type !== 'custom-field');
  return (
    <Select
      label={label}
      description={description}
      error={error}
      required={required}
      {...(startHere ? { 'data-autofocus': true } : {})}
      searchable
      clearable={!required}
      nothingFoundMessage={t('ui.nothing_found')}
      data={types.map(({ type }) => ({ value: type, label: labels.plural(type) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

function RecordTypeValue({ value }: { value: unknown }) {
  const labels = useLabels();
  return <Text size="sm">{labels.plural(asText(value))}</Text>;
}

/** A record type, chosen and told by its name. */
export const recordTypeOverride: FieldOverride = { Input: RecordTypeInput, Value: RecordTypeValue };
