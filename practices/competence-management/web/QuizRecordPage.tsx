import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './competence.web.ts';
import { quizOverrides } from './quiz-fields.tsx';

const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance('training')} />;

export default function QuizRecordPage() {
  return (
    <RecordPage
      type="training-quiz"
      overrides={quizOverrides}
      primary={['put_in_use']}
      sections={sections}
      register
    />
  );
}
