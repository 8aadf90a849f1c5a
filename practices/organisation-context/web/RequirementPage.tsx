import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = ['partyId', 'kind', 'description', 'source', 'answeredByIds', 'answer'];
const primary = ['bind', 'answer', 'set_aside', 'take_up'];

export default function RequirementPage() {
  return <RecordPage type="party-requirement" first={first} primary={primary} register />;
}
