import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { newId } from '../../kernel/record/id.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { agreementFor } from '../service-level-management/practice.ts';
import { meetingsOf } from './cab-meeting.queries.ts';
import { exceptionsOf } from './change-freeze.queries.ts';
import { collisionsOf } from './change.collisions.ts';
import { isNoEmergency } from './change.asking.rules.ts';
import type { Change } from './change.fields.ts';
import { affectedBy } from './change.impact.ts';
import { riskLevels } from './change.risk.ts';
import { worksOnIt } from './change.rules.ts';
import { told } from './gate.words.ts';
import { lowUse } from './low-use.ts';
import { freezesShown, maintenanceShown, meetingsShown, mostPlanned, plannedIn, reportsByHour, type Planned, type Span } from './schedule.queries.ts'; // prettier-ignore
import { releasesShown } from './schedule.sources.ts';
import { workingDays } from './working-days.ts';

const dayMs = 86_400_000;
const mostDays = 400;
const instant = z.iso.datetime({ offset: true });
const chosen = z.object({
  from: instant,
  to: instant,
  service: z.uuid().optional(),
  team: z.uuid().optional(),
  /** Several with commas. */
  risk: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(riskLevels)).min(1))
    .optional(),
});
const wish = z.object({
  /** How long it takes; the change's own window when left out. */
  minutes: z.coerce.number().int().min(15).max(10_080).optional(),
  from: instant.optional(),
  days: z.coerce.number().int().min(1).max(60).optional(),
});

export const scheduleRoutes: RouteSet = (app, house) => {
  const about = { tag: 'changes' } as const;
  const reader = async (request: Parameters<typeof actorOf>[1], resource = 'changes') => {
    const actor = await actorOf(house, request, resource, 'read');
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.engineer' });
    return actor;
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/changes/schedule', id: 'change_schedule', query: chosen,
    summary: 'The forward schedule of a span: changes, releases, freezes, announced maintenance and meetings of the board',
  }, async (request) => {
    const actor = await reader(request);
    const given = parse(chosen, query(request), actor.language);
    const span = spanOf(given.from, given.to);
    return onConnection(house.pool, async (tx) => {
      const wanted = { ...span, serviceId: given.service ?? null, teamId: given.team ?? null, riskLevels: given.risk ?? null };
      const changes = await plannedIn(tx, wanted);
      const releases = await releasesShown(tx, wanted);
      const [freezes, maintenance, meetings] = [await freezesShown(tx, span), await maintenanceShown(tx, span), await meetingsShown(tx, span)];
      const named = [
        ...changes.flatMap(({ serviceId, teamId, implementerId, ownerId }) => [serviceId, teamId, implementerId, ownerId]),
        ...[...freezes, ...maintenance, ...releases].flatMap(({ subjectIds }) => subjectIds),
      ].filter((id) => id !== null);
      return {
        ...span,
        changes: changes.map((change) => ({ ...change, move: moveOf(house, actor, change) })),
        freezes, maintenance, meetings, releases,
        complete: changes.length < mostPlanned,
        refs: await referencesTo(tx, new Set(named)),
      };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/changes/{number}/windows', id: 'change_windows', query: wish,
    summary: 'Windows of low use for this change, with what they are reasoned by',
  }, async (request) => {
    const actor = await reader(request);
    const given = parse(wish, query(request), actor.language);
    return onConnection(house.pool, async (tx) =>
      windowsFor(tx, house, await changeSeen(tx, house, actor, param(request, 'number')), given),
    );
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/changes/{number}/meetings', id: 'change_meetings',
    summary: 'Meetings of the board that dealt with this change, with what they said',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => {
      const change = await changeSeen(tx, house, actor, param(request, 'number'));
      const items = (await meetingsOf(tx, change.id)).map(({ agenda, ...meeting }) => {
        const item = agenda.find(({ changeId }) => changeId === change.id);
        return { ...meeting, outcome: item?.outcome ?? null, note: item?.note ?? null, votes: item?.votes ?? [] };
      });
      return { items };
    });
  }); // prettier-ignore

  route(app, {
    tag: 'change-freezes', method: 'GET', path: '/api/v1/change-freezes/{number}/exceptions', id: 'change_freeze_exceptions',
    summary: 'Which changes were let pass this freeze, by whom and why',
  }, async (request) => {
    const actor = await reader(request, 'change-freezes');
    return onConnection(house.pool, async (tx) => {
      const number = param(request, 'number');
      const type = typeNamed(house, 'change-freeze');
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('change-freeze', number);
      const items = await exceptionsOf(tx, stored.record.id);
      return { items, refs: await referencesTo(tx, new Set(items.flatMap(({ changeId, byId }) => [changeId, ...(byId === null ? [] : [byId])]))) };
    });
  }); // prettier-ignore
};

