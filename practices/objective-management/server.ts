import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { objectiveRoutes } from './objective.api.ts';
import { objectiveBlocks } from './objective.blocks.ts';
import { objectiveEvidence } from './objective.evidence.ts';
import { keepValues } from './objective.jobs.ts';
import { objectiveMeasures } from './objective.measures.ts';
import { objectiveNotices } from './objective.notices.ts';
import { objectiveManagement } from './practice.ts';

export const objectiveManagementServer = definePracticeServer({
  practice: objectiveManagement,
  planned: [
    {
      type: 'objective',
      field: 'dueOn',
      clause: '6.2',
      owed: ['approved', 'active'],
      done: ['achieved', 'missed', 'closed'],
    },
    { type: 'service-management-plan', field: 'reviewDueOn', clause: '6.3', owed: ['in_force'] },
    {
      type: 'system-change',
      field: 'dueOn',
      clause: '6.3',
      owed: ['approved', 'in_progress'],
      done: ['done', 'judged'],
    },
  ],
  evidence: objectiveEvidence,
  measures: objectiveMeasures,
  notices: objectiveNotices,
  blocks: objectiveBlocks,
  jobs: [keepValues],
  routes: objectiveRoutes,
  chain: {
    through: ['objective'],
    edges: [
      `select id as from_id, parent_id as to_id, 'child_of' as kind from objective where parent_id is not null and id = any($1::uuid[])`,
      `select id, parent_id, 'child_of' from objective where parent_id = any($1::uuid[])`,
      `select t.id, x, 'follows_from' from objective t cross join unnest(t.risk_ids) x where t.id = any($1::uuid[])`,
      `select t.id, x, 'concerns' from objective t cross join unnest(t.agreement_ids) x where t.id = any($1::uuid[])`,
    ],
  },
});

export { keepValues } from './objective.jobs.ts';
