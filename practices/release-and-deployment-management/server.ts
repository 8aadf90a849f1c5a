import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { releaseEvidence } from './release.evidence.ts';
import { releaseBlocks } from './release.blocks.ts';
import { releaseAndDeploymentManagement } from './practice.ts';
import { alsoCollides, alsoScheduled } from '../change-management/practice.ts';
import { routes } from './release.api.ts';
import { carryRoutes } from './release.changes.api.ts';
import { releasesColliding, releasesScheduled } from './release.windows.ts';
import { releaseChain } from './release.chain.ts';
import { remindOfResults } from './release.jobs.ts';
import { measures } from './release.measures.ts';
import { notices } from './release.notices.ts';

alsoCollides(releasesColliding);
alsoScheduled(releasesScheduled);

export const releaseAndDeploymentManagementServer = definePracticeServer({
  practice: releaseAndDeploymentManagement,
  evidence: releaseEvidence,
  blocks: releaseBlocks,
  measures,
  jobs: [remindOfResults],
  notices,
  routes: (app, house) => {
    routes(app, house);
    carryRoutes(app, house);
  },
  chain: releaseChain,
});
