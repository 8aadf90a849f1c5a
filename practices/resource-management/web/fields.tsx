import { Select, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { asText } from '../../../kernel/record/text.ts';
import { useResourceWords } from './resource.web.ts';

/** Every figure of the house by its name. */
function MeasureInput({ value, onChange, label, description, error, required }: InputProps) {
  const t = useResourceWords();
  const labels = useLabels();
  const data = useMeta()
    .types.filter(({ measures }) => measures.length > 0)
    .map(({ type, measures }) => ({
      group: labels.plural(type),
      items: measures.map((key) => ({ value: key, label: labels.measure(key) })),
    }));
  return (
    <Select
      searchable
      clearable
      required={required === true}
      label={label}
      description={description}
      error={error}
      placeholder={t('resource_page.choose')}
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

export const resourceOverrides: FieldOverrides = { measureKey: { Input: MeasureInput, Value: MeasureValue } };
