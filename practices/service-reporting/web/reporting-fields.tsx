import { NumberInput, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { Rows } from '../../../kernel/web/field/Rows.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Line } from '../definition.fields.ts';
import { useDictionary, useReportingWords, useWanted, type DictionaryEntry } from './reporting.web.ts';

const options = (items: readonly DictionaryEntry[]) =>
  items.map(({ key, name, clause }) => ({ value: key, label: `${clause}  ${name}` }));

/** Only figures that the software computes; what each means stands below. */
function KpiInput({ label, error, value, onChange, required = false }: InputProps) {
  const t = useReportingWords();
  const items = useDictionary().data?.items ?? [];
  const chosen = items.find(({ key }) => key === value);
  return (
    <Select searchable required={required} label={label} placeholder={t('reporting_page.choose_figure')} description={chosen?.formula} error={error} limit={80} data={options(items)} value={typeof value === 'string' ? value : null} onChange={onChange} />
  );
} // prettier-ignore

function KpiValue({ value }: ValueProps) {
  const labels = useLabels();
  const kpi = useDictionary().data?.items.find(({ key }) => key === value);
  return (
    <Stack gap={2}>
      <Text size="sm">{kpi?.name ?? (typeof value === 'string' ? labels.measure(value) : '—')}</Text>
      {kpi && <Text size="xs" c="dimmed">{kpi.formula}</Text>}
    </Stack>
  );
} // prettier-ignore

type Narrowing = Readonly<Record<string, string>>;
const narrowingOf = (value: unknown): Narrowing =>
  value !== null && typeof value === 'object' ? (value as Narrowing) : {};
const pointers = [
  ['serviceId', 'service'],
  ['customerId', 'organisation'],
  ['teamId', 'team'],
] as const;

function NarrowingInput({ label, error, value, onChange, refs }: InputProps) {
  const t = useReportingWords();
  const now = narrowingOf(value);
  const put = (key: string, id: string | null) =>
    onChange(Object.fromEntries(Object.entries({ ...now, [key]: id }).filter(([, one]) => one !== null)));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>{label}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {pointers.map(([key, type]) => (
          <ReferencePicker key={key} to={[type]} label={t(`reporting_page.narrowing.${key}`)} refs={refs} value={now[key] ?? null} onChange={(id) => put(key, id)} />
        ))}
      </SimpleGrid>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
    </Stack>
  );
} // prettier-ignore

function NarrowingValue({ value, refs }: ValueProps) {
  const ids = Object.values(narrowingOf(value));
  const known = useNamed(['service', 'team', 'organisation'], ids, refs);
  if (ids.length === 0) return <Text size="sm">—</Text>;
  return (
    <Stack gap={2}>
      {ids.map((id) => <RefLink key={id} id={id} refs={known} />)}
    </Stack>
  );
} // prettier-ignore

type Item = Readonly<Record<string, unknown>>;
const linesOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Line[]) : []);

function FiguresInput({ label, description, error, value, onChange }: InputProps) {
  const t = useReportingWords();
  return (
    <Rows
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      columns={[]}
      blank={{ measure: '' }}
      words={{ add: t('reporting_page.figures.add'), remove: t('reporting_page.figures.remove') }}
      below={figureLine}
    />
  );
} // prettier-ignore

const figureLine = (item: Item, put: (next: Item) => void, at: number) => (
  <FigureLine item={item} put={put} at={at} />
);

function FigureLine({ item, put, at }: { item: Item; put: (next: Item) => void; at: number }) {
  const t = useReportingWords();
  const data = options(useDictionary().data?.items ?? []);
  const { measure, target } = item;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Select searchable limit={80} aria-label={`${t('reporting_page.choose_figure')} ${at + 1}`} placeholder={t('reporting_page.choose_figure')} data={data} value={typeof measure === 'string' && measure !== '' ? measure : null} onChange={(next) => put({ ...item, measure: next ?? '' })} />
      <NumberInput aria-label={`${t('reporting_page.figures.target')} ${at + 1}`} placeholder={t('reporting_page.figures.planned')} value={typeof target === 'number' ? target : ''} onChange={(next) => put({ ...item, target: typeof next === 'number' ? next : undefined })} />
    </SimpleGrid>
  );
} // prettier-ignore

function FiguresValue({ value }: ValueProps) {
  const t = useReportingWords();
  const labels = useLabels();
  const wanted = useWanted();
  const items = useDictionary().data?.items ?? [];
  return (
    <Table withRowBorders={false} verticalSpacing={4} fz="sm">
      <Table.Tbody>
        {linesOf(value).map(({ measure, target = null, direction }) => {
          const kpi = items.find(({ key }) => key === measure);
          return (
            <Table.Tr key={measure}>
              <Table.Td>{kpi?.name ?? labels.measure(measure)}</Table.Td>
              <Table.Td {...(target === null ? { c: 'dimmed' } : {})}>{target === null ? t('reporting_page.figures.planned') : wanted(kpi?.unit ?? null, direction ?? kpi?.direction ?? 'at_least', target)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

export const reportingOverrides: FieldOverrides = {
  measureKey: { Input: KpiInput, Value: KpiValue },
  narrowing: { Input: NarrowingInput, Value: NarrowingValue },
  figures: { Input: FiguresInput, Value: FiguresValue },
};
