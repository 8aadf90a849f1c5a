import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { tableOf } from '../record/store.ts';
import { makeCursor } from '../trail/cursor.store.ts';
import { settled } from '../trail/read.ts';
import type { Counted } from './answer.ts';
import { isFault, named } from './count.ts';
import { at, type EachCheck, type When } from './evidence.ts';

/*
 * Of a type with a million records, the checks that depend on nothing but a record's own rows are counted by the day on
 * which the record was made. A record's day never changes and every change of it stands in the trail, so what is counted
 * again are the days of the records that have events since the last time, and those whose verdict time alone may turn.
 */
const cursor = 'evidence';

/** Brings the counts of one type up to date; all its checks in one pass over its rows. */
export async function recount(
  tx: Tx,
  house: House,
  recordType: string,
  checks: readonly EachCheck[],
  when: When,
  changed: ReadonlyMap<string, readonly string[]>,
  whole: boolean,
): Promise<void> {
  const table = tableOf(typeNamed(house, recordType));
  const definition = definitionOf(tx, checks, when);
  const [known] = await tx.run<{ definition: string }>(
    'evidence_counted',
    'select definition from evidence_counted where record_type = $1',
    [recordType],
  );
  if (whole || known?.definition !== definition) {
    await tx.run('evidence_uncount', 'delete from evidence_bucket where record_type = $1', [recordType]);
    const rows = sql`select (r.created_at at time zone 'UTC')::date as day, r.*
      from record r where ${sql.raw(`r.type = '${recordType}'`)}`;
    await count(tx, table, recordType, checks, when, rows);
    await tx.run(
      'evidence_define',
      `insert into evidence_counted (record_type, definition) values ($1, $2)
       on conflict (record_type) do update set definition = excluded.definition`,
      [recordType, definition],
    );
    return;
  }
  const days = await tx.run<{ day: string }>(
    'evidence_days',
    `select distinct day::text from (
       select unnest($2::date[]) as day
       union all select day from evidence_bucket where record_type = $1 and recheck_at <= $3
     ) x`,
    [recordType, changed.get(recordType) ?? [], when.now],
  );
  if (days.length === 0) return;
  const list = days.map((d) => d.day);
  await tx.run(
    'evidence_uncount_days',
    'delete from evidence_bucket where record_type = $1 and day = any($2::date[])',
    [recordType, list],
  );
  const rows = sql`select x.day, r.* from unnest(${list}::date[]) x(day) join record r
    on ${sql.raw(`r.type = '${recordType}'`)} and r.id >= ${dayId(sql`x.day`)} and r.id < ${dayId(sql`x.day + 1`)}`;
  await count(tx, table, recordType, checks, when, rows);
}

/** The lowest UUIDv7 of a day in UTC, in SQL. */
const dayId = (day: RawBuilder<unknown>) =>
  sql`rpad(lpad(to_hex((extract(epoch from (${day})::timestamp at time zone 'UTC') * 1000)::bigint), 12, '0'), 32, '0')::uuid`;

async function count(
  tx: Tx,
  table: string,
  recordType: string,
  checks: readonly EachCheck[],
  when: When,
  rows: RawBuilder<unknown>,
): Promise<void> {
  // One pass: a row for each record with, per check, whether it is looked at, whether it has the fault, when it may get it.
  const perRecord = checks.map((check, i) => {
    const n = sql.raw(String(i));
    return sql`coalesce((${at(check.population, when)}), false) as p${n},
      case when (${at(check.population, when)}) then ${isFault(check, when)} end as f${n},
      ${check.due ? sql`case when (${at(check.population, when)}) then ${check.due} end` : sql`null::timestamptz`} as d${n}`;
  });
  const perDay = checks.map((check, i) => {
    const n = sql.raw(String(i));
    return sql`(${check.key}, (count(*) filter (where y.p${n}))::int, (count(*) filter (where y.f${n}))::int,
      max(y.updated_at) filter (where y.p${n}), min(y.d${n}) filter (where not y.f${n} and y.d${n} > ${when.now}::timestamptz),
      coalesce((array_agg(y.id order by y.id desc) filter (where y.f${n}))[1:${sql.raw(String(named))}], '{}'))`;
  });
  await sql`
    insert into evidence_bucket (record_type, check_key, day, n, faults, newest_at, recheck_at, found)
    select ${recordType}, v.check_key, z.day, v.n, v.faults, v.newest_at, v.recheck_at, v.found
    from (select y.day, array[${sql.join(perDay.map((row) => sql`row${row}::evidence_count`))}] as counts
      from (select r.day, r.id, r.updated_at, ${sql.join(perRecord)}
        from (${rows}) r join ${sql.raw(table)} t on t.id = r.id) y
      group by y.day) z, unnest(z.counts) v
    where v.n > 0`.execute(tx.db);
}

