import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { quizOverrides } from './quiz-fields.tsx';

export default function QuizForm() {
  return <RecordForm type="training-quiz" order={['courseId', 'title', 'passMark', 'questions']} overrides={quizOverrides} />;
} // prettier-ignore
