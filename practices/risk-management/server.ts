import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { riskManagement } from './practice.ts';
import { riskRoutes } from './risk.api.ts';
import { riskBlocks } from './risk.blocks.ts';
import { riskChain } from './risk.chain.ts';
import { riskEvidence } from './risk.evidence.ts';
import { watchRisks } from './risk.jobs.ts';
import { riskMeasures } from './risk.measures.ts';
import { riskNotices } from './risk.notices.ts';

export const riskManagementServer = definePracticeServer({
  practice: riskManagement,
  planned: [
    { type: 'risk', field: 'treatmentDueOn', clause: '6.1', owed: ['treatment', 'in_progress'] },
    { type: 'risk', field: 'reviewDueOn', clause: '6.1', owed: ['accepted', 'monitored'] },
  ],
  evidence: riskEvidence,
  measures: riskMeasures,
  notices: riskNotices,
  blocks: riskBlocks,
  chain: riskChain,
  jobs: [watchRisks],
  routes: riskRoutes,
});
