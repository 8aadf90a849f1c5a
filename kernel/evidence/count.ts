import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { tableOf } from '../record/store.ts';
import type { Counted } from './answer.ts';
import { at, type EachCheck, type RecordCheck, type SomeCheck, type When } from './evidence.ts';

/** So many records with a fault are named with an answer; all of them are found by the list's filter. */
export const named = 20;

/** The rows a check looks at: its type, its population, its period. */
export function looksAt(house: House, check: RecordCheck, when: When): RawBuilder<boolean> {
  const type = typeNamed(house, check.recordType);
  return sql<boolean>`${sql.raw(`r.type = '${type.type}'`)} and ${inPeriod(check, when)} and (${at(check.population, when)})`;
}

export const fromRows = (house: House, check: RecordCheck) =>
  sql.raw(`record r join ${tableOf(typeNamed(house, check.recordType))} t on t.id = r.id`);

/** A verdict of null is one that could not be reached, which is a fault. */
export const isFault = (check: EachCheck, when: When) =>
  sql<boolean>`coalesce((${at(check.fault, when)}), true)`;

/** What stands in the period; `to` is exclusive. Ids begin with the milliseconds at which a record was made, and are indexed. */
function inPeriod(check: RecordCheck, when: When): RawBuilder<boolean> {
  if (check.at === 'now') return sql<boolean>`true`;
  if (check.at === undefined || check.at === 'created')
    return sql<boolean>`r.id >= ${firstId(when.from)}::uuid and r.id < ${firstId(when.to)}::uuid`;
  return sql<boolean>`(${check.at} >= ${when.from}::timestamptz and ${check.at} < ${when.to}::timestamptz)`;
}

/** The lowest UUIDv7 of an instant: records made from then on have greater ids. */
export function firstId(instant: string): string {
  const hex = Math.max(0, Date.parse(instant)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

const instantOf = (check: RecordCheck) =>
  check.at === undefined || check.at === 'created' || check.at === 'now'
    ? sql<string>`r.updated_at`
    : check.at;

/** Counts over all rows of the period. `offset 0`: a verdict is reached once for each row, not for each place it is named in. */
export async function countEach(tx: Tx, house: House, check: EachCheck, when: When): Promise<Counted> {
  type Row = {
    n: number;
    faults: number;
    newest: string | null;
    lapses: string | null;
    found: string[] | null;
  };
  const due = check.due ?? sql<string>`null::timestamptz`;
  const { rows } = await sql<Row>`
    select count(*)::int as n, (count(*) filter (where x.fault))::int as faults, max(x.at) as newest,
      min(x.due) filter (where not x.fault and x.due > ${when.now}::timestamptz) as lapses,
      (array_agg(x.id order by x.id desc) filter (where x.fault))[1:${sql.raw(String(named))}] as found
    from (select r.id, ${instantOf(check)} as at, ${isFault(check, when)} as fault, ${due} as due
      from ${fromRows(house, check)} where ${looksAt(house, check, when)} offset 0) x`.execute(tx.db);
  const row = rows[0];
  return {
    n: row?.n ?? 0,
    faults: row?.faults ?? 0,
    found: row?.found ?? [],
    newestAt: row?.newest ?? null,
    lapsesAt: row?.lapses ?? null,
  };
}

/** How many there are in the period, or within the planned interval before its end; and until when that will do. */
export async function countSome(
  tx: Tx,
  house: House,
  check: SomeCheck,
  when: When,
  interval: string | null,
): Promise<Counted> {
  const span = check.within === 'interval' && interval !== null ? interval : undefined;
  const looked = span === undefined ? when : { ...when, from: before(when.to, span) };
  const { rows } = await sql<{ n: number; newest: string | null; lapses: string | null }>`
    select x.n, x.newest, ${span === undefined ? sql`null::timestamptz` : sql`x.last_wanted + ${span}::interval`} as lapses
    from (select count(*)::int as n, max(${instantOf(check)}) as newest,
        (array_agg(${instantOf(check)} order by ${instantOf(check)} desc))[${sql.raw(String(check.atLeast ?? 1))}] as last_wanted
      from ${fromRows(house, check)} where ${looksAt(house, check, looked)}) x`.execute(tx.db);
  const row = rows[0];
  return {
    n: row?.n ?? 0,
    faults: 0,
    newestAt: row?.newest ?? null,
    lapsesAt: row?.lapses ?? null,
    params: { atLeast: check.atLeast ?? 1, ...(span ? { interval: span } : {}) },
  };
}

/** An instant less an ISO 8601 duration, in UTC. */
export function before(instant: string, interval: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').subtract(interval);
  return new Date(moment.epochMilliseconds).toISOString();
}
