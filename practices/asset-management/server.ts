import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { assetEvidence } from './asset.evidence.ts';
import { assetRoutes } from './asset.api.ts';
import { keepMaintenance, watchExpiry } from './asset.jobs.ts';
import { measures } from './asset.measures.ts';
import { notices } from './asset.notices.ts';
import { assetManagement } from './practice.ts';
import { stockTakeRoutes } from './stock-take.api.ts';
import { assetBlocks } from './asset.blocks.ts';

export const assetManagementServer = definePracticeServer({
  practice: assetManagement,
  planned: [
    { type: 'licence', field: 'validTo', clause: '8.2.5', owed: ['active'] },
    {
      type: 'stock-take',
      field: 'dueOn',
      clause: '8.2.5',
      owed: ['planned', 'counting', 'reconciling'],
      done: ['closed'],
    },
    {
      type: 'maintenance-task',
      field: 'dueOn',
      clause: '8.2.5',
      owed: ['open', 'in_progress', 'in_change'],
      done: ['done'],
    },
  ],
  blocks: assetBlocks,
  evidence: assetEvidence,
  measures,
  jobs: [keepMaintenance, watchExpiry],
  notices,
  routes: (app, house) => {
    assetRoutes(app, house);
    stockTakeRoutes(app, house);
  },
});
