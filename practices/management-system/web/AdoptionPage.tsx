import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FigureTile } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { usePeriod } from '../../../kernel/web/dashboard/measures.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Months } from './Months.tsx';
import { SavedTable, Wins } from './SavedTable.tsx';
import { UseTable } from './UseTable.tsx';
import { useAdoption, useOutcomeWords, type Adoption } from './outcomes.web.ts';

const spans = ['days_30', 'days_90', 'days_365'] as const;

/** Whether people work with the system, and what they have of it (7.3). */
export default function AdoptionPage() {
  const t = useOutcomeWords();
  const search: Query = useSearch({ strict: false });
  const navigate = useNavigate();
  const chosen = spans.find((one) => one === search['period']) ?? 'days_90';
  const found = useAdoption(usePeriod(chosen, { first: undefined, last: undefined }));
  useEffect(() => {
    document.title = `${t('outcomes.adoption.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{t('outcomes.adoption.title')}</Title>
          <Text size="sm" c="dimmed">{t('outcomes.adoption.hint')}</Text>
        </div>
        <Segments label={t('outcomes.adoption.period')} value={chosen} choices={spans.map((value) => ({ value, label: t('outcomes.adoption.days', { count: Number(value.slice(5)) }) }))}
          onChange={(period) => void navigate({ to: '.', search: (before: Query) => ({ ...before, period }), replace: true, resetScroll: false })} />
      </Group>
      {found.isPending ? <Loading minHeight={420} /> : <Shown adoption={found.data} period={chosen} />}
    </Stack>
  );
} // prettier-ignore

function Shown({ adoption, period }: { adoption: Adoption; period: string }) {
  const navigate = useNavigate();
  const t = useOutcomeWords();
  const labels = useLabels();
  const format = useFormat();
  const { all, months, figures, teams, roles, sites, saved, wins, reuse } = adoption;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} spacing="sm">
        <Paper p="sm" component="article" aria-label={t('outcomes.adoption.active')}>
          <Text size="sm" fw={550}>{t('outcomes.adoption.active')}</Text>
          <Text size="26px" fw={600} lh={1.15} my={4}>{all.people === 0 ? '–' : format.percent(all.active / all.people)}</Text>
          <Text size="xs" c="dimmed">{t('outcomes.adoption.of', { active: all.active, people: all.people })}</Text>
          <Months label={t('outcomes.adoption.by_month')} full={Math.max(all.people, 1)} bars={months.map(({ from, active }) => ({ key: from, value: active, records: null, label: `${format.month(from)}: ${format.number(active)}` }))} />
        </Paper>
        {figures.map((figure) => (
          <FigureTile key={figure.key} figure={figure} name={figure.name ?? figure.key} chosen={false} onChoose={() => void navigate({ to: '/dashboard', search: { measure: figure.key, period } })} />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">{t('outcomes.adoption.active_hint')}</Text>
      <SavedTable saved={saved} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <UseTable title={t('outcomes.adoption.teams')} rows={teams} name={({ label, key }) => label ?? key} reuse={reuse} />
        <Stack gap="sm">
          <UseTable title={t('outcomes.adoption.roles')} rows={roles} name={({ key }) => labels.role(key)} />
          {sites.length > 0 && <UseTable title={t('outcomes.adoption.sites')} rows={sites} name={({ label, key }) => label ?? key} />}
        </Stack>
      </SimpleGrid>
      <Wins wins={wins} />
    </>
  );
} // prettier-ignore
