import { holds, type Actor } from '../../kernel/access/actor.ts';
import type { ClockRow } from '../../kernel/clock/clock.store.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { desk, escalationLadder, handlers, type Incident } from './incident.fields.ts';
import { derivedPriority, priorityAfter } from './incident.priority.ts';
import { autoClose, dayMs, pauseDays, repeats } from './incident.settings.ts';
import type { ParentFacts, RepeatFacts, TeamFacts } from './incident.facts.ts';

type R = Rule<Incident>;
const holdsAny = (actor: Actor, roles: readonly string[]) =>
  holds(actor, 'system') || roles.some((role) => holds(actor, role));
export const worksOnIncidents = (actor: Actor) => holdsAny(actor, handlers);

const when = (context: Context, field: string) => {
  const value = context.input[field];
  return typeof value === 'string' ? Date.parse(value) : undefined;
};
const iso = (at: number) => new Date(at).toISOString();

/** Breached by the row, or by the time that has passed since it was written. */
const breached = (clocks: readonly ClockRow[], name: string, at: number) =>
  clocks.some(
    (c) =>
      c.name === name &&
      (c.breachedAt !== null || (c.status === 'running' && c.dueAt !== null && c.dueAt < at)),
  );

// Recording

/** 0.5: a clock starts when the report was received, which cannot be later than now. */
export const notInFuture: R = (_incident, _actor, context) => {
  const at = when(context, 'occurredAt');
  return at !== undefined && at > context.at
    ? no('incident.occurred_in_future', { now: iso(context.at) }, 'occurredAt')
    : undefined;
};

/** Mandatory fields: who reported it, or which event raised it. */
export const reporterOrEvent: R = (_incident, actor, { input }) =>
  input['requesterId'] || input['dedupKey'] || !worksOnIncidents(actor)
    ? undefined
    : no('incident.reporter_required', {}, 'requesterId');

const ofReporters = new Set([
  'title',
  'symptom',
  'channel',
  'serviceId',
  'impact',
  'urgency',
  'location',
  'ci',
  'reproduceSteps',
  'expectedResult',
  'softwareVersion',
  'requesterId',
  'comment',
  'reason',
]);

/** What a user tells is the report; where it goes and since when its clocks run is not for them to say. */
export const reportersSayWhatHappened: R = (_incident, actor, { input }) => {
  if (worksOnIncidents(actor)) return undefined;
  const field = Object.keys(input).find((key) => !ofReporters.has(key));
  return field === undefined ? undefined : no('incident.not_for_reporters', { field }, field);
};

/** A user reports for themselves; on behalf of others the service desk does. */
export const reportersAreThemselves: R = (_incident, actor, { input }) =>
  worksOnIncidents(actor) || input['requesterId'] === undefined || input['requesterId'] === actor.id
    ? undefined
    : no('incident.reporter_is_somebody_else', {}, 'requesterId');

// Editing

const triageFields = ['serviceId', 'categoryId', 'impact', 'urgency'] as const;

/** What triage has settled, and who reported it, may be corrected but not emptied. */
export const settledFieldsStay: R = (incident, _actor, { input }) => {
  const settled =
    incident.state === 'new' ? ['requesterId' as const] : ['requesterId' as const, ...triageFields];
  const emptied = settled.find((field) => input[field] === null && incident[field] !== null);
  return emptied && no('problem.required', { field: emptied }, emptied);
};

const ranksLower = (incident: Incident, { input, settings }: Context) => {
  const before = derivedPriority(incident, settings);
  const after = priorityAfter(incident, input, settings);
  return before !== null && after !== null && after > before;
};

/** A typical finding is a priority lowered to meet its target: whoever lowers impact or urgency says why. */
export const loweringNeedsReason: R = (incident, _actor, context) =>
  incident.state !== 'new' && ranksLower(incident, context) && context.input['reason'] === undefined
    ? no('incident.lowering_needs_reason', {}, 'reason')
    : undefined;

/** S6 in the other guise: a lower impact after breach has the effect of a lower priority. */
export const lowersAfterBreach = (incident: Incident, _actor: Actor, context: Context) =>
  ranksLower(incident, context) && anyPromiseBroken(incident, _actor, context);

// Routing

