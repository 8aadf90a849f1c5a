import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { modelOverrides } from './model-fields.tsx';

const order = [
  'titleZh', 'titleEn', 'descriptionZh', 'descriptionEn', 'category', 'icon', 'teamId', 'ownerId', 'targetHours', 'targetFrom', 'calendarId',
  'form', 'tasks', 'approvalSteps', 'instructionZh', 'instructionEn',
]; // prettier-ignore

export default function ModelForm() {
  return <RecordForm type="request-model" overrides={modelOverrides} order={order} />;
}
