import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './objective.web.ts';

const order = ['title', 'subject', 'purpose', 'consequences', 'integrity', 'resources', 'ownerId', 'dueOn'];

const Aside = () => <GuidancePanel {...useGuidance('change')} />;
const aside = () => <Aside />;

export default function SystemChangeForm() {
  return <RecordForm type="system-change" order={order} aside={aside} />;
}
