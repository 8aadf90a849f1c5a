import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'certificateId', 'kind', 'dueOn', 'windowFrom', 'plannedOn', 'plannedUntil', 'auditorDays', 'leadAuditor', 'siteIds', 'heldOn', 'heldUntil', 'majors',
  'minors', 'observations', 'result', 'summary', 'decidedOn', 'ownerId',
]; // prettier-ignore
const primary = ['agree', 'hold', 'close'];

export default function AuditPage() {
  return <RecordPage type="certification-audit" first={first} primary={primary} register />;
}
