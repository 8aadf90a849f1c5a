import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';

export default function PackForm() {
  return <RecordForm type="evidence-pack" />;
}
