import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './context.web.ts';

const order = [
  'title',
  'kind',
  'organisationIds',
  'coversAll',
  'stake',
  'influence',
  'channel',
  'ownerId',
  'reviewMonths',
];

const Aside = () => <GuidancePanel {...useGuidance('party')} />;
const aside = () => <Aside />;

export default function PartyForm() {
  return <RecordForm type="interested-party" order={order} aside={aside} />;
}
