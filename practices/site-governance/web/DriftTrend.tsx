import { Paper, Text, Title } from '@mantine/core';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { useSiteWords, type Drift } from './site.web.ts';

const Chart = lazy(() => import('../../../platform/ui/Chart.tsx'));
const nothing = () => undefined;

/** Whether the group comes together or drifts apart. */
export function DriftTrend({ trend }: { trend: Drift['trend'] }) {
  const t = useSiteWords();
  const format = useFormat();
  // Half a site leaves no rule.
  const whole = useCallback((n: number) => (Number.isInteger(n) ? format.number(n) : ''), [format]);
  const counted = trend.filter(({ counts }) => Object.keys(counts).length > 0);
  const points = useMemo(
    () =>
      trend.map(({ day, counts }) => ({
        label: format.day(day),
        value: Object.keys(counts).length === 0 ? null : (counts.deviates ?? 0) + (counts.overdue ?? 0),
        note: t('site_page.week_note', { kept: counts.kept ?? 0, exempt: counts.exempt ?? 0 }),
      })),
    [trend, format, t],
  );
  return (
    <Paper p="md" component="section" aria-label={t('site_page.trend')}>
      <Title order={2} size="h5">{t('site_page.trend')}</Title>
      <Text size="xs" c="dimmed">{counted.length === 0 ? t('site_page.trend_none') : t('site_page.trend_hint')}</Text>
      {counted.length > 0 && (
        <Suspense fallback={<Loading minHeight={150} />}>
          <Chart kind="line" label={t('site_page.trend')} points={points} format={whole} onPick={nothing} height={150} />
        </Suspense>
      )}
    </Paper>
  );
} // prettier-ignore
