import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { actionFacts, sourceFacts } from './nonconformity.facts.ts';
import type { Nonconformity } from './nonconformity.fields.ts';
import * as rules from './nonconformity.rules.ts';
import * as sets from './nonconformity.sets.ts';

const leaders = [...rules.leaders];
/** Who audits finds and checks, and corrects nothing that is audited (S5). */
const workers = staff.filter((role) => role !== 'internal-auditor');
const open = [
  'opened',
  'contained',
  'cause_known',
  'action_plan',
  'done',
  'waiting',
  'effectiveness',
  'reopened',
] as const;
const about = [
  'title', 'description', 'origin', 'sourceNote', 'requirement', 'ownRule', 'grade', 'ownerId', 'serviceId', 'orgUnitId', 'occurredAt',
  'planDueOn', 'dueOn',
] as const; // prettier-ignore

/** 10.1, processes.md 21. The order is that of a nonconformity's life. */
export const process = defineProcess<Nonconformity>()({
  states: {
    opened: 'new',
    contained: 'active',
    cause_known: 'active',
    action_plan: 'active',
    done: 'active',
    waiting: 'waiting',
    effectiveness: 'active',
    reopened: 'active',
    closed: 'closed',
    dismissed: 'closed',
  },
  initial: 'opened',
  create: {
    by: staff,
    fields: [...about, 'sourceId'],
    required: ['title', 'description'],
    facts: sourceFacts,
    checks: [rules.sourceIsSeen, rules.hasSource, rules.demandIsNamed, rules.datesInOrder],
    set: sets.raised,
  },
  edit: {
    from: open,
    by: workers,
    fields: [...about, 'bodyAcceptance', 'repeatOfId'],
    required: ['title', 'description'],
    rules: [rules.isTheirs],
    checks: [rules.demandIsNamed, rules.datesInOrder, rules.bodyIsAsked, rules.repeatsAnother],
  },
  transitions: {
    contain: {
      from: ['opened'],
      to: 'contained',
      by: workers,
      fields: ['correction', 'consequences', 'grade', 'ownerId', 'planDueOn', 'dueOn'],
      required: ['correction', 'grade', 'ownerId'],
      rules: [rules.isTheirs],
      checks: [rules.datesInOrder],
      set: sets.contained,
    },
    dismiss: {
      from: ['opened'],
      to: 'dismissed',
      by: leaders,
      requires: ['reason'],
      rules: [rules.notTheirOwn],
    },
    find_cause: {
      from: ['contained', 'reopened'],
      to: 'cause_known',
      by: workers,
      fields: [
        'extentCheck',
        'extentResult',
        'extentCount',
        'rcaMethod',
        'rootCause',
        'causeClass',
        'repeatOfId',
      ],
      required: ['extentCheck', 'extentResult', 'rcaMethod', 'rootCause', 'causeClass'],
      rules: [rules.isTheirs],
      checks: [
        rules.othersAreCounted,
        rules.causeIsNoSymptom,
        rules.notHumanErrorAlone,
        rules.repeatsAnother,
      ],
      set: sets.causeFound,
    },
    /** Reasoned: the cause need not be removed. Decided by who leads, and not by whom it is held against. */
    waive_action: {
      from: ['contained'],
      to: 'closed',
      by: leaders,
      fields: ['extentCheck', 'extentResult', 'waivedReason'],
      required: ['extentCheck', 'extentResult', 'waivedReason'],
      rules: [rules.notTheirOwn],
      checks: [rules.mayBeWaived],
      set: (_nonconformity, actor) => ({ waivedById: actor.id }),
    },
    plan: {
      from: ['cause_known'],
      to: 'action_plan',
      by: workers,
      fields: ['successCriterion', 'dueOn'],
      required: ['successCriterion', 'dueOn'],
      rules: [rules.isTheirs],
      facts: actionFacts,
      checks: [rules.hasActions, rules.datesInOrder],
      set: sets.planned,
    },
    finish: {
      from: ['action_plan'],
      to: 'done',
      by: workers,
      fields: ['systemChange', 'systemChangeNote'],
      required: ['systemChange'],
      rules: [rules.isTheirs],
      facts: actionFacts,
      checks: [rules.actionsAreDone, rules.systemChangeIsTold],
      set: sets.finished,
    },
    wait: {
      from: ['done'],
      to: 'waiting',
      by: workers,
      fields: ['waitUntil'],
      rules: [rules.isTheirs],
      checks: [rules.waitIsAhead],
      set: sets.waiting,
    },
    begin_check: {
      from: ['waiting'],
      to: 'effectiveness',
      by: [...staff, 'system'],
      rules: [rules.waitIsOver],
    },
    confirm_effective: {
      from: ['effectiveness'],
      to: 'closed',
      by: staff,
      fields: ['effectivenessNote'],
      required: ['effectivenessNote'],
      rules: [rules.checkedByAnother],
      set: sets.checked,
    },
    find_ineffective: {
      from: ['effectiveness'],
      to: 'reopened',
      by: staff,
      fields: ['effectivenessNote'],
      required: ['effectivenessNote'],
      rules: [rules.checkedByAnother],
      set: sets.reopened,
    },
    reopen: {
      from: ['closed'],
      to: 'reopened',
      by: [...leaders, 'internal-auditor'],
      requires: ['reason'],
      set: sets.reopened,
    },
    /** So much of the time that was given is over; who is responsible is told. */
    note_warned: {
      from: open,
      by: ['system'],
      input: { percent: z.int().min(0).max(100) },
      set: sets.warned,
    },
  },
  clocks: {},
});
