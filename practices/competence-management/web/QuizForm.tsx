import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './competence.web.ts';
import { quizOverrides } from './quiz-fields.tsx';

const Aside = () => <GuidancePanel {...useGuidance('training')} />;
const aside = () => <Aside />;

export default function QuizForm() {
  return <RecordForm type="training-quiz" order={['courseId', 'title', 'passMark', 'questions']} overrides={quizOverrides} aside={aside} />;
} // prettier-ignore
