import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { managementReviewPractice } from './practice.ts';
import { reviewRoutes } from './review.api.ts';
import { reviewBlocks } from './review.blocks.ts';
import { reviewChain } from './review.chain.ts';
import { reviewEvidence } from './review.evidence.ts';
import { remindOfReviews } from './review.jobs.ts';
import { reviewMeasures } from './review.measures.ts';
import { reviewNotices } from './review.notices.ts';

export const managementReviewServer = definePracticeServer({
  practice: managementReviewPractice,
  planned: [
    {
      type: 'management-review',
      field: 'plannedOn',
      clause: '9.3',
      owed: ['scheduled', 'inputs_frozen'],
      done: ['held', 'signed', 'closed'],
    },
  ],
  evidence: reviewEvidence,
  measures: reviewMeasures,
  notices: reviewNotices,
  blocks: reviewBlocks,
  chain: reviewChain,
  jobs: [remindOfReviews],
  routes: reviewRoutes,
});
