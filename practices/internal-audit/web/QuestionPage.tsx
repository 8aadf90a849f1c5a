import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { AuditGuidance } from './AuditGuidance.tsx';
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

const sections = { side: () => <AuditGuidance of="audit" /> };

export default function QuestionPage() {
  return <RecordPage type="audit-question" first={first} overrides={overrides} sections={sections} primary={['answer', 'remove']} register />;
} // prettier-ignore
