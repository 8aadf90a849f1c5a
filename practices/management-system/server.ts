import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { managementSystemNotices, tellTheWeek } from './management-system.jobs.ts';
import { adoptionMeasures } from './adoption.measures.ts';
import { managementSystemRoutes } from './management-system.api.ts';
import { managementSystem } from './practice.ts';
import { outcomeRoutes } from './scorecard.api.ts';

export const managementSystemServer = definePracticeServer({
  practice: managementSystem,
  notices: managementSystemNotices,
  jobs: [tellTheWeek],
  measures: adoptionMeasures,
  routes: (app, house, words) => {
    managementSystemRoutes(app, house, words);
    outcomeRoutes(app, house, words);
  },
});
