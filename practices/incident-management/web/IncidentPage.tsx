import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'symptom',
  'requesterId',
  'customerId',
  'teamId',
  'ownerId',
  'categoryId',
  'impact',
  'urgency',
  'ci',
  'location',
];
const primary = [
  'triage',
  'assign',
  'start',
  'resume',
  'resolve',
  'close',
  'reopen',
  'await_customer',
  'reassign',
  'take',
];

export default function IncidentPage() {
  return <RecordPage type="incident" first={first} primary={primary} />;
}
