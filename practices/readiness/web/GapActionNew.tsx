import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'title',
  'requirements',
  'description',
  'ownerId',
  'startsOn',
  'dueOn',
  'effortDays',
  'dependsOnIds',
];

export default function GapActionNew() {
  return <RecordForm type="gap-action" order={order} overrides={overrides} />;
}
