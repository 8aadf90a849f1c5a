import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { nonconformityRoutes } from './nonconformity.api.ts';
import { nonconformityBlocks } from './nonconformity.blocks.ts';
import { nonconformityChain } from './nonconformity.chain.ts';
import { nonconformityEvidence } from './nonconformity.evidence.ts';
import { watchNonconformities } from './nonconformity.jobs.ts';
import { nonconformityMeasures } from './nonconformity.measures.ts';
import { nonconformityNotices } from './nonconformity.notices.ts';
import { nonconformityPractice } from './practice.ts';

export const nonconformityServer = definePracticeServer({
  practice: nonconformityPractice,
  planned: [
    {
      type: 'nonconformity',
      field: 'dueOn',
      clause: '10.1',
      owed: ['action_plan', 'reopened'],
      done: ['closed'],
    },
    { type: 'nonconformity', field: 'waitUntil', clause: '10.1', owed: ['waiting'] },
  ],
  evidence: nonconformityEvidence,
  measures: nonconformityMeasures,
  notices: nonconformityNotices,
  blocks: nonconformityBlocks,
  chain: nonconformityChain,
  jobs: [watchNonconformities],
  routes: nonconformityRoutes,
});
