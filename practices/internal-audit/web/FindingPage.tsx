import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'grade', 'requirement', 'documentId', 'description', 'evidence', 'recordIds', 'auditId', 'questionId', 'ownerId', 'dueOn', 'nonconformityId',
  'improvementId', 'response', 'respondedById', 'verification', 'verifiedById', 'verifiedAt',
]; // prettier-ignore

export default function FindingPage() {
  return <RecordPage type="audit-finding" first={first} overrides={overrides} primary={['respond', 'verify', 'withdraw']} />;
} // prettier-ignore