/** triaged → assigned: the team has somebody on duty, else the incident manager must know. */
export const someoneOnDuty: R = (_incident, _actor, { facts }) => {
  const { team } = facts as TeamFacts;
  if (!team?.active) return no('incident.team_not_in_use', {}, 'teamId');
  return team.onDuty > 0 ? undefined : no('incident.no_one_on_duty', { team: team.title }, 'teamId');
};

/** Work is owned by somebody who is in the team that has it. */
export const ownerIsMember: R = (incident, _actor, { input, facts }) => {
  const { team } = facts as TeamFacts;
  const owner = input['ownerId'];
  if (typeof owner !== 'string' || team?.memberIds.includes(owner)) return undefined;
  return no('incident.owner_not_in_team', { team: team?.title ?? incident.teamId ?? '' }, 'ownerId');
};

/** Who takes an incident is in the team that has it: acknowledging means owning (0.5). */
export const actorIsMember: R = (incident, actor, { input }) => {
  const team = input['teamId'] ?? incident.teamId ?? actor.teamIds[0];
  if (holds(actor, 'system') || (typeof team === 'string' && actor.teamIds.includes(team))) return undefined;
  return no('incident.not_in_team');
};

/** What somebody owns, another one takes over openly instead of acknowledging it in their name. */
export const notSomebodyElses: R = (incident, actor) =>
  incident.ownerId === null || incident.ownerId === actor.id || holds(actor, 'system')
    ? undefined
    : no('incident.owned_by_another');

export const notYetMine: R = (incident, actor) =>
  incident.ownerId === actor.id ? no('incident.already_yours') : undefined;

export const nextTeamExists: R = (_incident, _actor, { facts }) =>
  (facts as TeamFacts).team ? undefined : no('incident.no_next_team');

/** Hierarchic escalation climbs: incident manager, service owner, top management. */
export const notAtTop: R = (incident) =>
  (incident.escalationLevel ?? 0) >= escalationLadder.length ? no('incident.top_of_ladder') : undefined;

export const climbs: R = (incident, _actor, { input }) => {
  const level = input['level'];
  return typeof level === 'number' && level <= (incident.escalationLevel ?? 0)
    ? no('incident.already_escalated', { level: incident.escalationLevel ?? 0 }, 'level')
    : undefined;
};

// Waiting

/** 0.5: a pause has a hard cap. */
export const resumesInTime: R = (_incident, _actor, context) => {
  const at = when(context, 'resumeAt');
  if (at === undefined) return undefined;
  const { most } = context.settings.get(pauseDays).value;
  return at <= context.at || at > context.at + most * dayMs
    ? no('incident.resume_outside_cap', { days: most, until: iso(context.at + most * dayMs) }, 'resumeAt')
    : undefined;
};

/** S6: a pause after the resolution time is over. */
export const resolutionBreached = (_incident: Incident, _actor: Actor, { clocks, at }: Context) =>
  breached(clocks, 'resolution', at);

/** S6: taking a broken promise out of the figures. */
export const anyPromiseBroken = (_incident: Incident, _actor: Actor, { clocks, at }: Context) =>
  breached(clocks, 'resolution', at) || breached(clocks, 'response', at);

// Resolving

export const restoredInThePast: R = (incident, _actor, context) => {
  const at = when(context, 'restoredAt');
  if (at === undefined) return undefined;
  if (at > context.at) return no('incident.restored_in_future', { now: iso(context.at) }, 'restoredAt');
  return at < Date.parse(incident.occurredAt)
    ? no('incident.restored_before_start', { start: incident.occurredAt }, 'restoredAt')
    : undefined;
};

/** 8.6.1 and 8.6.3: what comes back again and again has a cause that somebody must look for. */
export const repeatsNeedProblem: R = (incident, _actor, { input, facts, settings }) => {
  const { count, days } = settings.get(repeats).value;
  const { equal } = facts as RepeatFacts;
  return equal >= count && !(input['problemRef'] === undefined ? incident.problemRef : input['problemRef'])
    ? no('incident.problem_required', { count: equal, days }, 'problemRef')
    : undefined;
};

/** 8.5.1: incidents that a change caused are counted against it. */
export const changeIsNamed: R = (incident, _actor, { input }) =>
  input['causeClass'] === 'change' &&
  !(input['causedByRef'] === undefined ? incident.causedByRef : input['causedByRef'])
    ? no('incident.causing_change_required', {}, 'causedByRef')
    : undefined;

