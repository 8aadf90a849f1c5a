import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Gantt } from './Gantt.tsx';
import { GapActionForm } from './GapActionForm.tsx';
import { ProgressChart } from './ProgressChart.tsx';
import { usePlan, useReadinessWords, type Planned } from './readiness.web.ts';

const isOpen = ({ state }: Planned) => state === 'planned' || state === 'in_progress';

/** The way from where the organisation is to where the standard wants it, over time. */
export default function PlanPage() {
  const t = useReadinessWords();
  const meta = useMetaType('gap-action');
  const plan = usePlan();
  const [adding, setAdding] = useState(false);
  const [scale, setScale] = useState<'weeks' | 'months'>('weeks');
  const [all, setAll] = useState(false);
  useEffect(() => {
    document.title = `${t('readiness.plan.title')} · Servanda`;
  }, [t]);
  if (plan.isError) return <ErrorState error={plan.error} retry={() => void plan.refetch()} />;
  if (plan.isPending) return <Loading minHeight={480} />;
  const { items, today } = plan.data;
  const shown = items.filter((one) => (all ? one.state !== 'cancelled' : isOpen(one) || one.state === 'done'));
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h3">{t('readiness.plan.title')}</Title>
          <Text size="sm" c="dimmed">{t('readiness.plan.hint')}</Text>
        </div>
        {meta.create.allowed && (
          <Button size="sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>{t('readiness.plan.new')}</Button>
        )}
      </Group>
      <Figures items={items} today={today} />
      <Paper p="md" component="section" aria-label={t('readiness.plan.title')}>
        <Group justify="flex-end" gap="xs" mb="sm">
          <Segments label={t('readiness.plan.shown')} value={all ? 'all' : 'only_open'} onChange={(next) => setAll(next === 'all')}
            choices={(['only_open', 'all'] as const).map((value) => ({ value, label: t(`readiness.plan.${value}`) }))} />
          <Segments label={t('readiness.plan.scale')} value={scale} onChange={setScale}
            choices={(['weeks', 'months'] as const).map((value) => ({ value, label: t(`readiness.plan.${value}`) }))} />
        </Group>
        {shown.length === 0 ? <Empty title={t('readiness.plan.none')} /> : <Gantt items={shown} today={today} dayWidth={scale === 'weeks' ? 11 : 4} />}
      </Paper>
      {items.length > 0 && <ProgressChart items={items} today={today} />}
      {adding && <GapActionForm onClose={() => setAdding(false)} />}
    </Stack>
  );
} // prettier-ignore

function Figures({ items, today }: { items: readonly Planned[]; today: string }) {
  const t = useReadinessWords();
  const format = useFormat();
  const count = (held: (one: Planned) => boolean) => items.filter(held).length;
  const effort = (those: readonly Planned[]) => those.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0);
  const counted = items.filter(({ state }) => state !== 'cancelled');
  const finished = counted.filter((one) => !isOpen(one));
  const late = count((one) => isOpen(one) && one.dueOn !== null && one.dueOn < today);
  const tiles = [
    { key: 'open', value: format.number(count(isOpen)) },
    { key: 'overdue', value: format.number(late), color: late > 0 ? 'red' : undefined },
    { key: 'to_confirm', value: format.number(count(({ state }) => state === 'done')) },
    { key: 'confirmed', value: format.number(count(({ state }) => state === 'confirmed')) },
    { key: 'effort', value: t('readiness.plan.of', { done: format.number(effort(finished)), all: format.number(effort(counted)) }) },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
      {tiles.map((tile) => (
        <Paper key={tile.key} p="sm">
          <Text size="xs" c="dimmed">{t(`readiness.plan.${tile.key}`)}</Text>
          <Text fz={tile.key === 'effort' ? 17 : 24} lh="30px" fw={650} c={'color' in tile && tile.color ? tile.color : 'var(--mantine-color-text)'}>{tile.value}</Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
} // prettier-ignore
