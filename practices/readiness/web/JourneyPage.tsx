import { Anchor, Badge, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconLock, IconProgress } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Note } from './Note.tsx';
import { useJourney, useReadinessWords, type Journey } from './readiness.web.ts';

type Stage = Journey['items'][number];
const looks = {
  done: { icon: IconCircleCheck, color: 'teal' },
  going: { icon: IconProgress, color: 'blue' },
  ahead: { icon: IconCircleDashed, color: 'gray' },
  held_back: { icon: IconLock, color: 'orange' },
} as const;

/** The way to a certificate as a board: where one is, what is lacking, and where to go on. */
export default function JourneyPage() {
  const t = useReadinessWords();
  const found = useJourney();
  useEffect(() => {
    document.title = `${t('readiness.journey.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={420} />;
  return (
    <Stack p="md" gap="sm">
      <div>
        <Title order={1} size="h3">{t('readiness.journey.title')}</Title>
        <Text size="sm" c="dimmed">{t('readiness.journey.hint')}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm">
        {found.data.items.map((stage, i) => (
          <Column key={stage.key} stage={stage} number={i + 1} />
        ))}
      </SimpleGrid>
      <Note />
    </Stack>
  );
} // prettier-ignore

function Column({ stage, number }: { stage: Stage; number: number }) {
  const t = useReadinessWords();
  const { icon: Icon, color } = looks[stage.state];
  const name = t(`readiness.journey.stage.${stage.key}`);
  return (
    <Paper p="md" component="section" aria-label={name} style={{ borderTop: `3px solid var(--mantine-color-${color}-filled)` }}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="xs" c="dimmed">{number}</Text>
        <Badge size="sm" variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>{t(`readiness.journey.state.${stage.state}`)}</Badge>
      </Group>
      <Title order={2} size="h5" mb={4}>{name}</Title>
      <Text size="xs" c="dimmed" mb="sm">{t(`readiness.journey.about.${stage.key}`)}</Text>
      <Stack gap="sm">
        {stage.parts.map((part) => <Line key={part.key} part={part} />)}
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Line({ part: { key, have, want, to } }: { part: Stage['parts'][number] }) {
  const t = useReadinessWords();
  const name = t(`readiness.journey.part.${key}`);
  if (have === null) return <Text size="sm" c="dimmed">{name}: {t('readiness.gate.state.not_built')}</Text>;
  const share = want === 0 ? 0 : Math.min(100, (have * 100) / want);
  return (
    <div>
      <Group justify="space-between" gap={6} wrap="nowrap">
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={to} />}>{name}</Anchor>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{t('readiness.gate.of', { have, want })}</Text>
      </Group>
      <Progress size="sm" mt={3} value={share} color={share >= 100 ? 'teal' : 'blue'} aria-label={name} />
    </div>
  );
} // prettier-ignore
