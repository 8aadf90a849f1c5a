import { ActionIcon, Badge, Button, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputProps } from '../../../kernel/web/field/override.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Answers, Form, Question } from '../form.ts';
import { RequestForm } from '../portal/RequestForm.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import { useT } from './useT.ts';

export const asForm = (value: unknown): Form =>
  typeof value === 'object' && value !== null && 'questions' in value && Array.isArray(value.questions)
    ? (value as Form)
    : { questions: [] };

/** A key that no other question has; people may give it a better one. */
const freshKey = (questions: readonly Question[]) => {
  for (let n = questions.length + 1; ; n += 1)
    if (!questions.some((q) => q.key === `question_${n}`)) return `question_${n}`;
};

/** Questions in their order, each opened to edit it, with the form beside them as the requester will see it. */
export function FormEditor({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const { questions } = asForm(value);
  const [open, setOpen] = useState<number>();
  const put = (next: readonly Question[]) => onChange({ questions: next });
  const move = (from: number, to: number) => {
    const next = [...questions];
    next.splice(to, 0, ...next.splice(from, 1));
    put(next);
    setOpen(open === from ? to : undefined);
  };
  const add = () => {
    put([...questions, { key: freshKey(questions), kind: 'text', label: { en: '', 'zh-CN': '' }, required: true }]);
    setOpen(questions.length);
  };
  return (
    <div role="group" aria-label={label}>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert" mb="xs">{error}</Text>}
      <div style={{ display: 'grid', gap: 14, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))', alignItems: 'start' }}>
        <Stack gap={8}>
          <Text fw={600} size="sm">{t('form_editor.title')}</Text>
          {questions.length === 0 && <Text size="sm" c="dimmed">{t('form_editor.empty')}</Text>}
          {questions.map((question, at) => (
            // A question is its place: its key is edited here, too.
            // eslint-disable-next-line react/no-array-index-key -- as above
            <Paper key={at} p="xs" bg="var(--mantine-color-body)">
              <Row question={question} at={at} last={at === questions.length - 1} open={open === at}
                onToggle={() => setOpen(open === at ? undefined : at)}
                onMove={(by) => move(at, at + by)}
                onRemove={() => { put(questions.filter((_, i) => i !== at)); setOpen(undefined); }} />
              {open === at && (
                <QuestionEditor question={question} before={questions.slice(0, at)}
                  onChange={(next) => put(questions.map((q, i) => (i === at ? next : q)))} />
              )}
            </Paper>
          ))}
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>{t('form_editor.add')}</Button>
        </Stack>
        <Preview form={{ questions }} />
      </div>
    </div>
  );
} // prettier-ignore

function Row(props: {
  readonly question: Question;
  readonly at: number;
  readonly last: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}) {
  const { question, at, last, open, onToggle, onMove, onRemove } = props;
  const t = useT();
  const language = useLanguage();
  const name = question.label[language] || question.label.en || question.label['zh-CN'] || t('form_editor.unnamed');
  const tool = (label: string, icon: React.ReactNode, run: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={`${label}: ${name}`} disabled={disabled} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500} truncate>{at + 1}. {name}{question.required === true && ' *'}</Text>
        <Group gap={6}>
          <Badge size="sm" color="gray" tt="none">{t(`form_editor.kinds.${question.kind}`)}</Badge>
          {question.when && <Badge size="sm" color="yellow" tt="none">{t('form_editor.conditional')}</Badge>}
        </Group>
      </div>
      <Group gap={0} wrap="nowrap">
        {tool(t('form_editor.up'), <IconArrowUp size={15} aria-hidden />, () => onMove(-1), at === 0)}
        {tool(t('form_editor.down'), <IconArrowDown size={15} aria-hidden />, () => onMove(1), last)}
        <ActionIcon variant={open ? 'light' : 'subtle'} size="md" aria-expanded={open} aria-label={`${t('form_editor.edit')}: ${name}`} onClick={onToggle}>
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
        {tool(t('form_editor.remove'), <IconTrash size={15} aria-hidden />, onRemove)}
      </Group>
    </Group>
  );
} // prettier-ignore

const noErrors = {};

/** The form itself, to try it: nothing is sent. */
export function Preview({ form }: { form: Form }) {
  const t = useT();
  const [answers, setAnswers] = useState<Answers>({});
  const [files, setFiles] = useState<Readonly<Record<string, readonly File[]>>>({});
  if (form.questions.length === 0) return null;
  return (
    <Paper p="md" bg="var(--mantine-color-body)">
      <Text fw={600} size="sm">{t('form_editor.preview')}</Text>
      <Text size="xs" c="dimmed" mb="sm">{t('form_editor.preview_hint')}</Text>
      <RequestForm form={form} answers={answers} errors={noErrors} files={files}
        onChange={(key, value) => setAnswers((before) => ({ ...before, [key]: value }))}
        onFiles={(key, list) => setFiles((before) => ({ ...before, [key]: list }))} />
    </Paper>
  );
} // prettier-ignore
