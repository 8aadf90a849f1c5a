import { Alert, Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconShieldHalf } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { InPlace } from '../../../kernel/web/record/Details.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import { useRuns, useT, type FeedRun } from './reconciliation.web.ts';
import { useSetupWords } from './setup.web.ts';

const colors = { queued: 'gray', running: 'blue', done: 'teal', refused: 'red', failed: 'red' } as const;

/** Its last runs, and what came of each: loudly where it was refused. */
export function Runs({ record }: { readonly record: Whole }) {
  const t = useT();
  const runs = useRuns(record.number).data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('reconciliation.runs')}>
      <Title order={2} size="h5" mb="xs">{t('reconciliation.runs')}</Title>
      {runs.length === 0 && <Text size="sm" c="dimmed">{t('reconciliation.no_runs')}</Text>}
      <Stack gap="md">{runs.map((run) => <OneRun key={run.id} run={run} record={record} />)}</Stack>
    </Paper>
  );
} // prettier-ignore

function OneRun({ run, record }: { readonly run: FeedRun; readonly record: Whole }) {
  const t = useT();
  const format = useFormat();
  const labels = useLabels();
  const told = useWords<Readonly<Record<string, string>>>();
  const n = (key: string) => run.counts[key] ?? 0;
  // Params may stand for words themselves: `@feed.items`.
  const params = (given: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(Object.entries(given).map(([key, one]) => [key, typeof one === 'string' && one.startsWith('@') ? labels.key(one.slice(1)) : one]));
  return (
    <div>
      <Group gap="xs">
        <Badge color={colors[run.state]} variant="light" tt="none">{t(`reconciliation.state_${run.state}`)}</Badge>
        <Text size="sm">{format.dateTime(run.startedAt ?? run.queuedAt)}</Text>
        {run.fileName && <Text size="sm" c="dimmed">{run.fileName}</Text>}
      </Group>
      {run.state === 'running' && run.rowsTotal > 0 && <Progress mt={6} value={(run.rowsDone / run.rowsTotal) * 100} aria-label={t('reconciliation.state_running')} />}
      {run.state === 'done' && (
        <Text size="sm" mt={4}>
          {run.mode === 'initial'
            ? t('reconciliation.load_counts', { created: n('created'), matched: n('matched'), related: n('related') })
            : t('reconciliation.run_counts', { matched: n('matched'), opened: n('opened'), seen: n('seen'), gone: n('gone') })}
        </Text>
      )}
      {run.state === 'done' && n('opened') > 0 && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/differences" />}>{t('reconciliation.to_queue')}</Anchor>}
      {run.refusal?.code === 'feed.shrunk' ? <Shrunk said={run.refusal.params} record={record} />
        : run.refusal && <Alert color="red" mt={6}>{told(run.refusal.code, params(run.refusal.params))}</Alert>}
      {run.problems.length > 0 && (
        <details>
          <summary><Text size="sm" span>{t('reconciliation.unread', { n: n('problems') || run.problems.length })}</Text></summary>
          {run.problems.slice(0, 50).map((problem) => (
            <Text size="xs" c="dimmed" key={`${problem.row}${problem.field}`}>
              {t('reconciliation.row', { row: problem.row })}{problem.ref ? ` (${problem.ref})` : ''}: {told(problem.code, params(problem.params ?? {}))}
            </Text>
          ))}
        </details>
      )}
    </div>
  );
} // prettier-ignore

const mostBelieved = 90;

/** A broken export looks like a mass retirement: what would be gone, and what to do about it. */
function Shrunk({ said, record }: { readonly said: Readonly<Record<string, string | number>>; readonly record: Whole }) {
  const t = useSetupWords();
  const format = useFormat();
  const meta = useMetaType('feed');
  const [raising, setRaising] = useState(false);
  const n = (key: string) => Number(said[key] ?? 0);
  const field = meta.fields.find(({ key }) => key === 'shrinkPercent');
  // Where nothing at all is left no limit helps: such a document is never believed.
  const editable = record.can['edit']?.ok === true && n('percent') < mostBelieved;
  const numbers = { missing: format.number(n('missing')), before: format.number(n('before')), percent: n('percent'), most: n('most') };
  return (
    <Alert color="red" mt={8} icon={<IconShieldHalf />} title={t('configuration_setup.shrunk')}>
      <Stack gap={8}>
        <Text size="sm">
          {t(said['what'] === '@feed.relations' ? 'configuration_setup.shrunk_relations' : 'configuration_setup.shrunk_items', numbers)}{' '}
          <Text span fw={600}>{t('configuration_setup.shrunk_nothing')}</Text>
        </Text>
        <Progress.Root size="lg" aria-hidden>
          <Progress.Section value={100 - n('percent')} color="gray.5" />
          <Progress.Section value={n('percent')} color="red" />
        </Progress.Root>
        <Text size="sm">{t('configuration_setup.shrunk_next')}</Text>
        {editable && field && (raising ? <InPlace meta={meta} record={record} field={field} required={false} onClose={() => setRaising(false)} /> : (
          <div>
            <Button size="xs" variant="default" onClick={() => setRaising(true)}>{t('configuration_setup.shrunk_limit')}</Button>
          </div>
        ))}
      </Stack>
    </Alert>
  );
} // prettier-ignore
