import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { ReviewGuidance } from './ReviewGuidance.tsx';
import { overrides } from './spot-overrides.tsx';

const order = [
  'title',
  'recordType',
  'n',
  'periodFrom',
  'periodTo',
  'requirement',
  'purpose',
  'reviewId',
  'seed',
];

const guidance = () => <ReviewGuidance of="spot" />;

export default function SpotCheckForm() {
  return <RecordForm type="spot-check" order={order} overrides={overrides} aside={guidance} />;
}