// Ending

/** Reach by ownership is not enough to close: an engineer owns the incident that they resolved. */
export const isRequesterOrDesk: R = (incident, actor) => {
  const contact =
    holds(actor, 'customer-contact') &&
    incident.customerId !== null &&
    actor.orgUnitIds.includes(incident.customerId);
  return contact || incident.requesterId === actor.id || holdsAny(actor, desk)
    ? undefined
    : no('incident.closing_is_the_requesters');
};

/** A typical finding is closing without the user: the desk writes down how the requester confirmed. */
export const confirmationIsRecorded: R = (incident, actor, { input }) =>
  incident.requesterId === actor.id || !holdsAny(actor, desk) || input['reason'] !== undefined
    ? undefined
    : no('incident.confirmation_required', {}, 'reason');

/** Nobody is closed out unheard: every notice was sent, and the days are over. */
export const noticesSent: R = (incident, _actor, { at, settings }) => {
  const { noticesAfter } = settings.get(autoClose).value;
  const due = incident.closesAt === null ? Infinity : Date.parse(incident.closesAt);
  return (incident.closureNotices ?? 0) < noticesAfter.length || at < due
    ? no('incident.notices_first')
    : undefined;
};

/** 0.5: the same record within the agreed days, later a new linked incident. */
export const withinReopenWindow: R = (incident, _actor, { at }) =>
  incident.reopenUntil !== null && at <= Date.parse(incident.reopenUntil)
    ? undefined
    : no('incident.reopen_window_over', { until: incident.reopenUntil ?? '' });

export const saysWhatIsStillWrong: R = (_incident, _actor, { input }) =>
  input['comment'] === undefined && input['reason'] === undefined
    ? no('incident.reopening_needs_words', {}, 'comment')
    : undefined;

const notBegun = new Set(['new', 'triaged', 'assigned']);
/** Whoever reported it may withdraw it until somebody works on it. */
export const withdrawnBeforeWork: R = (incident, actor) =>
  worksOnIncidents(actor) || notBegun.has(incident.state) ? undefined : no('incident.already_in_work');

/** A parent is another incident that counts itself, and families have two generations: no rings, no chains. */
export const parentIsUsable: R = (incident, _actor, { input, facts }) => {
  const { parent, hasChildren } = facts as ParentFacts;
  if (input['parentId'] === null || input['parentId'] === undefined) return undefined;
  if (input['parentId'] === incident.id) return no('incident.parent_is_itself', {}, 'parentId');
  if (!parent) return no('problem.no_such_reference', { types: 'incident' }, 'parentId');
  if (parent.state === 'cancelled' || parent.state === 'duplicate')
    return no('incident.parent_does_not_count', { parent: parent.number }, 'parentId');
  if (parent.parentId !== null) return no('incident.parent_is_child', { parent: parent.number }, 'parentId');
  return hasChildren ? no('incident.has_children', {}, 'parentId') : undefined;
};

// Disputes

export const notDisputedYet: R = (incident) =>
  incident.disputedAt === null ? undefined : no('incident.disputed_already');
export const isDisputed: R = (incident) =>
  incident.disputedAt === null ? no('incident.not_disputed') : undefined;
/** Nobody judges their own case: whoever has the incident does not settle who has to have it. */
export const notOwnDispute: R = (incident, actor) =>
  incident.ownerId !== null && incident.ownerId === actor.id ? no('incident.own_dispute') : undefined;

// Priority

/** 0.4 a: only a derived priority can be overridden. */
export const isDerived: R = (incident) =>
  incident.derivedPriority === null ? no('incident.nothing_to_override') : undefined;
export const isOverridden: R = (incident) =>
  incident.priorityOverride === null ? no('incident.not_overridden') : undefined;
export const overrideDiffers: R = (incident, _actor, { input }) =>
  input['priorityOverride'] === incident.priority
    ? no('incident.override_is_same', { priority: incident.priority ?? 0 }, 'priorityOverride')
    : undefined;

// Mass incidents

export const isAnnounced: R = (incident) =>
  incident.announcedAt === null ? no('incident.not_announced') : undefined;
