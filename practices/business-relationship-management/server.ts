import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { satisfactionEvidence } from './satisfaction.evidence.ts';
import { createSurveys } from './defaults.ts';
import { businessRelationshipManagement } from './practice.ts';
import { resultRoutes } from './results.api.ts';
import { ratingChain } from './rating.chain.ts';
import { satisfactionRoutes } from './satisfaction.api.ts';
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
  measures: [satisfied, meanScore, responseRate, followedUpInTime, replyKept, replyOverdue],
  subscribers: [askSatisfaction],
  notices: [
    // The question is answered in the portal; a rating has no page there.
    { kind: 'rating.asked', usual: 'mail', mailPath: async () => '/portal' },
    { kind: 'rating.low', staffOnly: true, urgent: true },
  ],
  jobs: [expireRatings],
  chain: ratingChain,
  routes: (app, house) => {
    satisfactionRoutes(app, house);
    resultRoutes(app, house);
  },
  setUp: (work, actor, { language }) => createSurveys(work, actor, language),
});
