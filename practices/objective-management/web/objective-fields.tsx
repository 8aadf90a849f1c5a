import { MultiSelect, NumberInput, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { FieldInput } from '../../../kernel/web/field/FieldInput.tsx';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { Rows } from '../../../kernel/web/field/Rows.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { PlanStep } from '../objective.fields.ts';
import { weekdays, type Shift } from '../shift.ts';
import { useKpis, useObjectiveWords } from './objective.web.ts';

const fedByKpi = (values: InputProps['values']) => values?.['source'] === 'kpi';

/** Only KPIs that the software computes; what each means stands below. */
function KpiInput({ label, error, value, onChange, values }: InputProps) {
  const t = useObjectiveWords();
  const items = useKpis().data?.items ?? [];
  if (!fedByKpi(values)) return null;
  const chosen = items.find(({ key }) => key === value);
  return (
    <Select
      required
      searchable
      label={label}
      placeholder={t('objective_page.measure.choose')}
      description={chosen?.formula}
      error={error}
      limit={60}
      data={items.map(({ key, name, clause }) => ({ value: key, label: `${clause}  ${name}` }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

function KpiValue({ value }: ValueProps) {
  const kpi = useKpis().data?.items.find(({ key }) => key === value);
  return (
    <Stack gap={2}>
      <Text size="sm">{kpi?.name ?? (typeof value === 'string' ? value : '—')}</Text>
      {kpi && <Text size="xs" c="dimmed">{kpi.formula}</Text>}
    </Stack>
  );
} // prettier-ignore

type Filter = Readonly<Record<string, string>>;
const filterOf = (value: unknown): Filter =>
  value !== null && typeof value === 'object' ? (value as Filter) : {};
const pointers = [
  ['serviceId', 'service'],
  ['teamId', 'team'],
  ['customerId', 'organisation'],
] as const;

function FilterInput({ label, error, value, onChange, values, refs }: InputProps) {
  const labels = useLabels();
  if (!fedByKpi(values)) return null;
  const filter = filterOf(value);
  const put = (key: string, next: string | null) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, [key]: next }).filter(([, one]) => one !== null && one !== '')));
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>{label}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {pointers.map(([key, type]) => (
          <ReferencePicker key={key} to={[type]} label={labels.field('incident', key)} refs={refs} value={filter[key] ?? null} onChange={(id) => put(key, id)} />
        ))}
      </SimpleGrid>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
    </Stack>
  );
} // prettier-ignore

function FilterValue({ value, refs }: ValueProps) {
  const labels = useLabels();
  const filter = filterOf(value);
  const known = useNamed(['service', 'team', 'organisation', 'person'], Object.values(filter), refs);
  const entries = Object.entries(filter);
  if (entries.length === 0) return <Text size="sm">—</Text>;
  return (
    <Stack gap={2}>
      {entries.map(([key, one]) => (
        <Text key={key} size="sm" component="div">
          {labels.field('incident', key)}: {known[one] ? <RefLink id={one} refs={known} /> : one}
        </Text>
      ))}
    </Stack>
  );
}

/** What a KPI says of itself is not asked. */
function EnteredOnly(props: InputProps) {
  return fedByKpi(props.values) ? null : <FieldInput {...props} />;
}

const stepsOf = (value: unknown) => (Array.isArray(value) ? (value as readonly PlanStep[]) : []);

function PlanInput({ label, description, error, value, onChange, refs }: InputProps) {
  const t = useObjectiveWords();
  const people = stepsOf(value).flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  return (
    <Rows
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      refs={useNamed(['person'], people, refs)}
      columns={[
        { key: 'what', label: t('objective.plan.what'), kind: 'text', grow: 3, width: 200 },
        { key: 'resources', label: t('objective.plan.resources'), kind: 'text', grow: 2, width: 140 },
        { key: 'personId', label: t('objective.plan.personId'), kind: 'person', grow: 2, width: 150 },
        { key: 'until', label: t('objective.plan.until'), kind: 'date', width: 130 },
      ]}
      blank={{ what: '' }}
      words={{ add: t('objective_page.plan_step.add'), remove: t('objective_page.plan_step.remove') }}
    />
  );
}

function PlanValue({ value, refs }: ValueProps) {
  const t = useObjectiveWords();
  const format = useFormat();
  const steps = stepsOf(value);
  const known = useNamed(['person'], steps.flatMap(({ personId }) => personId ?? []), refs);
  return (
    <Table withRowBorders={false} verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          {(['what', 'resources', 'personId', 'until'] as const).map((key) => <Table.Th key={key} c="dimmed" fw={400}>{t(`objective.plan.${key}`)}</Table.Th>)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map((step) => (
          <Table.Tr key={`${step.what}${step.until ?? ''}`}>
            <Table.Td>{step.what}</Table.Td>
            <Table.Td>{step.resources ?? '—'}</Table.Td>
            <Table.Td>{step.personId === undefined ? '—' : <RefLink id={step.personId} refs={known} />}</Table.Td>
            <Table.Td>{step.until === undefined ? '—' : format.day(step.until)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

type RowsProps = Parameters<typeof Rows>[0];
const shiftsOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Shift[]) : []);
const wholeDay: Shift = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00', people: 1 };

function CoverageInput({ label, description, error, value, onChange, values }: InputProps) {
  const t = useObjectiveWords();
  if (values?.['kind'] !== 'always_on') return null;
  return (
    <Rows
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      columns={[]}
      blank={wholeDay}
      words={{ add: t('objective_page.coverage.add'), remove: t('objective_page.coverage.remove') }}
      below={shiftLine}
    />
  );
}

const shiftLine: NonNullable<RowsProps['below']> = (item, put) => (
  <ShiftLine shift={item as unknown as Shift} put={(next) => put({ ...item, ...next })} />
);

function ShiftLine({ shift, put }: { shift: Shift; put: (next: Partial<Shift>) => void }) {
  const t = useObjectiveWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 4 }} spacing="sm">
      <MultiSelect label={t('objective_page.coverage.days')} data={weekdays.map((day) => ({ value: day, label: t(`objective_page.coverage.day.${day}`) }))} value={[...shift.days]} onChange={(days) => put({ days })} />
      <TextInput type="time" label={t('objective_page.coverage.from')} value={shift.from} onChange={(e) => put({ from: e.currentTarget.value })} />
      <TextInput label={t('objective_page.coverage.to')} value={shift.to} onChange={(e) => put({ to: e.currentTarget.value })} />
      <NumberInput label={t('objective_page.coverage.people')} min={0} allowDecimal={false} value={shift.people} onChange={(people) => typeof people === 'number' && put({ people })} />
    </SimpleGrid>
  );
} // prettier-ignore

function CoverageValue({ value }: ValueProps) {
  const t = useObjectiveWords();
  return (
    <Stack gap={2}>
      {shiftsOf(value).map((shift) => (
        <Text key={`${shift.days.join('')}${shift.from}${shift.to}`} size="sm">
          {shift.days.map((day) => t(`objective_page.coverage.day.${day}`)).join(' ')} {shift.from}–{shift.to}{' '}
          · {shift.people}
        </Text>
      ))}
    </Stack>
  );
}

export const objectiveOverrides: FieldOverrides = {
  measureKey: { Input: KpiInput, Value: KpiValue },
  measureFilter: { Input: FilterInput, Value: FilterValue },
  formula: { Input: EnteredOnly },
  unit: { Input: EnteredOnly },
  plan: { Input: PlanInput, Value: PlanValue },
  coverage: { Input: CoverageInput, Value: CoverageValue },
};
