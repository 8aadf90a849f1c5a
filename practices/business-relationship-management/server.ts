import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { satisfactionEvidence } from './satisfaction.evidence.ts';
import { createSurveys } from './defaults.ts';
import { businessRelationshipManagement } from './practice.ts';
import { watchRenewals } from './renewal.jobs.ts';
import { retention, undecidedRenewals } from './renewal.measures.ts';
import { resultRoutes } from './results.api.ts';
import { ratingChain } from './rating.chain.ts';
import { satisfactionRoutes } from './satisfaction.api.ts';
import { nameCauses } from './satisfaction.cause.ts';
import { expireRatings } from './satisfaction.jobs.ts';
import {
  followedUpInTime,
  meanScore,
  replyKept,
  replyOverdue,
  responseRate,
  satisfied,
} from './satisfaction.measures.ts';
import { askSatisfaction } from './satisfaction.subscriber.ts';
import { surveyBlocks } from './survey.blocks.ts';

export const businessRelationshipManagementServer = definePracticeServer({
  practice: businessRelationshipManagement,
  blocks: surveyBlocks,
  evidence: satisfactionEvidence,
  measures: [
    satisfied,
    meanScore,
    responseRate,
    followedUpInTime,
    replyKept,
    replyOverdue,
    retention,
    undecidedRenewals,
  ],
  subscribers: [askSatisfaction, nameCauses],
  notices: [
    // The question is answered in the portal; a rating has no page there.
    { kind: 'rating.asked', usual: 'mail', mailPath: async () => '/portal' },
    { kind: 'rating.low', staffOnly: true, urgent: true },
    { kind: 'contract_renewal.due', staffOnly: true, usual: 'mail' },
  ],
  jobs: [expireRatings, watchRenewals],
  planned: [
    {
      type: 'contract-renewal',
      field: 'termEndsOn',
      clause: '8.3.2',
      owed: ['due'],
      done: ['renewed', 'lost'],
    },
  ],
  chain: ratingChain,
  routes: (app, house) => {
    satisfactionRoutes(app, house);
    resultRoutes(app, house);
  },
  setUp: (work, actor, { language }) => createSurveys(work, actor, language),
});
