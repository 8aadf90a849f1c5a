import { isDeepStrictEqual } from 'node:util';
import { system } from '../access/actor.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { defineJob } from '../practice/job.ts';
import { processOf } from '../process/refusal.ts';
import { begin } from '../record/act.ts';
import { isOpenState } from '../record/step.ts';
import { lockRecord, updateRecord } from '../record/store.ts';
import { defineSubscriber } from '../trail/subscriber.ts';
import { clockAt, moveClocks, nextDue } from './apply.ts';
import type { ClockRow } from './clock.store.ts';

/**
 * What an open record is promised may change without anybody touching it: a holiday enters its calendar, an agreement
 * is activated late. Whoever notices puts the record into `clock_stale` in one statement; the job below reckons the
 * clocks again, a few records in each transaction, so that an edit of a calendar never locks a whole queue.
 */
export const calendarEdits = defineSubscriber({
  name: 'clocks-of-edited-calendars',
  on: ['calendar'],
  from: 'now',
  handle: async (work, events) => {
    const edited = events.filter((e) => e.action === 'edit' && hours.some((field) => field in e.changes)).map((e) => e.recordId);
    if (edited.length === 0) return;
    await work.run(
      'stale_by_calendar',
      `insert into clock_stale select distinct c.record_id from clock c join record r on r.id = c.record_id
       where c.calendar_id = any($1::uuid[]) and r.open on conflict do nothing`,
      [edited],
    );
  },
});
const hours = ['zone', 'weekly', 'exceptions', 'yearlyHolidays'];

const atOnce = 50;

export const recomputeStaleClocks = defineJob({
  name: 'recompute-stale-clocks',
  cron: '* * * * *',
  run: async (house) => {
    for (let again = true, first = true; again; first = false) again = await recomputeSome(house, first);
  },
});

/** One batch; true while there may be more. A record that is at work elsewhere waits for the next batch, nobody for it. */
async function recomputeSome(house: House, first: boolean): Promise<boolean> {
  const count = await begin(house, async (work) => {
    const rows = await work.run<{ id: string; type: string }>(
      'take_stale_clocks',
      `with taken as (
         delete from clock_stale where record_id in (select record_id from clock_stale order by record_id limit ${atOnce} for update skip locked)
         returning record_id
       ) select r.id, r.type from taken join record r on r.id = taken.record_id order by r.id`,
    );
    // Calendars and agreements may have been changed through another process.
    if (first && rows.length > 0) await house.reference.refresh();
    for (const row of rows) await recomputeClocks(work, row);
    return rows.length;
  });
  return count === atOnce;
}

/** Reckons a record's clocks by today's agreements and calendars; writes and leaves a trail event only if one differs. */
export async function recomputeClocks(work: Work, named: { readonly type: string; readonly id: string }): Promise<boolean> {
  const { house } = work;
  const type = typeNamed(house, named.type);
  const stored = await lockRecord(work, type, { id: named.id });
  if (!stored || !isOpenState(type, stored.record.state)) return false;
  const at = house.now();
  const moved = moveClocks(house.reference, processOf(type), stored.record, stored.clocks, { at, stateChanged: false, restarts: [] });
  // A replay to the last move alone would forget the warnings that time has brought since.
  const clocks = moved.map((clock) => (clock.status === 'none' ? clock : clockAt(house.reference, clock, at)));
  const differing = clocks.filter((clock) => promiseDiffers(stored.clocks.find((c) => c.name === clock.name), clock));
  if (differing.length === 0) return false;
  const record = { ...stored.record, nextDue: nextDue(clocks) };
  const due = differing.map(({ name, dueAt, target }) => [name, { dueAt: dueAt === null ? null : new Date(dueAt).toISOString(), target }]);
  await updateRecord(work, type, {
    record,
    before: stored.record,
    open: true,
    clocks: differing,
    events: [
      {
        at: new Date(at).toISOString(),
        recordId: record.id,
        recordType: type.type,
        version: record.version,
        action: 'recompute_clocks',
        fromState: null,
        toState: null,
        actorId: null,
        channel: system().channel,
        reason: null,
        changes: {},
        detail: { clocks: Object.fromEntries(due) },
      },
    ],
  });
  work.touched.add(type.type);
  return true;
}

/** Time that merely went by is no difference. */
const promiseDiffers = (before: ClockRow | undefined, after: ClockRow) =>
  !before ||
  before.dueAt !== after.dueAt ||
  before.breachedAt !== after.breachedAt ||
  before.moves.length !== after.moves.length ||
  !isDeepStrictEqual(before.target, after.target);
