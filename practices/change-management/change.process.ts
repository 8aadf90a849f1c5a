import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import * as actions from './change.actions.ts';
import * as asking from './change.asking.rules.ts';
import * as facts from './change.facts.ts';
import { workers, type Change } from './change.fields.ts';
import * as guards from './change.guards.ts';
import { riskOf } from './change.risk.ts';
import * as rules from './change.rules.ts';
import * as running from './change.running.rules.ts';
import * as sets from './change.sets.ts';
import { riskRule } from './policy.settings.ts';

const rfc = [
  'title', 'category', 'modelId', 'purpose', 'objective', 'scope', 'subjectIds', 'serviceId', 'plannedStartAt', 'plannedEndAt',
  'templateAnswers',
] as const; // prettier-ignore
const assessment = [
  'category', 'riskAnswers', 'impactAnswers', 'affectedServiceIds', 'affectedCustomerIds', 'costCents', 'currency', 'benefit', 'feasibility',
  'resources', 'needsCustomerApproval', 'collisionResolution', 'implementerId',
] as const; // prettier-ignore
const plan = [
  'implementationPlan', 'backOutPlan', 'testEvidence', 'notTestableReason', 'windowBasis', 'windowEvidence', 'downtimeMinutes',
] as const; // prettier-ignore
const people = ['ownerId', 'teamId', 'implementerId', 'reviewerId'] as const;
const emergency = [
  'emergencyGround', 'emergencyReason', 'authorisedById', 'authorisedAt', 'authorisedVia', 'authorisationNote',
] as const; // prettier-ignore
const afterwards = ['cisUpdated', 'monitoringResult', 'usersInformed'] as const;
const editable = [
  ...new Set([...rfc, ...assessment, ...plan, ...people, 'collisionResolution', 'authorisationNote']),
];

const asked = [
  asking.categoryIsUsed,
  asking.modelFits,
  asking.staysWithinModel,
  asking.windowInOrder,
] as const;
const beforeWork = ['draft', 'submitted', 'more_info', 'assessed', 'approved', 'scheduled'] as const;
const afterWork = ['implemented', 'documented', 'backed_out', 'failed'] as const;
const run = { implemented: 'run', documented: 'run', backed_out: 'run', failed: 'run' } as const;
const stop = {
  draft: 'stop', submitted: 'stop', more_info: 'stop', assessed: 'stop', approved: 'stop', scheduled: 'stop', implementing: 'stop',
  closed: 'stop', rejected: 'stop', cancelled: 'stop',
} as const; // prettier-ignore

