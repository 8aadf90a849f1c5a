import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { modelOverrides } from './model-fields.tsx';

const first = [
  'titleZh', 'titleEn', 'descriptionZh', 'descriptionEn', 'category', 'icon', 'form', 'tasks', 'approvalSteps',
  'instructionZh', 'instructionEn',
]; // prettier-ignore
const primary = ['activate', 'retire', 'revive'];

export default function ModelPage() {
  return (
    <RecordPage type="request-model" overrides={modelOverrides} first={first} primary={primary} register />
  );
}
