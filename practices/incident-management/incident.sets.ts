import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import { closureCodes, type Incident } from './incident.fields.ts';
import { handedOver } from './incident.hand-over.ts';
import type { RequesterFacts, TeamFacts, TermFacts } from './incident.facts.ts';
import { worksOnIncidents } from './incident.rules.ts';
import { autoClose, dayMs, defaultCalendar, pauseDays, reopenDays } from './incident.settings.ts';

/** What an action itself writes, beside what its input says. Pure: the record with its input → further fields. */
type Set = (incident: Incident, actor: Actor, context: Context) => Partial<Incident>;
const iso = (at: number) => new Date(at).toISOString();

export const recorded: Set = (incident, actor, { facts }) => {
  const reporter = worksOnIncidents(actor) ? null : actor.id;
  const requesterId = incident.requesterId ?? reporter;
  const { customerId, orgUnitId } = (
    requesterId === null ? { customerId: null, orgUnitId: null } : facts
  ) as RequesterFacts;
  return {
    requesterId,
    customerId: incident.customerId ?? customerId,
    orgUnitId: incident.orgUnitId ?? orgUnitId,
    channel: reporter === null ? incident.channel : 'portal',
  };
};

/** The first person who had it, for the first-contact resolution. */
const first = (incident: Incident, ownerId: string | null) => incident.firstAssignedToId ?? ownerId;

/** Another team counts as a reassignment; its owner is a member of it or nobody yet. */
export const routed: Set = (incident, actor, context) => {
  const { input, facts } = context;
  const { previousTeamId } = facts as TeamFacts;
  const moved = previousTeamId !== null && previousTeamId !== incident.teamId;
  const ownerId =
    input['ownerId'] === undefined && previousTeamId !== incident.teamId ? null : incident.ownerId;
  const named = input['ownerId'] !== undefined;
  return {
    ownerId,
    handedOverAt: named || ownerId === null ? handedOver(ownerId, actor, context) : incident.handedOverAt,
    firstAssignedToId: first(incident, ownerId),
    reassignmentCount: (incident.reassignmentCount ?? 0) + (moved ? 1 : 0),
  };
};

export const handedUp: Set = (incident, _actor, { facts }) => ({
  teamId: (facts as TeamFacts).team?.id ?? incident.teamId,
  ownerId: null,
  handedOverAt: null,
  reassignmentCount: (incident.reassignmentCount ?? 0) + 1,
});

export const taken: Set = (incident, actor) => ({
  ownerId: actor.id,
  handedOverAt: null,
  firstAssignedToId: first(incident, actor.id),
});

/** 0.5: the response ends with the first qualified human act: acknowledged, and owned. */
export const acknowledged: Set = (incident, actor, { at }) => {
  const ownerId = incident.ownerId ?? actor.id;
  return {
    ownerId,
    handedOverAt: ownerId === actor.id ? null : incident.handedOverAt,
    teamId: incident.teamId ?? actor.teamIds[0] ?? null,
    firstAssignedToId: first(incident, ownerId),
    respondedAt: incident.respondedAt ?? iso(at),
  };
};

export const paused: Set = (_incident, _actor, { at, input, settings }) => ({
  resumeAt:
    typeof input['resumeAt'] === 'string'
      ? input['resumeAt']
      : iso(at + settings.get(pauseDays).value.usual * dayMs),
});

export const resumed: Set = () => ({ pendingReason: null, resumeAt: null });

export const resolved: Set = (incident, actor, context) => {
  const { at, facts, settings } = context;
  const { reopenDays: agreed, calendar } = facts as TermFacts;
  const { workingDays, noticesAfter } = settings.get(autoClose).value;
  const after = (days: number) => iso(addWorkingDays(calendar ?? defaultCalendar, at, days));
  return {
    pendingReason: null,
    resumeAt: null,
    handedOverAt: null,
    respondedAt: incident.respondedAt ?? iso(at),
    restoredAt: incident.restoredAt ?? iso(at),
    resolvedAt: iso(at),
    endedAt: iso(at),
    resolvedById: actor.id,
    reopenUntil: iso(at + (agreed ?? settings.get(reopenDays).value) * dayMs),
    closesAt: after(workingDays),
    nextNoticeAt: noticesAfter[0] === undefined ? null : after(noticesAfter[0]),
    closureNotices: 0,
    dedupKey: null,
  };
};

/** Late notices push the closing back: between the last one and the closing there is always a working day. */
export const noticed: Set = (incident, _actor, { at, facts, settings }) => {
  const { calendar } = facts as TermFacts;
  const { noticesAfter } = settings.get(autoClose).value;
  const sent = (incident.closureNotices ?? 0) + 1;
  const since = Date.parse(incident.resolvedAt ?? iso(at));
  const next = noticesAfter[sent];
  const working = (from: number, days: number) => addWorkingDays(calendar ?? defaultCalendar, from, days);
  const soonest = working(at, 1);
  return {
    closureNotices: sent,
    nextNoticeAt: next === undefined ? null : iso(Math.max(working(since, next), soonest)),
    closesAt: iso(Math.max(Date.parse(incident.closesAt ?? iso(at)), soonest)),
  };
};

const nothingDue = { closesAt: null, nextNoticeAt: null } as const;

export const closed: Set = (incident, actor) => ({
  ...nothingDue,
  closureCode:
    incident.closureCode ??
    (incident.requesterId === actor.id ? 'confirmed_by_requester' : 'confirmed_through_desk'),
});

export const closedUnanswered: Set = () => ({ ...nothingDue, closureCode: 'no_answer' });

/** The elapsed time goes on from the old sum; what was said of the resolution is in the trail. */
export const reopened: Set = (incident) => ({
  ...nothingDue,
  closureCode: null,
  closureNotices: 0,
  reopenCount: (incident.reopenCount ?? 0) + 1,
  resolution: null,
  resolutionCode: null,
  restoredAt: null,
  resolvedAt: null,
  resolvedById: null,
  endedAt: null,
  reopenUntil: null,
});

const ended = (at: number) => ({
  endedAt: iso(at),
  pendingReason: null,
  resumeAt: null,
  handedOverAt: null,
  dedupKey: null,
});
export const takenUp: Set = () => ({ handedOverAt: null });
export const cancelled: Set = (incident, _actor, { at }) => ({
  ...ended(at),
  closureCode: incident.closureCode ?? closureCodes.cancel[0],
});
export const duplicated: Set = (_incident, _actor, { at }) => ({ ...ended(at), closureCode: 'duplicate' });

export const repeated: Set = (incident) => ({ repeatCount: (incident.repeatCount ?? 0) + 1 });

export const escalated: Set = (incident, _actor, { input }) => {
  const level = input['level'];
  return { escalationLevel: typeof level === 'number' ? level : (incident.escalationLevel ?? 0) + 1 };
};

export const disputed: Set = (_incident, _actor, { at }) => ({ disputedAt: iso(at) });
/** Deciding who has it is a hand-over like any other. */
export const settled: Set = (incident, actor, context) => ({
  ...routed(incident, actor, context),
  disputedAt: null,
});

export const overridden: Set = (_incident, _actor, { input }) => ({
  overrideReason: String(input['reason']),
});
export const overrideCleared: Set = () => ({ priorityOverride: null, overrideReason: null });

type Announcement = Exclude<Incident['announcement'], null>;
export const announced: Set = (incident, _actor, { at, input }) => ({
  announcedAt: incident.announcedAt ?? iso(at),
  announcement: input['texts'] as Announcement,
});
export const announcementWithdrawn: Set = () => ({ announcedAt: null, announcement: null });