/** 8.5.1 — processes.md 6. */
export const process = defineProcess<Change>()({
  states: {
    draft: 'new',
    submitted: 'new',
    more_info: 'waiting',
    assessed: 'waiting',
    approved: 'active',
    scheduled: 'active',
    implementing: 'active',
    implemented: 'active',
    documented: 'active',
    backed_out: 'active',
    failed: 'active',
    in_review: 'waiting',
    closed: 'closed',
    rejected: 'closed',
    cancelled: 'closed',
  },
  initial: 'draft',
  create: {
    by: workers,
    fields: [...editable, ...emergency, 'requesterId', 'occurredAt'],
    required: ['title', 'category'],
    /** Done already, past all of this: found by discovery, verification or an audit. */
    input: { found: z.boolean().optional(), fromRequest: z.string().max(40).optional() },
    facts: facts.askFacts,
    checks: [asking.requesterIsOneself, asking.foundByManagers, ...asked],
    set: sets.created,
    effect: actions.afterCreate,
  },
  edit: {
    from: [
      'draft',
      'submitted',
      'more_info',
      'approved',
      'implementing',
      'implemented',
      'backed_out',
      'failed',
    ],
    by: workers,
    fields: editable,
    required: ['title', 'category'],
    rules: [rules.worksOnIt, asking.mayStillEdit],
    facts: async (work, change, input, at) => ({
      ...(await facts.askFacts(work, change, input, at)),
      ...(await facts.peopleFacts(work, change)),
    }),
    checks: [asking.keepsWhatWasApproved, ...asked, rules.implementerDidNotApprove],
    set: sets.edited,
    effect: actions.keepSubjects,
  },
  transitions: {
    submit: {
      from: ['draft', 'more_info'],
      to: 'submitted',
      by: workers,
      fields: rfc,
      required: ['title', 'category', 'purpose', 'objective', 'plannedStartAt', 'plannedEndAt'],
      rules: [rules.isRequesterOrManager],
      facts: facts.askFacts,
      checks: [asking.isNoEmergency, ...asked, asking.saysEnough, asking.windowAhead, asking.templateIsFilled],
      set: sets.submitted,
      effect: actions.afterSubmit,
      comment: 'internal',
    }, // prettier-ignore
    preauthorise: { from: ['submitted'], to: 'approved', by: ['system'], set: sets.approved },
    assess: {
      from: ['submitted'],
      to: 'assessed',
      by: workers,
      fields: [...assessment, ...plan],
      required: ['implementerId', 'costCents'],
      rules: [rules.worksOnIt],
      facts: facts.assessFacts,
      checks: [
        guards.assessmentIsComplete, guards.categoryBearsRisk, guards.majorIsCalledSo,
        guards.collisionsAreResolved, guards.customersCanBeAsked, guards.plansBeforeApproval,
      ], // prettier-ignore
      set: sets.assessed,
      effect: actions.askApprovers,
      comment: 'internal',
    },
    ask_more: {
      from: ['submitted', 'assessed'],
      to: 'more_info',
      by: workers,
      requires: ['comment'],
      rules: [rules.asksBack],
      effect: actions.askNobody,
      comment: 'internal',
    },
    approved: {
      from: ['assessed'],
      to: 'approved',
      by: ['system'],
      set: sets.approved,
      effect: actions.afterApproval,
    },
    rejected: { from: ['assessed'], to: 'rejected', by: ['system'], set: sets.rejected },
    /** Nothing moves: top management finds it by this. */
    note_exception: {
      from: ['approved'],
      by: ['system'],
      requires: ['reason'],
      set: () => ({ sodException: true }),
    },
    authorise: {
      from: ['draft'],
      to: 'approved',
      by: workers,
      fields: [...rfc, ...emergency, 'implementerId', 'backOutPlan', 'implementationPlan'],
      required: [
        'title', 'purpose', 'implementerId', 'emergencyGround', 'emergencyReason', 'authorisedById', 'authorisedAt', 'authorisedVia',
      ], // prettier-ignore
      rules: [asking.isEmergency, rules.worksOnIt],
      facts: facts.authoriseFacts,
      checks: [
        ...asked, asking.namesSubjects, asking.emergencyIsOne, rules.authoriserIsAnother, rules.authoriserMay,
      ], // prettier-ignore
      set: sets.authorised,
      effect: actions.askConfirmation,
    },
    confirm_authorisation: {
      from: ['approved', 'implementing', ...afterWork],
      by: staff,
      rules: [asking.isEmergency, rules.isAuthoriser, rules.notConfirmedYet],
      set: sets.confirmed,
      comment: 'internal',
    },
    deny_authorisation: {
      from: ['approved', 'implementing', ...afterWork],
      by: staff,
      requires: ['reason'],
      rules: [asking.isEmergency, rules.isAuthoriser, rules.notConfirmedYet],
      set: sets.denied,
    },
    schedule: {
      from: ['approved'],
      to: 'scheduled',
      by: workers,
      fields: [...plan, 'plannedStartAt', 'plannedEndAt', 'implementerId', 'collisionResolution'],
      required: ['plannedStartAt', 'plannedEndAt', 'implementerId', 'windowBasis'],
      rules: [rules.worksOnIt],
      facts: facts.windowFacts,
      checks: [
        asking.isNoEmergency, asking.windowInOrder, asking.windowAhead, guards.plansAreGood, guards.windowIsAgreed,
        guards.windowIsApproved, guards.isNotFrozen, guards.collisionsAreResolved, rules.implementerDidNotApprove,
      ], // prettier-ignore
      set: sets.scheduled,
      effect: actions.tellSchedule,
      comment: 'internal',
    },
    reschedule: {
      from: ['scheduled'],
      by: workers,
      fields: ['plannedStartAt', 'plannedEndAt', 'windowBasis', 'windowEvidence', 'downtimeMinutes', 'collisionResolution'],
      required: ['plannedStartAt', 'plannedEndAt', 'windowBasis'],
      requires: ['reason'],
      rules: [rules.worksOnIt],
      facts: facts.windowFacts,
      checks: [
        asking.windowInOrder, asking.windowAhead, guards.windowIsAgreed, guards.windowIsApproved, guards.isNotFrozen,
        guards.collisionsAreResolved,
      ],
      set: sets.rescheduled,
      effect: actions.tellSchedule,
    }, // prettier-ignore
    /** To another window than the one that was approved: it is assessed and decided again. */
    move_back: {
      from: ['approved', 'scheduled'],
      to: 'submitted',
      by: workers,
      fields: ['plannedStartAt', 'plannedEndAt'],
      required: ['plannedStartAt', 'plannedEndAt'],
      requires: ['reason'],
      rules: [asking.isNoEmergency, rules.worksOnIt],
      checks: [asking.windowInOrder, asking.windowAhead],
      set: sets.movedBack,
      effect: actions.tellMovedBack,
    },
    assign: {
      reversible: true,
      from: [...beforeWork, 'implementing', ...afterWork, 'in_review'],
      by: workers,
      fields: people,
      required: ['ownerId'],
      rules: [rules.worksOnIt],
      facts: facts.peopleFacts,
      checks: [rules.implementerDidNotApprove],
    },
    start: {
      from: ['approved', 'scheduled'],
      to: 'implementing',
      by: workers,
      rules: [running.isScheduled, rules.carriesItOut, running.beginsInWindow],
      facts: facts.startFacts,
      checks: [rules.starterDidNotApprove, guards.isNotFrozen],
      set: sets.started,
    },
    log_step: {
      from: ['implementing'],
      by: workers,
      input: actions.logInput,
      rules: [rules.carriesItOut],
      facts: facts.peopleFacts,
      checks: [rules.starterDidNotApprove, running.stepExists],
      effect: actions.writeLog,
    },
    complete: {
      from: ['implementing'],
      to: 'implemented',
      by: workers,
      fields: ['resultNote'],
      rules: [rules.carriesItOut],
      facts: async (work, change) => ({
        ...(await facts.stepFacts(work, change)),
        ...(await facts.peopleFacts(work, change)),
      }),
      checks: [rules.starterDidNotApprove, running.stepsAreTold],
      set: sets.implemented,
    },
    /** One step: what was changed is as it was, or is being brought back; why, says the reason. */
    back_out: {
      from: ['implementing', 'implemented', 'documented'],
      to: 'backed_out',
      by: workers,
      fields: ['resultNote'],
      requires: ['reason'],
      rules: [rules.carriesItOut],
      set: sets.backedOut,
      effect: actions.investigate,
    },
    fail: {
      from: ['implementing'],
      to: 'failed',
      by: workers,
      fields: ['resultNote'],
      requires: ['reason'],
      rules: [rules.carriesItOut],
      set: sets.failed,
      effect: actions.investigate,
    },
    /** Afterwards everything that an assessment asks is answered for an emergency too. */
    document: {
      reversible: true,
      from: ['implemented', 'backed_out', 'failed'],
      to: 'documented',
      by: workers,
      fields: [...assessment.filter((key) => key !== 'category'), ...plan, 'objective', 'scope'],
      required: ['objective', 'costCents'],
      rules: [asking.isEmergency, rules.worksOnIt],
      facts: facts.assessFacts,
      checks: [
        running.authorisationIsConfirmed, guards.assessmentIsComplete, guards.plansAreGood,
      ], // prettier-ignore
      set: sets.documented,
    },
    open_review: {
      from: afterWork,
      to: 'in_review',
      by: workers,
      fields: [...afterwards, 'reviewerId'],
      required: ['cisUpdated', 'usersInformed', 'reviewerId'],
      rules: [rules.worksOnIt, running.documentedFirst],
      checks: [running.afterwardsIsSaid, rules.namedReviewerIsAnother],
      effect: actions.tellReviewer,
    },
    /** Of standard changes only a sample is reviewed. */
    close_unreviewed: {
      from: ['implemented'],
      to: 'closed',
      by: workers,
      fields: afterwards,
      required: ['cisUpdated', 'usersInformed'],
      rules: [running.isSampleFree, rules.worksOnIt],
      facts: facts.endFacts,
      checks: [running.tasksAreDone],
      set: sets.closedUnreviewed,
    },
    finish_review: {
      from: ['in_review'],
      to: 'closed',
      by: workers,
      fields: ['objectiveMet', 'incidentsNote', 'deviations', 'lessons', 'userFeedback', 'monitoringResult'],
      required: ['objectiveMet', 'deviations', 'lessons', 'userFeedback', 'monitoringResult'],
      rules: [rules.reviewerIsAnother],
      facts: facts.endFacts,
      checks: [running.reviewSaysSomething, running.causedIsExplained, running.investigationIsDone, running.tasksAreDone],
      set: sets.reviewed,
    }, // prettier-ignore
    withdraw: {
      from: ['draft', 'submitted', 'more_info', 'assessed'],
      to: 'cancelled',
      by: workers,
      requires: ['reason'],
      rules: [rules.isRequesterOrManager],
      set: sets.stopped,
      effect: actions.stopWork,
    },
    cancel: {
      from: ['approved', 'scheduled'],
      to: 'cancelled',
      by: workers,
      requires: ['reason'],
      rules: [rules.worksOnIt],
      set: sets.stopped,
      effect: actions.stopAndTell,
    },
  },
  clocks: {
    /** Of an emergency: everything is written down within a working day of its end. */
    documentation: { ...stop, ...run, documented: 'stop', in_review: 'stop' },
    review: { ...stop, ...run, in_review: 'run' },
  },
  derive: (change, settings) => {
    const { value, version } = settings.get(riskRule);
    const risk = riskOf(value, change.riskAnswers ?? {});
    return {
      set: {
        riskImpact: risk?.impact ?? null,
        riskLikelihood: risk?.likelihood ?? null,
        riskScore: risk?.score ?? null,
        riskLevel: risk?.level ?? null,
      },
      rules: risk ? { risk: version } : {},
    };
  },
});
