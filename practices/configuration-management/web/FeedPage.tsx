import {
  Alert,
  Badge,
  Button,
  Checkbox,
  FileInput,
  Group,
  Paper,
  PasswordInput,
  Progress,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useWords } from '../../../platform/ui/words.ts';
import { useRuns, useT, type FeedRun } from './reconciliation.web.ts';

const first = ['origin', 'transport', 'url', 'relationsUrl', 'headerName', 'hasSecret', 'everyHours', 'scopeClassId', 'shrinkPercent', 'ownerId', 'lastRunAt', 'lastResult', 'nextRunAt']; // prettier-ignore
const sections = {
  main: ({ record }: SectionProps) => (
    <>
      {record.can['edit']?.ok === true && record.state === 'active' && <RunNow record={record} />}
      <Runs record={record} />
    </>
  ),
  side: ({ record }: SectionProps) =>
    record.can['edit']?.ok === true && value(record, 'transport') === 'http' ? (
      <Secret record={record} />
    ) : null,
};

const primary = ['pause', 'resume'];

export default function FeedPage() {
  return (
    <RecordPage
      type="feed"
      primary={primary}
      first={first}
      hidden={['mapping']}
      sections={sections}
      register
    />
  );
}

function RunNow({ record }: { readonly record: Whole }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const fetched = value(record, 'transport') === 'http';
  const [file, setFile] = useState<File | null>(null);
  const [initial, setInitial] = useState(false);
  const run = useMutation({
    mutationFn: () => {
      const mode = initial ? 'initial' : 'compare';
      const to = `${endpoints.record('feeds', record.number)}/runs`;
      if (!file) return api.post(to, { mode });
      const form = new FormData();
      form.append('mode', mode);
      form.append('file', file);
      return api.post(to, form);
    },
    onSuccess: () => (setFile(null), client.invalidateQueries({ queryKey: keys.type('feed') })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <Paper p="md" component="section" aria-label={t('reconciliation.run_now')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {run.isError && <Alert color="red" role="alert">{words(run.error)}</Alert>}
          <Group align="flex-end">
            {!fetched && <FileInput style={{ flex: 1 }} label={t('reconciliation.file')} accept=".csv,.xlsx,.json,.gz" value={file} onChange={setFile} clearable />}
            <Button type="submit" loading={run.isPending} disabled={!fetched && !file}>{t('reconciliation.run_now')}</Button>
          </Group>
          <Checkbox label={t('reconciliation.as_initial')} checked={initial} onChange={(event) => setInitial(event.currentTarget.checked)} />
        </Stack>
      </form>
    </Paper>
  );
} // prettier-ignore

const colors = { queued: 'gray', running: 'blue', done: 'teal', refused: 'red', failed: 'red' } as const;

function Runs({ record }: { readonly record: Whole }) {
  const t = useT();
  const runs = useRuns(record.number).data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('reconciliation.runs')}>
      <Title order={2} size="h5" mb="xs">{t('reconciliation.runs')}</Title>
      {runs.length === 0 && <Text size="sm" c="dimmed">{t('reconciliation.no_runs')}</Text>}
      <Stack gap="md">{runs.map((run) => <OneRun key={run.id} run={run} />)}</Stack>
    </Paper>
  );
} // prettier-ignore

function OneRun({ run }: { readonly run: FeedRun }) {
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
      {run.refusal && <Alert color="red" mt={6}>{told(run.refusal.code, params(run.refusal.params))}</Alert>}
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

function Secret({ record }: { readonly record: Whole }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const kept = value(record, 'hasSecret') === true;
  const keep = useMutation({
    mutationFn: (next: string | null) => api.put(`${endpoints.record('feeds', record.number)}/secret`, { value: next }),
    onSuccess: () => (setText(''), client.invalidateQueries({ queryKey: keys.type('feed') })),
  });
  return (
    <Paper p="md">
      <Stack gap="xs">
        <PasswordInput label={t('reconciliation.secret')} description={kept ? t('reconciliation.secret_kept') : undefined} autoComplete="new-password" value={text} onChange={(event) => setText(event.currentTarget.value)} error={keep.isError ? words(keep.error) : undefined} />
        <Group gap="xs">
          <Button size="xs" disabled={text === ''} loading={keep.isPending} onClick={() => keep.mutate(text)}>{t('reconciliation.secret_save')}</Button>
          {kept && <Button size="xs" variant="default" onClick={() => keep.mutate(null)}>{t('reconciliation.secret_forget')}</Button>}
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore
