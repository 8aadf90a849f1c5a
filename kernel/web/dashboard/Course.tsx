import { Anchor, Group, Paper, Select, SimpleGrid, Switch, Table, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLabels, useT } from '../words.ts';
import { recordsLink } from './FigureTile.tsx';
import { useAmount, useBreakdown, useSeries, type Figure, type Period } from './measures.ts';

const Chart = lazy(() => import('../../../platform/ui/Chart.tsx'));
const steps = ['day', 'week', 'month'] as const;
const groupings = ['priority', 'serviceId', 'teamId', 'customerId', 'state'] as const;

type Plotted = {
  readonly label: string;
  readonly value: number | null;
  readonly n: number;
  readonly records: string;
};

/** A KPI over time, and split by a column. */
export function Course(props: {
  readonly figure: Figure;
  readonly name: string;
  readonly type: string;
  readonly period: Period;
  readonly filters: Query;
  readonly step: string | undefined;
  readonly by: string | undefined;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { figure, name, type, period, filters, onChange } = props;
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  const fitting = days <= 31 ? 'day' : days <= 120 ? 'week' : 'month';
  // The server refuses more than 100 steps.
  const step = steps.find((s) => s === props.step && !(s === 'day' && days > 95)) ?? fitting;
  const by = groupings.find((g) => g === props.by) ?? 'priority';
  const series = useSeries(figure.key, period, filters, step);
  const slices = useBreakdown(figure.key, period, filters, by);
  const overTime = useMemo(
    () =>
      series.data?.items.map((s) => ({
        ...s,
        label: step === 'month' ? format.month(s.from) : format.date(s.from),
      })),
    [series.data, step, format],
  );
  const groupLabel = (key: string | null, label: string | null) => {
    if (key === null) return t('ui.none');
    if (by === 'priority') return labels.option('record', 'priority', key);
    return by === 'state' ? labels.state(type, key) : (label ?? key);
  };
  const bySlice = slices.data?.items.map((s) => ({ ...s, label: groupLabel(s.key, s.label) }));
  return (
    <Paper p="md" component="section" aria-label={t('dashboard.course_of', { name })}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {name}
        </Title>
        <Group gap="sm">
          <Select
            size="xs"
            w={110}
            aria-label={t('dashboard.step')}
            allowDeselect={false}
            data={steps.map((s) => ({
              value: s,
              label: t(`dashboard.step_${s}`),
              disabled: s === 'day' && days > 95,
            }))}
            value={step}
            onChange={(next) => onChange({ step: next ?? undefined })}
          />
          <Select
            size="xs"
            w={150}
            aria-label={t('dashboard.by')}
            allowDeselect={false}
            data={groupings.map((g) => ({ value: g, label: labels.field('record', g) }))}
            value={by}
            onChange={(next) => onChange({ by: next ?? undefined })}
          />
          <Switch
            size="xs"
            label={t('dashboard.as_table')}
            checked={table}
            onChange={(e) => setTable(e.currentTarget.checked)}
          />
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        {series.isError ? (
          <ErrorState error={series.error} retry={() => void series.refetch()} />
        ) : (
          <Plot
            kind="line"
            title={t('dashboard.course_of', { name })}
            unit={figure.unit}
            items={overTime}
            table={table}
          />
        )}
        {slices.isError ? (
          <ErrorState error={slices.error} retry={() => void slices.refetch()} />
        ) : (
          <Plot
            kind="bar"
            title={`${t('dashboard.by')}: ${labels.field('record', by)}`}
            unit={figure.unit}
            items={bySlice}
            table={table}
          />
        )}
      </SimpleGrid>
      {!table && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('dashboard.click_hint')}
        </Text>
      )}
    </Paper>
  );
}

function Plot(props: {
  readonly kind: 'line' | 'bar';
  readonly title: string;
  readonly unit: Figure['unit'];
  readonly items: readonly Plotted[] | undefined;
  readonly table: boolean;
}) {
  const { kind, title, unit, items, table } = props;
  const t = useT();
  const navigate = useNavigate();
  const amount = useAmount();
  const format = useFormat();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `amount` changes with the language, and so does `format`
  const inUnit = useCallback((value: number) => amount(unit, value), [unit, format]);
  // An axis in hours has round steps; in milliseconds it would have 55 h 33 min.
  const scale = unit === 'ms' ? 3_600_000 : 1;
  const onAxis = useCallback((value: number) => inUnit(value * scale), [inUnit, scale]);
  const points = useMemo(
    () =>
      (items ?? []).map(({ label, value, n }) => ({
        label,
        value: value === null ? null : value / scale,
        note: `n = ${n}`,
      })),
    [items, scale],
  );
  if (!items) return <Loading minHeight={260} />;
  if (items.every((item) => item.value === null)) return <Empty title={t('dashboard.nothing')} />;
  if (!table) {
    return (
      <Suspense fallback={<Loading minHeight={260} />}>
        <Chart
          kind={kind}
          label={title}
          points={points}
          format={onAxis}
          onPick={(at) => {
            const records = items[at]?.records;
            if (records !== undefined) void navigate(recordsLink(records));
          }}
        />
      </Suspense>
    );
  }
  return (
    <Table aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{kind === 'line' ? t('dashboard.interval') : title}</Table.Th>
          <Table.Th ta="right">{t('dashboard.value')}</Table.Th>
          <Table.Th ta="right">{t('dashboard.count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ label, value, n, records }) => (
          <Table.Tr key={label}>
            <Table.Td>
              <Anchor size="sm" renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}>
                {label}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right">{value === null ? '—' : inUnit(value)}</Table.Td>
            <Table.Td ta="right">{n}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
