import { Group, Paper, Switch, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Plot } from '../../../kernel/web/dashboard/Plot.tsx';
import { useSeries, type Figure, type Period } from '../../../kernel/web/dashboard/measures.ts';
import { useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';

/** The chosen figure step by step, in steps that fit the period; every point opens its records. */
export function Trend(props: {
  readonly figure: Pick<Figure, 'key' | 'unit'>;
  readonly name: string;
  readonly period: Period;
  readonly filters: Query;
}) {
  const { figure, name, period, filters } = props;
  const t = useT();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  const step = days <= 31 ? 'day' : days <= 120 ? 'week' : 'month';
  const series = useSeries(figure.key, period, filters, step);
  const items = useMemo(
    () =>
      series.data?.items.map((s) => ({
        ...s,
        label: step === 'month' ? format.month(s.from) : format.date(s.from),
      })),
    [series.data, step, format],
  );
  const title = t('dashboard.course_of', { name });
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Switch
          size="xs"
          label={t('dashboard.as_table')}
          checked={table}
          onChange={(e) => setTable(e.currentTarget.checked)}
        />
      </Group>
      {series.isError ? (
        <ErrorState error={series.error} retry={() => void series.refetch()} />
      ) : (
        <Plot kind="line" title={title} unit={figure.unit} items={items} table={table} />
      )}
    </Paper>
  );
}
