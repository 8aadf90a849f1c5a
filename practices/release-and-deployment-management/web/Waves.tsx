import {
  Badge,
  Button,
  Group,
  NumberInput,
  Paper,
  Progress,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop, IconPlayerTrackNext } from '@tabler/icons-react';
import { useState } from 'react';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import {
  currentWave,
  stopping,
  stops,
  unwatched,
  type StopCriterion,
  type Wave,
  type WaveRun,
} from '../release.parts.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { may, useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useT } from './useT.ts';

const colors = { waiting: 'gray', running: 'blue', go: 'teal', stopped: 'red' } as const;

/** The waves side by side, in the order in which they go out. */
export function Waves({ record }: { record: Whole }) {
  const t = useT();
  const waves = list(record, 'waves') as readonly Wave[];
  const runs = list(record, 'waveRuns') as readonly WaveRun[];
  const next = currentWave(waves, runs);
  return (
    <Panel title={t('release_page.waves')}>
      {waves.length === 0 && <Text size="sm" c="dimmed">{t('release_page.none')}</Text>}
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))' }}>
        {waves.map((wave, at) => (
          // eslint-disable-next-line react/no-array-index-key -- a wave is its place
          <Card key={at} record={record} n={at + 1} wave={wave} run={runs[at]} next={at === next} />
        ))}
      </div>
    </Panel>
  );
} // prettier-ignore

function Card(props: {
  readonly record: Whole;
  readonly n: number;
  readonly wave: Wave;
  readonly run: WaveRun | undefined;
  readonly next: boolean;
}) {
  const { record, n, wave, run, next } = props;
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const complain = useComplain();
  const start = useTransition(record, 'start_wave');
  const state = run?.state ?? 'waiting';
  return (
    <Paper withBorder p="sm" component="section" aria-label={wave.title} style={next && record.state === 'deploying' ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}>
      <Stack gap={8}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600} truncate>{n}. {wave.title}</Text>
          <Badge color={colors[state]}>{t(`release_page.wave_state.${state}`)}</Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {[
            t(`release_page.ways.${wave.way}`),
            typeof wave.share === 'number' ? `${wave.share} %` : '',
            run && run.attempts > 1 ? t('release_page.attempt', { n: run.attempts }) : '',
            run ? format.short(run.endedAt ?? run.startedAt) : '',
          ].filter((part) => part !== '').join(' · ')}
        </Text>
        {typeof wave.share === 'number' && <Progress size={4} value={wave.share} color={colors[state]} aria-label={t('release_page.wave.share')} />}
        {run?.state === 'running' && may(record, 'record_figures') ? (
          <Watch key={run.attempts} record={record} wave={wave} run={run} />
        ) : (
          wave.stopCriteria.map((criterion, at) => (
            // eslint-disable-next-line react/no-array-index-key -- a criterion is its place
            <Stop key={at} criterion={criterion} figure={run?.figures[at] ?? null} />
          ))
        )}
        {run?.note && <Text size="xs">{run.note}</Text>}
        {next && state !== 'running' && may(record, 'start_wave') && (
          <Button leftSection={<IconPlayerPlay size={14} aria-hidden />} loading={start.isPending} onClick={() => start.mutate({}, { onError: complain })}>
            {state === 'stopped' ? t('release_page.wave_again') : labels.action('release', 'start_wave')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
} // prettier-ignore

const useLimit = () => {
  const t = useT();
  return ({ above, below, unit }: StopCriterion) =>
    [
      typeof above === 'number' ? t('release_page.above', { limit: `${above} ${unit ?? ''}`.trim() }) : '',
      typeof below === 'number' ? t('release_page.below', { limit: `${below} ${unit ?? ''}`.trim() }) : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
};

function Stop({ criterion, figure }: { criterion: StopCriterion; figure: number | null }) {
  const format = useFormat();
  const limit = useLimit();
  return (
    <Group justify="space-between" wrap="nowrap" gap={8}>
      <div style={{ minWidth: 0 }}>
        <Text size="xs">{criterion.metric}</Text>
        <Text size="xs" c="dimmed">
          {limit(criterion)}
        </Text>
      </div>
      <Text size="sm" fw={600} {...(figure === null ? {} : { c: stops(criterion, figure) ? 'red' : 'teal' })}>
        {figure === null ? '—' : `${format.number(figure)} ${criterion.unit ?? ''}`}
      </Text>
    </Group>
  );
}

/** While it runs: what the metrics say now, and the decision that follows from it. */
function Watch({ record, wave, run }: { record: Whole; wave: Wave; run: WaveRun }) {
  const t = useT();
  const complain = useComplain();
  const limit = useLimit();
  const [figures, setFigures] = useState<readonly (number | null)[]>(run.figures);
  const [why, setWhy] = useState<string>();
  const measure = useTransition(record, 'record_figures');
  const decide = useTransition(record, 'decide_wave');
  const given = figures.flatMap((value, at) => (value === null ? [] : [{ criterion: at + 1, value }]));
  const dirty = figures.some((value, at) => value !== (run.figures[at] ?? null));
  const beyond = stopping(wave, run).length > 0;
  // The server judges it once more; who decides learns it before they press.
  const held = beyond ? t('release_page.go_beyond') : unwatched(wave, run).length > 0 ? t('release_page.go_unwatched') : dirty ? t('release_page.go_unrecorded') : undefined;
  return (
    <Stack gap={8}>
      {wave.stopCriteria.map((criterion, at) => (
        <NumberInput
          // eslint-disable-next-line react/no-array-index-key -- a criterion is its place
          key={at}
          label={criterion.metric}
          description={`${t('release_page.stop_criteria')} ${limit(criterion)}`}
          error={stops(criterion, figures[at]) ? true : undefined}
          value={figures[at] ?? ''}
          onChange={(next) => setFigures(figures.map((old, i) => (i === at ? (typeof next === 'number' ? next : null) : old)))}
        />
      ))}
      <Group gap={6}>
        <Button variant={dirty ? 'filled' : 'default'} disabled={given.length === 0} loading={measure.isPending} onClick={() => measure.mutate({ figures: given }, { onError: complain })}>
          {t('release_page.record')}
        </Button>
        <Tooltip label={held} disabled={held === undefined}>
        <Button variant={held === undefined ? 'filled' : 'default'} color="teal" leftSection={<IconPlayerTrackNext size={14} aria-hidden />} {...(held === undefined ? {} : { 'data-disabled': true })} disabled={!may(record, 'decide_wave')} loading={decide.isPending && why === undefined} onClick={() => held === undefined && decide.mutate({ decision: 'go' }, { onError: complain })}>
          {t('release_page.go')}
        </Button>
        </Tooltip>
        <Button variant={beyond ? 'filled' : 'default'} {...(beyond ? { color: 'red' } : {})} leftSection={<IconPlayerStop size={14} aria-hidden />} disabled={!may(record, 'decide_wave')} onClick={() => setWhy('')}>
          {t('release_page.halt')}
        </Button>
      </Group>
      {why !== undefined && (
        <Group gap={6} align="flex-end">
          <TextInput flex={1} data-autofocus label={t('release_page.why_stop')} value={why} onChange={(e) => setWhy(e.currentTarget.value)} />
          <Button color="red" disabled={why.trim() === ''} loading={decide.isPending} onClick={() => decide.mutate({ decision: 'stop', note: why }, { onError: complain })}>
            {t('release_page.halt')}
          </Button>
        </Group>
      )}
    </Stack>
  );
} // prettier-ignore
