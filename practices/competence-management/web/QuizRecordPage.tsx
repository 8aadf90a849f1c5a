import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { quizOverrides } from './quiz-fields.tsx';

export default function QuizRecordPage() {
  return <RecordPage type="training-quiz" overrides={quizOverrides} primary={['put_in_use']} register />;
}
