import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { configurationEvidence } from './configuration.evidence.ts';
import { ciClassBlocks } from './ci-class.blocks.ts';
import { baselineRoutes } from './baseline.api.ts';
import { ciPreparation } from './ci.import.ts';
import { measures } from './ci.measures.ts';
import { ciClasses } from './class.snapshot.ts';
import { createClasses } from './class.setup.ts';
import { graphRoutes } from './graph.api.ts';
import { Kept } from './graph.store.ts';
import { impactRoutes } from './impact.api.ts';
import { loadRoutes } from './load.api.ts';
import { configurationManagement } from './practice.ts';
import { relationRoutes } from './relation.api.ts';
import { reconciliation } from './reconciliation.server.ts';
import { relationTable } from './relation.import.ts';

export { initialLoad } from './ci.settings.ts';
export { workFeeds } from './feed.run.ts';
export { queueRun } from './feed.run.store.ts';
export { circles, refusedByClass } from './relation.judge.ts';
export type { RelationKind } from './relation.kinds.ts';
export { endsCalled, insertRelations } from './relation.store.ts';
export { relationEvents } from './relation.trail.ts';

export const configurationManagementServer = definePracticeServer({
  practice: configurationManagement,
  planned: [
    {
      type: 'verification',
      field: 'dueOn',
      clause: '8.2.6',
      owed: ['planned', 'checking', 'correcting'],
      done: ['closed'],
    },
  ],
  evidence: configurationEvidence,
  blocks: ciClassBlocks,
  snapshots: [ciClasses],
  measures: [...measures, ...reconciliation.measures],
  jobs: reconciliation.jobs,
  subscribers: reconciliation.subscribers,
  notices: reconciliation.notices,
  routes: (app, house) => {
    impactRoutes(app, house);
    graphRoutes(app, house);
    relationRoutes(app, house);
    baselineRoutes(app, house);
    loadRoutes(app, house);
    reconciliation.routes(app, house);
    // The first who asks for an impact need not wait for the graph; whoever asks tries again should this fail.
    app.addHook('onListen', async () => {
      Kept.of(house.pool)
        .graph(true)
        .catch((error: unknown) => app.log.warn({ err: error }, 'the graph could not be read'));
    });
  },
  importers: [relationTable],
  preparations: [ciPreparation],
  setUp: (work, actor) => createClasses(work, actor),
});
