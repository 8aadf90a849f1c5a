import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './competence.web.ts';

const first = [
  'courseId',
  'startsAt',
  'place',
  'trainerId',
  'participantIds',
  'attendedIds',
  'note',
  'heldOn',
  'checkDueOn',
];
const primary = ['enrol', 'leave', 'hold', 'check'];
const sections = { side: () => <Side /> };

function Side() {
  const guidance = useGuidance('training');
  return <GuidancePanel {...guidance} />;
}

export default function SessionPage() {
  return <RecordPage type="training-session" first={first} primary={primary} sections={sections} register />;
}
