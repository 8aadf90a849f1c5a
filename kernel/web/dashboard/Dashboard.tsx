import { Box, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useContext, useRef } from 'react';
import { ZoneContext } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { toWall } from '../../../platform/ui/zoned.ts';
import { Priority } from '../field/Priority.tsx';
import { useMeta } from '../queries.ts';
import { ChoiceFilter, ReferenceFilter } from '../queue/FilterMenu.tsx';
import { filterKey } from '../queue/query.ts';
import { useLabels, useT } from '../words.ts';
import { Course } from './Course.tsx';
import { FigureTile } from './FigureTile.tsx';
import { isDay, periods, useFigures, usePeriod, type Period, type PeriodName } from './measures.ts';
import { PeriodDays } from './PeriodDays.tsx';

const references = [
  ['serviceId', 'service'],
  ['teamId', 'team'],
  ['customerId', 'organisation'],
] as const;

const isPeriod = (text: string | undefined): text is PeriodName => periods.some((p) => p === text);

const dayNames = ({ from, to }: Period, zone: string) => ({
  from: toWall(from, zone).slice(0, 10),
  to: toWall(new Date(Date.parse(to) - 1).toISOString(), zone).slice(0, 10),
});

/** KPIs of a period. Every figure and every plotted point opens the records behind it. */
export default function Dashboard() {
  const t = useT();
  const labels = useLabels();
  const navigate = useNavigate();
  const search: Query = useSearch({ strict: false });
  const types = useMeta().types;
  const zone = useContext(ZoneContext);
  const name = isPeriod(search['period']) ? search['period'] : 'days_30';
  const days = { first: search['from'], last: search['to'] };
  const period = usePeriod(name, days);
  const filters = Object.fromEntries(Object.entries(search).filter(([key]) => key.startsWith('filter[')));
  const figures = useFigures(period, filters);
  const course = useRef<HTMLDivElement>(null);
  const set = (patch: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      search: (before: Query) => ({ ...before, ...patch }),
      replace: true,
      resetScroll: false,
    });
  const list = (key: string) => (search[filterKey(key)] ?? '').split(',').filter((v) => v !== '');
  const items = figures.data?.items ?? [];
  // The practice that measures most comes first: it is the one that is looked at daily.
  const byPractice = Map.groupBy(items, (f) => f.practice);
  const practices = [...byPractice.keys()].sort(
    (a, b) => (byPractice.get(b)?.length ?? 0) - (byPractice.get(a)?.length ?? 0),
  );
  // What stands first on the page is plotted first.
  const inOrder = practices.flatMap((practice) => byPractice.get(practice) ?? []);
  const chosen = items.find((f) => f.key === search['measure']) ?? inOrder.find((f) => f.n > 0) ?? inOrder[0];
  const typeOf = (key: string) => types.find((x) => x.measures.includes(key))?.type;
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('dashboard.title')}
        </Title>
        <Group gap={6} role="search" aria-label={t('queue.filters')}>
          <Select
            size="xs"
            w={150}
            aria-label={t('dashboard.period')}
            allowDeselect={false}
            data={periods.map((p) => ({ value: p, label: t(`dashboard.${p}`) }))}
            value={name}
            onChange={(next) =>
              set({
                period: next ?? undefined,
                // A custom period begins as the one shown before it.
                ...(next === 'custom' ? dayNames(period, zone) : { from: undefined, to: undefined }),
              })
            }
          />
          {name === 'custom' && (
            <PeriodDays days={days} onChange={(next) => set({ from: next.first, to: next.last })} />
          )}
          {references.map(([key, type]) => (
            <ReferenceFilter
              key={key}
              label={labels.field('record', key)}
              to={[type]}
              value={list(key)}
              refs={{}}
              onChange={(v) => set({ [filterKey(key)]: v.length === 0 ? undefined : v.join(',') })}
            />
          ))}
          <ChoiceFilter
            label={labels.field('record', 'priority')}
            groups={[
              {
                options: ['1', '2', '3', '4'].map((v) => ({
                  value: v,
                  label: <Priority value={Number(v)} />,
                  name: labels.option('record', 'priority', v),
                })),
              },
            ]}
            value={list('priority')}
            onChange={(v) => set({ [filterKey('priority')]: v.length === 0 ? undefined : v.join(',') })}
          />
        </Group>
      </Group>
      {name === 'custom' && isDay(days.first) && isDay(days.last) && days.first > days.last && (
        <Text size="sm" c="red" role="alert">
          {t('dashboard.reversed')}
        </Text>
      )}
      {figures.isError && <ErrorState error={figures.error} retry={() => void figures.refetch()} />}
      {figures.isPending && <Loading />}
      {figures.isSuccess && items.length === 0 && <Empty title={t('queue.empty')} />}
      <div ref={course}>
        {chosen && (
          <Course
            key={chosen.key}
            figure={chosen}
            name={chosen.name ?? labels.measure(chosen.key)}
            type={typeOf(chosen.key) ?? 'record'}
            period={period}
            filters={filters}
            step={search['step']}
            by={search['by']}
            onChange={set}
          />
        )}
      </div>
      {practices.map((practice) => {
        const own = byPractice.get(practice) ?? [];
        const type = own.map((f) => typeOf(f.key)).find((x) => x !== undefined);
        const heading =
          type === undefined ? labels.key(`practice.${practice}`, practice) : labels.plural(type);
        return (
          <Box component="section" key={practice} aria-label={heading}>
            <Title order={2} size="h5" mb="xs">
              {heading}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
              {own.map((figure) => (
                <FigureTile
                  key={figure.key}
                  figure={figure}
                  name={figure.name ?? labels.measure(figure.key)}
                  chosen={figure === chosen}
                  onChoose={() => {
                    set({ measure: figure.key });
                    course.current?.scrollIntoView({ block: 'center' });
                  }}
                />
              ))}
            </SimpleGrid>
          </Box>
        );
      })}
    </Stack>
  );
}
