import { Button } from '@mantine/core';
import { IconPencilCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { text, value } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { quizPath, useCompetenceWords, useGuidance, useQuiz } from './competence.web.ts';

const first = [
  'kind',
  'aim',
  'ableTo',
  'effectMethod',
  'content',
  'forEverybody',
  'roles',
  'hours',
  'competenceId',
  'givesLevel',
  'ownerId',
];
const sections = {
  below: ({ record }: SectionProps) => <Below record={record} />,
  side: ({ record }: SectionProps) => <Side record={record} />,
};

function Below({ record: { id } }: Pick<SectionProps, 'record'>) {
  const t = useCompetenceWords();
  const format = useFormat();
  const day = (at: string) => (at === '' ? '' : format.dateTime(at));
  return (
    <>
      <PointingHere type="training-session" field="courseId" id={id} title={t('competence_page.sessions_of')} add={{ label: t('competence_page.new_session'), search: { courseId: id } }} none="—" aside={(row) => day(text(row, 'startsAt'))} />
      <PointingHere type="training-quiz" field="courseId" id={id} title={t('competence_page.quizzes_of')} add={{ label: t('competence_page.new_quiz'), search: { courseId: id } }} none="—" />
      <PointingHere type="quiz-attempt" field="courseId" id={id} title={t('competence_page.attempts_of')} aside={(row) => `${String(value(row, 'score'))} %`} />
    </>
  );
} // prettier-ignore

function Side({ record }: Pick<SectionProps, 'record'>) {
  const t = useCompetenceWords();
  const guidance = useGuidance('training');
  const quiz = useQuiz(record.number);
  return (
    <>
      {record.state === 'offered' && quiz.isSuccess && (
        <Button leftSection={<IconPencilCheck size={16} aria-hidden />} renderRoot={(p) => <Link {...p} to={quizPath(record.number)} />}>
          {t('competence_page.take_test')}
        </Button>
      )}
      <GuidancePanel {...guidance} />
    </>
  );
} // prettier-ignore

export default function CoursePage() {
  return <RecordPage type="training-course" first={first} primary={['offer']} sections={sections} register />;
}
