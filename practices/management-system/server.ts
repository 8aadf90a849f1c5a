import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { managementSystemNotices, tellTheWeek } from './management-system.jobs.ts';
import { managementSystemRoutes } from './management-system.api.ts';
import { managementSystem } from './practice.ts';

export const managementSystemServer = definePracticeServer({
  practice: managementSystem,
  notices: managementSystemNotices,
  jobs: [tellTheWeek],
  routes: managementSystemRoutes,
});
