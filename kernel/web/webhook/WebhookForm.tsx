import { RecordForm } from '../record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const order = ['title', 'url', 'form', 'language', 'recordTypes', 'actions', 'description'];

export default function WebhookForm() {
  return <RecordForm type="webhook" overrides={overrides} order={order} />;
}
