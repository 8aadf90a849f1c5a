import { Alert, Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarDue, IconInfoCircle, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import {
  useCertificationWords,
  useGuidance,
  useYearPlan,
  yearPlanKey,
  type Entry,
  type YearPlan,
} from './certification.web.ts';
import { PlanSteps, keyOf, type Chosen } from './PlanSteps.tsx';

/** The year of the system, proposed from the audits from outside, changed where it has to be, and made in one step. */
export default function YearPlanPage() {
  const t = useCertificationWords();
  const search: Query = useSearch({ strict: false });
  const navigate = useNavigate();
  const [next] = useState(() => new Date().getFullYear() + 1);
  const year = Number(search['year'] ?? next);
  const found = useYearPlan(year);
  const guidance = useGuidance('plan');
  useEffect(() => {
    document.title = `${t('certification_page.year.title')} · Servanda`;
  }, [t]);
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ flex: '1 1 420px' }}>
          <Title order={1} size="h3">{t('certification_page.year.title')}</Title>
          <Text size="sm" c="dimmed">{t('certification_page.year.hint')}</Text>
        </div>
        <Group gap={8} align="flex-end">
          <NumberInput label={t('certification_page.year.year')} w={110} min={2000} max={2100} value={year} onChange={(next) => typeof next === 'number' && next >= 2000 && next <= 2100 && void navigate({ to: '.', search: { year: String(next) }, replace: true })} />
          <Button variant="default" leftSection={<IconCalendarDue size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to="/management-system/calendar" />}>{t('certification_page.year.calendar')}</Button>
        </Group>
      </Group>
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : found.isPending ? <Loading minHeight={420} /> : <Plan key={`${found.data.year}`} plan={found.data} />}
      <Guidance {...guidance} />
    </Stack>
  );
} // prettier-ignore

const chosenAtFirst = (entries: readonly Entry[]): Chosen =>
  Object.fromEntries(
    entries.map((entry) => [keyOf(entry), { day: entry.day, ownerId: entry.ownerId, wanted: true }]),
  );

function Plan({ plan }: { readonly plan: YearPlan }) {
  const t = useCertificationWords();
  const words = useProblemWords();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>(() => chosenAtFirst(plan.entries));
  const open = plan.entries.filter((entry) => entry.there === null && chosen[keyOf(entry)]?.wanted === true);
  const make = useMutation({
    mutationFn: () =>
      api.post<{ made: readonly unknown[] }>('/year-plan', {
        year: plan.year,
        entries: open.map((entry) => ({ anchor: entry.anchor, kind: entry.kind, day: chosen[keyOf(entry)]?.day, ownerId: chosen[keyOf(entry)]?.ownerId })),
      }),
    onSuccess: async ({ made }) => {
      celebrate(t('certification_page.year.made', { count: made.length }));
      await client.invalidateQueries({ queryKey: yearPlanKey });
      for (const type of ['action-item', 'internal-audit', 'management-review']) await client.invalidateQueries({ queryKey: keys.lists(type) });
    },
  });
  const missing = open.some((entry) => (chosen[keyOf(entry)]?.ownerId ?? null) === null);
  const faults = new Map(
    make.error instanceof ProblemError
      ? make.error.errors.flatMap(({ field, message }) => {
          const at = /^entries\.(\d+)\./.exec(field)?.[1];
          const entry = at === undefined ? undefined : open[Number(at)];
          return entry ? [[keyOf(entry), message] as const] : [];
        })
      : [],
  );
  return (
    <>
      <Paper p="md">
        <PlanSteps plan={plan} chosen={chosen} faults={faults} onChange={(key, next) => setChosen((before) => ({ ...before, [key]: next }))} />
      </Paper>
      {make.isError && faults.size === 0 && <Alert color="red" role="alert">{words(make.error)}</Alert>}
      <Group justify="space-between" gap="sm">
        <Group gap={6}><IconInfoCircle size={16} aria-hidden /><Text size="sm" c="dimmed">{open.length === 0 ? t('certification_page.year.all_there') : t('certification_page.year.order')}</Text></Group>
        <Button leftSection={<IconSparkles size={16} aria-hidden />} disabled={open.length === 0 || missing} title={missing ? t('certification_page.year.needs_owner') : undefined} loading={make.isPending} onClick={() => make.mutate()}>
          {t('certification_page.year.make', { count: open.length })}
        </Button>
      </Group>
    </>
  );
} // prettier-ignore
