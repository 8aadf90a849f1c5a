import { onConnection, transaction, type Tx } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House } from '../practice/house.ts';
import type { RecordType } from './record.ts';
import { tableOf } from './store.ts';

/** What had been handed out at an instant: by type the highest number, and a transaction that began after it. */
export type Mark = {
  readonly at: number;
  readonly txid: string;
  readonly handedOut: ReadonlyMap<string, number>;
};

/** Notes how far the sequences have come. Numbers up to here are settled once all transactions of this time have ended. */
export const markNumbers = (house: House): Promise<Mark> =>
  onConnection(house.pool, async (tx) => {
    const handedOut = new Map<string, number>();
    for (const type of house.types.values()) {
      const [row] = await tx.run<{ n: number }>(
        `handed_out_${type.type}`,
        `select case when is_called then last_value else last_value - 1 end as n from number_${tableOf(type)}`,
      );
      handedOut.set(type.type, row?.n ?? 0);
    }
    // After the sequences: whoever took one of those numbers has a lower one by now. A snapshot's xmax would not do, for
    // transactions may run beyond it.
    const [next] = await tx.run<{ txid: string }>(
      'next_transaction',
      'select pg_current_xact_id()::text as txid',
    );
    return { at: Date.now(), txid: next?.txid ?? '0', handedOut };
  });

/**
 * Finds numbers that no record has although they were handed out before the mark, and puts them where the next creators
 * take them from. Undefined while a transaction from before the mark still runs: it may yet use its number.
 */
export const fillNumberGaps = (
  house: House,
  mark: Mark,
  from: ReadonlyMap<string, number> = new Map(),
): Promise<number | undefined> =>
  transaction(house.pool, async (tx) => {
    const [lock] = await tx.run<{ mine: boolean }>(
      'number_gap_lock',
      `select pg_try_advisory_xact_lock(hashtextextended('servanda:number_gap:' || current_schema(), 0)) as mine`,
    );
    const [ended] = await tx.run<{ all: boolean }>(
      'ended_before',
      `select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as "all"`,
      [mark.txid],
    );
    if (!lock?.mine || !ended?.all) return undefined;
    let found = 0;
    for (const type of house.types.values()) {
      found += await fillType(tx, type, (from.get(type.type) ?? 0) + 1, mark.handedOut.get(type.type) ?? 0);
    }
    return found;
  });

/**
 * One statement, hence one snapshot: a creator that is taking a number out of the gaps at this moment is seen either
 * before (the gap is there) or after (the record is), never in between.
 */
async function fillType(tx: Tx, { type, prefix }: RecordType, from: number, to: number): Promise<number> {
  if (to < from) return 0;
  const rows = await tx.run(
    `fill_gaps_${type}`,
    `insert into number_gap (prefix, n)
     select $1, n from generate_series($2::bigint, $3::bigint) n
     where not exists (select 1 from record r where r.number = $1 || '-' || lpad(n::text, greatest(6, length(n::text)), '0'))
       and not exists (select 1 from number_gap g where g.prefix = $1 and g.n = n.n)
     on conflict do nothing returning n`,
    [prefix, from, to],
  );
  return rows.length;
}

/**
 * Notes the numbers, looks ten minutes later which of them are missing, and then every hour. The ten minutes are for a
 * creator between taking its number and being given a transaction; that takes microseconds, unless its server stalls.
 */
export function startNumberGaps(
  house: House,
  { log, settleMs = 600_000, everyMs = 3_600_000 }: { log: Log; settleMs?: number; everyMs?: number },
): Loop {
  let mark: Mark | undefined;
  let filledThrough: ReadonlyMap<string, number> = new Map();
  let nextAt = 0;
  return startLoop({
    everyMs: Math.min(settleMs, 60_000),
    round: async () => {
      mark ??= await markNumbers(house);
      if (Date.now() < Math.max(nextAt, mark.at + settleMs)) return false;
      const found = await fillNumberGaps(house, mark, filledThrough);
      if (found === undefined) return false;
      if (found > 0) log.info({ found }, 'numbers lost by rollbacks or crashes will be used again');
      filledThrough = mark.handedOut;
      mark = undefined;
      nextAt = Date.now() + everyMs;
      return false;
    },
    failed: (err, failures) => {
      if (failures === 1) log.error({ err }, 'lost numbers could not be looked for; trying again');
    },
  });
}
