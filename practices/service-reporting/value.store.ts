import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { measuredAll, type Measured, type Narrowing } from './figures.ts';
import type { Period } from './periods.ts';

export type Kept = Measured & {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
};

/** The same narrowing is the same text, whatever order it was written in. */
export const narrowed = (narrowing: Narrowing): string =>
  Object.entries(narrowing)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(';');

/** What was kept of these figures in these periods. */
export async function keptOf(
  tx: Tx,
  keys: readonly string[],
  narrowing: Narrowing,
  periods: readonly Period[],
): Promise<ReadonlyMap<string, Kept>> {
  const rows = await tx.run<Kept>(
    'measured_values',
    `select v.measure_key as key, v.period_from::text as "from", v.period_to::text as "to", v.value, v.n::int, v.numerator::int, v.excluded::int,
       v.median, v.p90, v.at
     from measured_value v join unnest($3::date[], $4::date[]) p(f, t) on p.f = v.period_from and p.t = v.period_to
     where v.measure_key = any($1::text[]) and v.narrowing = $2`,
    [keys, narrowed(narrowing), periods.map(({ from }) => from), periods.map(({ to }) => to)],
  );
  return new Map(rows.map((row) => [placeOf(row.key, row), row]));
}

export const placeOf = (key: string, { from, to }: Period) => `${key} ${from} ${to}`;

/** Measures what was not kept yet and keeps it, once; says how many it kept. */
export async function keepMissing(
  tx: Tx,
  house: House,
  { keys, narrowing, periods, zone }: { keys: readonly string[]; narrowing: Narrowing; periods: readonly Period[]; zone: string },
): Promise<number> {
  const kept = await keptOf(tx, keys, narrowing, periods);
  let count = 0;
  for (const period of periods) {
    const missing = keys.filter((key) => !kept.has(placeOf(key, period)));
    const all = await measuredAll(tx, house, missing, narrowing, period, zone);
    for (const [key, found] of all) await insert(tx, key, narrowing, period, found, new Date(house.now()).toISOString());
    count += all.size;
  }
  return count;
} // prettier-ignore

/** Another process may have been faster: what it kept stays. */
const insert = (tx: Tx, key: string, narrowing: Narrowing, { from, to }: Period, found: Measured, at: string) =>
  tx.run(
    'keep_measured_value',
    `insert into measured_value (measure_key, narrowing, period_from, period_to, value, n, numerator, excluded, median, p90, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      key, narrowed(narrowing), from, to, found.value, found.n, found.numerator ?? null, found.excluded ?? null, found.median ?? null, found.p90 ?? null, at,
    ],
  ); // prettier-ignore
