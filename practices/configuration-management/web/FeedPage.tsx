import { Alert, Button, Checkbox, FileInput, Group, Paper, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { feedOverrides } from './feed.overrides.tsx';
import { FeedColumns } from './FeedColumns.tsx';
import { Runs } from './FeedRuns.tsx';
import { useT } from './reconciliation.web.ts';

const first = ['origin', 'transport', 'url', 'relationsUrl', 'headerName', 'hasSecret', 'everyHours', 'matchBy', 'scopeClassId', 'defaultClassId', 'shrinkPercent', 'ownerId', 'lastRunAt', 'lastResult']; // prettier-ignore
const hidden = ['mapping', 'nextRunAt'];
const sections = {
  main: ({ record }: SectionProps) => (
    <>
      {record.can['edit']?.ok === true && record.state === 'active' && <RunNow record={record} />}
      <Runs record={record} />
    </>
  ),
  below: ({ record }: SectionProps) => <FeedColumns key={record.number} record={record} />,
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
      hidden={hidden}
      overrides={feedOverrides}
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
