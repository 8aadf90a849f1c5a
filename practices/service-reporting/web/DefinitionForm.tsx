import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { reportingOverrides } from './reporting-fields.tsx';
import { useGuidance } from './reporting.web.ts';

const order = [
  'title', 'audience', 'customerId', 'serviceId', 'purpose', 'decides', 'figures', 'frequency', 'startsOn', 'dueDays', 'ownerId', 'recipientIds',
]; // prettier-ignore
const initial = { audience: 'management' };

function Aside() {
  return <GuidancePanel {...useGuidance('report')} />;
}
const aside = () => <Aside />;

export default function DefinitionForm() {
  return (
    <RecordForm type="report-definition" order={order} initial={initial} overrides={reportingOverrides} aside={aside} />
  );
} // prettier-ignore
