import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './context.web.ts';

const order = ['title', 'kind', 'issuedBy', 'reference', 'inForceSince', 'url', 'demands', 'agreementId', 'serviceIds', 'ownerId', 'evaluateMonths']; // prettier-ignore
const hidden = ['preset'];

const Aside = () => <GuidancePanel {...useGuidance('obligation')} />;
const aside = () => <Aside />;

export default function ObligationForm() {
  return <RecordForm type="obligation" order={order} hidden={hidden} aside={aside} />;
}
