import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { releaseAndDeploymentManagement } from './practice.ts';
import { routes } from './release.api.ts';
import { releaseChain } from './release.chain.ts';
import { remindOfResults } from './release.jobs.ts';
import { measures } from './release.measures.ts';
import { notices } from './release.notices.ts';

export const releaseAndDeploymentManagementServer = definePracticeServer({
  practice: releaseAndDeploymentManagement,
  measures,
  jobs: [remindOfResults],
  notices,
  routes,
  chain: releaseChain,
});
