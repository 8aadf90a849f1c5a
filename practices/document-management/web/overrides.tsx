import { TagsInput } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';

/** Numbers of clauses, each as it is typed: 8.6.1 or 8.6.1-a. */
function ClausesInput({ value, onChange, label, description, error, required = false }: InputProps) {
  return (
    <TagsInput
      label={label}
      description={description}
      error={error}
      required={required}
      value={Array.isArray(value) ? value.map(String) : []}
      splitChars={[',', ' ', '、', '，', ';']}
      clearable
      onChange={(next) => onChange(next.length === 0 ? null : next.map((one) => one.trim()))}
    />
  );
}

export const overrides: FieldOverrides = { clauses: { Input: ClausesInput } };
