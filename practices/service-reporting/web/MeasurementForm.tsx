import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { reportingOverrides } from './reporting-fields.tsx';
import { useGuidance } from './reporting.web.ts';

const order = [
  'title', 'subject', 'measureKey', 'narrowing', 'direction', 'target', 'method', 'reason', 'frequency', 'evaluatedEvery', 'ownerId', 'analystId', 'startsOn',
]; // prettier-ignore
const initial = { subject: 'service' };

function Aside() {
  return <GuidancePanel {...useGuidance('plan')} />;
}
const aside = () => <Aside />;

export default function MeasurementForm() {
  return (
    <RecordForm type="measurement" order={order} initial={initial} overrides={reportingOverrides} aside={aside} />
  );
} // prettier-ignore
