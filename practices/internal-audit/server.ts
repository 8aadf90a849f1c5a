import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { auditRoutes } from './audit.api.ts';
import { auditBlocks } from './audit.blocks.ts';
import { auditChain } from './audit.chain.ts';
import { auditEvidence } from './audit.evidence.ts';
import { remindOfAudits } from './audit.jobs.ts';
import { auditMeasures } from './audit.measures.ts';
import { auditNotices } from './audit.notices.ts';
import { internalAuditPractice } from './practice.ts';

export { partialities } from './audit.impartiality.ts';

export const internalAuditServer = definePracticeServer({
  practice: internalAuditPractice,
  planned: [
    {
      type: 'internal-audit',
      field: 'endsOn',
      clause: '9.2',
      owed: ['planned', 'staffed', 'executing'],
      done: ['reported', 'verified', 'closed'],
    },
    { type: 'audit-finding', field: 'dueOn', clause: '9.2', owed: ['open'], done: ['verified'] },
  ],
  evidence: auditEvidence,
  measures: auditMeasures,
  notices: auditNotices,
  blocks: auditBlocks,
  chain: auditChain,
  jobs: [remindOfAudits],
  routes: auditRoutes,
});
