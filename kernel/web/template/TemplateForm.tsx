import { RecordForm } from '../record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const order = ['title', 'bodyEn', 'bodyZh', 'recordType', 'categoryId', 'teamId'];

export default function TemplateForm() {
  return <RecordForm type="answer-template" overrides={overrides} order={order} />;
}
