import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useGuidance, useResourceWords } from './resource.web.ts';

const first = [
  'year',
  'resourceClass',
  'serviceId',
  'objectiveId',
  'need',
  'available',
  'gap',
  'unit',
  'availableNote',
  'description',
  'ownerId',
  'decision',
  'reason',
  'dueOn',
  'decidedById',
  'decidedOn',
];
const primary = ['confirm_covered', 'decide', 'confirm_provided', 'refuse'];
const sections = { side: ({ record }: SectionProps) => <Side id={record.id} /> };

function Side({ id }: { id: string }) {
  const t = useResourceWords();
  const guidance = useGuidance('need');
  return (
    <>
      <PointingHere type="benefit-case" field="needIds" id={id} title={t('resource_page.benefits_of')} />
      <GuidancePanel {...guidance} />
    </>
  );
}

export default function NeedPage() {
  return <RecordPage type="resource-need" first={first} primary={primary} sections={sections} register />;
}
