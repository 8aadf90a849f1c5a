import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { classOverrides } from './class.overrides.tsx';

const first = [
  'titleZh',
  'key',
  'parentId',
  'abstract',
  'uniqueNames',
  'alsoCalled',
  'description',
  'attributes',
  'relations',
];

export default function ClassPage() {
  return <RecordPage type="ci-class" overrides={classOverrides} first={first} register />;
} // prettier-ignore
