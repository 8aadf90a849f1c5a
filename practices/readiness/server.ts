import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { firstPathRoutes } from './first-path.api.ts';
import { keepAssessmentsWhole, makeAssessments } from './assessment.making.ts';
import { judgements } from './judgements.ts';
import { readiness } from './practice.ts';
import { readinessRoutes } from './readiness.api.ts';
import { watchGaps } from './readiness.jobs.ts';
import { readinessMeasures } from './readiness.measures.ts';
import { readinessNotices } from './readiness.notices.ts';

export const readinessServer = definePracticeServer({
  practice: readiness,
  planned: [
    {
      type: 'gap-action',
      field: 'dueOn',
      clause: '8.1',
      owed: ['planned', 'in_progress'],
      done: ['done', 'confirmed'],
    },
  ],
  judgements,
  measures: readinessMeasures,
  notices: readinessNotices,
  jobs: [keepAssessmentsWhole, watchGaps],
  routes: (app, house, words) => {
    readinessRoutes(app, house);
    firstPathRoutes(app, house, words);
  },
  setUp: async (work, _actor, { language }) => {
    await makeAssessments(work, language);
  },
});
