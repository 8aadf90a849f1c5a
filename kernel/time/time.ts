import { notYours } from '../access/not-yours.ts';
import { z } from 'zod';
import { conflict, forbidden, invalidField, notFound, Problem } from '../../platform/http/problem.ts';
import { mayAct, mayView } from '../access/access.ts';
import { holds, type Actor } from '../access/actor.ts';
import { staff } from '../access/roles.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { notYourRole } from '../process/refusal.ts';
import { problemOf } from '../record/act.ts';
import { boolean, date, plain } from '../record/field.ts';
import { activities } from './activities.ts';
import { newId } from '../record/id.ts';
import type { Named } from '../record/named.ts';
import { lockRecord } from '../record/store.ts';
import { isStaff } from '../record/universal.ts';
import { appendEvent } from '../trail/append.ts';
import {
  costOf,
  endTimer,
  entryById,
  keepEntry,
  minutesOn,
  rateOf,
  startTimer,
  timerOf,
  type TimeEntry,
} from './time.store.ts';

const mostPerDay = 24 * 60;
/** May book what others worked. */
const forOthers = ['administrator', 'sms-manager', 'service-desk-lead', 'incident-manager'];

const about = {
  activity: z.enum(activities),
  note: plain(2000).nullable().optional(),
  billable: boolean().schema.optional(),
};
export const newEntry = z.strictObject({
  minutes: z.int().min(1).max(mostPerDay),
  date: date().schema,
  personId: z.uuid().optional(),
  ...about,
});
export const stopped = z.strictObject(about);
export const cancelled = z.strictObject({ reason: plain(2000) });

/** Time and money are the organisation's own business. */
export function insideOnly(actor: Actor): Actor & { readonly id: string } {
  if (!isStaff(actor)) throw notYours(staff);
  if (actor.id === null) throw new Problem(401, 'problem.sign_in');
  return { ...actor, id: actor.id };
}

/** Books time on a record, with what it cost on that day. Closed records too: what was worked is often told later. */
export async function bookTime(work: Work, named: Named, caller: Actor, given: z.output<typeof newEntry>) {
  const actor = insideOnly(caller);
  const { type, record } = await lockedFor(work, named, actor);
  const personId = given.personId ?? actor.id;
  if (personId !== actor.id && !forOthers.some((role) => holds(actor, role)))
    throw forbidden('time.not_for_others', { roles: forOthers.map((role) => `@role.${role}`).join(', ') });
  await lockPerson(work, personId);
  const now = work.house.now();
  // A day has begun somewhere up to fourteen hours before it has here.
  if (Date.parse(given.date) > now + 14 * 3_600_000)
    throw invalidField('date', 'time.in_future', {}, given.date);
  const booked = await minutesOn(work, personId, given.date);
  if (booked + given.minutes > mostPerDay)
    throw invalidField('minutes', 'time.day_full', { booked, left: Math.max(0, mostPerDay - booked) });
  const rate = await rateOf(work, personId, given.date);
  const entry: TimeEntry = {
    id: newId(now),
    recordId: record.id,
    personId,
    date: given.date,
    minutes: given.minutes,
    activity: given.activity,
    note: given.note ?? null,
    billable: given.billable ?? false,
    rateId: rate?.id ?? null,
    costCents: rate ? costOf(given.minutes, rate) : null,
    currency: rate?.currency ?? null,
    cancels: null,
    byId: actor.id,
    at: new Date(now).toISOString(),
  };
  await keepEntry(work, entry);
  await appendEvent(work, type, record, 'book_time', actor, { at: now, detail: { time: entry } });
  work.touched.add(type.type);
  return entry;
}

/** Takes an entry back by one that is its opposite; what was booked stays to be seen. */
export async function cancelTime(work: Work, named: Named, caller: Actor, id: string, reason: string) {
  const actor = insideOnly(caller);
  const { type, record } = await lockedFor(work, named, actor);
  const entry = z.uuid().safeParse(id).success ? await entryById(work, record.id, id) : undefined;
  if (!entry || entry.cancels !== null) throw notFound('time', id);
  if (entry.cancelled) throw conflict('time.cancelled_already');
  if (entry.personId !== actor.id && entry.byId !== actor.id && !forOthers.some((role) => holds(actor, role)))
    throw forbidden('time.not_for_others', { roles: forOthers.map((role) => `@role.${role}`).join(', ') });
  const now = work.house.now();
  const { cancelled: _cancelled, ...kept } = entry;
  const opposite: TimeEntry = {
    ...kept,
    id: newId(now),
    minutes: -entry.minutes,
    costCents: entry.costCents === null ? null : -entry.costCents,
    note: reason,
    cancels: entry.id,
    byId: actor.id,
    at: new Date(now).toISOString(),
  };
  await keepEntry(work, opposite);
  await appendEvent(work, type, record, 'cancel_time', actor, {
    at: now,
    reason,
    detail: { time: opposite },
  });
  work.touched.add(type.type);
  return opposite;
}

export async function beginTimer(work: Work, named: Named, caller: Actor) {
  const actor = insideOnly(caller);
  const { record } = await lockedFor(work, named, actor);
  if (!(await startTimer(work, actor.id, record.id, work.house.now()))) {
    const running = await timerOf(work, actor.id);
    throw conflict('time.timer_running', { number: running?.number ?? '' });
  }
  return timerOf(work, actor.id);
}

/** Ends the timer and books what it ran, whole minutes upwards, on the day it was started in the person's zone. */
export async function stopTimer(work: Work, caller: Actor, given: z.output<typeof stopped>) {
  const actor = insideOnly(caller);
  const timer = await endTimer(work, actor.id);
  if (!timer) throw conflict('time.no_timer');
  const ranMs = work.house.now() - Date.parse(timer.startedAt);
  const minutes = Math.max(1, Math.ceil(ranMs / 60_000));
  if (minutes > mostPerDay) throw conflict('time.ran_too_long', { hours: Math.floor(minutes / 60) });
  const day = Temporal.Instant.from(timer.startedAt).toZonedDateTimeISO(timer.zone).toPlainDate().toString();
  return bookTime(work, { type: timer.type, id: timer.recordId }, actor, { ...given, minutes, date: day });
}

async function lockedFor(work: Work, named: Named, actor: Actor) {
  const type = typeNamed(work.house, named.type);
  const stored = await lockRecord(work, type, named);
  if (!stored || !mayView(type.access, actor, stored.record))
    throw notFound(type.type, 'number' in named ? named.number : named.id);
  if (!mayAct(type.access, actor, Object.keys(type.access), stored.record))
    throw problemOf(notYourRole(type, { by: ['*'] }));
  return { type, record: stored.record };
}

/** Two bookings of one day at once would both find room in it. */
async function lockPerson(work: Work, id: string): Promise<void> {
  const rows = await work.run(
    'lock_person_for_time',
    `select pg_advisory_xact_lock(hashtextextended('time ' || id::text, 0)) from record where id = $1 and type = 'person'`,
    [id],
  );
  if (rows.length === 0)
    throw invalidField('personId', 'problem.no_such_reference', { types: '@person.name' }, id);
}
