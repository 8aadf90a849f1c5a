import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { planOverrides } from './plan-fields.tsx';

const first = [
  'subjectIds', 'dueOn', 'missedOn', 'windowFrom', 'windowTo', 'teamId', 'ownerId', 'planId', 'serviceId', 'needsChange', 'changeId', 'instructions',
  'outcome', 'result', 'doneOn', 'doneById',
]; // prettier-ignore
const primary = ['start', 'finish', 'hand_to_change', 'reschedule'];

export default function TaskPage() {
  return (
    <RecordPage type="maintenance-task" overrides={planOverrides} first={first} primary={primary} register />
  );
}
