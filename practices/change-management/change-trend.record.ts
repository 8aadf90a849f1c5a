import { z } from 'zod';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Input, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  date,
  instant,
  longText,
  readOnly,
  reference,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { asText } from '../../kernel/record/text.ts';
import { access } from './change.access.ts';
import { managers } from './change.fields.ts';
import { isThin } from './change.plans.ts';
import { figuresOf, type Figures } from './change-trend.figures.ts';

const figures: z.ZodType<Figures | Record<string, never>> = z.custom<Figures | Record<string, never>>(
  (value) => typeof value === 'object' && value !== null,
);
const fields = {
  periodFrom: date(),
  /** The first day after it. */
  periodTo: date(),
  figures: readOnly(starting<Figures | Record<string, never>>({}, structure(figures))),
  conclusions: longText(),
  decision: choice('no_action', 'actions'),
  concludedAt: readOnly(instant()),
  concludedById: readOnly(reference('person')),
};
export type ChangeTrend = RecordOf<typeof fields>;

type R = Rule<ChangeTrend>;
type TrendFacts = { readonly figures: Figures | undefined; readonly actions: number };
const isDay = (text: unknown): text is string => typeof text === 'string';

/** The same length of time before is what it is held against. */
async function trendFacts(work: Work, trend: ChangeTrend, input: Input): Promise<TrendFacts> {
  const from = input['periodFrom'] ?? trend.periodFrom;
  const to = input['periodTo'] ?? trend.periodTo;
  const [row] = await work.run<{ actions: number }>(
    'change_trend_actions',
    `select count(*)::int as actions from action_item a join record r on r.id = a.id
     where a.source_id = $1 and r.state <> 'cancelled'`,
    [trend.id],
  );
  const days = isDay(from) && isDay(to) ? Temporal.PlainDate.from(from).until(to).days : 0;
  if (!isDay(from) || !isDay(to) || days < 1) return { figures: undefined, actions: row?.actions ?? 0 };
  const before = Temporal.PlainDate.from(from).subtract({ days }).toString();
  return { figures: await figuresOf(work, from, to, before), actions: row?.actions ?? 0 };
}

const periodInOrder: R = (trend, _actor, { input }) => {
  const { periodFrom, periodTo } = { ...trend, ...input };
  return isDay(periodFrom) && isDay(periodTo) && periodTo <= periodFrom
    ? no('problem.dates_reversed', { from: periodFrom, to: periodTo }, 'periodTo')
    : undefined;
};
const concludes: R = (trend, _actor, { input }) =>
  isThin(asText(input['conclusions'] ?? trend.conclusions), 20)
    ? no('change.conclusions', {}, 'conclusions')
    : undefined;
const actionsAreThere: R = (trend, _actor, { input, facts }) =>
  (input['decision'] ?? trend.decision) === 'actions' && (facts as TrendFacts).actions === 0
    ? no('change.actions_first', {}, 'decision')
    : undefined;
const counted = (_trend: ChangeTrend, _actor: unknown, { facts }: { facts: unknown }) => {
  const found = (facts as TrendFacts).figures;
  return found ? { figures: found } : {};
};

const process = defineProcess<ChangeTrend>()({
  states: { proposed: 'new', concluded: 'closed' },
  initial: 'proposed',
  create: {
    by: managers,
    fields: ['title', 'periodFrom', 'periodTo', 'ownerId'],
    required: ['title', 'periodFrom', 'periodTo'],
    facts: trendFacts,
    checks: [periodInOrder],
    set: (trend, actor, context) => ({
      ...counted(trend, actor, context),
      ownerId: trend.ownerId ?? actor.id,
    }),
  },
  edit: {
    from: ['proposed'],
    by: managers,
    fields: ['title', 'conclusions', 'ownerId'],
    required: ['title'],
  },
  transitions: {
    recount: { from: ['proposed'], by: managers, facts: trendFacts, set: counted },
    conclude: {
      from: ['proposed'],
      to: 'concluded',
      by: managers,
      fields: ['conclusions', 'decision'],
      required: ['conclusions', 'decision'],
      facts: trendFacts,
      checks: [concludes, actionsAreThere],
      set: (_trend, actor, { at }) => ({
        concludedAt: new Date(at).toISOString(),
        concludedById: actor.id,
      }),
    },
  },
  clocks: {},
});

/** [STD] Changes are analysed at intervals; the conclusions are recorded. */
export const changeTrend = defineRecord({
  type: 'change-trend',
  plural: 'change-trends',
  prefix: 'CHT',
  fields,
  base: ['title', 'ownerId'],
  search: ['conclusions'],
  list: ['number', 'title', 'state', 'periodFrom', 'periodTo', 'decision', 'ownerId', 'concludedAt'],
  unique: { change_trend_period: 'periodFrom' },
  process,
  access,
});
