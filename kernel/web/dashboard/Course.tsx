import { Group, Paper, Select, SimpleGrid, Switch, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';
import { useLabels, useT } from '../words.ts';
import { useBreakdown, useSeries, type Figure, type Period } from './measures.ts';
import { Plot } from './Plot.tsx';

const steps = ['day', 'week', 'month'] as const;
const groupings = ['priority', 'serviceId', 'teamId', 'customerId', 'state'] as const;

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
