import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { AuditGuidance } from './AuditGuidance.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'grade', 'requirement', 'documentId', 'description', 'evidence', 'recordIds', 'auditId', 'questionId', 'ownerId', 'dueOn', 'nonconformityId',
  'improvementId', 'response', 'respondedById', 'verification', 'verifiedById', 'verifiedAt',
]; // prettier-ignore

const sections = { side: () => <AuditGuidance of="finding" /> };

export default function FindingPage() {
  return <RecordPage type="audit-finding" first={first} overrides={overrides} sections={sections} primary={['respond', 'verify', 'withdraw']} />;
} // prettier-ignore
