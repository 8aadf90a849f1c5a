import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { requestEvidence } from './service-request.evidence.ts';
import { requestBlocks } from './request-model.blocks.ts';
import { createModels } from './models/create.ts';
import { serviceRequestManagement } from './practice.ts';
import { routes } from './service-request.api.ts';
import { requestChain } from './service-request.chain.ts';
import { closeFulfilled, reviewAccess } from './service-request.jobs.ts';
import { measures } from './service-request.measures.ts';
import { notices } from './service-request.notices.ts';
import { requestInPortal } from './service-request.portal.ts';
import { findTarget } from './targets.ts';

export const serviceRequestManagementServer = definePracticeServer({
  practice: serviceRequestManagement,
  planned: [{ type: 'access-grant', field: 'recertifyDue', clause: '8.7.3', owed: ['active', 'in_review'] }],
  evidence: requestEvidence,
  blocks: requestBlocks,
  targets: findTarget,
  measures,
  jobs: [reviewAccess, closeFulfilled],
  notices,
  routes,
  portal: [requestInPortal],
  chain: requestChain,
  setUp: (work, actor, { zone }) => createModels(work, actor, zone),
});
