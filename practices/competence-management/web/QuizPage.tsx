import { Alert, Anchor, Button, Checkbox, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { learningKey, learningPath, useCompetenceWords, useQuiz, type Put } from './competence.web.ts';

type Marked = {
  readonly score: number;
  readonly passed: boolean;
  readonly passMark: number;
  readonly wrong: readonly number[];
};

/** The questions of a course, marked at once. */
export default function QuizPage() {
  const { number = '' } = useParams({ strict: false });
  const quiz = useQuiz(number);
  const t = useCompetenceWords();
  useEffect(() => {
    document.title = `${quiz.data?.title ?? t('competence_page.take_test')} · Servanda`;
  }, [t, quiz.data?.title]);
  if (quiz.isError) return <ErrorState error={quiz.error} retry={() => void quiz.refetch()} />;
  if (quiz.isPending) return <Loading minHeight={420} />;
  return <Questions quiz={quiz.data} />;
}

function Questions({ quiz }: { quiz: Put }) {
  const t = useCompetenceWords();
  const words = useProblemWords();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<readonly (readonly number[])[]>(() => quiz.questions.map(() => []));
  const hand = useMutation({
    mutationFn: () => api.post<Marked>('/quiz-attempts', { courseId: quiz.courseId, answers }),
    onSuccess: () =>
      Promise.all([learningKey, keys.type('quiz-attempt'), keys.type('competence-record')].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const complete = answers.every((one) => one.length > 0);
  const put = (at: number, next: readonly number[]) => setAnswers(answers.map((one, i) => (i === at ? next : one)));
  const again = () => {
    setAnswers(quiz.questions.map(() => []));
    hand.reset();
  };
  return (
    <Stack p="md" gap="sm" maw={760}>
      <Title order={1} size="h3">{quiz.title}</Title>
      {quiz.questions.map(({ question, options, several }, at) => (
        <Paper key={question} p="md" component="section" aria-label={t('competence_page.question', { n: at + 1 })}>
          <Text fw={600} mb={4}>{at + 1}. {question}</Text>
          {several && <Text size="xs" c="dimmed" mb={6}>{t('competence_page.several')}</Text>}
          <One options={options} several={several} name={question} value={answers[at] ?? []} disabled={hand.isSuccess} put={(next) => put(at, next)} />
        </Paper>
      ))}
      {hand.isError && <Alert color="red" role="alert">{words(hand.error)}</Alert>}
      {hand.isSuccess ? (
        <Result marked={hand.data} again={again} />
      ) : (
        <Group>
          <Button loading={hand.isPending} disabled={!complete} onClick={() => hand.mutate()}>{t('competence_page.mark')}</Button>
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={learningPath} />}>{t('competence_page.back')}</Anchor>
        </Group>
      )}
    </Stack>
  );
} // prettier-ignore

function One(props: { options: readonly string[]; several: boolean; name: string; value: readonly number[]; disabled: boolean; put: (next: readonly number[]) => void }) {
  const { options, several, name, value, disabled, put } = props;
  if (several)
    return (
      <Checkbox.Group aria-label={name} value={value.map(String)} onChange={(next) => put(next.map(Number))}>
        <Stack gap={8}>{options.map((option, i) => <Checkbox key={option} value={String(i)} label={option} disabled={disabled} />)}</Stack>
      </Checkbox.Group>
    );
  return (
    <Radio.Group aria-label={name} value={value.length === 0 ? '' : String(value[0])} onChange={(next) => put([Number(next)])}>
      <Stack gap={8}>{options.map((option, i) => <Radio key={option} value={String(i)} label={option} disabled={disabled} />)}</Stack>
    </Radio.Group>
  );
} // prettier-ignore

function Result({ marked, again }: { marked: Marked; again: () => void }) {
  const t = useCompetenceWords();
  const { passed, score, passMark, wrong } = marked;
  return (
    <Alert color={passed ? 'teal' : 'orange'} role="status" title={t(passed ? 'competence_page.passed' : 'competence_page.failed', { score, mark: passMark })}>
      <Stack gap={8}>
        {passed && <Text size="sm">{t('competence_page.passed_hint')}</Text>}
        {wrong.length > 0 && <Text size="sm">{t('competence_page.wrong', { questions: wrong.join(', ') })}</Text>}
        <Group>
          {!passed && <Button size="xs" onClick={again}>{t('competence_page.try_again')}</Button>}
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={learningPath} />}>{t('competence_page.back')}</Anchor>
        </Group>
      </Stack>
    </Alert>
  );
} // prettier-ignore