/** A year and a little: more than any calendar shows at once. */
function spanOf(from: string, to: string): Span {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  if (end <= begin) throw invalidField('to', 'schedule.span_reversed');
  if (end - begin > mostDays * dayMs) throw invalidField('to', 'schedule.span_too_long', { days: mostDays });
  return { from: new Date(begin).toISOString(), to: new Date(end).toISOString() };
}

/** By which act this person may give it another window, or why not: the page asks here before it lets somebody drag. */
function moveOf(house: House, actor: Actor, planned: Planned) {
  const by: Readonly<Record<string, string>> = {
    submitted: 'edit', more_info: 'edit', approved: 'move_back', scheduled: 'reschedule',
  }; // prettier-ignore
  const action = by[planned.state];
  if (action === undefined) return { action: null, why: null };
  const context = { at: house.now(), input: {}, facts: {}, settings: house.reference.settings, clocks: [] };
  const change = { ...planned, implementationPlan: [] } as unknown as Change;
  const refused =
    worksOnIt(change, actor, context) ??
    (action === 'move_back' ? isNoEmergency(change, actor, context) : undefined);
  return refused ? { action: null, why: told(refused, actor.language).message } : { action, why: null };
}

async function changeSeen(tx: Tx, house: House, actor: Actor, number: string): Promise<Change> {
  const type = typeNamed(house, 'change');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('change', number);
  return stored.record as Change;
}

const weeks = 13;
/** Fewer reports than this say nothing about the hours of a week. */
const enough = 50;

async function windowsFor(tx: Tx, house: House, change: Change, given: z.output<typeof wish>) {
  const now = house.now();
  const { reference } = house;
  const subjectIds = change.subjectIds ?? [];
  const own =
    change.plannedStartAt !== null && change.plannedEndAt !== null
      ? Date.parse(change.plannedEndAt) - Date.parse(change.plannedStartAt)
      : 2 * 3_600_000;
  const lengthMs = given.minutes === undefined ? Math.min(own, 7 * dayMs) : given.minutes * 60_000;
  const earliest = Math.max(now + 3_600_000, given.from === undefined ? now + dayMs : Date.parse(given.from));
  const latest = earliest + (given.days ?? 14) * dayMs + lengthMs;
  const affected = await affectedBy(tx, subjectIds, now);
  const zone = reference.calendarOf(workingDays(reference, 1, 1).calendarId).zone;
  const sinceId = newId(now - weeks * 7 * dayMs);
  const theirs = await reportsByHour(tx, { serviceIds: affected.serviceIds.slice(0, 50), sinceId, zone });
  const known = affected.serviceIds.length > 0 && theirs.total >= enough;
  const reports = known ? theirs : await reportsByHour(tx, { serviceIds: [], sinceId, zone });
  const promised = promisedHours(house, affected, now);
  const span = { from: new Date(earliest).toISOString(), to: new Date(latest).toISOString() };
  const taken = await collisionsOf(tx, { id: change.id, subjectIds, category: change.category, ...span });
  const windows = lowUse({
    earliest, latest, lengthMs, hours: reports.hours, weeks, zone, most: 5,
    calendars: promised.map((id) => reference.calendarOf(id)),
    taken: taken.filter(({ letPass }) => !letPass),
  }); // prettier-ignore
  return {
    windows,
    /** What the proposal rests on. */
    basis: {
      of: known ? 'services' : reports.total >= enough ? 'organisation' : 'nothing',
      reports: reports.total,
      weeks,
      zone,
      busiest: Math.max(...reports.hours) / weeks,
      hours: reports.hours,
      calendars: Object.values(await referencesTo(tx, new Set(promised))).map(({ title }) => title),
      avoided: taken.map(({ id, number, title, kind }) => ({ id, number, title, kind })),
    },
  };
}

/** Calendars of the agreements by which the affected services are promised to anybody. */
function promisedHours(house: House, affected: Awaited<ReturnType<typeof affectedBy>>, now: number): string[] {
  const occurredAt = new Date(now).toISOString();
  const customers = [null, ...affected.customerIds.slice(0, 50)];
  const found = affected.serviceIds.slice(0, 50).flatMap((serviceId) =>
    customers.flatMap((customerId) => agreementFor(house.reference, { customerId, serviceId, occurredAt })?.calendarId ?? []),
  );
  return [...new Set(found)];
} // prettier-ignore
