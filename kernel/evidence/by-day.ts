import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { tableOf } from '../record/store.ts';
import { makeCursor } from '../trail/cursor.store.ts';
import type { Counted } from './answer.ts';
import { firstId, isFault, named } from './count.ts';
import { at, type EachCheck, type When } from './evidence.ts';

/*
 * Of a type with a million records, the checks that depend on nothing but a record's own rows are counted by the day on
 * which the record was made. A record's day never changes and every change of it stands in the trail, so what is counted
 * again are the days of the records that have events since the last time, and those whose verdict time alone may turn.
 */
const cursor = 'evidence';

/** One check's counts of one day. */
type Bucket = {
  readonly key: string;
  readonly day: string;
  readonly n: number;
  readonly faults: number;
  readonly newest: string | null;
  readonly recheck: string | null;
  readonly found: readonly string[];
};

/** What was counted again of a type: these days, or all of them. */
export type Recounted = {
  readonly recordType: string;
  readonly definition: string;
  readonly days: readonly string[] | 'all';
  readonly buckets: readonly Bucket[];
};

/**
 * Counts one type's changed days again; all its checks in one pass over its rows. Reads only: a transaction that writes
 * holds back every reader of the trail until it ends, and this one may take a minute.
 */
export async function recount(
  tx: Tx,
  house: House,
  recordType: string,
  checks: readonly EachCheck[],
  when: When,
  changed: readonly string[],
  whole: boolean,
): Promise<Recounted | undefined> {
  const table = tableOf(typeNamed(house, recordType));
  const definition = definitionOf(tx, checks, when);
  const [known] = await tx.run<{ definition: string }>(
    'evidence_counted',
    'select definition from evidence_counted where record_type = $1',
    [recordType],
  );
  if (whole || known?.definition !== definition) {
    const rows = sql`select (r.created_at at time zone 'UTC')::date as day, r.*
      from record r where ${sql.raw(`r.type = '${recordType}'`)}`;
    return { recordType, definition, days: 'all', buckets: await count(tx, table, checks, when, rows) };
  }
  const due = await tx.run<{ day: string }>(
    'evidence_days',
    `select distinct day::text from (
       select unnest($2::date[]) as day
       union all select day from evidence_bucket where record_type = $1 and recheck_at <= $3
     ) x`,
    [recordType, changed, when.now],
  );
  if (due.length === 0) return undefined;
  const days = due.map((d) => d.day);
  // Day by day by the index of the ids; as a condition of a join each record was compared with each of the days.
  const rows = sql`select d.day, x.* from unnest(${days}::date[], ${days.map(firstIdOf)}::uuid[], ${days.map(firstIdAfter)}::uuid[]) d(day, low, high)
    cross join lateral (select * from record r where ${sql.raw(`r.type = '${recordType}'`)} and r.id >= d.low and r.id < d.high offset 0) x`;
  return { recordType, definition, days, buckets: await count(tx, table, checks, when, rows) };
}

/** Puts what was counted in the place of what was known of these days. */
export async function keepCounts(
  tx: Tx,
  { recordType, definition, days, buckets }: Recounted,
): Promise<void> {
  await tx.run(
    'evidence_uncount',
    'delete from evidence_bucket where record_type = $1 and ($2::date[] is null or day = any($2::date[]))',
    [recordType, days === 'all' ? null : days],
  );
  await tx.run(
    'evidence_count',
    `insert into evidence_bucket (record_type, check_key, day, n, faults, newest_at, recheck_at, found)
     select $1, x.key, x.day, x.n, x.faults, x.newest, x.recheck, x.found
     from jsonb_to_recordset($2::jsonb) as x(key text, day date, n int, faults int, newest timestamptz, recheck timestamptz, found uuid[])`,
    [recordType, JSON.stringify(buckets)],
  );
  await tx.run(
    'evidence_define',
    `insert into evidence_counted (record_type, definition) values ($1, $2)
     on conflict (record_type) do update set definition = excluded.definition`,
    [recordType, definition],
  );
}

