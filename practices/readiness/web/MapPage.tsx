import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { isProblem } from '../../../platform/ui/api.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Counts } from './Counts.tsx';
import { Evaluate } from './Evaluate.tsx';
import { Filters } from './Filters.tsx';
import { ForecastCard, WorstClauses } from './ForecastCard.tsx';
import { fits, groupings, useGroups, type Grouping } from './groups.ts';
import { Matrix } from './Matrix.tsx';
import { Note } from './Note.tsx';
import { useMap, useReadinessWords, type ReadinessMap } from './readiness.web.ts';
import { Trend } from './Trend.tsx';
import styles from './readiness.module.css';

/** The library is larger than the rest of the page. */
const Wheel = lazy(() => import('./Wheel.tsx'));

/** The standard as a map: each requirement coloured by its answer; and what an auditor would find today. */
export default function MapPage() {
  const t = useReadinessWords();
  const search: Query = useSearch({ strict: false });
  const map = useMap(search['day']);
  useEffect(() => {
    document.title = `${t('readiness.title')} · Servanda`;
  }, [t]);
  if (map.isError && isProblem(map.error, 404)) return <NotThatDay more={map.error.more} words={map.error.title} />;
  if (map.isError) return <ErrorState error={map.error} retry={() => void map.refetch()} />;
  if (map.isPending) return <Loading minHeight={480} />;
  return <Shown map={map.data} search={search} />;
} // prettier-ignore

function useSet() {
  const navigate = useNavigate();
  return (patch: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      search: (before: Query) => ({ ...before, ...patch }),
      replace: true,
      resetScroll: false,
    });
}

function Shown({ map, search }: { map: ReadinessMap; search: Query }) {
  const t = useReadinessWords();
  const format = useFormat();
  const set = useSet();
  const by: Grouping = groupings.find((g) => g === search['by']) ?? 'phase';
  const view = search['view'] ?? (globalThis.innerWidth < 900 ? 'matrix' : 'wheel');
  const groups = useGroups(map.items, by);
  const shown = useMemo(
    () => new Set(map.items.filter((item) => fits(item, search)).map(({ requirement }) => requirement)),
    [map.items, search],
  );
  return (
    <Stack p="md" gap="sm" className={styles['tones'] ?? ''}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Title order={1} size="h3">{t('readiness.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('readiness.hint', { standard: map.standard.name.replace(/ \(.*/, '') })} · {map.evaluatedAt === null ? t('readiness.never') : t('readiness.as_of', { at: format.dateTime(map.evaluatedAt) })}
          </Text>
        </div>
        <Evaluate map={map} onDay={(day) => set({ day })} />
      </Group>
      {map.past && (
        <Alert color="blue" icon={<IconHistory size={18} />} p="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('readiness.past', { day: format.day(map.day) })}</Text>
            <Button variant="default" onClick={() => set({ day: undefined })}>{t('readiness.today')}</Button>
          </Group>
        </Alert>
      )}
      <div className={styles['top']}>
        <Counts items={map.items} chosen={search['tone']} onChoose={(tone) => set({ tone })} />
        <ForecastCard map={map} chosen={search['forecast']} onChoose={(forecast) => set({ forecast })} />
      </div>
      <div className={styles['body']}>
        <Paper p="md" component="section" aria-label={t('readiness.title')}>
          <Group justify="space-between" gap="xs" mb="xs">
            <Group gap="xs">
              <Segments label={t('readiness.view')} value={view === 'wheel' ? 'wheel' : 'matrix'} onChange={(next) => set({ view: next })}
                choices={[{ value: 'wheel', label: t('readiness.wheel') }, { value: 'matrix', label: t('readiness.matrix') }]} />
              <Segments label={t('readiness.group')} value={by} onChange={(next) => set({ by: next })}
                choices={groupings.map((value) => ({ value, label: t(`readiness.by_${value}`) }))} />
            </Group>
            <Filters search={search} onChange={set} />
          </Group>
          {shown.size === 0 && (
            <Empty title={t('readiness.nothing_fits')}>
              <Button variant="default" onClick={() => set({ tone: undefined, forecast: undefined, way: undefined, severity: undefined, documented: undefined, q: undefined })}>{t('readiness.clear')}</Button>
            </Empty>
          )}
          {shown.size > 0 && view === 'wheel' && (
            <Suspense fallback={<Loading minHeight={640} />}>
              <Wheel groups={groups} shown={shown} label={t('readiness.title')} />
            </Suspense>
          )}
          {shown.size > 0 && view !== 'wheel' && <Matrix groups={groups} shown={shown} forecast={map.forecast.clauses} />}
        </Paper>
        <Stack gap="sm">
          <Trend day={map.day} onDay={(day) => set({ day })} />
          <WorstClauses clauses={map.forecast.clauses} />
          <Note />
        </Stack>
      </div>
    </Stack>
  );
} // prettier-ignore

/** A day that nobody looked at is told as that, with the nearest that somebody did. */
function NotThatDay({ more, words }: { more: Readonly<Record<string, unknown>>; words: string }) {
  const t = useReadinessWords();
  const format = useFormat();
  const set = useSet();
  const near = [more['before'], more['after']].filter((day) => typeof day === 'string');
  return (
    <Empty title={t('readiness.not_that_day')}>
      <Text size="sm" c="dimmed" ta="center">{words}</Text>
      <Group gap="xs">
        {near.map((day) => (
          <Button key={day} variant="default" onClick={() => set({ day })}>{t('readiness.nearest', { day: format.day(day) })}</Button>
        ))}
        <Button onClick={() => set({ day: undefined })}>{t('readiness.today')}</Button>
      </Group>
    </Empty>
  );
} // prettier-ignore
