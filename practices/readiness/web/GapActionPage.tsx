import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'requirements', 'description', 'ownerId', 'startsOn', 'dueOn', 'effortDays', 'progress', 'dependsOnIds', 'result', 'doneAt', 'doneById',
  'confirmation', 'confirmedAt', 'confirmedById', 'sodException',
]; // prettier-ignore

export default function GapActionPage() {
  return <RecordPage type="gap-action" first={first} overrides={overrides} primary={['start', 'report_progress', 'finish', 'confirm', 'send_back']} />;
} // prettier-ignore
