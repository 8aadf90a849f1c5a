import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './communication.web.ts';

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

const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance()} />;

export default function OccurrencePage() {
  return (
    <RecordPage
      type="communication-occurrence"
      first={first}
      primary={primary}
      sections={sections}
      register
    />
  );
}
