import { holds, type Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { asText } from '../../kernel/record/text.ts';
import type { ChangeFacts, CloseFacts, EffectFacts, ReviewFacts, ServiceFacts } from './problem.facts.ts';
import { reviewDue } from './problem.facts.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { dayMs, problemDays } from './problem.settings.ts';
import { allCauses, isOnlyHumanError, type Fishbone, type Whys } from './rca.schema.ts';

type R = Rule<ProblemRecord>;
type Given = Readonly<Record<string, unknown>>;

/** As it will be: what the input says, else what is there. */
const after = <K extends keyof ProblemRecord>(problem: ProblemRecord, input: Given, field: K) =>
  (input[field as string] === undefined ? problem[field] : input[field as string]) as ProblemRecord[K];
const today = (at: number) => new Date(at).toISOString().slice(0, 10);

// Raising and accepting

export const namedIncidentsExist: R = (_problem, _actor, { facts }) => {
  const { unknown } = facts as EffectFacts;
  return unknown.length > 0
    ? no('link.no_such_record', { number: unknown.slice(0, 5).join(', ') }, 'incidents')
    : undefined;
};

/** processes.md 3: a source, and at least one incident or the analysis, review or bulletin that points to it. */
export const hasSource: R = (problem, _actor, { facts }) => {
  if (problem.origin === null) return no('problem.origin_needed', {}, 'origin');
  const { count } = facts as EffectFacts;
  const pointed =
    problem.originId !== null ||
    ((problem.origin === 'supplier' || problem.origin === 'monitoring') && problem.originNote !== null);
  return count === 0 && !pointed ? no('problem.source_needed') : undefined;
};

// Cause

const whysOf = (problem: ProblemRecord): Whys => problem.whys ?? [];
const bonesOf = (problem: ProblemRecord): Fishbone => problem.fishbone ?? [];
const least = 3;

/** The method chosen was followed: a chain of evidenced answers, a diagram whose causes were confirmed or excluded. */
export const methodWasFollowed: R = (problem, _actor, { input }) => {
  const method = after(problem, input, 'rcaMethod');
  if (method === 'five_whys' || method === 'both') {
    const whys = whysOf(problem);
    if (whys.length < least) return no('problem.whys_needed', { least, found: whys.length });
    const bare = whys.findIndex(({ evidence }) => evidence === undefined);
    if (bare >= 0) return no('problem.why_without_evidence', { step: bare + 1 });
  }
  if (method === 'cause_effect' || method === 'both') {
    const causes = allCauses(bonesOf(problem));
    const confirmed = causes.filter(({ state }) => state === 'confirmed');
    if (confirmed.length === 0) return no('problem.confirmed_cause_needed');
    const bare = confirmed.find(({ evidence }) => evidence === undefined);
    if (bare) return no('problem.cause_without_evidence', { cause: bare.text });
    const open = causes.find(({ state }) => state === 'open');
    if (open) return no('problem.cause_undecided', { cause: open.text });
  }
  return undefined;
};

const normal = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '').toLowerCase(); // prettier-ignore

/** Cause ≠ symptom: it is not the title again, and somebody says why removing it would have prevented the incidents. */
export const causeIsNoSymptom: R = (problem, _actor, { input }) => {
  const cause = after(problem, input, 'rootCause');
  if (typeof cause === 'string' && normal(cause) === normal(problem.title))
    return no('problem.cause_is_symptom', {}, 'rootCause');
  if (after(problem, input, 'removalPrevents') !== true)
    return no('problem.would_not_have_prevented', {}, 'removalPrevents');
  return undefined;
};

/** "Human error" is where the analysis begins, not where it ends. */
export const notHumanErrorAlone: R = (problem, _actor, { input }) => {
  const cause = after(problem, input, 'rootCause');
  if (typeof cause === 'string' && isOnlyHumanError(cause))
    return no('problem.human_error_alone', {}, 'rootCause');
  if (after(problem, input, 'causeClass') !== 'human_action') return undefined;
  const enabling = after(problem, input, 'enablingCondition');
  return typeof enabling !== 'string' || isOnlyHumanError(enabling)
    ? no('problem.enabling_condition_needed', {}, 'enablingCondition')
    : undefined;
};

// Deciding

const owns = (actor: Actor, { serviceOwnerId }: ServiceFacts) =>
  serviceOwnerId === null ? holds(actor, 'service-owner') : serviceOwnerId === actor.id;

