import { dayIn } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { each, staff } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { plain } from '../../kernel/record/field.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { isMet, measureOf, unitOf } from './figures.ts';
import { fields, told, type Objective } from './objective.fields.ts';
import * as rules from './objective.rules.ts';
import { named, periodsUntil } from './periods.ts';
import { keep } from './value.store.ts';

const writers = staff.filter((role) => role !== 'internal-auditor' && role !== 'engineer');
const about = ['title', 'ownerId', 'serviceId', 'teamId', 'orgUnitId', ...Object.keys(told)];
const iso = (at: number) => new Date(at).toISOString();

/** What the KPI says of itself: that it exists, and its unit. */
async function aboutMeasure(work: Work, objective: Objective, input: Readonly<Record<string, unknown>>) {
  const key = input['measureKey'] ?? objective.measureKey;
  const source = input['source'] ?? objective.source;
  if (source !== 'kpi' || typeof key !== 'string') return {};
  const measure = measureOf(work.house, key);
  return measure ? { unit: unitOf(measure.unit) } : { unknown: key };
}

const written = {
  by: writers,
  fields: about,
  required: ['title', 'level', 'ownerId', 'startsOn', 'dueOn'],
  checks: [
    rules.isMeasurable, rules.measureIsKnown, rules.narrowingIsKnown, rules.datesInOrder, rules.isNotItsParent,
  ],
  facts: aboutMeasure,
  set: (objective, actor, { facts }) => ({
    ...(typeof facts['unit'] === 'string' ? { unit: facts['unit'] as 'percent' } : {}),
    authorIds: [...new Set([...(objective.authorIds ?? []), ...(actor.id === null ? [] : [actor.id])])],
  }),
} satisfies Omit<Action<Objective>, 'from'>; // prettier-ignore

/** What is told of the period that is over: kept once, and the last one stands on the objective. */
const valueInput = {
  periodFrom: z.iso.date(),
  value: z.number().min(-1e12).max(1e12).nullable(),
  n: z.int().min(0).optional(),
  note: plain(2000).optional(),
};

const taken = {
  set: (objective, _actor, { input, at, settings }) => {
    const value = input['value'] as number | null;
    const period = periodsUntil(objective, dayIn(settings, at)).find(({ from }) => from === input['periodFrom']);
    const isNewest = period !== undefined && (objective.lastPeriod === null || named(period) >= objective.lastPeriod);
    return isNewest ? { lastValue: value, lastPeriod: named(period), lastMet: isMet(value, objective) } : {};
  },
  effect: async (work, objective, actor, { input, at, settings }) => {
    const period = periodsUntil(objective, dayIn(settings, at)).find(({ from }) => from === input['periodFrom']);
    const value = input['value'] as number | null;
    if (period)
      await keep(work, objective.id, period, {
        value,
        n: typeof input['n'] === 'number' ? input['n'] : null,
        target: objective.target,
        met: isMet(value, objective),
        note: typeof input['note'] === 'string' ? input['note'] : null,
        byId: actor.id,
      });
  },
  facts: async (work, objective, input) => ({
    kept:
      (await work.run('objective_value_there', 'select 1 from objective_value where objective_id = $1 and period_from = $2', [
        objective.id,
        input['periodFrom'],
      ])).length > 0,
  }),
} satisfies Pick<Action<Objective>, 'set' | 'effect' | 'facts'>; // prettier-ignore

const process = defineProcess<Objective>()({
  states: {
    proposed: 'new',
    approved: 'active',
    active: 'active',
    achieved: 'done',
    missed: 'done',
    refused: 'closed',
    closed: 'closed',
  },
  initial: 'proposed',
  create: written,
  edit: { ...written, from: ['proposed'] },
  transitions: {
    approve: {
      from: ['proposed'],
      to: 'approved',
      by: ['top-management'],
      rules: [rules.hangsOnThePolicy, rules.isPlanned, rules.approvedByAnother],
      checks: [rules.isMeasurable],
      set: (objective, actor, { at }) => ({
        approvedById: actor.id,
        approvedAt: iso(at),
        sodException: rules.isAuthor(objective, actor),
      }),
    },
    refuse: { from: ['proposed', 'approved'], to: 'refused', by: ['top-management'], requires: ['reason'] },
    send_back: { from: ['approved'], to: 'proposed', by: writers, requires: ['reason'], set: () => ({ approvedById: null, approvedAt: null }) },
    activate: { from: ['approved'], to: 'active', by: writers },
    record_value: {
      from: ['active'],
      by: writers,
      input: valueInput,
      rules: [rules.isEntered],
      checks: [rules.periodIsItsOwn],
      ...taken,
    },
    take_value: { from: ['active'], by: ['system'], input: valueInput, checks: [rules.periodIsItsOwn], ...taken },
    report: { from: ['active'], by: writers, fields: ['plan'], requires: ['comment'], comment: 'internal' },
    adjust: {
      from: ['active'],
      by: ['top-management'],
      fields: ['target', 'dueOn', 'evaluation'],
      required: ['target', 'dueOn'],
      requires: ['reason'],
      checks: [rules.dueIsAhead, rules.datesInOrder],
    },
    achieve: {
      from: ['active'],
      to: 'achieved',
      by: writers,
      rules: [rules.targetIsMet],
      requires: ['comment'],
      comment: 'internal',
    },
    miss: {
      from: ['active'],
      to: 'missed',
      by: ['top-management', 'sms-manager'],
      rules: [rules.targetIsNotMet],
      fields: ['decision', 'decisionReason'],
      required: ['decision', 'decisionReason'],
      checks: [saidAnew('objective', 'decision', 'decisionReason')],
      set: (_objective, actor, { at, settings }) => ({
        decidedById: actor.id,
        decidedOn: dayIn(settings, at),
      }),
    },
    extend: {
      from: ['missed'],
      to: 'active',
      by: ['top-management'],
      fields: ['dueOn', 'target', 'plan'],
      required: ['dueOn', 'target'],
      requires: ['reason'],
      checks: [saidAnew('objective', 'dueOn'), rules.dueIsAhead, rules.datesInOrder],
    },
    close: { from: ['achieved', 'missed'], to: 'closed', by: writers, requires: ['comment'], comment: 'internal' },
  },
  clocks: {},
}); // prettier-ignore

/** 6.2: what is to be achieved, measured by what, until when, by which plan. */
export const objective = defineRecord({
  type: 'objective',
  plural: 'objectives',
  prefix: 'OBJ',
  fields,
  base: ['title', 'ownerId', 'serviceId', 'teamId', 'orgUnitId'],
  search: ['policySentence', 'strategicLink', 'formula', 'evaluation'],
  list: ['number', 'title', 'state', 'level', 'target', 'lastValue', 'lastMet', 'dueOn', 'ownerId'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
    engineer: { view: 'all', act: 'own' },
  },
});
