import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { text } from '../../../kernel/web/contract.ts';
import { competenceOverrides } from './competence-fields.tsx';
import { useCompetenceWords, useGuidance } from './competence.web.ts';

const first = ['role', 'needs', 'tasks', 'education', 'experience', 'courseIds', 'minimumHolders', 'ownerId'];
const sections = { side: ({ record }: SectionProps) => <Side id={record.id} /> };

function Side({ id }: { id: string }) {
  const t = useCompetenceWords();
  const guidance = useGuidance('profile');
  return (
    <>
      <GuidancePanel {...guidance} />
      <PointingHere type="competence-assessment" field="profileId" id={id} title={t('competence_page.assessments_of')} aside={(row) => text(row, 'validUntil')} />
    </>
  );
} // prettier-ignore

export default function ProfilePage() {
  return (
    <RecordPage type="competence-profile" overrides={competenceOverrides} first={first} primary={['adopt', 'review']} sections={sections} register />
  );
} // prettier-ignore
