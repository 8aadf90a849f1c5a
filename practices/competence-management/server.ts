import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { competenceRoutes } from './competence.api.ts';
import { competenceBlocks } from './competence.blocks.ts';
import { competenceEvidence } from './competence.evidence.ts';
import { watchCompetence } from './competence.jobs.ts';
import { competenceMeasures } from './competence.measures.ts';
import { competenceNotices } from './competence.notices.ts';
import { competenceManagement } from './practice.ts';

export { acknowledgeCampaign } from './acknowledgement.store.ts';

export const competenceManagementServer = definePracticeServer({
  practice: competenceManagement,
  evidence: competenceEvidence,
  measures: competenceMeasures,
  notices: competenceNotices,
  blocks: competenceBlocks,
  jobs: [watchCompetence],
  planned: [
    { type: 'competence-profile', field: 'reviewDueOn', clause: '7.2', owed: ['in_force'] },
    { type: 'competence-assessment', field: 'validUntil', clause: '7.2', owed: ['assessed'] },
    { type: 'competence-gap', field: 'dueOn', clause: '7.2', owed: ['planned'], done: ['done', 'closed'] },
    { type: 'competence-gap', field: 'checkDueOn', clause: '7.2', owed: ['done'], done: ['closed'] },
    {
      type: 'training-session',
      field: 'startsAt',
      clause: '7.2',
      owed: ['planned'],
      done: ['held', 'checked'],
    },
    { type: 'training-session', field: 'checkDueOn', clause: '7.2', owed: ['held'], done: ['checked'] },
    { type: 'competence-record', field: 'expiresOn', clause: '7.2', owed: ['verified', 'expired'] },
    { type: 'awareness-campaign', field: 'dueOn', clause: '7.3', owed: ['running'], done: ['ended'] },
  ],
  routes: competenceRoutes,
});
