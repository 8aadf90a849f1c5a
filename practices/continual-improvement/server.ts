import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { improvementRoutes } from './improvement.api.ts';
import { improvementBlocks } from './improvement.blocks.ts';
import { improvementChain } from './improvement.chain.ts';
import { improvementEvidence } from './improvement.evidence.ts';
import { remindOfImprovements } from './improvement.jobs.ts';
import { improvementMeasures } from './improvement.measures.ts';
import { improvementNotices } from './improvement.notices.ts';
import { continualImprovement } from './practice.ts';

export const continualImprovementServer = definePracticeServer({
  practice: continualImprovement,
  planned: [
    {
      type: 'improvement',
      field: 'dueOn',
      clause: '10.2',
      owed: ['approved', 'planned'],
      done: ['implemented', 'measured', 'reported'],
    },
  ],
  evidence: improvementEvidence,
  measures: improvementMeasures,
  notices: improvementNotices,
  blocks: improvementBlocks,
  chain: improvementChain,
  jobs: [remindOfImprovements],
  routes: improvementRoutes,
});
