import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = ['symptom', 'requesterId', 'customerId', 'teamId', 'ownerId', 'categoryId', 'impact', 'urgency', 'ci', 'location'];
const seldom = ['override_priority', 'escalate', 'await_change', 'await_problem'];

export default function IncidentPage() {
  return <RecordPage type="incident" first={first} inMenu={seldom} />;
}
