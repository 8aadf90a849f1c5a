import { z } from 'zod';
import { boolean, choice, date, instant, longText, plain, readOnly, reference, references, starting, structure, text, type Field } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { weekdays, type Shift } from './shift.ts';

export const units = ['percent', 'hours', 'count', 'number', 'money'] as const;
export const periods = ['month', 'quarter', 'half_year', 'year'] as const;
export const periodMonths = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;
/** What a figure may be narrowed to. */
export const narrowings = ['serviceId', 'teamId', 'customerId', 'priority', 'ownerId', 'orgUnitId'] as const;

const planStep = z.strictObject({
  what: plain(500),
  resources: z.string().trim().max(500).optional(),
  personId: z.uuid().optional(),
  until: z.iso.date().optional(),
});
export type PlanStep = z.output<typeof planStep>;

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const shift = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1).max(7),
  from: clock,
  to: clock,
  people: z.int().min(0).max(1000),
});

const number = (): Field<number> => ({
  schema: z.number().min(-1e12).max(1e12),
  about: { kind: 'number' },
});

export const told = {
  level: choice('organisation', 'function', 'process', 'service'),
  kind: starting('improve', choice('improve', 'keep', 'always_on')),
  policySentence: longText(2000),
  policyId: reference('document'),
  strategicLink: longText(4000),
  parentId: reference('objective'),
  source: choice('kpi', 'entered'),
  measureKey: text(100),
  measureFilter: starting<Record<string, string>>(
    {},
    structure(z.partialRecord(z.enum(narrowings), z.string().min(1).max(100)) as z.ZodType<Record<string, string>>),
  ),
  formula: longText(2000),
  unit: choice(...units),
  direction: starting('at_least', choice('at_least', 'at_most')),
  baseline: number(),
  target: number(),
  period: starting('month', choice(...periods)),
  startsOn: date(),
  dueOn: date(),
  plan: starting<PlanStep[]>([], structure(z.array(planStep).max(100))),
  evaluation: longText(4000),
  agreementIds: starting<string[]>([], references('agreement')),
  riskIds: starting<string[]>([], references('risk')),
  coverage: starting<Shift[]>([], structure(z.array(shift).max(50))),
}; // prettier-ignore

export const fields = {
  ...told,
  authorIds: readOnly(starting<string[]>([], references('person'))),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  lastValue: readOnly(number()),
  lastPeriod: readOnly(text(40)),
  lastMet: readOnly(boolean()),
  decision: choice('act', 'extend', 'lower', 'give_up'),
  decisionReason: longText(4000),
  decidedById: readOnly(reference('person')),
  decidedOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type Objective = RecordOf<typeof fields>;
