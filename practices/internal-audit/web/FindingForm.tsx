import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { AuditGuidance } from './AuditGuidance.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'auditId',
  'title',
  'grade',
  'requirement',
  'documentId',
  'questionId',
  'description',
  'evidence',
  'recordIds',
  'ownerId',
  'dueOn',
];

const guidance = () => <AuditGuidance of="finding" />;

export default function FindingForm() {
  return <RecordForm type="audit-finding" order={order} overrides={overrides} aside={guidance} />;
} // prettier-ignore
