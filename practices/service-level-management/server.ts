import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { agreementEvidence } from './agreement.evidence.ts';
import { agreementBlocks } from './agreement.blocks.ts';
import { beginDueReviews, expireAgreements } from './agreement.jobs.ts';
import {
  aboveWorkloadLimit,
  coverage,
  reviewsOnTime,
  reviewsOverdue,
  withoutAgreement,
} from './agreement.measures.ts';
import { agreements } from './agreement.snapshot.ts';
import { calendarRoutes } from './calendar.api.ts';
import { serviceLevelManagement } from './practice.ts';
import { createDefaults } from './defaults.ts';
import { templateRoutes } from './template.api.ts';
import { findTarget } from './targets.ts';

export const serviceLevelManagementServer = definePracticeServer({
  practice: serviceLevelManagement,
  planned: [
    { type: 'agreement', field: 'reviewDue', clause: '8.3.3', owed: ['active', 'in_review'] },
    { type: 'agreement', field: 'validTo', clause: '8.3.3', owed: ['active', 'in_review', 'amended'] },
  ],
  evidence: agreementEvidence,
  blocks: agreementBlocks,
  snapshots: [agreements],
  targets: findTarget,
  measures: [reviewsOnTime, reviewsOverdue, aboveWorkloadLimit, coverage, withoutAgreement],
  setUp: (work, actor, { zone, language, sector }) =>
    createDefaults(work, actor, zone, language, undefined, sector ?? null),
  jobs: [expireAgreements, beginDueReviews],
  routes: (app, house) => {
    calendarRoutes(app, house);
    templateRoutes(app, house);
  },
});
