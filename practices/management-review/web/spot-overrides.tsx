import { Select } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { requirementField } from '../../../kernel/web/field/RequirementInput.tsx';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { overrides as drawn } from './review-overrides.tsx';
import { asText } from '../../../kernel/record/text.ts';

/** Records of daily work first; whatever else there is may be drawn, too. */
const usual = ['incident', 'service-request', 'change', 'problem', 'release', 'nonconformity'];

function TypeInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const labels = useLabels();
  const types = useMeta().types.filter(({ visible }) => visible === true);
  const rank = (type: string) => (usual.includes(type) ? usual.indexOf(type) : usual.length);
  return (
    <Select
      searchable
      label={label}
      description={description}
      error={error}
      required={required}
      data={[...types]
        .sort((a, b) => rank(a.type) - rank(b.type))
        .map(({ type }) => ({ value: type, label: labels.plural(type) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

function TypeValue({ value }: { value: unknown }) {
  const labels = useLabels();
  return <span>{labels.plural(asText(value))}</span>;
}

export const overrides: FieldOverrides = {
  ...drawn,
  recordType: { Input: TypeInput, Value: TypeValue },
  requirement: requirementField,
};
