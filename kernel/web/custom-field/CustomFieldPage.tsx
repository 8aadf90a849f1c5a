import { RecordPage } from '../record/RecordPage.tsx';
import { overrides } from './overrides.tsx';

const first = ['recordType', 'key', 'kind', 'labelEn', 'labelZh', 'options', 'pointsTo'];

export default function CustomFieldPage() {
  return <RecordPage type="custom-field" overrides={overrides} first={first} register />;
}
