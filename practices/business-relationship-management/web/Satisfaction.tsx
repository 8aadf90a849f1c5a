import { Alert, Box, Button, Group, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FigureTile } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { periods, usePeriod, type PeriodName } from '../../../kernel/web/dashboard/measures.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Distribution } from './Distribution.tsx';
import { filtersFor, useResultFigures } from './figures.ts';
import { ResultFilters } from './ResultFilters.tsx';
import { useResults, useSatisfactionWords } from './results.ts';
import { fewAnswers, ResultsTable } from './ResultsTable.tsx';
import { Trend } from './Trend.tsx';

const isPeriod = (text: string | undefined): text is PeriodName => periods.some((p) => p === text);
/** 8.3.2: how satisfied users and customers are, with n asked and answered, and whether promises to them were kept. */
export default function Satisfaction() {
  const t = useSatisfactionWords();
  const labels = useLabels();
  const navigate = useNavigate();
  const search: Query = useSearch({ strict: false });
  const name = isPeriod(search['period']) ? search['period'] : 'days_90';
  const days = { first: search['from'], last: search['to'] };
  const period = usePeriod(name, days);
  const filters = Object.fromEntries(Object.entries(search).filter(([key]) => key.startsWith('filter[')));
  const results = useResults(period, filters);
  const set = (patch: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      search: (before: Query) => ({ ...before, ...patch }),
      replace: true,
      resetScroll: false,
    });
  const figures = useResultFigures(period, filters);
  const chosen = figures.find(({ key }) => key === search['measure']) ?? figures[0];
  const total = results.data?.total;
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('menu.satisfaction')}
        </Title>
        <Group gap={6}>
          <Button variant="default" size="xs" renderRoot={(p) => <Link {...p} {...openFollowUps} />}>
            {t('satisfaction.follow_ups')}
          </Button>
          <Button variant="default" size="xs" renderRoot={(p) => <Link {...p} to={paths.queue('ratings')} />}>
            {labels.plural('rating')}
          </Button>
          <Button variant="default" size="xs" renderRoot={(p) => <Link {...p} to={paths.queue('surveys')} />}>
            {labels.plural('survey')}
          </Button>
        </Group>
      </Group>
      <ResultFilters name={name} days={days} period={period} search={search} onChange={set} />
      {results.isError && <ErrorState error={results.error} retry={() => void results.refetch()} />}
      {results.isPending && <Loading minHeight={320} />}
      {total && total.answers.n > 0 && total.answers.n < fewAnswers && (
        <Alert color="yellow" role="status">
          {t('satisfaction.few', { n: total.answers.n, few: fewAnswers })}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {figures.map((figure) => (
          <FigureTile
            key={figure.key}
            figure={figure}
            name={figure.name ?? labels.measure(figure.key)}
            chosen={figure === chosen}
            onChoose={() => set({ measure: figure.key })}
          />
        ))}
      </SimpleGrid>
      {chosen && total && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Trend
            figure={chosen}
            name={chosen.name ?? labels.measure(chosen.key)}
            period={period}
            filters={filtersFor(chosen.key, filters)}
          />
          <Paper p="md" component="section" aria-label={t('satisfaction.distribution')}>
            <Title order={2} size="h5" mb="lg">
              {t('satisfaction.distribution')}
            </Title>
            <Distribution result={total} />
          </Paper>
        </SimpleGrid>
      )}
      {results.data && (
        <Box>
          <ResultsTable by={results.data.by} chosen={search['by']} onChoose={(by) => set({ by })} />
        </Box>
      )}
    </Stack>
  );
}

const openFollowUps = { to: '/ratings', search: { 'filter[state]': 'follow_up', sort: '-updatedAt' } };
