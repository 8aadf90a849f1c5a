import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

export default function EngagementForm() {
  return <RecordForm type="audit-engagement" overrides={overrides} />;
}
