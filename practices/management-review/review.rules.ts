import { dayIn } from '../../kernel/calendar/home-days.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { MeetingFacts } from './review.facts.ts';
import type { Attended, ManagementReview } from './review.fields.ts';

type R = Rule<ManagementReview>;
type Given = Readonly<Record<string, unknown>>;
const after = (review: ManagementReview, input: Given, field: keyof ManagementReview): unknown =>
  input[field] === undefined ? review[field] : input[field];
const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const periodInOrder: R = (review, _actor, { input }) => {
  const [from, to] = [after(review, input, 'periodFrom'), after(review, input, 'periodTo')];
  return said(from) && said(to) && to < from
    ? no('problem.dates_reversed', { from, to }, 'periodTo')
    : undefined;
};

/** Figures of a period that runs would be others by the day of the meeting. */
export const periodIsOver: R = ({ periodTo }, _actor, { at, settings }) =>
  periodTo !== null && periodTo >= dayIn(settings, at)
    ? no('management_review.period_not_over', { to: periodTo })
    : undefined;

export const heldIsNow: R = (review, _actor, { input, at, settings }) => {
  const on = input['heldOn'];
  if (!said(on)) return undefined;
  if (on > dayIn(settings, at)) return no('management_review.held_in_future', {}, 'heldOn');
  const frozen = review.frozenAt === null ? null : dayIn(settings, Date.parse(review.frozenAt));
  return frozen !== null && on < frozen
    ? no('management_review.held_before_inputs', { date: frozen }, 'heldOn')
    : undefined;
};

/** 9.3: top management reviews. Whoever chairs belongs to it, and is there; a meeting of deputies is none. */
export const chairIsThere: R = (review, _actor, { input, facts }) => {
  const { top } = facts as MeetingFacts;
  const attendance = (input['attendance'] ?? []) as readonly Attended[];
  if (review.chairId === null || !top.includes(review.chairId))
    return no('management_review.chair_not_top', {}, 'attendance');
  const there = attendance.filter(({ present }) => present);
  const asThemselves = there.some(({ personId, deputyForId }) => personId === review.chairId && !deputyForId);
  if (asThemselves) return undefined;
  const deputies = there.length > 0 && there.every(({ deputyForId }) => deputyForId);
  return deputies
    ? no('management_review.only_deputies', {}, 'attendance')
    : no('management_review.chair_absent', {}, 'attendance');
};

/** A decision to act has an owner and a day, or it is a wish. */
export const decisionIsWhole: R = (_review, _actor, { input }) => {
  const { kind, ownerId, dueOn } = (input['decision'] ?? {}) as Given;
  if (kind === 'no_action') return undefined;
  return said(ownerId) && said(dueOn)
    ? undefined
    : no('management_review.decision_needs_owner', {}, 'decision');
};

/** Suitability, adequacy, effectiveness: three conclusions, each with its reason. */
export const isConcluded: R = (review) =>
  (['suitability', 'adequacy', 'effectiveness'] as const).every(
    (key) => review[key] !== null && said(review[`${key}Note`]),
  )
    ? undefined
    : no('management_review.not_concluded');

export const hasDecisions: R = ({ decisions }) =>
  (decisions ?? []).length === 0 ? no('management_review.no_decisions') : undefined;

export const isItsChair: R = ({ chairId }, actor) =>
  actor.id !== null && chairId === actor.id ? undefined : no('management_review.not_its_chair');
