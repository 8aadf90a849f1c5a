import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Popover,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAdjustments, IconArrowDownRight, IconArrowUpRight, IconInfoCircle } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useAmount } from '../../../kernel/web/dashboard/measures.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Goal } from '../scorecard.settings.ts';
import { Months } from './Months.tsx';
import { useOutcomeWords, useScorecard, type KpiShown, type ScorecardShown } from './outcomes.web.ts';
import { useWheel } from './system.web.ts';
import styles from './outcomes.module.css';

const ScorecardForm = lazy(() => import('./ScorecardForm.tsx'));
const tones: Readonly<Record<Goal, string>> = {
  customer: 'blue',
  process: 'teal',
  improvement: 'grape',
  business: 'orange',
};

/** What the system is for, and whether it gets there. */
export default function ScorecardPage() {
  const t = useOutcomeWords();
  const search: Query = useSearch({ strict: false });
  const found = useScorecard(search['site']);
  useEffect(() => {
    document.title = `${t('outcomes.scorecard.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Shown scorecard={found.data} site={search['site']} />;
}

function Shown({ scorecard, site }: { scorecard: ScorecardShown; site: string | undefined }) {
  const t = useOutcomeWords();
  const format = useFormat();
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  const wheel = useWheel(undefined);
  const sites = Object.entries(wheel.data?.refs ?? {}).map(([value, { title }]) => ({ value, label: title }));
  const { goals, history, mayChange } = scorecard;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{t('outcomes.scorecard.title')}</Title>
          <Text size="sm" c="dimmed">{t('outcomes.scorecard.hint')}</Text>
        </div>
        <Group gap="xs">
          {sites.length > 0 && (
            <Select aria-label={t('outcomes.scorecard.site')} placeholder={t('outcomes.scorecard.all')} clearable searchable size="xs" w={230} data={sites} value={site ?? null}
              onChange={(next) => void navigate({ to: '.', search: (before: Query) => ({ ...before, site: next ?? undefined }), replace: true })} />
          )}
          {mayChange && <Button variant="default" leftSection={<IconAdjustments size={15} aria-hidden />} onClick={() => setChoosing(true)}>{t('outcomes.scorecard.choose')}</Button>}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {goals.map(({ goal, kpis }) => (
          <Paper key={goal} p="md" component="section" aria-label={t(`outcomes.scorecard.goal.${goal}`)} className={styles['goal'] ?? ''} style={{ '--tone': `var(--mantine-color-${tones[goal]}-6)` }}>
            <Group justify="space-between" gap="xs">
              <Title order={2} size="h5">{t(`outcomes.scorecard.goal.${goal}`)}</Title>
              <Text size="xs" c="dimmed">{t('outcomes.scorecard.reached', { met: kpis.filter(({ met }) => met === true).length, of: kpis.length })}</Text>
            </Group>
            <Text size="xs" c="dimmed" mb="sm">{t(`outcomes.scorecard.about.${goal}`)}</Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              {kpis.map((kpi) => <Tile key={kpi.measure} kpi={kpi} />)}
            </SimpleGrid>
          </Paper>
        ))}
      </SimpleGrid>
      {history.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('outcomes.scorecard.history')}: {history.slice(0, 3).map(({ version, by, at }) => `${t('outcomes.scorecard.changed', { version, name: by?.name ?? '–' })} (${format.date(at)})`).join(' · ')}
        </Text>
      )}
      {choosing && <Suspense fallback={null}><ScorecardForm scorecard={scorecard} onClose={() => setChoosing(false)} /></Suspense>}
    </Stack>
  );
} // prettier-ignore

function Tile({ kpi }: { kpi: KpiShown }) {
  const t = useOutcomeWords();
  const format = useFormat();
  const amount = useAmount();
  const { figure, name, formula, target, met, trend } = kpi;
  const unit = figure?.unit ?? 'number';
  const said = (value: number | null) => (value === null ? t('outcomes.scorecard.nothing') : amount(unit, value));
  return (
    <Stack gap={4} component="article" aria-label={name}>
      <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="sm" fw={550} lineClamp={2}>{name}</Text>
        <Popover width={300} shadow="md" position="top-end" withArrow>
          <Popover.Target><ActionIcon size="sm" aria-label={`${t('outcomes.scorecard.formula')}: ${name}`}><IconInfoCircle size={15} aria-hidden /></ActionIcon></Popover.Target>
          <Popover.Dropdown><Text size="xs" fw={600}>{t('outcomes.scorecard.formula')}</Text><Text size="xs">{formula}</Text></Popover.Dropdown>
        </Popover>
      </Group>
      <Group gap={8} align="baseline">
        {figure === null || figure.value === null ? <Text size="lg" c="dimmed">{t('outcomes.scorecard.nothing')}</Text> : (
          <Anchor size="26px" fw={600} lh={1.15} c="var(--mantine-color-text)" renderRoot={(p) => figure.records.all === undefined ? <span {...p} /> : <Link {...p} {...recordsLink(figure.records.all)} />}>
            {amount(unit, figure.value)}
          </Anchor>
        )}
        {met !== null && <Badge color={met ? 'teal' : 'red'} variant="light">{t(met ? 'outcomes.scorecard.met' : 'outcomes.scorecard.missed')}</Badge>}
      </Group>
      <Text size="xs" c="dimmed">{t(figure?.better === 'lower' ? 'outcomes.scorecard.at_most' : 'outcomes.scorecard.at_least', { target: amount(unit, target) })}</Text>
      <Months label={t('outcomes.scorecard.trend', { name })} target={target} {...(unit === 'percent' ? { full: 100 } : {})}
        bars={trend.map(({ from, value, n, records }) => ({ key: from, value, records, label: t('outcomes.scorecard.month', { month: format.month(from), value: said(value), n }) }))} />
      <Change kpi={kpi} said={(value) => amount(unit, value)} />
    </Stack>
  );
} // prettier-ignore

/** Better or worse than the quarter before, whichever way is better. */
function Change({ kpi: { figure, before }, said }: { kpi: KpiShown; said: (value: number) => string }) {
  const t = useOutcomeWords();
  const value = figure?.value ?? null;
  if (value === null || before === null) return <Text size="xs" c="dimmed">{t('outcomes.scorecard.no_before')}</Text>;
  const by = value - before;
  if (Math.abs(by) < 0.05) return <Text size="xs" c="dimmed">{t('outcomes.scorecard.same')}</Text>;
  const better = by > 0 === (figure?.better !== 'lower');
  const Sign = by > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <Group gap={3} c={better ? 'teal' : 'red'}>
      <Sign size={14} aria-hidden />
      <Text size="xs">{t(better ? 'outcomes.scorecard.better' : 'outcomes.scorecard.worse', { by: said(Math.abs(by)) })}</Text>
    </Group>
  );
} // prettier-ignore
