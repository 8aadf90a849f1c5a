import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { isOpenState } from '../record/step.ts';
import { lockRecord, updateRecord } from '../record/store.ts';
import { clockAt, nextDue } from './apply.ts';
import { passedEvents } from './passed.ts';

type Due = { id: string; type: string };

/** Clocks whose next warning or breach has come, oldest first. Reading them locks nothing and uses no transaction up. */
const dueRecords = (house: House, except: readonly string[], limit: number) =>
  onConnection(house.pool, (tx) =>
    tx.run<Due>(
      'due_clocks',
      `select r.id, r.type from (
         select record_id, min(next_check_at) as due from (
           select c.record_id, c.next_check_at from clock c
           where c.next_check_at <= $1 and not c.record_id = any($2::uuid[]) order by c.next_check_at limit $3
         ) c group by record_id
       ) c join record r on r.id = c.record_id order by c.due`,
      [new Date(house.now()).toISOString(), except, limit],
    ),
  );

/**
 * Brings one record's clocks to the present: stamps what time alone has brought about and tells the trail. The record
 * is locked first, as `act` does, or the two would wait for each other; while somebody acts on it, it is left for the
 * next round. False when it was left.
 */
export const tickRecord = (house: House, { id, type: name }: Due): Promise<boolean> =>
  begin(house, async (work) => {
    const free = await work.run(
      'free_record',
      'select 1 from record where id = $1 for no key update skip locked',
      [id],
    );
    if (free.length === 0) return false;
    const type = typeNamed(house, name);
    const stored = await lockRecord(work, type, { id });
    if (!stored) return false;
    const now = house.now();
    const { record, clocks } = stored;
    const due = clocks.filter((c) => c.nextCheckAt !== null && c.nextCheckAt <= now);
    if (due.length === 0) return true;
    const ticked = due.map((clock) => clockAt(house.reference, clock, now));
    const all = clocks.map((c) => ticked.find((t) => t.name === c.name) ?? c);
    await updateRecord(work, type, {
      record: { ...record, nextDue: nextDue(all) },
      before: record,
      open: isOpenState(type, record.state),
      clocks: ticked,
      events: passedEvents(record, due, ticked, now),
    });
    work.touched.add(name);
    return true;
  });

const lanes = 4;
const longestRestMs = 300_000;

/** Ticks every second. Any number of workers may; a record that fails is told once and tried again more and more rarely. */
export function startTicker(
  house: House,
  { log, everyMs = 1000, limit = 200 }: { log: Log; everyMs?: number; limit?: number },
): Loop {
  const failing = new Map<string, { until: number; rest: number }>();

  async function tickOne(due: Due): Promise<void> {
    try {
      await tickRecord(house, due);
      failing.delete(due.id);
    } catch (err) {
      const before = failing.get(due.id);
      if (!before)
        log.error(
          { err, record: due.id, type: due.type },
          'a clock could not be brought up to date; trying again',
        );
      const rest = Math.min((before?.rest ?? everyMs) * 2, longestRestMs);
      failing.set(due.id, { until: Date.now() + rest, rest });
    }
  }

  return startLoop({
    everyMs,
    round: async () => {
      const resting = [...failing].filter(([, { until }]) => until > Date.now()).map(([id]) => id);
      const due = await dueRecords(house, resting, limit);
      const waiting = [...due];
      await Promise.all(
        Array.from({ length: lanes }, async () => {
          for (let next = waiting.shift(); next; next = waiting.shift()) await tickOne(next);
        }),
      );
      return due.length === limit;
    },
    failed: (err, failures) => {
      if (failures === 1) log.error({ err }, 'clocks could not be read; trying again');
    },
  });
}
