import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { competenceOverrides } from './competence-fields.tsx';
import { useGuidance } from './competence.web.ts';

const orders = {
  'competence-profile': ['role', 'title', 'needs', 'tasks', 'education', 'experience', 'courseIds', 'minimumHolders', 'reviewMonths', 'ownerId'],
  'competence-assessment': ['personId', 'role', 'ownerId'],
  'training-course': ['title', 'kind', 'aim', 'ableTo', 'effectMethod', 'content', 'forEverybody', 'roles', 'hours', 'competenceId', 'givesLevel', 'checkAfterDays', 'repeatMonths', 'ownerId'],
  'training-session': ['courseId', 'startsAt', 'place', 'trainerId', 'participantIds', 'title'],
  'competence-record': ['personId', 'kind', 'title', 'issuer', 'certificateNumber', 'obtainedOn', 'expiresOn', 'competenceId', 'level', 'description'],
  'awareness-campaign': ['title', 'topics', 'textEn', 'textZh', 'documentIds', 'serviceIds', 'audience', 'audienceRoles', 'dueOn', 'ownerId'],
} as const; // prettier-ignore

/** A form with what is said to whoever fills it in. */
export const formOf = (type: keyof typeof orders, of: Parameters<typeof useGuidance>[0], hidden: readonly string[] = []) =>
  function CompetenceForm() {
    const guidance = useGuidance(of);
    const panel = <GuidancePanel {...guidance} />;
    return (
      <RecordForm type={type} order={orders[type]} hidden={hidden} overrides={competenceOverrides} aside={() => panel} />
    );
  }; // prettier-ignore
