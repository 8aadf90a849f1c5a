import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { riskOverrides } from './risk-fields.tsx';
import { useGuidance } from './risk.web.ts';

const order = [
  'kind', 'title', 'category', 'cause', 'event', 'consequence', 'customerImpact', 'serviceIds', 'organisationIds', 'issueIds', 'requirementIds',
  'obligationIds', 'ownerId',
]; // prettier-ignore

const Aside = () => <GuidancePanel {...useGuidance('risk')} />;
const aside = () => <Aside />;

export default function RiskForm() {
  return <RecordForm type="risk" order={order} overrides={riskOverrides} aside={aside} />;
}
