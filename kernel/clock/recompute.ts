import { setTimeout as sleep } from 'node:timers/promises';
import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House } from '../practice/house.ts';
import type { Reference } from '../practice/reference.ts';
import { processOf } from '../process/refusal.ts';
import { begin } from '../record/act.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { isOpenState } from '../record/step.ts';
import { lockRecord, selectList, tableOf, updateRecord, type Stored } from '../record/store.ts';
import { makeCursor, moveCursor, passOver, takeCursor } from '../trail/cursor.store.ts';
import { nextStretch, readEvents, type Wanted } from '../trail/read.ts';
import { clockAt, moveClocks, nextDue } from './apply.ts';
import { clockFromSql, type ClockRow } from './clock.store.ts';
import { clockEvent, passedEvents } from './passed.ts';

const name = 'clock-recompute';
const rules = ['calendar', 'agreement'];
const wanted: Wanted = { types: rules, actions: null, toStates: null, fields: null };
const most = 5000;
const pageSize = 200;

/**
 * When a calendar is edited or an agreement changes, the clocks of all open records are counted again. Not a subscriber:
 * the sweep may take minutes, and the transaction of a subscriber would hold every reader of the trail back so long.
 * One worker at a time; a sweep that is interrupted begins again, and writes nothing twice.
 */
export function startRecompute(
  house: House,
  { log, everyMs = 1000, settleMs = 1000 }: { log: Log; everyMs?: number; settleMs?: number },
): Loop {
  let made = false;
  return startLoop({
    everyMs,
    round: async () => {
      const next = await onConnection(house.pool, async (tx) => {
        if (!made) await makeCursor(tx, name, 'now');
        made = true;
        const stretch = await nextStretch(tx, name, wanted, most);
        if (stretch?.wanted === 0) await passOver(tx, name, stretch.from, stretch.to);
        return stretch;
      });
      if (!next || next.wanted === 0) return next?.events === most;
      return sweepAfterNews(house, log, settleMs);
    },
    failed: (err, failures) => {
      if (failures === 1)
        log.error({ err }, 'clocks could not be counted again after a change of rules; trying again');
    },
  });
}

const sweepAfterNews = (house: House, log: Log, settleMs: number): Promise<boolean> =>
  onConnection(house.pool, async (tx) => {
    const lock = `hashtextextended('servanda:recompute:' || current_schema(), 0)`;
    const [taken] = await tx.run<{ mine: boolean }>(
      'recompute_lock',
      `select pg_try_advisory_lock(${lock}) as mine`,
    );
    if (!taken?.mine) return false;
    try {
      const cursor = await takeCursor(tx, name);
      const events = cursor ? await readEvents(tx, cursor, 1000) : [];
      const last = events.at(-1);
      if (!last) return false;
      const changed = new Set(
        events
          .filter((e) => e.toState !== null || Object.keys(e.changes).length > 0)
          .map((e) => e.recordType),
      );
      const why = rules.filter((type) => changed.has(type));
      if (why.length > 0) {
        // Other processes go on by the old rules until they have heard of the new ones.
        await sleep(settleMs);
        await house.reference.refresh(new Set(rules));
        // One that cannot be counted must not keep the rest on the old rules.
        await recomputeAll(house, why, (err, record) =>
          log.error({ err, record: record.number, why }, 'a clock could not be counted again'),
        );
      }
      await moveCursor(tx, name, last);
      return true;
    } finally {
      await tx.run('recompute_unlock', `select pg_advisory_unlock(${lock})`);
    }
  });

type Failed = (err: unknown, record: BaseRecord) => void;
const thrown: Failed = (err) => {
  throw err;
};

