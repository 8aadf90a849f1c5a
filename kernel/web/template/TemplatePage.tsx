import { RecordPage } from '../record/RecordPage.tsx';
import { overrides } from './overrides.tsx';

const first = ['bodyEn', 'bodyZh', 'recordType', 'categoryId', 'teamId'];

export default function TemplatePage() {
  return <RecordPage type="answer-template" overrides={overrides} first={first} register />;
}
