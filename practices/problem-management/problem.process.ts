import { z } from 'zod';
import { plain } from '../../kernel/record/field.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import * as effects from './problem.effects.ts';
import * as facts from './problem.facts.ts';
import { managers, raisers, workers, type ProblemRecord } from './problem.fields.ts';
import { derivePriority } from './problem.priority.ts';
import { fishboneSchema, whysSchema } from './rca.schema.ts';
import * as rules from './problem.rules.ts';
import * as sets from './problem.sets.ts';

const begun = ['investigating', 'cause_known', 'known_error', 'fix_planned'] as const;
const open = ['new', 'accepted', ...begun, 'suspended'] as const;
const inForce = [
  'known_error',
  'fix_planned',
  'suspended',
  'resolved',
  'investigating',
  'cause_known',
] as const;

const about = ['title', 'description', 'serviceId', 'categoryId', 'ci', 'urgency', 'expectedImpact'];
const cause = ['rootCause', 'causeClass', 'enablingCondition', 'removalPrevents', 'removalReason'];
const numbers = z.array(plain(40)).max(500);

/** 8.6.3 — processes.md 3. The order is that of a problem's life. */
export const process = defineProcess<ProblemRecord>()({
  states: {
    new: 'new',
    accepted: 'active',
    rejected: 'closed',
    investigating: 'active',
    cause_known: 'active',
    known_error: 'active',
    fix_planned: 'active',
    suspended: 'waiting',
    resolved: 'done',
    closed: 'closed',
  },
  initial: 'new',
  create: {
    by: raisers,
    fields: [...about, 'origin', 'originId', 'originNote', 'ownerId', 'teamId', 'workaround'],
    required: ['title', 'origin', 'serviceId'],
    // Ids of what a trend found; people name numbers.
    input: { incidents: numbers.optional(), incidentIds: z.array(z.uuid()).max(5000).optional() },
    facts: facts.effectFacts,
    checks: [rules.namedIncidentsExist],
    set: sets.counted,
    effect: effects.raised,
  },
  edit: {
    reversible: true,
    from: open,
    by: workers,
    fields: [...about, 'ownerId', 'teamId', 'workaround', 'originNote'],
    required: ['title', 'serviceId'],
    comment: 'internal',
  },
  transitions: {
    link_incidents: {
      from: [...open, 'resolved'],
      by: [...workers, 'service-desk-agent', 'service-desk-lead'],
      input: { incidents: numbers.min(1) },
      facts: facts.effectFacts,
      checks: [rules.namedIncidentsExist],
      set: sets.counted,
      effect: effects.linked,
    },
    /** A link was made or dropped elsewhere: the effect is summed again. */
    recount: {
      from: [...open, 'resolved'],
      by: ['system'],
      facts: facts.recountFacts,
      set: sets.counted,
    },
    accept: {
      reversible: true,
      from: ['new'],
      to: 'accepted',
      by: [...managers, 'incident-manager', 'service-owner'],
      fields: ['categoryId', 'urgency', 'expectedImpact', 'ownerId', 'teamId'],
      required: ['serviceId', 'categoryId'],
      facts: facts.recountFacts,
      checks: [rules.hasSource],
      set: sets.counted,
      comment: 'internal',
    },
    reject: {
      from: ['new'],
      to: 'rejected',
      by: [...managers, 'incident-manager', 'service-owner'],
      requires: ['reason'],
      set: sets.rejected,
    },
    investigate: {
      reversible: true,
      from: ['accepted'],
      to: 'investigating',
      by: workers,
      fields: ['ownerId', 'teamId', 'urgency', 'expectedImpact'],
      required: ['ownerId', 'urgency', 'priority'],
      facts: facts.recountFacts,
      set: sets.counted,
      comment: 'internal',
    },
    /** What the analysis has found so far; the page's editor writes it. */
    analyse: {
      reversible: true,
      from: begun,
      by: workers,
      fields: ['rcaMethod', ...cause],
      input: { whys: whysSchema.optional(), fishbone: fishboneSchema.optional() },
      set: sets.analysed,
    },
    find_cause: {
      reversible: true,
      from: ['investigating'],
      to: 'cause_known',
      by: workers,
      fields: ['rcaMethod', ...cause],
      required: ['rcaMethod', 'rootCause', 'causeClass', 'removalPrevents', 'removalReason'],
      checks: [rules.methodWasFollowed, rules.causeIsNoSymptom, rules.notHumanErrorAlone],
      set: sets.causeFound,
      comment: 'internal',
    },
    /** [STD] A known error is recorded, and at hand where incidents are written. */
    publish: {
      from: ['cause_known'],
      to: 'known_error',
      by: workers,
      fields: ['workaround', 'serviceId', 'categoryId', 'ci', 'publicText'],
      required: ['workaround', 'serviceId'],
      set: sets.published,
    },
    revise_workaround: {
      from: inForce,
      by: workers,
      fields: ['workaround', 'publicText'],
      required: ['workaround'],
      rules: [rules.isInForce],
    },
    plan_fix: {
      from: ['cause_known', 'known_error', 'fix_planned'],
      to: 'fix_planned',
      by: workers,
      input: { change: plain(40).optional() },
      facts: facts.changeFacts,
      checks: [rules.changeExists],
      set: sets.planned,
      effect: effects.changeLinked,
      comment: 'internal',
    },
    accept_risk: {
      from: ['cause_known', 'known_error', 'fix_planned'],
      to: 'fix_planned',
      by: ['service-owner'],
      fields: ['reviewOn'],
      required: ['reviewOn'],
      requires: ['reason'],
      facts: facts.serviceFacts,
      checks: [rules.decidedByServiceOwner, rules.reviewDateFits('accepted')],
      set: sets.accepted,
    },
    /** The decision's review date has come, or it did not hold. */
    reconsider: {
      reversible: true,
      from: ['fix_planned'],
      by: workers,
      requires: ['reason'],
      set: sets.reconsidered,
    },
    resolve: {
      from: ['fix_planned'],
      to: 'resolved',
      by: workers,
      fields: ['resolution', 'verification'],
      required: ['resolution', 'verification'],
      facts: facts.changeFacts,
      checks: [rules.changeIsVerified],
      set: sets.resolved,
      effect: effects.fixAnnounced,
      comment: 'internal',
    },
    retire_known_error: {
      from: inForce,
      by: workers,
      rules: [rules.isInForce],
      checks: [rules.retiredFirst],
      input: { reason: plain(2000).optional() },
      set: sets.retired,
    },
    close: {
      from: ['resolved'],
      to: 'closed',
      by: workers,
      fields: ['closeStatement'],
      rules: [rules.knownErrorRetired],
      facts: facts.closeFacts,
      checks: [rules.linkedIncidentsClosed, rules.quietSinceFix],
      comment: 'internal',
    },
    review_effectiveness: {
      from: ['resolved', 'closed'],
      by: [...workers, 'top-management', 'service-level-manager'],
      fields: ['effectivenessConclusion'],
      required: ['effectivenessConclusion'],
      rules: [rules.reviewedByAnother, rules.notReviewedYet],
      facts: facts.reviewFacts,
      checks: [rules.reviewIsDue],
      set: sets.reviewed,
      effect: effects.reviewFinished,
    },
    reopen: {
      from: ['resolved', 'closed'],
      to: 'investigating',
      by: workers,
      requires: ['reason'],
      set: sets.reopened,
    },
    suspend: {
      reversible: true,
      from: ['accepted', ...begun],
      to: 'suspended',
      by: workers,
      fields: ['reviewOn'],
      required: ['reviewOn'],
      requires: ['reason'],
      checks: [rules.reviewDateFits('suspended')],
      set: sets.suspended,
    },
    resume: {
      reversible: true,
      from: ['suspended'],
      by: workers,
      requires: ['reason'],
      set: sets.resumed,
    },
    /** An incident like those it was solved for. */
    note_recurrence: {
      from: ['resolved', 'closed'],
      by: ['system'],
      input: { incident: plain(40) },
      set: sets.cameBack,
    },
    /** Somebody looked: it is the same fault, or another one. */
    confirm_recurrence: {
      from: ['resolved', 'closed', 'investigating'],
      by: workers,
      input: { recurrence: z.strictObject({ incident: plain(40) }) },
      effect: effects.recurrenceConfirmed,
    },
    dismiss_recurrence: {
      from: ['resolved', 'closed', 'investigating'],
      by: workers,
      input: { recurrence: z.strictObject({ incident: plain(40) }) },
      requires: ['reason'],
      effect: effects.recurrenceDismissed,
    },
    count_use: {
      from: inForce,
      by: ['system'],
      input: { incident: plain(40) },
      rules: [rules.isInForce],
      set: sets.used,
    },
  },
  clocks: {},
  derive: derivePriority,
});
