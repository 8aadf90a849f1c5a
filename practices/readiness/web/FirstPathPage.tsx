import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { PhasedPlan } from './PhasedPlan.tsx';
import { statesOf, useFirstPath, usePathWords, type FirstPath, type PathState } from './first-path.web.ts';

const looks = {
  done: { icon: IconCircleCheck, color: 'teal' },
  going: { icon: IconProgress, color: 'blue' },
  ahead: { icon: IconCircleDashed, color: 'gray' },
} as const;

/** Learn, compare, plan in phases: where an organisation that begins goes next. */
export default function FirstPathPage() {
  const t = usePathWords();
  const [startsOn, setStartsOn] = useState<string>();
  const found = useFirstPath(startsOn);
  useEffect(() => {
    document.title = `${t('first_path.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={420} />;
  const path = found.data;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 420px' }}>
          <Title order={1} size="h3">{t('first_path.title')}</Title>
          <Text size="sm" c="dimmed">{t('first_path.hint')}</Text>
        </div>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/readiness/journey" />}>{t('first_path.on')} <IconArrowRight size={14} aria-hidden style={{ verticalAlign: '-2px' }} /></Anchor>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
        {statesOf(path).map((one) => <StepCard key={one.key} one={one} path={path} />)}
      </SimpleGrid>
      <PhasedPlan key={`${path.startsOn} ${path.steps.map(({ clause }) => clause).join()}`} path={path} onStartsOn={setStartsOn} />
    </Stack>
  );
} // prettier-ignore

const links = {
  learn: [['/readiness', 'learn_map'], ['/training-courses', 'learn_course']],
  gap: [['/readiness', 'gap_go']],
  plan: [['/readiness/plan', 'plan_gantt']],
} as const; // prettier-ignore

function StepCard({ one: { key, state }, path }: { readonly one: PathState; readonly path: FirstPath }) {
  const t = usePathWords();
  const { icon: Icon, color } = looks[state];
  const name = t(`first_path.step.${key}`);
  const counts = { learn: path, gap: path, plan: { actions: path.actions, open: path.steps.length } }[key];
  return (
    <Paper p="md" component="section" aria-label={name} style={{ borderTop: `3px solid var(--mantine-color-${color}-filled)` }}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h5">{name}</Title>
          <Badge size="sm" variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>{t(`first_path.state.${state}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">{t(`first_path.${key}_about`)}</Text>
        <Text size="sm" fw={550}>{t(`first_path.${key}_counts`, { ...counts })}</Text>
        <Group gap="md">
          {links[key].map(([to, label]) => <Anchor key={label} size="sm" renderRoot={(p) => <Link {...p} to={to} />}>{t(`first_path.${label}`)}</Anchor>)}
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore
