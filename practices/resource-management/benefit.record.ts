import { dayIn } from '../../kernel/calendar/home-days.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { boolean, choice, date, decimal, integer, longText, money, readOnly, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import { asText } from '../../kernel/record/text.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { figureOf, type Figure } from './benefit.figures.ts';
import { access, deciders, planners } from './resource.access.ts';

const fields = {
  kind: choice('efficiency', 'cost', 'satisfaction'),
  needIds: starting<string[]>([], references('resource-need')),
  investment: longText(2000),
  investedCents: money(1_000_000_000_000),
  currency: starting('CNY', choice('CNY', 'USD', 'EUR', 'HKD', 'SGD', 'JPY', 'GBP')),
  promise: longText(2000),
  /** A figure of the house: what was promised is measured by nothing else. */
  measureKey: text(100),
  direction: choice('higher', 'lower'),
  baselineFrom: date(),
  baselineTo: date(),
  baselineValue: readOnly(decimal()),
  baselineN: readOnly(integer()),
  targetValue: decimal(),
  measureOn: date(),
  foundFrom: date(),
  foundTo: date(),
  foundValue: readOnly(decimal()),
  foundN: readOnly(integer()),
  targetMet: readOnly(boolean()),
  conclusion: longText(4000),
  approvedOn: readOnly(date()),
  approvedById: readOnly(reference('person')),
  measuredOn: readOnly(date()),
  measuredById: readOnly(reference('person')),
};
export type BenefitCase = RecordOf<typeof fields>;
type Of = Rule<BenefitCase>;
const after = (benefit: BenefitCase, { input }: Pick<Context, 'input'>) =>
  ({ ...benefit, ...input }) as BenefitCase;
const figureIn = ({ facts }: Pick<Context, 'facts'>) => facts['figure'] as Figure | undefined;

const measureExists: Of = (_benefit, _actor, { facts, input }) =>
  input['measureKey'] !== undefined && input['measureKey'] !== null && facts['known'] !== true
    ? no('benefit_case.no_such_measure', {}, 'measureKey')
    : undefined;

const baselineIsOver: Of = (benefit, _actor, context) => {
  const { baselineFrom, baselineTo } = after(benefit, context);
  if (baselineFrom !== null && baselineTo !== null && baselineTo < baselineFrom)
    return no('problem.dates_reversed', { from: baselineFrom, to: baselineTo }, 'baselineTo');
  return baselineTo !== null && baselineTo >= dayIn(context.settings, context.at)
    ? no('benefit_case.period_not_over', {}, 'baselineTo')
    : undefined;
};

/** Nothing counted is no baseline and no benefit (0.6). */
const somethingCounted =
  (field: string): Of =>
  (_benefit, _actor, context) =>
    (figureIn(context)?.value ?? null) === null ? no('benefit_case.nothing_counted', {}, field) : undefined;

const foundIsAfter: Of = (benefit, _actor, context) => {
  const { baselineTo, foundFrom, foundTo } = after(benefit, context);
  if (foundFrom !== null && baselineTo !== null && foundFrom <= baselineTo) return no('benefit_case.overlaps', {}, 'foundFrom');
  if (foundTo !== null && foundTo >= dayIn(context.settings, context.at)) return no('benefit_case.period_not_over', {}, 'foundTo');
  return undefined;
}; // prettier-ignore

/** S4: whether it paid is measured by somebody who neither asked for it nor answers for it. */
const measuredByAnother: Of = ({ createdBy, ownerId }, actor) =>
  actor.id !== null && [createdBy, ownerId].includes(actor.id)
    ? no('benefit_case.measurer_had_part')
    : undefined;

const grantedByAnother: Of = ({ createdBy }, actor) =>
  actor.id !== null && createdBy === actor.id ? no('resource_need.own_need') : undefined;

const about = [
  'title', 'kind', 'needIds', 'investment', 'investedCents', 'currency', 'promise', 'measureKey', 'direction', 'baselineFrom', 'baselineTo',
  'targetValue', 'measureOn', 'serviceId', 'ownerId',
]; // prettier-ignore
const known = (work: Work, key: unknown) => ({
  known: measureNamed(work.house, asText(key)) !== undefined,
});

const process = defineProcess<BenefitCase>()({
  states: { draft: 'new', approved: 'active', measured: 'closed', refused: 'closed' },
  initial: 'draft',
  create: {
    by: planners,
    fields: about,
    required: ['title', 'kind'],
    checks: [measureExists],
    facts: (work, _benefit, { measureKey }) => Promise.resolve(known(work, measureKey)),
  },
  edit: {
    from: ['draft'],
    by: planners,
    fields: about,
    required: ['title', 'kind'],
    checks: [measureExists],
    facts: (work, _benefit, { measureKey }) => Promise.resolve(known(work, measureKey)),
  },
  transitions: {
    approve: {
      from: ['draft'],
      to: 'approved',
      by: deciders,
      fields: ['baselineFrom', 'baselineTo', 'targetValue', 'measureOn', 'ownerId'],
      required: [
        'investment',
        'promise',
        'measureKey',
        'direction',
        'baselineFrom',
        'baselineTo',
        'targetValue',
        'measureOn',
        'ownerId',
      ],
      rules: [grantedByAnother],
      checks: [baselineIsOver, somethingCounted('baselineFrom')],
      facts: async (work, benefit, input) => ({
        figure: await figureOf(
          work,
          benefit,
          input['baselineFrom'] ?? benefit.baselineFrom,
          input['baselineTo'] ?? benefit.baselineTo,
        ),
      }),
      set: (_benefit, actor, context) => ({
        approvedOn: dayIn(context.settings, context.at),
        approvedById: actor.id,
        baselineValue: figureIn(context)?.value ?? null,
        baselineN: figureIn(context)?.n ?? null,
      }),
    },
    measure: {
      from: ['approved'],
      to: 'measured',
      by: planners,
      fields: ['foundFrom', 'foundTo', 'conclusion'],
      required: ['foundFrom', 'foundTo', 'conclusion'],
      rules: [measuredByAnother],
      checks: [foundIsAfter, somethingCounted('foundFrom')],
      facts: async (work, benefit, input) => ({
        figure: await figureOf(work, benefit, input['foundFrom'], input['foundTo']),
      }),
      set: ({ direction, targetValue }, actor, context) => {
        const found = figureIn(context);
        const value = found?.value ?? null;
        return {
          foundValue: value,
          foundN: found?.n ?? null,
          targetMet:
            value === null || targetValue === null
              ? null
              : direction === 'lower'
                ? value <= targetValue
                : value >= targetValue,
          measuredOn: dayIn(context.settings, context.at),
          measuredById: actor.id,
        };
      },
    },
    refuse: { from: ['draft', 'approved'], to: 'refused', by: deciders, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.1, 9.3: what an investment was to bring, and what it brought by the organisation's own figures. */
export const benefitCase = defineRecord({
  type: 'benefit-case',
  plural: 'benefit-cases',
  prefix: 'BEN',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['investment', 'promise', 'conclusion'],
  list: [
    'number',
    'title',
    'state',
    'kind',
    'measureKey',
    'baselineValue',
    'targetValue',
    'foundValue',
    'targetMet',
    'measureOn',
    'ownerId',
  ],
  register: true,
  process,
  access,
});
