import { dayIn } from '../../kernel/calendar/home-days.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import type { Assessment } from './assessment.fields.ts';
import type { Occurred } from './occurrence.queries.ts';

type Of = Rule<Assessment>;
const given = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const isKnown: Of = (_assessment, _actor, { input }) =>
  requirementNamed(String(input['requirement'])) === undefined
    ? no('readiness.no_such_requirement', { requirement: String(input['requirement']) }, 'requirement')
    : undefined;

/** Each gap has a decision and its reason: a standard that is copied over how people work is soon worked around. */
export const gapIsDecided: Of = (assessment, _actor, { input }) => {
  if (input['gapStatus'] !== 'partly' && input['gapStatus'] !== 'missing') return undefined;
  const decision = input['decision'] === undefined ? assessment.decision : input['decision'];
  if (decision === null) return no('requirement_assessment.gap_needs_decision', {}, 'decision');
  const reason = input['decisionReason'] === undefined ? assessment.decisionReason : input['decisionReason'];
  return given(reason) ? undefined : no('requirement_assessment.decision_needs_reason', {}, 'decisionReason');
};

export const untilIsAhead: Of = (_assessment, _actor, { input, at, settings }) =>
  given(input['judgedUntil']) && input['judgedUntil'] <= dayIn(settings, at)
    ? no('requirement_assessment.until_is_past', {}, 'judgedUntil')
    : undefined;

/** 0.1.6: who answers for it says that nothing happened. */
export const isOwner: Of = (assessment, actor) =>
  assessment.ownerId === null
    ? no('requirement_assessment.no_owner')
    : assessment.ownerId === actor.id
      ? undefined
      : no('requirement_assessment.not_its_owner');

export const periodIsOver: Of = (_assessment, _actor, { input, at, settings }) => {
  const { noneFrom: from, noneTo: to } = input;
  // What is missing is told as that, afterwards.
  if (!given(from) || !given(to)) return undefined;
  if (from > to) return no('problem.dates_reversed', { from, to }, 'noneTo');
  return to > dayIn(settings, at) ? no('requirement_assessment.not_over_yet', { to }, 'noneTo') : undefined;
};

/** An empty list alone is no evidence, and one that is not empty contradicts what would be confirmed. */
export const nothingOccurred: Of = (_assessment, _actor, { input, facts }) => {
  const occurred = facts['occurred'] as Occurred | undefined;
  if (!occurred) return undefined;
  const params = { from: String(input['noneFrom']), to: String(input['noneTo']) };
  switch (occurred.kind) {
    case 'not_counted':
      return no('requirement_assessment.nothing_counts_it');
    case 'must_exist':
      return no('requirement_assessment.must_exist');
    case 'counted':
      return occurred.n === 0
        ? undefined
        : no('requirement_assessment.it_occurred', { ...params, count: occurred.n });
  }
};
