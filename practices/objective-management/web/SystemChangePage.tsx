import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './objective.web.ts';

const first = ['subject', 'ownerId', 'dueOn', 'purpose', 'consequences', 'integrity', 'resources', 'result', 'verdict', 'verdictNote']; // prettier-ignore
const primary = ['approve', 'start', 'finish', 'judge'];
const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance('change')} />;

export default function SystemChangePage() {
  return <RecordPage type="system-change" first={first} primary={primary} sections={sections} register />;
}
