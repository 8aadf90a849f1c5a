import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './context.web.ts';

const order = [
  'title',
  'side',
  'factor',
  'effect',
  'description',
  'consequence',
  'serviceIds',
  'ownerId',
  'reviewMonths',
];

const Aside = () => <GuidancePanel {...useGuidance('issue')} />;
const aside = () => <Aside />;

export default function IssueForm() {
  return <RecordForm type="context-issue" order={order} aside={aside} />;
}
