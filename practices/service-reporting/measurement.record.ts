import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import type { Kpi } from './figures.ts';
import { fields, told, type Measurement } from './measurement.fields.ts';
import * as rules from './measurement.rules.ts';
import { monthsOf } from './periods.ts';
import { alsoWrote, inside, isoOf, leaders, writers, wrote } from './reporting.roles.ts';

const about = ['title', 'ownerId', ...Object.keys(told)];

const written = {
  by: [...writers],
  fields: about,
  required: ['title', 'subject', 'measureKey', 'startsOn'],
  facts: rules.planFacts,
  checks: [rules.measureIsKnown, rules.isThereOnce, rules.hasTarget],
  set: (measurement, actor, { facts }) => ({
    unit: (facts['kpi'] as Kpi | undefined)?.unit ?? null,
    authorIds: alsoWrote(measurement, actor),
  }),
} satisfies Omit<Action<Measurement>, 'from'>;

const process = defineProcess<Measurement>()({
  states: { draft: 'new', in_force: 'active', retired: 'closed' },
  initial: 'draft',
  create: written,
  edit: { ...written, from: ['draft'] },
  transitions: {
    approve: {
      from: ['draft'],
      to: 'in_force',
      by: [...leaders],
      rules: [rules.isWhole, rules.approvedByAnother],
      checks: [rules.hasTarget],
      set: (measurement, actor, { at, settings }) => ({
        approvedById: actor.id,
        approvedAt: isoOf(at),
        evaluationDueOn: addMonths(dayIn(settings, at), monthsOf[measurement.evaluatedEvery ?? 'quarter']),
        sodException: wrote(measurement, actor),
      }),
    },
    adjust: {
      from: ['in_force'],
      by: [...leaders],
      fields: ['title', 'ownerId', 'analystId', 'method', 'reason', 'direction', 'target', 'evaluatedEvery'],
      required: ['ownerId', 'analystId', 'method'],
      requires: ['reason'],
      checks: [rules.hasTarget],
    },
    evaluate: {
      from: ['in_force'],
      by: [...writers],
      fields: ['conclusion'],
      required: ['conclusion'],
      facts: rules.valueFacts,
      checks: [saidAnew('measurement', 'conclusion'), rules.hasValues],
      set: (measurement, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return {
          evaluatedOn: today,
          evaluatedById: actor.id,
          evaluationDueOn: addMonths(today, monthsOf[measurement.evaluatedEvery ?? 'quarter']),
        };
      },
    },
    retire: { from: ['draft', 'in_force'], to: 'retired', by: [...leaders], requires: ['reason'] },
  },
  clocks: {},
});

/** 9.1 a: one line of the measurement plan. */
export const measurement = defineRecord({
  type: 'measurement',
  plural: 'measurements',
  prefix: 'MEA',
  fields,
  base: ['title', 'ownerId'],
  search: ['measureKey', 'method', 'reason', 'conclusion'],
  list: ['number', 'title', 'state', 'subject', 'target', 'frequency', 'analystId', 'evaluationDueOn'],
  register: true,
  process,
  access: inside,
});
