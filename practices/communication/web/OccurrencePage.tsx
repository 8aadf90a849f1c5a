import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'communicationId',
  'dueOn',
  'occasion',
  'channel',
  'responsibleRole',
  'messageEn',
  'messageZh',
  'proof',
  'recipients',
  'recipientIds',
  'doneOn',
  'doneById',
];
const primary = ['send', 'record_done'];

export default function OccurrencePage() {
  return <RecordPage type="communication-occurrence" first={first} primary={primary} register />;
}
