import { Button, Checkbox, Group, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { list, value, type Row } from '../../../kernel/web/contract.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Interview } from '../engagement.fields.ts';
import { useAuditWords, useTransition, type Requirement } from './audit.web.ts';
import { fits } from './Requirements.tsx';

const atOnce = 30;

/** The questions of the catalogue as a checklist, each with what was answered. */
export default function Questions(props: { items: readonly Requirement[]; audit: Row | null; mine: boolean }) {
  const { items, audit, mine } = props;
  const t = useAuditWords();
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(atOnce);
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const shown = items.filter((r) => fits(r, wanted));
  const language = useLanguage();
  const all = useQuery({
    queryKey: ['audit', 'questions', language],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get<{ items: readonly { requirement: string; question: string }[] }>('/audit/questions', signal),
  });
  const questions = new Map(all.data?.items.map((one) => [one.requirement, one.question]));
  const asked = (audit ? list(audit, 'interviews') : []) as readonly Interview[];
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" style={{ flex: '1 1 300px' }}>{t('audit.questions_hint')}</Text>
        <TextInput w={240} aria-label={t('audit.find')} placeholder={t('audit.find')} value={typed} onChange={(e) => setTyped(e.currentTarget.value)} />
      </Group>
      {!mine && <Text size="sm" c="dimmed">{t('audit.only_named')}</Text>}
      {shown.length === 0 && <Empty title={t('audit.no_requirements')} />}
      {shown.slice(0, most).map((r) => (
        <Question key={r.requirement} one={r} question={questions.get(r.requirement) ?? '…'} audit={mine ? audit : null} asked={asked.filter((one) => one.requirement === r.requirement)} />
      ))}
      {shown.length > most && <Button variant="default" onClick={() => setMost(most + 100)}>{t('audit.more')}</Button>}
    </Stack>
  );
} // prettier-ignore

function Question({ one, question, audit, asked }: { one: Requirement; question: string; audit: Row | null; asked: readonly Interview[] }) {
  const t = useAuditWords();
  const format = useFormat();
  const [noting, setNoting] = useState(false);
  return (
    <Paper p="sm" component="section" aria-label={one.requirement}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <Checkbox mt={2} checked={asked.length > 0} readOnly tabIndex={-1} aria-label={t('audit.answered')} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={550}>{question}</Text>
          <Text size="xs" c="dimmed">{one.requirement} · {one.title}</Text>
          {asked.map((answer) => (
            <Text key={answer.at} size="sm" mt={6} style={{ whiteSpace: 'pre-wrap' }}>
              <Text span size="xs" c="dimmed">
                {format.dateTime(answer.at)} · {answer.asked}
                {answer.result != null && ` · ${t(`audit_engagement.option.result.${answer.result}`)}`}{'\n'}
              </Text>
              {answer.note}
            </Text>
          ))}
          {noting && audit && <Noting audit={audit} requirement={one.requirement} onClose={() => setNoting(false)} />}
        </div>
        {audit && !noting && <Button size="compact-sm" variant="light" onClick={() => setNoting(true)}>{t('audit.ask')}</Button>}
      </Group>
    </Paper>
  );
} // prettier-ignore

function Noting({ audit, requirement, onClose }: { audit: Row; requirement: string; onClose: () => void }) {
  const t = useAuditWords();
  const [asked, setAsked] = useState('');
  const [note, setNote] = useState('');
  const [result, setResult] = useState<string | null>(null);
  const save = useTransition('audit-engagement', 'audit-engagements', audit.number, 'note_interview');
  const judges = value(audit, 'kind') !== 'consultant';
  const results = ['conform', 'finding', 'observation'] as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ question: { requirement, asked, note, ...(result === null ? {} : { result }) } }, { onSuccess: onClose });
      }}
    >
      <Stack gap={8} mt={8}>
        <TextInput label={t('audit.asked')} required value={asked} onChange={(e) => setAsked(e.currentTarget.value)} />
        <Textarea label={t('audit.note')} required autosize minRows={2} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
        {judges && (
          <Select label={t('audit.result')} clearable placeholder={t('audit.no_result')} value={result} onChange={setResult}
            data={results.map((one) => ({ value: one, label: t(`audit_engagement.option.result.${one}`) }))} />
        )}
        <Group gap={8}>
          <Button type="submit" loading={save.isPending} disabled={asked.trim() === '' || note.trim() === ''}>{t('audit.save')}</Button>
          <Button variant="default" onClick={onClose}>{t('audit.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
} // prettier-ignore
