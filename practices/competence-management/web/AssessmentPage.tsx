import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { text } from '../../../kernel/web/contract.ts';
import { competenceOverrides } from './competence-fields.tsx';
import { useCompetenceWords, useGuidance } from './competence.web.ts';

const first = [
  'personId',
  'role',
  'profileId',
  'levels',
  'gaps',
  'restriction',
  'conclusion',
  'assessedById',
  'assessedOn',
  'validUntil',
];
const sections = {
  side: ({ record }: SectionProps) => <Side id={record.id} planned={record.state === 'planned'} />,
};

function Side({ id, planned }: { id: string; planned: boolean }) {
  const t = useCompetenceWords();
  const guidance = useGuidance('assessment');
  return (
    <>
      {planned && <GuidancePanel {...guidance} />}
      <PointingHere type="competence-gap" field="assessmentId" id={id} title={t('competence_page.gaps_of')} aside={(row) => text(row, 'dueOn')} />
    </>
  );
} // prettier-ignore

export default function AssessmentPage() {
  return (
    <RecordPage type="competence-assessment" overrides={competenceOverrides} first={first} primary={['assess']} sections={sections} register />
  );
} // prettier-ignore
