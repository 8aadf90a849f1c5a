import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys, useFiles } from '../../../kernel/web/queries.ts';
import type { SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import styles from '../../../kernel/web/record/record.module.css';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { isEmpty, visibleQuestions, type Answers as Given, type Form, type Question } from '../form.ts';
import { useT } from './useT.ts';

type Answered = {
  readonly form: Form;
  readonly formVersion: number | null;
  readonly people: readonly { readonly id: string; readonly title: string }[];
};

const formQuery = (number: string, type: string) =>
  queryOptions({
    queryKey: [...keys.record(type, number), 'form'],
    queryFn: ({ signal }) =>
      api.get<Answered>(`/service-requests/${encodeURIComponent(number)}/form`, signal),
  });

const answersOf = (record: unknown) => (record as { answers?: Given | null }).answers ?? {};

/** The answers under the questions as they were asked then, whatever the model asks today. */
export function Answers({ meta, record }: SectionProps) {
  const t = useT();
  const language = useLanguage();
  const asked = useQuery(formQuery(record.number, meta.type));
  const files = useFiles(meta, record.number);
  if (!asked.data) return null;
  const { form, formVersion, people } = asked.data;
  const answers = answersOf(record);
  const shown = visibleQuestions(form, answers).filter(({ key }) => !isEmpty(answers[key]));
  const path = endpoints.record(meta.plural, record.number);
  return (
    <Paper p="md" component="section" aria-label={t('request_page.answers')}>
      <Title order={2} size="h5" mb="sm">
        {t('request_page.answers')}
        <Text span size="xs" c="dimmed" fw={400} ml={8}>
          {t('request_page.form_version', { version: formVersion ?? 1 })}
        </Text>
      </Title>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('request_page.no_answers')}
        </Text>
      )}
      <dl className={styles['details']}>
        {shown.map((question) => (
          <div
            key={question.key}
            className={styles['detail']}
            data-wide={question.kind === 'long' || undefined}
          >
            <dt>{question.label[language]}</dt>
            <dd>
              {question.kind === 'attachment' ? (
                <Stack gap={2}>
                  {(files.data?.items ?? [])
                    .filter((file) => [answers[question.key]].flat().includes(file.name))
                    .map((file) => (
                      <Anchor
                        key={file.id}
                        size="sm"
                        href={`/api/v1${path}/attachments/${file.id}`}
                        download={file.name}
                      >
                        {file.name}
                      </Anchor>
                    ))}
                </Stack>
              ) : (
                <Said question={question} answer={answers[question.key]} people={people} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

function Said(props: { question: Question; answer: unknown; people: Answered['people'] }) {
  const { question, answer, people } = props;
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const option = (value: unknown) =>
    question.options?.find((o) => o.value === value)?.label[language] ?? String(value);
  const words = (): string => {
    switch (question.kind) {
      case 'yes_no':
        return answer === true ? t('request_page.yes') : t('request_page.no');
      case 'choice':
        return option(answer);
      case 'choices':
        return [answer]
          .flat()
          .map(option)
          .join(language === 'zh-CN' ? '、' : ', ');
      case 'date':
        return format.day(String(answer));
      case 'number':
        return format.number(Number(answer));
      case 'person':
        return people.find((person) => person.id === answer)?.title ?? '—';
      default:
        return String(answer);
    }
  };
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {words()}
    </Text>
  );
}
