import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { resourceOverrides } from './fields.tsx';
import { useGuidance } from './resource.web.ts';

const first = [
  'kind',
  'promise',
  'measureKey',
  'direction',
  'baselineValue',
  'targetValue',
  'foundValue',
  'baselineN',
  'foundN',
  'targetMet',
  'investment',
  'needIds',
  'ownerId',
  'measureOn',
  'conclusion',
];
const sections = { side: () => <Side /> };

function Side() {
  const guidance = useGuidance('benefit');
  return <GuidancePanel {...guidance} />;
}

export default function BenefitPage() {
  return <RecordPage type="benefit-case" overrides={resourceOverrides} first={first} primary={['approve', 'measure']} sections={sections} register />;
} // prettier-ignore
