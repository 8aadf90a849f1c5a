import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { narrowings, type Objective } from './objective.fields.ts';
import { periodsUntil } from './periods.ts';

type Of = Rule<Objective>;
const after = (objective: Objective, { input }: Context) => ({ ...objective, ...input }) as Objective;
const blank = (text: string | null | undefined) => text == null || text.trim() === '';

/** 6.2.1: an objective that nothing measures is a wish. A KPI by its name, or a formula with its unit, and a target. */
export const isMeasurable: Of = (objective, _actor, context) => {
  const now = after(objective, context);
  if (now.source === null) return no('objective.without_measure', {}, 'source');
  if (now.source === 'kpi' && blank(now.measureKey)) return no('objective.without_measure', {}, 'measureKey');
  if (now.source === 'entered' && blank(now.formula)) return no('objective.without_measure', {}, 'formula');
  if (now.source === 'entered' && now.unit === null) return no('objective.without_measure', {}, 'unit');
  return now.target === null ? no('objective.without_target', {}, 'target') : undefined;
};

export const measureIsKnown: Of = (_objective, _actor, { facts }) =>
  typeof facts['unknown'] === 'string'
    ? no('objective.no_such_measure', { key: facts['unknown'] }, 'measureKey')
    : undefined;

export const narrowingIsKnown: Of = (objective, _actor, context) => {
  const keys = Object.keys(after(objective, context).measureFilter ?? {});
  const unknown = keys.find((key) => !narrowings.some((one) => one === key));
  return unknown === undefined
    ? undefined
    : no('problem.one_of', { options: narrowings.join(', ') }, 'measureFilter');
};

export const datesInOrder: Of = (objective, _actor, context) => {
  const { startsOn, dueOn } = after(objective, context);
  return startsOn !== null && dueOn !== null && dueOn <= startsOn
    ? no('problem.dates_reversed', { from: startsOn, to: dueOn }, 'dueOn')
    : undefined;
};

export const isNotItsParent: Of = (objective, _actor, { input }) =>
  input['parentId'] !== undefined && input['parentId'] === objective.id
    ? no('objective.its_own_parent', {}, 'parentId')
    : undefined;

/** 6.2.2: what is done, with what, by whom, until when, and how the result is judged. */
export const isPlanned: Of = (objective) => {
  const steps = objective.plan ?? [];
  if (steps.length === 0) return no('objective.no_plan');
  const lacking = steps.findIndex((step) => blank(step.resources) || step.personId === undefined || step.until === undefined);
  if (lacking >= 0) return no('objective.plan_step_lacks', { step: lacking + 1 });
  return blank(objective.evaluation) ? no('problem.required', { field: '@objective.field.evaluation' }) : undefined;
}; // prettier-ignore

/** 6.2.1, 5.1: it makes a sentence of the policy measurable, or follows from an objective that does. */
export const hangsOnThePolicy: Of = (objective) =>
  blank(objective.policySentence) && objective.parentId === null ? no('objective.no_policy') : undefined;

export const isAuthor = (objective: Objective, actor: Actor) =>
  actor.id !== null && (objective.authorIds ?? []).includes(actor.id);
export const approvedByAnother: Of = (objective, actor, { settings }) =>
  isAuthor(objective, actor) && settings.get(profile).value !== 'S'
    ? no('objective.approver_wrote_it')
    : undefined;

export const isEntered: Of = (objective) =>
  objective.source === 'kpi' ? no('objective.fed_by_kpi') : undefined;

/** A period that still runs has no value yet; one that is none of its own is a typing error. */
export const periodIsItsOwn: Of = (objective, _actor, { input, at, settings, facts }) => {
  const today = dayIn(settings, at);
  const wanted = String(input['periodFrom']);
  const found = periodsUntil(objective, today).find(({ from }) => from === wanted);
  if (!found) {
    const options = periodsUntil(objective, today).map(({ from }) => from);
    return no('objective.no_such_period', { options: options.join(', ') || '–' }, 'periodFrom');
  }
  if (found.to >= today) return no('objective.period_not_over', { to: found.to }, 'periodFrom');
  return facts['kept'] === true
    ? no('objective.period_is_kept', { from: found.from }, 'periodFrom')
    : undefined;
};

/** Achieved is what the figures say, not what the owner feels. */
export const targetIsMet: Of = (objective) =>
  objective.lastValue === null
    ? no('objective.no_value')
    : objective.lastMet === true
      ? undefined
      : no('objective.target_not_met', {
          value: rounded(objective.lastValue),
          target: objective.target ?? 0,
        });

export const targetIsNotMet: Of = (objective, _actor, { at, settings }) =>
  objective.lastMet === true && objective.dueOn !== null && dayIn(settings, at) <= objective.dueOn
    ? no('objective.target_is_met')
    : undefined;

export const dueIsAhead: Of = (_objective, _actor, { input, at, settings }) =>
  typeof input['dueOn'] === 'string' && input['dueOn'] <= dayIn(settings, at)
    ? no('objective.due_is_past', {}, 'dueOn')
    : undefined;

const rounded = (value: number) => Math.round(value * 100) / 100;
