import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { leadershipAndSupportRoutes } from './leadership-and-support.api.ts';
import { leadershipAndSupport } from './practice.ts';

export const leadershipAndSupportServer = definePracticeServer({
  practice: leadershipAndSupport,
  routes: leadershipAndSupportRoutes,
});
