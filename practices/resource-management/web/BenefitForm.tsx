import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { resourceOverrides } from './fields.tsx';
import { useGuidance } from './resource.web.ts';

const order = [
  'title',
  'kind',
  'needIds',
  'investment',
  'investedCents',
  'currency',
  'promise',
  'measureKey',
  'direction',
  'baselineFrom',
  'baselineTo',
  'targetValue',
  'measureOn',
  'serviceId',
  'ownerId',
];

export default function BenefitForm() {
  const guidance = useGuidance('benefit');
  const panel = <GuidancePanel {...guidance} />;
  return <RecordForm type="benefit-case" order={order} overrides={resourceOverrides} aside={() => panel} />;
} // prettier-ignore