/** A new text of a check is another check: what was counted by the old one does not hold. */
function definitionOf(tx: Tx, checks: readonly EachCheck[], when: When): string {
  const hash = createHash('sha256');
  for (const check of checks) {
    const parts = [at(check.population, when), at(check.fault, when), ...(check.due ? [check.due] : [])];
    for (const part of parts) hash.update(`${check.key} ${part.compile(tx.db).sql}\n`);
  }
  return hash.digest('hex');
}

/** The sums of a period's days. */
export async function countedByDay(
  tx: Tx,
  checks: readonly EachCheck[],
  when: When,
): Promise<ReadonlyMap<string, Counted>> {
  type Row = {
    key: string;
    n: number;
    faults: number;
    newest: string | null;
    lapses: string | null;
    found: string[];
  };
  const rows = await tx.run<Row>(
    'evidence_sums',
    `select b.check_key as key, sum(b.n)::int as n, sum(b.faults)::int as faults, max(b.newest_at) as newest,
       min(b.recheck_at) as lapses,
       coalesce((select array_agg(f.id) from (select f.id from evidence_bucket d, unnest(d.found) f(id)
         where d.check_key = b.check_key and d.day >= $2::date and d.day < $3::date and d.faults > 0
         order by f.id desc limit ${named}) f), '{}') as found
     from evidence_bucket b where b.check_key = any($1) and b.day >= $2::date and b.day < $3::date
     group by b.check_key`,
    [checks.map((c) => c.key), when.from, when.to],
  );
  return new Map(
    rows.map((row) => [
      row.key,
      {
        n: row.n,
        faults: row.faults,
        found: row.found,
        newestAt: row.newest,
        lapsesAt: row.lapses,
      },
    ]),
  );
}

/**
 * On which days records were made that have changed since the last time, by type; and moves on in the trail. Holds the
 * cursor until the transaction ends, so that evaluations never run side by side.
 */
export async function changedDays(
  tx: Tx,
  recordTypes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  await makeCursor(tx, cursor, 'now');
  // Everything below the snapshot's xmin has settled; moved there in one statement, so nothing is passed over.
  await tx.run('evidence_cursor', 'select 1 from trail_cursor where subscriber = $1 for update', [cursor]);
  const rows = await tx.run<{ type: string; days: string[] }>(
    'evidence_changed',
    `with moved as (
       update trail_cursor set txid = pg_snapshot_xmin(pg_current_snapshot()), seq = 0 where subscriber = $1
       returning (select c.txid from trail_cursor c where c.subscriber = $1) as txid,
         (select c.seq from trail_cursor c where c.subscriber = $1) as seq
     )
     select r.type, array_agg(distinct (r.created_at at time zone 'UTC')::date::text) as days
     from (select distinct e.record_id from moved, trail_event e
       where ${settled} and (e.txid, e.seq) > (moved.txid, moved.seq) and e.record_type = any($2)) e
     join record r on r.id = e.record_id group by r.type`,
    [cursor, recordTypes],
  );
  return new Map(rows.map((row) => [row.type, row.days]));
}
