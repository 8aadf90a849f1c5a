import { z } from 'zod';
import { defineProcess } from '../../kernel/process/process.ts';
import * as actions from './service-request.actions.ts';
import * as dispute from './service-request.dispute.ts';
import { askFacts, taskFacts } from './service-request.facts.ts';
import { handlers, overseers, requesters, type ServiceRequest } from './service-request.fields.ts';
import * as rules from './service-request.rules.ts';
import * as sets from './service-request.sets.ts';

const everybody = [...handlers, ...overseers, ...requesters];
const underWay = ['submitted', 'awaiting_approval', 'approved', 'fulfilling'] as const;
const open = ['draft', ...underWay] as const;

const asking = [
  rules.requesterIsOneself,
  rules.receivedInThePast,
  rules.modelIsOffered,
  rules.isOfferedToThem,
  rules.formIsCurrent,
];
/** Of a draft only where it goes is looked at; what it says, when it is submitted. */
const unlessDraft: (typeof asking)[number] = (request, actor, context) =>
  context.input['draft'] === true ? undefined : rules.answersAreGood(request, actor, context);

const formVersion = z.int().min(1).max(1_000_000);

/** 8.6.2 — processes.md 2. */
export const process = defineProcess<ServiceRequest>()({
  states: {
    draft: 'new',
    submitted: 'new',
    awaiting_approval: 'waiting',
    approved: 'active',
    fulfilling: 'active',
    fulfilled: 'done',
    closed: 'closed',
    rejected: 'closed',
    converted: 'closed',
    cancelled: 'closed',
  },
  initial: 'draft',
  create: {
    by: ['*'],
    fields: ['modelId', 'answers', 'beneficiaryId', 'requesterId', 'occurredAt'],
    required: ['modelId'],
    input: { formVersion: formVersion.optional(), draft: z.boolean().optional() },
    facts: askFacts,
    checks: [...asking, unlessDraft],
    set: sets.created,
    effect: actions.proceed,
  },
  edit: {
    from: ['draft'],
    by: everybody,
    fields: ['answers', 'beneficiaryId'],
    input: { formVersion: formVersion.optional() },
    rules: [rules.isRequesterOrFulfiller],
    facts: askFacts,
    checks: asking,
    set: sets.asked,
  },
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: everybody,
      fields: ['answers'],
      input: { formVersion: formVersion.optional() },
      rules: [rules.isRequesterOrFulfiller],
      facts: askFacts,
      checks: [...asking, rules.answersAreGood],
      set: sets.submitted,
      effect: actions.proceed,
    },
    ask_approval: { from: ['submitted'], to: 'awaiting_approval', by: ['system'] },
    approved: {
      from: ['awaiting_approval'],
      to: 'approved',
      by: ['system'],
      set: sets.approved,
      effect: actions.afterApproval,
    },
    rejected: {
      from: ['awaiting_approval'],
      to: 'rejected',
      by: ['system'],
      set: sets.rejected,
      comment: 'public',
    },
    begin: {
      from: ['submitted', 'approved'],
      to: 'fulfilling',
      by: ['system'],
      rules: [rules.riskIsNotOpen],
      effect: actions.makeTasks,
    },
    take: {
      reversible: true,
      from: ['submitted', 'approved', 'fulfilling'],
      by: everybody,
      rules: [rules.worksOnIt],
      set: sets.taken,
    },
    assign: {
      reversible: true,
      from: [...underWay],
      by: everybody,
      fields: ['teamId', 'ownerId'],
      required: ['teamId'],
      rules: [rules.worksOnIt],
      comment: 'internal',
    },
    dispute: {
      from: [...underWay],
      by: everybody,
      requires: ['reason'],
      rules: [rules.worksOnIt, dispute.notDisputedYet],
      set: sets.disputed,
      effect: dispute.informDeciders,
      comment: 'internal',
    },
    settle_dispute: {
      from: [...underWay],
      by: dispute.deciders,
      fields: ['teamId', 'ownerId'],
      required: ['teamId'],
      requires: ['reason'],
      rules: [dispute.isDisputed, dispute.notOwnDispute],
      set: sets.settled,
      comment: 'internal',
    },
    fulfil: {
      from: ['fulfilling'],
      to: 'fulfilled',
      by: everybody,
      fields: ['assetUpdate'],
      required: ['assetUpdate'],
      rules: [rules.riskIsNotOpen, rules.worksOnIt],
      facts: taskFacts,
      checks: [rules.tasksAreDone, rules.assetsAreSaid],
      set: sets.fulfilled,
      effect: actions.registerAccess,
      comment: 'public',
    },
    close: {
      from: ['fulfilled'],
      to: 'closed',
      by: everybody,
      rules: [rules.isRequesterOrDesk],
      set: sets.closed,
      comment: 'public',
    },
    auto_close: { from: ['fulfilled'], to: 'closed', by: ['system'], set: sets.closedUnanswered },
    /** Not what was asked for: it goes on, with its elapsed time. */
    reopen: {
      from: ['fulfilled'],
      to: 'fulfilling',
      by: everybody,
      requires: ['comment'],
      rules: [rules.isRequesterOrFulfiller],
      set: sets.reopened,
      comment: 'public',
    },
    cancel: {
      from: [...open],
      to: 'cancelled',
      by: everybody,
      requires: ['reason'],
      rules: [rules.isRequesterOrFulfiller],
      secondPerson: rules.isLate,
      set: sets.ended,
      effect: actions.stopWork,
      comment: 'public',
    },
    convert: {
      from: [...underWay],
      to: 'converted',
      by: everybody,
      fields: ['changeRef'],
      required: ['changeRef'],
      requires: ['reason'],
      rules: [rules.worksOnIt],
      set: sets.ended,
      effect: actions.stopWork,
      comment: 'public',
    },
  },
  clocks: {
    // 0.5: only waiting for the customer and an agreed hold pause a promise. An approval that is slow is late.
    fulfilment: {
      draft: 'stop',
      submitted: 'run',
      awaiting_approval: 'run',
      approved: 'run',
      fulfilling: 'run',
      fulfilled: 'stop',
      closed: 'stop',
      rejected: 'stop',
      converted: 'stop',
      cancelled: 'stop',
    },
    // A model may promise from the approval on instead. That is another beginning, no pause: see targets.ts.
    delivery: {
      draft: 'stop',
      submitted: 'stop',
      awaiting_approval: 'stop',
      approved: 'run',
      fulfilling: 'run',
      fulfilled: 'stop',
      closed: 'stop',
      rejected: 'stop',
      converted: 'stop',
      cancelled: 'stop',
    },
  },
});
