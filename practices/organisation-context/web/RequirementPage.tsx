import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance } from './context.web.ts';

const first = ['partyId', 'kind', 'description', 'source', 'answeredByIds', 'answer'];
const primary = ['bind', 'answer', 'set_aside', 'take_up'];

const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance('party')} />;

export default function RequirementPage() {
  return <RecordPage type="party-requirement" first={first} primary={primary} sections={sections} register />;
}
