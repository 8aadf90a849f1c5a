import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './competence.web.ts';

const columns = {
  'competence-profile': ['state', 'role', 'minimumHolders', 'ownerId', 'reviewDueOn'],
  'competence-assessment': [
    'state',
    'personId',
    'role',
    'unmetMandatory',
    'assessedById',
    'assessedOn',
    'validUntil',
  ],
  'competence-gap': [
    'state',
    'role',
    'needed',
    'level',
    'mandatory',
    'way',
    'ownerId',
    'dueOn',
    'checkDueOn',
  ],
  'training-course': ['state', 'kind', 'hours', 'forEverybody', 'roles', 'ownerId'],
  'training-session': ['state', 'courseId', 'startsAt', 'place', 'trainerId', 'effectiveness', 'checkDueOn'],
  'awareness-campaign': ['state', 'topics', 'audience', 'startedOn', 'dueOn', 'ownerId'],
} as const;

export const queueOf = (type: keyof typeof columns, of: Parameters<typeof useGuidance>[0]) =>
  function CompetenceQueue() {
    const guidance = useGuidance(of);
    return <RecordQueue type={type} columns={columns[type]} actions={<GuidanceButton {...guidance} />} />;
  };
