import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { planOverrides } from './plan-fields.tsx';

const first = [
  'subjectIds', 'rhythm', 'every', 'firstDueOn', 'dates', 'nextDueOn', 'teamId', 'ownerId', 'windowFrom', 'windowTo', 'leadDays',
  'needsChange', 'serviceId', 'instructions',
]; // prettier-ignore
const primary = ['activate', 'pause', 'retire'];

export default function PlanPage() {
  return (
    <RecordPage type="maintenance-plan" overrides={planOverrides} first={first} primary={primary} register />
  );
}
