import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { lapseMeasures } from './lapse.measures.ts';
import { lapseNotices } from './lapse.notices.ts';
import { controlWatch } from './practice.ts';
import { watchRoutes } from './watch.api.ts';
import { watchControls } from './watch.jobs.ts';
import { watchFrom } from './watch.settings.ts';

export { watch } from './watch.jobs.ts';

export const controlWatchServer = definePracticeServer({
  practice: controlWatch,
  planned: [
    {
      type: 'lapse',
      field: 'dueOn',
      clause: '10.1',
      owed: ['found', 'accepted'],
      done: ['corrected', 'verified'],
    },
  ],
  measures: lapseMeasures,
  notices: lapseNotices,
  jobs: [watchControls],
  routes: watchRoutes,
  // From its first day on: what was there before is no lapse of the organisation's work here.
  setUp: (work, actor) => changeSetting(work, actor, watchFrom, new Date(work.house.now()).toISOString()),
});
