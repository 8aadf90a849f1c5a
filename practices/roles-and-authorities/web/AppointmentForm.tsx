import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './roles.web.ts';

const order = ['title', 'holderId', 'deputyId', 'reportsToId', 'processIds', 'remarks'];

const Aside = () => <GuidancePanel {...useGuidance('appointment')} />;
const aside = () => <Aside />;

export default function AppointmentForm() {
  return <RecordForm type="appointment" order={order} aside={aside} />;
}
