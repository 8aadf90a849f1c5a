import { no, type Rule } from '../../kernel/process/process.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { Change } from './change.fields.ts';
import { after, type EndFacts, type StepFacts } from './change.facts.ts';
import { isThin } from './change.plans.ts';
import { planningRules } from './policy.settings.ts';

type R = Rule<Change>;
const minute = 60_000;

/** Between these instants it may begin and end without anybody asking again. */
export function isInWindow(
  change: Pick<Change, 'plannedStartAt' | 'plannedEndAt'>,
  at: number,
  toleranceMinutes: number,
) {
  if (change.plannedStartAt === null || change.plannedEndAt === null) return false;
  const tolerance = toleranceMinutes * minute;
  return (
    at >= Date.parse(change.plannedStartAt) - tolerance && at <= Date.parse(change.plannedEndAt) + tolerance
  );
}

/** An emergency begins when it is authorised; everything else in its window. */
export const beginsInWindow: R = (change, _actor, { at, settings }) => {
  if (change.category === 'emergency') return undefined;
  const { windowTolerance } = settings.get(planningRules).value;
  return isInWindow(change, at, windowTolerance)
    ? undefined
    : no('change.outside_window', { from: change.plannedStartAt ?? '', to: change.plannedEndAt ?? '' });
};
/** Only an emergency begins without having been scheduled. */
export const isScheduled: R = (change) =>
  change.state === 'approved' && change.category !== 'emergency' ? no('change.schedule_first') : undefined;

export const stepExists: R = (change, _actor, { input, at }) => {
  const { step, plan, outcome, note, happenedAt } = input;
  const steps = plan === 'back_out' ? (change.backOutPlan?.steps ?? []) : (change.implementationPlan ?? []);
  if (typeof step === 'number' && step > steps.length) return no('change.no_such_step', { step, last: steps.length }, 'step');
  if (outcome !== 'note' && typeof step !== 'number') return no('change.which_step', {}, 'step');
  if ((outcome === 'skipped' || outcome === 'failed' || outcome === 'note') && isThin(note as string | null, 3))
    return no('change.say_what_happened', {}, 'note');
  if (typeof happenedAt === 'string' && Date.parse(happenedAt) > at) return no('change.log_in_future', {}, 'happenedAt');
  return typeof happenedAt === 'string' && change.startedAt !== null && Date.parse(happenedAt) < Date.parse(change.startedAt)
    ? no('change.log_before_start', {}, 'happenedAt')
    : undefined;
}; // prettier-ignore

/** Every step is told of: done, or left out with its reason. */
export const stepsAreTold: R = (change, _actor, { facts }) => {
  const { over } = facts as StepFacts;
  const open = (change.implementationPlan ?? []).map((_, i) => i + 1).filter((n) => !over.includes(n));
  return open.length === 0 ? undefined : no('change.steps_open', { steps: open.join(', ') });
};

/** An emergency is reviewed on what was written down, and its authorisation is confirmed by who gave it. */
export const documentedFirst: R = (change) =>
  change.category === 'emergency' && change.state !== 'documented' ? no('change.document_first') : undefined;
export const authorisationIsConfirmed: R = (change) =>
  change.authorisationConfirmedAt === null ? no('change.unconfirmed') : undefined;

export const isSampleFree: R = (change) =>
  change.reviewRequired === false ? undefined : no('change.review_required');

/** [STD] Monitoring looked at, in words; who must know, knows. */
export const afterwardsIsSaid: R = (change, _actor, { input }) =>
  isThin(after(change, input).monitoringResult, 8)
    ? no('change.too_thin', { field: '@change.field.monitoringResult' }, 'monitoringResult')
    : undefined;

/** [STD] A change that failed is investigated; until that is done it is not closed. */
export const investigationIsDone: R = (_change, _actor, { facts }) =>
  (facts as EndFacts).tasks.investigations > 0 ? no('change.investigation_open') : undefined;
export const tasksAreDone: R = (_change, _actor, { facts }) => {
  const { open } = (facts as EndFacts).tasks;
  return open > 0 ? no('change.tasks_open', { count: open }) : undefined;
};

const reviewed = ['deviations', 'lessons', 'userFeedback'] as const;
export const reviewSaysSomething: R = (change, _actor, { input }) => {
  const asked = after(change, input);
  const faults = reviewed
    .filter((field) => isThin(asked[field], 4))
    .map((field) => ({ field, code: 'change.too_thin', params: { field: `@change.field.${field}` } }));
  if (faults.length > 0) throw invalid(faults);
  return undefined;
};
/** What it caused is explained where somebody linked incidents to it. */
export const causedIsExplained: R = (change, _actor, { input, facts }) => {
  const { all } = (facts as EndFacts).caused;
  return all > 0 && isThin(after(change, input).incidentsNote, 8)
    ? no('change.explain_incidents', { count: all }, 'incidentsNote')
    : undefined;
};
