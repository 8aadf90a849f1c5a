import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { changeEvidence } from './change.evidence.ts';
import { judgeChangesBy, mergesMove, raiseChangesBy } from '../configuration-management/practice.ts';
import { changeBlocks } from './change.blocks.ts';
import { routes } from './change.api.ts';
import { endFreezes } from './change-freeze.jobs.ts';
import { changeChain } from './change.chain.ts';
import { lapseModels, proposeTrends } from './change.jobs.ts';
import { measures } from './change.measures.ts';
import { notices } from './change.notices.ts';
import { warnOfChangeClocks } from './change.subscribers.ts';
import { findTarget } from './change.targets.ts';
import { coveredBy, recordFound } from './change.seams.ts';
import { gateRoutes } from './gate.api.ts';
import { feedRoutes } from './schedule-feed.api.ts';
import { scheduleRoutes } from './schedule.api.ts';
import { createTemplates } from './models/create.ts';
import { changeManagement } from './practice.ts';

// What is done to a configuration item in the name of a change is done only while that change stands (8.2.6).
judgeChangesBy({
  types: ['change'],
  judge: async (work, cited, ci) => {
    const refused = await coveredBy(work, cited.number, ci.id);
    return refused && { ...refused, field: 'changeRef' };
  },
});

raiseChangesBy(recordFound);
// Two records of one item became one; the table beside `subject_ids` follows.
mergesMove(async (work, from, into) => {
  await work.run(
    'merge_change_subjects',
    `with gone as (delete from change_subject where record_id = $1 returning change_id)
     insert into change_subject (change_id, record_id) select change_id, $2::uuid from gone on conflict do nothing`,
    [from, into],
  );
});

export const changeManagementServer = definePracticeServer({
  practice: changeManagement,
  planned: [{ type: 'change-model', field: 'expiresOn', clause: '8.5.1', owed: ['in_force'] }],
  evidence: changeEvidence,
  blocks: changeBlocks,
  targets: findTarget,
  measures,
  jobs: [lapseModels, proposeTrends, endFreezes],
  subscribers: [warnOfChangeClocks],
  notices,
  routes: (app, house) => {
    routes(app, house);
    scheduleRoutes(app, house);
    feedRoutes(app, house);
    gateRoutes(app, house);
  },
  chain: changeChain,
  setUp: (work, actor) => createTemplates(work, actor),
});
