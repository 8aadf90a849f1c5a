import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './communication.web.ts';
import { communicationOverrides, order } from './fields.tsx';

export default function CommunicationForm() {
  const guidance = useGuidance();
  const panel = <GuidancePanel {...guidance} />;
  return (
    <RecordForm type="communication" order={order} overrides={communicationOverrides} aside={() => panel} />
  );
} // prettier-ignore
