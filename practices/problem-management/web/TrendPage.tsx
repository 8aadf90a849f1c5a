import { Alert, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { CandidateCard } from './CandidateCard.tsx';
import { useCandidates, useProblemPageWords } from './problem.web.ts';

const first = [
  'periodFrom',
  'periodTo',
  'previousFrom',
  'serviceId',
  'ownerId',
  'kind',
  'conclusions',
  'fault',
];
const hidden = [
  'stage',
  'progress',
  'incidents',
  'previousIncidents',
  'explained',
  'candidates',
  'startedAt',
  'finishedAt',
  'tookMs',
  'leastCount',
];
const stages = ['counting', 'reading_words', 'comparing', 'weighing'] as const;

/** A trend analysis: how far it is, what it proposes with its numbers, and what was concluded. */
function Candidates({ record }: { record: Whole }) {
  const t = useProblemPageWords();
  const format = useFormat();
  const client = useQueryClient();
  const running = record.state === 'queued' || record.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: keys.record('trend-analysis', record.number) }),
      1500,
    );
    return () => clearInterval(timer);
  }, [running, client, record.number]);
  const items = useCandidates(record.number, !running).data?.items;
  const number = (key: string) => Number(value(record, key) ?? 0);
  if (running) {
    const stage = stages.find((s) => s === value(record, 'stage')) ?? 'counting';
    return (
      <Alert color="blue" title={t(`pm.stage.${stage}`)} role="status">
        <Text size="sm" mb={6}>
          {t('pm.running')}
        </Text>
        <Progress value={Math.max(5, number('progress'))} animated aria-label={t(`pm.stage.${stage}`)} />
      </Alert>
    );
  }
  if (!items) return null;
  const decided = items.filter(({ state }) => state !== 'proposed').length;
  return (
    <Paper p="md" component="section" aria-label={t('pm.candidates')}>
      <Title order={2} size="h5">
        {t('pm.candidates')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {t('pm.looked_at', {
          n: format.number(number('incidents')),
          previous: format.number(number('previousIncidents')),
          explained: format.number(number('explained')),
          took: format.duration(number('tookMs')),
        })}
        {items.length > 0 && ` ${t('pm.decided', { n: decided, all: items.length })}`}
      </Text>
      {items.length === 0 ? (
        <Text size="sm">{t('pm.candidates_none')}</Text>
      ) : (
        <Stack gap="sm">
          {items.map((candidate) => (
            <CandidateCard key={candidate.id} record={record} candidate={candidate} />
          ))}
        </Stack>
      )}
    </Paper>
  );
}

const sections = { main: ({ record }: SectionProps) => <Candidates record={record} /> };

export default function TrendPage() {
  return (
    <RecordPage
      type="trend-analysis"
      first={first}
      hidden={hidden}
      sections={sections}
      primary={['close', 'run_again']}
    />
  );
}
