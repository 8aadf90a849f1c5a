import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'question',
  'requirement',
  'documentId',
  'auditId',
  'result',
  'evidence',
  'recordIds',
  'sampleIds',
  'answeredById',
  'answeredAt',
];

export default function QuestionPage() {
  return <RecordPage type="audit-question" first={first} overrides={overrides} primary={['answer', 'remove']} register />;
} // prettier-ignore
