import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { beginDueReviews, expireAgreements } from './agreement.jobs.ts';
import { aboveWorkloadLimit, coverage, reviewsOnTime, reviewsOverdue, withoutAgreement } from './agreement.measures.ts';
import { agreements } from './agreement.snapshot.ts';
import { serviceLevelManagement } from './practice.ts';
import { findTarget } from './targets.ts';

export const serviceLevelManagementServer = definePracticeServer({
  practice: serviceLevelManagement,
  snapshots: [agreements],
  targets: findTarget,
  measures: [reviewsOnTime, reviewsOverdue, aboveWorkloadLimit, coverage, withoutAgreement],
  jobs: [expireAgreements, beginDueReviews],
});
