import { Badge, Group, MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { asForm, FormEditor, Preview } from './FormEditor.tsx';
import { iconNames } from './icons.ts';
import { ModelIcon } from './ModelIcon.tsx';
import { StepEditor, StepsValue } from './StepEditor.tsx';
import { TaskEditor, TasksValue } from './TaskEditor.tsx';

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function RolesInput({ value, onChange, label, description, error }: InputProps) {
  const labels = useLabels();
  const { roles } = useMeta();
  return (
    <MultiSelect label={label} description={description} error={error} searchable value={texts(value)} onChange={onChange}
      data={roles.map((role) => ({ value: role, label: labels.role(role) }))} />
  );
} // prettier-ignore

function RolesValue({ value }: { value: unknown }) {
  const labels = useLabels();
  return <Group gap={4}>{texts(value).map((role) => <Badge key={role} color="gray" tt="none">{labels.role(role)}</Badge>)}</Group>;
} // prettier-ignore

/** Money is kept in minor units and typed in whole ones. */
function CostInput({ value, onChange, label, description, error }: InputProps) {
  return (
    <NumberInput label={label} description={description} error={error} min={0} decimalScale={2} thousandSeparator=","
      value={typeof value === 'number' ? value / 100 : ''}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)} />
  );
} // prettier-ignore

function CostValue({ value }: { value: unknown }) {
  const format = useFormat();
  return <Text size="sm">{format.number(Number(value) / 100)}</Text>;
}

function IconInput({ value, onChange, label, error }: InputProps) {
  return (
    <Select label={label} error={error} clearable data={iconNames} value={typeof value === 'string' ? value : null} onChange={onChange}
      renderOption={({ option }) => <IconWords name={option.value} />} leftSection={typeof value === 'string' ? <ModelIcon name={value} /> : undefined} />
  );
} // prettier-ignore

const IconWords = ({ name }: { name: string }) => (
  <Group gap={6}>
    <ModelIcon name={name} />
    <Text size="sm">{name}</Text>
  </Group>
);

export const modelOverrides: FieldOverrides = {
  form: { Input: FormEditor, Value: ({ value }) => <Preview form={asForm(value)} /> },
  approvalSteps: { Input: StepEditor, Value: StepsValue },
  tasks: { Input: TaskEditor, Value: TasksValue },
  entitledRoles: { Input: RolesInput, Value: RolesValue },
  costCents: { Input: CostInput, Value: CostValue },
  icon: { Input: IconInput, Value: ({ value }) => <IconWords name={String(value)} /> },
};
