import { useState } from 'react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './resource.web.ts';

const order = [
  'title',
  'year',
  'resourceClass',
  'serviceId',
  'objectiveId',
  'description',
  'unit',
  'need',
  'available',
  'availableNote',
  'ownerId',
];

export default function NeedForm() {
  const guidance = useGuidance('need');
  const panel = <GuidancePanel {...guidance} />;
  const [year] = useState(() => new Date().getFullYear());
  return <RecordForm type="resource-need" order={order} initial={{ year }} aside={() => panel} />;
} // prettier-ignore
