import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { auditRoutes } from './audit.api.ts';
import { auditMeasures } from './audit.measures.ts';
import { auditNotices } from './audit.notices.ts';
import { auditEnds } from './engagement.jobs.ts';
import { openAudits } from './engagement.snapshot.ts';
import { beginPacks, packJob } from './pack.run.ts';
import { auditWorkspace } from './practice.ts';

export { makePacks } from './pack.run.ts';
export { packPieces } from './pack.store.ts';
export { verifySample } from './sample.verify.ts';

export const auditWorkspaceServer = definePracticeServer({
  practice: auditWorkspace,
  snapshots: [openAudits],
  measures: auditMeasures,
  notices: auditNotices,
  subscribers: [beginPacks],
  jobs: [auditEnds, packJob],
  routes: auditRoutes,
});
