import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { sign, useAmount, useGuidance, useObjectiveWords, useTrace, type Traced } from './objective.web.ts';

/** On one page: policy and strategy, the objectives that follow, the agreements that promise them, what is spent on them. */
export default function TracePage() {
  const t = useObjectiveWords();
  const guidance = useGuidance('objective');
  const meta = useMetaType('objective');
  const trace = useTrace();
  useEffect(() => {
    document.title = `${t('objective_page.trace.title')} · Servanda`;
  }, [t]);
  if (trace.isError) return <ErrorState error={trace.error} retry={() => void trace.refetch()} />;
  if (trace.isPending) return <Loading minHeight={420} />;
  const { items, plan, planInWork } = trace.data;
  const ids = new Set(items.map(({ id }) => id));
  const roots = items.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  return (
    <Stack p="md" gap="sm" maw={1280}>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">{t('objective_page.trace.title')}</Title>
          <Text size="sm" c="dimmed">{t('objective_page.trace.hint')}</Text>
        </div>
        <Group gap="xs">
          <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.queue('system-changes')} />}>{t('objective_page.trace.changes')}</Button>
          <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.queue('objectives')} />}>{t('objective_page.trace.list')}</Button>
          {meta.create.allowed && <Button leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('objectives')} />}>{t('objective.create')}</Button>}
        </Group>
      </Group>
      <Guidance {...guidance} />
      <PlanCard plan={plan} inWork={planInWork} />
      {items.length === 0 && <Paper p="md"><Text size="sm" c="dimmed">{t('objective_page.trace.none')}</Text></Paper>}
      {roots.map((root) => <Tree key={root.id} one={root} all={items} depth={0} />)}
    </Stack>
  );
} // prettier-ignore

function PlanCard({ plan, inWork }: { plan: { number: string; edition: number } | null; inWork: string | null }) {
  const t = useObjectiveWords();
  return (
    <Paper p="md" component="section" aria-label={t('objective_page.trace.plan')}>
      <Group justify="space-between">
        <Group gap="sm" align="baseline">
          <Title order={2} size="h5">{t('objective_page.trace.plan')}</Title>
          <Text size="sm" c="dimmed">{plan === null ? t('objective_page.trace.plan_none') : t('objective_page.trace.plan_in_force', { edition: plan.edition })}</Text>
        </Group>
        <Group gap="xs">
          {plan !== null && <Button variant="subtle" rightSection={<IconArrowRight size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.record('service-management-plans', plan.number)} />}>{plan.number}</Button>}
          {inWork === null ? (
            <Button variant="light" renderRoot={(p) => <Link {...p} to={paths.create('service-management-plans')} />}>{t('service_management_plan.create')}</Button>
          ) : (
            <Button variant="light" renderRoot={(p) => <Link {...p} to={paths.record('service-management-plans', inWork)} />}>{t('objective_page.trace.plan_in_work', { number: inWork })}</Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
} // prettier-ignore

/** Large enough to be hit: they stand one under another. */
const target = { display: 'inline-flex', alignItems: 'center', minHeight: 24 } as const;
const deepest = 8;

function Tree({ one, all, depth }: { one: Traced; all: readonly Traced[]; depth: number }) {
  const children = all.filter(({ parentId }) => parentId === one.id);
  return (
    <Stack gap="sm" ml={depth === 0 ? 0 : 28} style={depth === 0 ? undefined : { borderLeft: '2px solid var(--ink-line)', paddingLeft: 12 }}>
      <Line one={one} />
      {depth < deepest && children.map((child) => <Tree key={child.id} one={child} all={all} depth={depth + 1} />)}
    </Stack>
  );
} // prettier-ignore

function Line({ one }: { one: Traced }) {
  const t = useObjectiveWords();
  const format = useFormat();
  const amount = useAmount();
  const meta = useMetaType('objective');
  const told = one.lastValue !== null;
  return (
    <Paper p="md" component="article" aria-label={one.title}>
      <Group justify="space-between" mb={6} gap="xs">
        <Group gap={8}>
          <StateBadge meta={meta} state={one.state} size="sm" />
          <Anchor fw={600} style={target} renderRoot={(p) => <Link {...p} to={paths.record('objectives', one.number)} />}>{one.title}</Anchor>
          <Text size="xs" c="dimmed">{one.owner}{one.dueOn === null ? '' : ` · ${format.day(one.dueOn)}`}</Text>
        </Group>
        <Group gap={8}>
          {told && <Badge size="lg" color={one.lastMet === true ? 'teal' : 'red'}>{amount(one.lastValue, one.unit)}</Badge>}
          <Text size="sm" fw={600}>{sign(one.direction)} {amount(one.target, one.unit)}</Text>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Part title={one.policySentence === null ? t('objective_page.trace.strategy') : t('objective_page.trace.policy')}>
          <Text size="sm">{one.policySentence ?? one.strategicLink ?? '—'}</Text>
          {one.policySentence !== null && one.strategicLink !== null && <Text size="xs" c="dimmed">{one.strategicLink}</Text>}
        </Part>
        <Part title={t('objective_page.trace.agreements')}>
          {one.agreements.length === 0 && <Text size="sm" c="dimmed">{t('objective_page.trace.no_agreement')}</Text>}
          {one.agreements.map((agreement) => (
            <Group key={agreement.id} gap={6}>
              <Anchor size="sm" style={target} renderRoot={(p) => <Link {...p} to={paths.record('agreements', agreement.number)} />}>{agreement.title}</Anchor>
              <Text size="xs" c="dimmed">{t('objective_page.trace.targets', { count: agreement.targets })}</Text>
            </Group>
          ))}
        </Part>
        <Part title={t('objective_page.trace.resources')}>
          {one.plan.length === 0 && <Text size="sm" c="dimmed">{t('objective_page.trace.no_plan')}</Text>}
          {one.plan.map((step) => (
            <Text key={`${step.what}${step.until ?? ''}`} size="sm">
              {step.what} <Text span size="xs" c="dimmed">{[step.resources, step.person, step.until == null ? null : format.day(step.until)].filter((part) => part != null && part !== '').join(' · ')}</Text>
            </Text>
          ))}
        </Part>
      </SimpleGrid>
    </Paper>
  );
} // prettier-ignore

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>{title}</Text>
      <Stack gap={2}>{children}</Stack>
    </div>
  );
} // prettier-ignore