const firstIdOf = (day: string) => firstId(`${day}T00:00:00Z`);
const firstIdAfter = (day: string) => firstIdOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString());

async function count(
  tx: Tx,
  table: string,
  checks: readonly EachCheck[],
  when: When,
  rows: RawBuilder<unknown>,
): Promise<readonly Bucket[]> {
  // One pass: a row for each record with, per check, whether it is looked at, whether it has the fault, when it may get it.
  const looked = checks.map((check, i) => {
    const n = sql.raw(String(i));
    return sql`coalesce((${at(check.population, when)}), false) as p${n}`;
  });
  const judged = checks.map((check, i) => {
    const n = sql.raw(String(i));
    return sql`p.p${n}, case when p.p${n} then ${isFault(check, when)} end as f${n},
      ${check.due ? sql`case when p.p${n} then ${check.due} end` : sql`null::timestamptz`} as d${n}`;
  });
  const perDay = checks.map((check, i) => {
    const n = sql.raw(String(i));
    return sql`row(${check.key}, (count(*) filter (where y.p${n}))::int, (count(*) filter (where y.f${n}))::int,
      max(y.updated_at) filter (where y.p${n}), min(y.d${n}) filter (where not y.f${n} and y.d${n} > ${when.now}::timestamptz),
      coalesce((array_agg(y.id order by y.id desc) filter (where y.f${n}))[1:${sql.raw(String(named))}], '{}'))::evidence_count`;
  });
  // Each `offset 0` keeps what is below it computed once: pulled up, a population that looks into clocks or the trail was
  // evaluated for each of the six places where it is named.
  const result = await sql<Bucket>`
    select v.check_key as key, z.day::text as day, v.n, v.faults, v.newest_at as newest, v.recheck_at as recheck, v.found
    from (select y.day, array[${sql.join(perDay)}] as counts
      from (select r.day, r.id, r.updated_at, ${sql.join(judged)}
        from (${rows}) r join ${sql.raw(table)} t on t.id = r.id
          cross join lateral (select ${sql.join(looked)} offset 0) p offset 0) y
      group by y.day) z, unnest(z.counts) v
    where v.n > 0`.execute(tx.db);
  return result.rows;
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

/** Where the trail had been read up to, how far it is settled now, and the days that changed in between, by type. */
export type Changed = {
  readonly from: string | null;
  readonly to: string;
  readonly days: ReadonlyMap<string, readonly string[]>;
};

/** On which days records were made that have events since the last evaluation. Reads only; `moveOn` says that it was done. */
export async function changedDays(tx: Tx, recordTypes: readonly string[]): Promise<Changed> {
  const [place] = await tx.run<{ from: string | null; to: string }>(
    'evidence_place',
    `select (select c.txid::text from trail_cursor c where c.subscriber = $1) as "from",
       pg_snapshot_xmin(pg_current_snapshot())::text as "to"`,
    [cursor],
  );
  const { from = null, to = '0' } = place ?? {};
  // Without a cursor nothing was ever counted, and everything will be.
  if (from === null) return { from, to, days: new Map() };
  const rows = await tx.run<{ type: string; days: string[] }>(
    'evidence_changed',
    `select r.type, array_agg(distinct (r.created_at at time zone 'UTC')::date::text) as days
     from (select distinct e.record_id from trail_event e
       where e.txid >= $1::xid8 and e.txid < $2::xid8 and e.record_type = any($3)) e
     join record r on r.id = e.record_id group by r.type`,
    [from, to, recordTypes],
  );
  return { from, to, days: new Map(rows.map((row) => [row.type, row.days])) };
}

/** False when another evaluation has moved on meanwhile: then what was counted may be older than what it kept. */
export async function moveOn(tx: Tx, { from, to }: Changed): Promise<boolean> {
  await makeCursor(tx, cursor, 'start');
  const rows = await tx.run(
    'evidence_move',
    `update trail_cursor set txid = $3::xid8, seq = 0
     where subscriber = $1 and (txid = coalesce($2, '0')::xid8) returning 1`,
    [cursor, from, to],
  );
  return rows.length > 0;
}
