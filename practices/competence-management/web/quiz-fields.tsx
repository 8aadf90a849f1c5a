import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import type { Question } from '../quiz.fields.ts';
import { useCompetenceWords } from './competence.web.ts';

const listed = (value: unknown) => (Array.isArray(value) ? (value as readonly Question[]) : []);
const blank: Question = { question: '', options: ['', ''], right: [0] };

function QuestionsInput({ label, description, error, value, onChange }: InputProps) {
  const t = useCompetenceWords();
  const questions = listed(value);
  const put = (at: number, next: Partial<Question>) => onChange(questions.map((one, i) => (i === at ? { ...one, ...next } : one)));
  return (
    <Stack gap="md" role="group" aria-label={label}>
      <div>
        <Text size="sm" fw={500}>{label}</Text>
        {description !== undefined && <Text size="xs" c="dimmed">{description}</Text>}
        {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      </div>
      {questions.map((question, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a row is its place
        <Stack key={at} gap={6} style={{ borderTop: '1px solid var(--ink-line)', paddingTop: 8 }}>
          <Group gap={6} align="flex-end" wrap="nowrap">
            <TextInput style={{ flex: 1 }} label={t('competence_page.question', { n: at + 1 })} value={question.question} onChange={(e) => put(at, { question: e.currentTarget.value })} />
            <ActionIcon mb={4} aria-label={`${t('competence_page.remove')} ${at + 1}`} onClick={() => onChange(questions.filter((_one, i) => i !== at))}>
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
          <Text size="xs" c="dimmed">{t('competence_page.answers')}</Text>
          <Options question={question} at={at} put={(next) => put(at, next)} />
        </Stack>
      ))}
      <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => onChange([...questions, blank])}>
        {t('competence_page.add_question')}
      </Button>
    </Stack>
  );
} // prettier-ignore

function Options({ question, at, put }: { question: Question; at: number; put: (next: Partial<Question>) => void }) {
  const t = useCompetenceWords();
  const { options, right } = question;
  const drop = (gone: number) =>
    put({
      options: options.filter((_one, i) => i !== gone),
      right: right.filter((i) => i !== gone).map((i) => (i > gone ? i - 1 : i)),
    });
  return (
    <>
      {options.map((option, i) => (
        // eslint-disable-next-line react/no-array-index-key -- a row is its place
        <Group key={i} gap={8} wrap="nowrap">
          <Checkbox
            aria-label={`${t('competence_page.right')} ${at + 1}.${i + 1}`}
            checked={right.includes(i)}
            onChange={(e) => put({ right: e.currentTarget.checked ? [...right, i] : right.filter((one) => one !== i) })}
          />
          <TextInput style={{ flex: 1 }} aria-label={`${at + 1}.${i + 1}`} value={option} onChange={(e) => put({ options: options.map((one, j) => (j === i ? e.currentTarget.value : one)) })} />
          <ActionIcon aria-label={`${t('competence_page.remove')} ${at + 1}.${i + 1}`} onClick={() => drop(i)}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {options.length < 8 && (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'start' }} onClick={() => put({ options: [...options, ''] })}>
          {t('competence_page.add_answer')}
        </Button>
      )}
    </>
  );
} // prettier-ignore

function QuestionsValue({ value }: ValueProps) {
  const t = useCompetenceWords();
  return (
    <Stack gap="sm">
      {listed(value).map(({ question, options, right }, at) => (
        <div key={question}>
          <Text size="sm" fw={500}>{at + 1}. {question}</Text>
          {options.map((option, i) => (
            <Group key={option} gap={6} wrap="nowrap" pl="md">
              {right.includes(i) ? <IconCheck size={14} aria-label={t('competence_page.right')} /> : <span style={{ width: 14 }} />}
              <Text size="sm" fw={right.includes(i) ? 600 : 400}>{option}</Text>
            </Group>
          ))}
        </div>
      ))}
    </Stack>
  );
} // prettier-ignore

export const quizOverrides: FieldOverrides = { questions: { Input: QuestionsInput, Value: QuestionsValue } };
