import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { createSurveys } from './defaults.ts';
import { businessRelationshipManagement } from './practice.ts';
import { satisfactionRoutes } from './satisfaction.api.ts';
import { expireRatings } from './satisfaction.jobs.ts';
import { followedUpInTime, meanScore, responseRate, satisfied } from './satisfaction.measures.ts';
import { askSatisfaction } from './satisfaction.subscriber.ts';

export const businessRelationshipManagementServer = definePracticeServer({
  practice: businessRelationshipManagement,
  measures: [satisfied, meanScore, responseRate, followedUpInTime],
  subscribers: [askSatisfaction],
  notices: [
    { kind: 'rating.asked', usual: 'mail' },
    { kind: 'rating.low', staffOnly: true, urgent: true },
  ],
  jobs: [expireRatings],
  routes: satisfactionRoutes,
  setUp: (work, actor, { language }) => createSurveys(work, actor, language),
});
