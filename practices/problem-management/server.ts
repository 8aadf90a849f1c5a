import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { problemEvidence } from './problem.evidence.ts';
import { knownErrorRoutes } from './known-error.api.ts';
import { problemManagement } from './practice.ts';
import { problemRoutes } from './problem.api.ts';
import { problemChain } from './problem.chain.ts';
import { reviews } from './problem.jobs.ts';
import { measures } from './problem.measures.ts';
import { notices } from './problem.notices.ts';
import { beginPushes, pushFixes } from './problem.push.ts';
import { linkByNumber, recountLinks, watchRecurrence } from './problem.subscribers.ts';
import { trendRoutes } from './trend.api.ts';
import { beginTrends, monthlyTrends, trendJob } from './trend.run.ts';
import { problemBlocks } from './problem.blocks.ts';

export { applyWorkaround } from './known-error.apply.ts';
export { trendRule } from './problem.settings.ts';
export { runTrends } from './trend.run.ts';

export const problemManagementServer = definePracticeServer({
  practice: problemManagement,
  blocks: problemBlocks,
  evidence: problemEvidence,
  measures,
  chain: problemChain,
  subscribers: [recountLinks, linkByNumber, watchRecurrence, beginPushes, beginTrends],
  jobs: [pushFixes, reviews, trendJob, monthlyTrends],
  notices,
  routes: (app, house) => {
    problemRoutes(app, house);
    knownErrorRoutes(app, house);
    trendRoutes(app, house);
  },
});