/** Living with a cause is the service owner's decision: theirs is the service that keeps failing. */
export const decidedByServiceOwner: R = (_problem, actor, { facts }) =>
  owns(actor, facts as ServiceFacts) ? undefined : no('problem.service_owner_decides');

export const reviewDateFits =
  (most: 'suspended' | 'accepted'): R =>
  (_problem, _actor, { input, at, settings }) => {
    const on = input['reviewOn'];
    if (typeof on !== 'string') return undefined;
    const days = settings.get(problemDays).value[most];
    const last = today(at + days * dayMs);
    return on <= today(at) || on > last
      ? no('problem.review_date', { days, from: today(at + dayMs), to: last }, 'reviewOn')
      : undefined;
  };

export const changeExists: R = (_problem, _actor, { input, facts }) => {
  const { change, changes } = facts as ChangeFacts;
  if (input['change'] !== undefined && !change)
    return no('link.no_such_record', { number: asText(input['change']) }, 'change');
  return !change && changes.length === 0 ? no('problem.change_needed', {}, 'change') : undefined;
};

const done = new Set(['implemented', 'documented', 'completed_docs', 'in_review', 'closed']);

/** processes.md 3: the change was carried out, with success, before the problem counts as solved. */
export const changeIsVerified: R = (problem, _actor, { facts }) => {
  if (problem.decision === 'accept') return no('problem.accepted_is_not_solved');
  const { changes } = facts as ChangeFacts;
  if (changes.length === 0) return no('problem.change_needed');
  const failed = changes.find(({ outcome }) => outcome === 'failed' || outcome === 'backed_out');
  const worked = changes.some(({ state, outcome }) => done.has(state) && outcome === 'implemented');
  if (worked) return undefined;
  if (failed) return no('problem.change_failed', { number: failed.number });
  return no('problem.change_not_done', { number: changes[0]?.number ?? '' });
};

// Ending

export const linkedIncidentsClosed: R = (_problem, _actor, { facts }) => {
  const { openIncidents } = facts as CloseFacts;
  return openIncidents > 0 ? no('problem.incidents_open', { count: openIncidents }) : undefined;
};

export const knownErrorRetired: R = (problem) =>
  problem.publishedAt !== null && problem.retiredAt === null ? no('problem.known_error_in_force') : undefined;

/** No equal incident for the watched days, or the owner says why it is over nevertheless. */
export const quietSinceFix: R = (problem, actor, { facts, input, at, settings }) => {
  const { watched } = settings.get(problemDays).value;
  const { equalSince } = facts as CloseFacts;
  const until = reviewDue(problem.resolvedAt, watched);
  if (equalSince === 0 && at >= until) return undefined;
  if (after(problem, input, 'closeStatement') !== null) {
    return actor.id !== null && actor.id === problem.ownerId
      ? undefined
      : no('problem.owner_states', {}, 'closeStatement');
  }
  return equalSince > 0
    ? no('problem.came_back', { count: equalSince }, 'closeStatement')
    : no('problem.still_watched', { days: watched, until: new Date(until).toISOString() }, 'closeStatement');
};

export const isInForce: R = (problem) =>
  problem.publishedAt !== null && problem.retiredAt === null ? undefined : no('problem.no_known_error');
export const retiredFirst: R = (problem, _actor, { input }) =>
  problem.resolvedAt === null && typeof input['reason'] !== 'string'
    ? no('problem.retire_reason', {}, 'reason')
    : undefined;

// Effectiveness

/** S4: whether it helped is judged by somebody who did not do it. */
export const reviewedByAnother: R = (problem, actor, { settings }) =>
  hasPart(problem, actor) && settings.get(profile).value !== 'S' ? no('problem.reviewer_did_it') : undefined;
export const hasPart = (problem: ProblemRecord, actor: Actor) =>
  actor.id !== null && [problem.ownerId, problem.verifiedById].includes(actor.id);

export const reviewIsDue: R = (problem, _actor, { at, settings }) => {
  const { effectiveness } = settings.get(problemDays).value;
  const due = reviewDue(problem.resolvedAt, effectiveness);
  return at < due
    ? no('problem.review_too_early', { days: effectiveness, due: new Date(due).toISOString() })
    : undefined;
};
export const notReviewedYet: R = (problem) =>
  problem.effectivenessReviewedAt !== null ? no('problem.reviewed_already') : undefined;

export const percentOf = ({ before, after: later }: Pick<ReviewFacts, 'before' | 'after'>) =>
  before === 0 ? null : Math.round((1 - later / before) * 100);
