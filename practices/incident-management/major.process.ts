import { z } from 'zod';
import { instant, plain } from '../../kernel/record/field.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import * as effects from './major.effects.ts';
import * as facts from './major.facts.ts';
import {
  audiences,
  crew,
  declarers,
  entryKinds,
  leaders,
  metSchema,
  roleFields,
  textsSchema,
  ways,
  type MajorIncident,
} from './major.fields.ts';
import * as rules from './major.rules.ts';
import * as sets from './major.sets.ts';

const running = ['declared', 'stabilised'] as const;
const told = [...running, 'restored', 'review_due'] as const;
const review = [
  'cause',
  'helped',
  'hindered',
  'customerImpact',
  'affectedUsers',
  'lostBusinessCents',
  'lostBusinessCurrency',
  'noActionsReason',
] as const;

/** 8.6.1 g–k, the sub-flow of processes.md 1. */
export const process = defineProcess<MajorIncident>()({
  states: {
    candidate: 'new',
    declined: 'closed',
    declared: 'active',
    stabilised: 'active',
    restored: 'active',
    review_due: 'waiting',
    reviewed: 'done',
    closed: 'closed',
  },
  initial: 'candidate',
  create: {
    by: [...crew, 'system'],
    fields: ['leadingIncidentId'],
    required: ['leadingIncidentId'],
    input: { reason: plain(2000).optional(), criteria: metSchema.optional() },
    facts: facts.leadingFacts,
    checks: [rules.criteriaAreMeasured, rules.leadingIsOpen],
    set: sets.proposed,
    effect: effects.proposed,
  },
  edit: {
    from: ['candidate', ...told],
    by: crew,
    fields: ['title', ...review],
    required: ['title'],
  },
  transitions: {
    /** A criterion that was not met before is met now. */
    propose: {
      from: ['candidate', 'declined'],
      to: 'candidate',
      by: ['system'],
      input: { criteria: metSchema },
      set: sets.proposedAgain,
      effect: effects.proposed,
    },
    declare: {
      from: ['candidate'],
      to: 'declared',
      by: declarers,
      fields: [...roleFields, 'bridge'],
      required: ['managerId', 'bridge'],
      input: { reason: plain(2000).optional() },
      facts: facts.roleFacts,
      checks: [
        rules.criteriaMetOrReasoned,
        rules.bridgeIsReachable,
        rules.rolesAreStaff,
        rules.managerDoesNotRepair,
      ],
      set: sets.declared,
      effect: effects.declared,
    },
    decline: {
      from: ['candidate'],
      to: 'declined',
      by: declarers,
      requires: ['reason'],
      set: sets.declined,
    },
    assign_roles: {
      from: told,
      by: leaders,
      fields: [...roleFields, 'bridge'],
      required: ['managerId', 'bridge'],
      facts: facts.roleFacts,
      checks: [rules.bridgeIsReachable, rules.rolesAreStaff, rules.managerDoesNotRepair],
      set: sets.led,
    },
    inform_management: {
      from: [...running, 'restored'],
      by: leaders,
      input: {
        personIds: z.array(z.uuid()).min(1).max(50),
        way: z.enum(ways),
        text: plain(4000).optional(),
      },
      facts: facts.managementFacts,
      checks: [rules.toldTopManagement],
      set: sets.managementInformed,
      restarts: ['management'],
      effect: effects.informed,
    },
    post_update: {
      from: told,
      by: crew,
      input: { audiences: z.array(z.enum(audiences)).min(1), texts: textsSchema },
      checks: [rules.publicInBothLanguages],
      restarts: ['update'],
      effect: effects.updated,
    },
    record_entry: {
      from: told,
      by: crew,
      input: {
        kind: z.enum(entryKinds),
        texts: textsSchema,
        at: instant().schema.optional(),
        corrects: z.uuid().optional(),
      },
      facts: facts.correctionFacts,
      checks: [rules.happenedMeanwhile, rules.correctsAnEntry],
      effect: effects.recorded,
    },
    stabilise: {
      from: ['declared'],
      to: 'stabilised',
      by: crew,
      requires: ['reason'],
      set: sets.stabilised,
      effect: effects.staged,
    },
    restore: {
      from: running,
      to: 'restored',
      by: crew,
      fields: ['restoredAt'],
      required: ['restoredAt'],
      requires: ['reason'],
      facts: facts.reviewFacts,
      checks: [rules.restoredMeanwhile],
      set: sets.restored,
      effect: effects.reviewPlanned,
    },
    /** It was not over after all. */
    relapse: {
      from: ['stabilised', 'restored', 'review_due'],
      to: 'declared',
      by: crew,
      requires: ['reason'],
      set: sets.relapsed,
      effect: effects.staged,
    },
    open_review: {
      from: ['restored'],
      to: 'review_due',
      by: leaders,
      fields: ['reviewerId', 'reviewAt'],
      required: ['reviewerId'],
      facts: facts.roleFacts,
      checks: [rules.rolesAreStaff, rules.reviewerLedNothing],
      effect: effects.reviewPlanned,
    },
    finish_review: {
      from: ['review_due'],
      to: 'reviewed',
      by: leaders,
      fields: review,
      required: ['cause', 'helped', 'hindered', 'customerImpact', 'affectedUsers'],
      rules: [rules.reviewedByAnother],
      facts: facts.actionFacts,
      checks: [rules.actionsOrReason],
      set: sets.reviewed,
      effect: effects.staged,
    },
    close: {
      from: ['reviewed'],
      to: 'closed',
      by: leaders,
      facts: facts.actionFacts,
      checks: [rules.actionsFinished],
    },
  },
  clocks: {
    management: {
      candidate: 'stop', declined: 'stop', declared: 'run', stabilised: 'run',
      restored: 'stop', review_due: 'stop', reviewed: 'stop', closed: 'stop',
    },
    update: {
      candidate: 'stop', declined: 'stop', declared: 'run', stabilised: 'run',
      restored: 'stop', review_due: 'stop', reviewed: 'stop', closed: 'stop',
    },
    review: {
      candidate: 'stop', declined: 'stop', declared: 'stop', stabilised: 'stop',
      restored: 'run', review_due: 'run', reviewed: 'stop', closed: 'stop',
    },
  }, // prettier-ignore
  recurring: ['management', 'update'],
  // A comment is no update: whom it reached, nobody could prove.
  told: [],
});
