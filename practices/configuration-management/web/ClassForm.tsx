import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { classOverrides } from './class.overrides.tsx';

const order = [
  'title',
  'titleZh',
  'key',
  'parentId',
  'description',
  'alsoCalled',
  'attributes',
  'relations',
  'abstract',
  'uniqueNames',
];

export default function ClassForm() {
  return <RecordForm type="ci-class" overrides={classOverrides} order={order} />;
} // prettier-ignore
