import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './competence.web.ts';

const first = [
  'personId',
  'role',
  'competenceId',
  'needed',
  'level',
  'mandatory',
  'assessmentId',
  'way',
  'plan',
  'courseId',
  'ownerId',
  'dueOn',
];
const primary = ['plan', 'finish', 'confirm_effective', 'find_ineffective'];
const sections = { side: () => <Side /> };

function Side() {
  const guidance = useGuidance('gap');
  return <GuidancePanel {...guidance} />;
}

export default function GapPage() {
  return <RecordPage type="competence-gap" first={first} primary={primary} sections={sections} register />;
}
