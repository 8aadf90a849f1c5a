import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { isSeen } from '../../kernel/record/source.ts';
import type { ComparedFacts, IdeaFacts, TargetFacts } from './improvement.facts.ts';
import type { Improvement } from './improvement.fields.ts';
import { alignment, improvementCriteria } from './improvement.settings.ts';

type R = Rule<Improvement>;
type Given = Readonly<Record<string, unknown>>;

export const leaders = ['sms-manager', 'top-management', 'service-owner'] as const;

const after = (improvement: Improvement, input: Given, field: keyof Improvement): unknown =>
  input[field] === undefined ? improvement[field] : input[field];
const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const sourceIsSeen: R = (_improvement, actor, { facts, input }) =>
  isSeen(input, actor, facts as IdeaFacts) ? undefined : no('improvement.no_such_source', {}, 'sourceId');

export const isTheirs: R = (improvement, actor) =>
  improvement.ownerId === null ||
  [improvement.ownerId, improvement.createdBy].includes(actor.id) ||
  leaders.some((role) => holds(actor, role))
    ? undefined
    : no('improvement.not_its_owner');

// Judging

/** Each decision shows its scores: all criteria in force were weighed, and no others. */
export const allScored: R = (_improvement, _actor, { input, settings }) => {
  const scores = (input['scores'] ?? {}) as Record<string, number>;
  const { items } = settings.get(improvementCriteria).value;
  const missing = items.filter(({ key }) => scores[key] === undefined).map(({ key }) => key);
  if (missing.length > 0) return no('improvement.scores_missing', { criteria: missing.join(', ') }, 'scores');
  const unknown = Object.keys(scores).filter((key) => !items.some((item) => item.key === key));
  return unknown.length > 0
    ? no('improvement.scores_unknown', { criteria: unknown.join(', ') }, 'scores')
    : undefined;
};

/** Points for alignment name what is aligned with. */
export const objectiveIsNamed: R = (improvement, _actor, { input }) => {
  const points = ((input['scores'] ?? {}) as Record<string, number>)[alignment] ?? 0;
  return points > 0 && !said(after(improvement, input, 'objective'))
    ? no('improvement.objective_needed', {}, 'objective')
    : undefined;
};

export const isAuthor = (improvement: Improvement, actor: Actor) =>
  actor.id !== null && improvement.createdBy === actor.id;

/** Nobody approves what they proposed; a small organisation's exception is kept. */
export const approvedByAnother: R = (improvement, actor, { settings }) =>
  isAuthor(improvement, actor) && settings.get(profile).value !== 'S'
    ? no('improvement.approver_proposed_it')
    : undefined;

// Target and baseline

/** 10.2-d: without a target there is nothing that could be approved. */
export const targetIsMeasurable: R = (improvement, _actor, { input, facts }) => {
  const key = after(improvement, input, 'measureKey');
  const { measure } = facts as TargetFacts;
  if (said(key)) return measure ? undefined : no('improvement.no_such_measure', { key }, 'measureKey');
  if (!said(after(improvement, input, 'metric'))) return no('improvement.metric_needed', {}, 'metric');
  return after(improvement, input, 'direction') === null
    ? no('problem.required', { field: '@improvement.field.direction' }, 'direction')
    : undefined;
};

export const targetIsAhead: R = (_improvement, _actor, { input, at, settings }) =>
  said(input['targetOn']) && input['targetOn'] <= dayIn(settings, at)
    ? no('improvement.target_is_past', {}, 'targetOn')
    : undefined;

const period =
  (from: 'baselineFrom' | 'foundFrom', to: 'baselineTo' | 'foundTo'): R =>
  (improvement, _actor, { input, at, settings }) => {
    const [first, last] = [after(improvement, input, from), after(improvement, input, to)];
    if (!said(first) || !said(last)) return undefined;
    if (last < first) return no('problem.dates_reversed', { from: first, to: last }, to);
    return last >= dayIn(settings, at) ? no('improvement.period_not_over', { to: last }, to) : undefined;
  };
export const baselinePeriod = period('baselineFrom', 'baselineTo');
export const foundPeriod = period('foundFrom', 'foundTo');

/** A figure over nothing is no figure; one that nobody can trace is none either. */
const value =
  (field: 'baselineValue' | 'foundValue', n: 'baselineN' | 'foundN'): R =>
  (improvement, _actor, { input, facts }) => {
    if (improvement.measureKey !== null) {
      const { said: figure } = facts as ComparedFacts;
      return figure && (figure.n === 0 || figure.value === null)
        ? no('improvement.nothing_measured', {}, field === 'baselineValue' ? 'baselineFrom' : 'foundFrom')
        : undefined;
    }
    if (typeof after(improvement, input, field) !== 'number')
      return no('problem.required', { field: `@improvement.field.${field}` }, field);
    const count = after(improvement, input, n);
    return typeof count === 'number' && count > 0 ? undefined : no('improvement.n_needed', {}, n);
  };
export const baselineIsThere = value('baselineValue', 'baselineN');
export const foundIsThere = value('foundValue', 'foundN');

/** The figure that counts: the house's own where a measure was chosen. */
export function valueFor(improvement: Improvement, facts: Given, field: 'baselineValue' | 'foundValue') {
  return improvement.measureKey === null
    ? improvement[field]
    : ((facts as Partial<ComparedFacts>).said?.value ?? null);
}

export const targetIsBetter: R = (improvement, _actor, { input, facts }) => {
  const { direction } = improvement;
  const target = after(improvement, input, 'targetValue');
  const base =
    improvement.measureKey === null
      ? after(improvement, input, 'baselineValue')
      : (facts as ComparedFacts).said?.value;
  if (typeof target !== 'number' || typeof base !== 'number') return undefined;
  const better = direction === 'lower' ? target < base : target > base;
  return better ? undefined : no('improvement.target_no_better', { baseline: base }, 'targetValue');
};

/** What was found before it was there cannot come from it. */
export const foundAfterwards: R = (improvement, _actor, { input, settings }) => {
  const from = input['foundFrom'];
  if (!said(from) || improvement.implementedAt === null) return undefined;
  const day = dayIn(settings, Date.parse(improvement.implementedAt));
  return from < day ? no('improvement.measured_before', { date: day }, 'foundFrom') : undefined;
};

/** 10.2-f: a target that was missed is acted on. */
export const missIsFollowed: R = (improvement, _actor, { input }) =>
  improvement.targetMet !== true && !said(after(improvement, input, 'followUp'))
    ? no('improvement.follow_up_needed', {}, 'followUp')
    : undefined;
