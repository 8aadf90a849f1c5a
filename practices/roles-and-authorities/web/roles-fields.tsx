import { Badge, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { Rows } from '../../../kernel/web/field/Rows.tsx';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Limit } from '../role-definition.record.ts';
import { letters } from '../raci.ts';
import { useRolesWords } from './roles.web.ts';

type Given = Readonly<Record<string, string>>;
const raciOf = (value: unknown): Given =>
  value !== null && typeof value === 'object' ? (value as Given) : {};
const shown = (letter: string) => (letter === 'AR' ? 'A/R' : letter);

function RaciValue({ value }: ValueProps) {
  const labels = useLabels();
  return (
    <Group gap={6}>
      {Object.entries(raciOf(value)).map(([role, letter]) => (
        <Badge
          key={role}
          variant="light"
          color={letter.includes('A') ? 'blue' : letter === 'R' ? 'teal' : 'gray'}
        >
          {shown(letter)} {labels.key(`role.${role}`)}
        </Badge>
      ))}
    </Group>
  );
}

function RaciInput({ label, description, error, value, onChange }: InputProps) {
  const labels = useLabels();
  const roles = useMeta().roles.filter((role) => role !== 'user' && role !== 'external-auditor' && role !== 'consultant');
  const given = raciOf(value);
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>{label}</Text>
      <Text size="xs" c="dimmed">{description}</Text>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        {roles.map((role) => (
          <Select
            key={role}
            size="xs"
            clearable
            label={labels.key(`role.${role}`)}
            data={letters.map((one) => ({ value: one, label: shown(one) }))}
            value={given[role] ?? null}
            onChange={(next) => onChange(Object.fromEntries(Object.entries({ ...given, [role]: next }).filter(([, one]) => one !== null)))}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
} // prettier-ignore

function LimitsInput({ label, description, error, value, onChange }: InputProps) {
  const t = useRolesWords();
  return (
    <Rows
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      columns={[
        { key: 'decision', label: t('roles_limits.decision'), kind: 'text', grow: 2, width: 200 },
        { key: 'limit', label: t('roles_limits.limit'), kind: 'text', grow: 2, width: 200 },
      ]}
      blank={{ decision: '', limit: '' }}
      words={{ add: t('roles_limits.add'), remove: t('roles_limits.remove') }}
    />
  );
}

function LimitsValue({ value }: ValueProps) {
  const limits = Array.isArray(value) ? (value as readonly Limit[]) : [];
  return (
    <Stack gap={2}>
      {limits.map(({ decision, limit }) => (
        <Text key={decision} size="sm">{decision}: <Text span c="dimmed">{limit}</Text></Text>
      ))}
    </Stack>
  );
} // prettier-ignore

export const processOverrides: FieldOverrides = { raci: { Input: RaciInput, Value: RaciValue } };
export const roleOverrides: FieldOverrides = { limits: { Input: LimitsInput, Value: LimitsValue } };
