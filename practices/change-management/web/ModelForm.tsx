import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'title', 'use', 'description', 'purpose', 'objective', 'subjectIds', 'items', 'riskAnswers', 'implementationPlan', 'backOutPlan',
  'testMethod', 'proofIds',
]; // prettier-ignore

export default function ModelForm() {
  return <RecordForm type="change-model" overrides={overrides} order={order} />;
}
