import { Text, TagsInput } from '@mantine/core';
import type { FieldOverride, FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';

/** Numbers of clauses, codes of processes: typed, each a tag. */
function Tags({ value, onChange, label, error, required, description }: InputProps) {
  const tags = Array.isArray(value) ? (value as string[]) : [];
  return (
    <TagsInput
      label={label}
      description={description}
      error={error}
      required={required === true}
      value={tags}
      onChange={(next) => onChange(next.length === 0 ? null : next.map((tag) => tag.trim()))}
      splitChars={[',', ' ', '、', '，']}
      acceptValueOnBlur
    />
  );
}

const listed: FieldOverride = {
  Input: Tags,
  Value: ({ value }) => <Text size="sm">{Array.isArray(value) ? value.join(', ') : '–'}</Text>,
};
/** In the history: how many there are by then. */
const counted: FieldOverride = {
  Value: ({ value }) => <Text size="sm">{Array.isArray(value) ? value.length : 0}</Text>,
};
export const overrides: FieldOverrides = { clauses: listed, processes: listed, interviews: counted };
