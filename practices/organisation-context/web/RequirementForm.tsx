import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './context.web.ts';

const order = ['partyId', 'title', 'kind', 'description', 'source', 'answeredByIds', 'answer'];

const Aside = () => <GuidancePanel {...useGuidance('party')} />;
const aside = () => <Aside />;

export default function RequirementForm() {
  return <RecordForm type="party-requirement" order={order} aside={aside} />;
}