/** Counts the clocks of every open record again; answers how many records changed. */
export async function recomputeAll(
  house: House,
  why: readonly string[],
  failed: Failed = thrown,
): Promise<number> {
  let written = 0;
  for (const type of house.types.values()) {
    if (Object.keys(type.process.clocks).length === 0) continue;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await openRecords(house, type, after);
      for (const { record, clocks } of page) {
        try {
          if (recounted(house.reference, type, record, clocks, house.now()).length === 0) continue;
          if (await recomputeRecord(house, type, record.id, why)) written += 1;
        } catch (err) {
          failed(err, record);
        }
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = last.record.id;
    }
  }
  return written;
}

/** Under the record's lock and with what it is by then. */
const recomputeRecord = (
  house: House,
  type: RecordType,
  id: string,
  why: readonly string[],
): Promise<boolean> =>
  begin(house, async (work) => {
    const stored = await lockRecord(work, type, { id });
    if (!stored || !isOpenState(type, stored.record.state)) return false;
    const now = house.now();
    const { record, clocks } = stored;
    const fresh = recounted(house.reference, type, record, clocks, now);
    if (fresh.length === 0) return false;
    const all = clocks.map((c) => fresh.find((f) => f.name === c.name) ?? c);
    await updateRecord(work, type, {
      record: { ...record, nextDue: nextDue(all) },
      before: record,
      open: true,
      clocks: fresh,
      events: [
        clockEvent(record, now, 'clock_recomputed', detailOf(clocks, fresh, why)),
        ...passedEvents(record, clocks, fresh, now),
      ],
    });
    work.touched.add(type.type);
    return true;
  });

/** The clocks that come out otherwise by the rules in force now. */
function recounted(
  reference: Reference,
  type: RecordType,
  record: BaseRecord,
  clocks: readonly ClockRow[],
  now: number,
): ClockRow[] {
  return moveClocks(reference, processOf(type), record, clocks, {
    at: now,
    stateChanged: false,
    restarts: [],
  }).flatMap((moved) => {
    const old = clocks.find((c) => c.name === moved.name);
    const fresh = clockAt(reference, moved, Math.max(now, moved.moves.at(-1)?.at ?? now));
    return old && old.moves.length === fresh.moves.length && sameCount(old, fresh, now) ? [] : [fresh];
  });
}

/** Time passing is no difference: what has fallen due meanwhile is the ticker's to tell. */
function sameCount(old: ClockRow, fresh: ClockRow, now: number): boolean {
  if (old.dueAt !== fresh.dueAt) return false;
  if (old.status === 'running')
    return old.nextCheckAt === fresh.nextCheckAt || (old.nextCheckAt !== null && old.nextCheckAt <= now);
  return old.elapsedMs === fresh.elapsedMs && old.breachedAt === fresh.breachedAt;
}

/** What the trail keeps of it; `targets` as in every act, so that the clock can be replayed from the trail. */
function detailOf(before: readonly ClockRow[], after: readonly ClockRow[], why: readonly string[]) {
  const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
  const story = (clock: ClockRow | undefined) => ({
    dueAt: iso(clock?.dueAt),
    breachedAt: iso(clock?.breachedAt),
    target: clock?.target ?? null,
  });
  return {
    why,
    clocks: Object.fromEntries(
      after.map((clock) => [
        clock.name,
        { before: story(before.find((b) => b.name === clock.name)), after: story(clock) },
      ]),
    ),
    targets: Object.fromEntries(after.map((clock) => [clock.name, clock.target])),
  };
}

async function openRecords(house: House, type: RecordType, after: string): Promise<Stored[]> {
  const rows = await onConnection(house.pool, (tx) =>
    tx.run<BaseRecord & { clocks_: Parameters<typeof clockFromSql>[0][] | null }>(
      `open_${type.type}`,
      `select ${selectList(type)},
         (select jsonb_agg(to_jsonb(c) order by c.name) from clock c where c.record_id = r.id) as clocks_
       from record r join ${tableOf(type)} t on t.id = r.id
       where r.type = '${type.type}' and r.open and r.id > $1 order by r.id limit ${pageSize}`,
      [after],
    ),
  );
  return rows.map(({ clocks_, ...record }) => ({ record, clocks: (clocks_ ?? []).map(clockFromSql) }));
}
