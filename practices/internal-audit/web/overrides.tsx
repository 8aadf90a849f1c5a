import { Badge, Group, MultiSelect, TagsInput, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { requirementField } from '../../../kernel/web/field/RequirementInput.tsx';
import { useAreas, useAuditWords } from './audit.web.ts';
import { WeightsInput, WeightsValue } from './Weights.tsx';

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Clauses by number; those of the catalogue are offered, and whole chapters may be typed. */
function ClausesInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const chapters = ['4', '5', '6', '7', '8', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7', '9', '10'];
  const data = [...new Set([...chapters, ...(useAreas().data?.clauses ?? [])])];
  return (
    <TagsInput
      label={label}
      description={description}
      error={error}
      required={required}
      data={data}
      maxDropdownHeight={260}
      value={list(value)}
      onChange={(next) => onChange(next.length === 0 ? null : next)}
    />
  );
}

function ProcessesInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const processes = useAreas().data?.processes ?? [];
  const chosen = list(value);
  const known = processes.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  return (
    <MultiSelect
      searchable
      clearable
      label={label}
      description={description}
      error={error}
      required={required}
      data={known.length > 0 ? known : chosen}
      value={chosen}
      onChange={(next) => onChange(next.length === 0 ? null : next)}
    />
  );
}

/** Codes and numbers, as they are written. */
function CodesValue({ value }: ValueProps) {
  return (
    <Group gap={4}>
      {list(value).map((code) => (
        <Badge key={code} color="gray" tt="none">
          {code}
        </Badge>
      ))}
    </Group>
  );
}

/** What the page draws itself is not spelled out again in the history. */
function Elsewhere() {
  const t = useAuditWords();
  return (
    <Text size="sm" c="dimmed">
      {t('audit_page.elsewhere')}
    </Text>
  );
}

export const overrides: FieldOverrides = {
  report: { Value: Elsewhere },
  acknowledgements: { Value: Elsewhere },
  clauses: { Input: ClausesInput, Value: CodesValue },
  processes: { Input: ProcessesInput, Value: CodesValue },
  requirement: requirementField,
  weights: { Input: WeightsInput, Value: WeightsValue },
};
