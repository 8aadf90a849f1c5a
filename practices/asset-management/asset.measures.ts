import { sql, type RawBuilder } from 'kysely';
import { dayBegins, dayOf, lastDayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 5. `r` is the record, `t` the row of its own table. */
const clause = '8.2.5';
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const asset = { recordType: 'asset', clause } as const;

const held = `r.state in ('received', 'in_use', 'in_repair', 'in_stock')`;
/** Held at that instant: received, and neither retired nor written off by then. */
const heldAt = (end: string) => sql<boolean>`(r.created_at <= ${end}::timestamptz
  and r.state in ('received', 'in_use', 'in_repair', 'in_stock', 'retired', 'disposed')
  and (t.retired_on is null or t.retired_on >= ${dayOf(end)}))`;

/** In use or kept although nobody supports it any more. */
const pastEndOfSupport = defineMeasure({
  ...asset, key: 'asset.past_end_of_support', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(t.end_of_support < ${dayOf(end)} and ${heldAt(end)})`,
}); // prettier-ignore

/** Warranties that end in the period while the thing is still held. */
const warrantyLapse = defineMeasure({
  ...asset, key: 'asset.warranty_lapse', unit: 'count', better: 'lower', kind: 'count',
  at: instant('t.warranty_until::timestamptz'),
  population: bool(`t.warranty_until is not null and (t.retired_on is null or t.retired_on > t.warranty_until)
    and r.state not in ('requested', 'ordered', 'cancelled')`),
}); // prettier-ignore

/** Seen where the register has it, within twelve months, of the equipment that is held. */
const verified = defineMeasure({
  ...asset, key: 'asset.verified', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`${held} and t.kind = 'hardware'`),
  numerator: bool(`coalesce(t.counted_at >= now() - interval '12 months' and t.count_result = 'found', false)`),
}); // prettier-ignore

/** What is carried on the books at the end of a day; the depreciation report opens the same records. */
const onTheBooks = defineMeasure({
  ...asset, key: 'asset.on_the_books', unit: 'count', better: 'higher', kind: 'stock',
  population: bool('t.cost_cents is not null'),
  openAt: (end) => sql<boolean>`(t.purchased_on <= ${lastDayOf(end)}
    and r.state not in ('requested', 'ordered', 'cancelled')
    and (t.written_off_on is null or t.written_off_on > ${lastDayOf(end)}))`,
}); // prettier-ignore

/** Found where it should be ÷ (expected + unexpected), the mean of the campaigns closed in the period. */
const inventoryMatch = defineMeasure({
  recordType: 'stock-take', clause, key: 'stock_take.inventory_match', unit: 'percent', better: 'higher', kind: 'mean',
  at: instant('r.closed_at'),
  population: bool(`r.state = 'closed' and t.expected_count + t.unexpected_count > 0`),
  of: sql<number>`(100.0 * t.found_count / nullif(t.expected_count + t.unexpected_count, 0))`,
}); // prettier-ignore

const overdueStockTakes = defineMeasure({
  recordType: 'stock-take', clause, key: 'stock_take.overdue', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('true'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.due_on < ${dayOf(end)}
    and r.state <> 'cancelled' and (r.closed_at is null or r.closed_at > ${end}::timestamptz))`,
}); // prettier-ignore

const licence = { recordType: 'licence', clause } as const;
const running = `r.state in ('active', 'expired')`;

/** Licences that cover what is in use ÷ all that are. What has expired covers nothing. */
const covered = defineMeasure({
  ...licence, key: 'licence.position', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(running),
  numerator: bool(`r.state = 'active' and greatest(t.used, coalesce(t.measured, 0)) <= t.entitled`),
}); // prettier-ignore

const reconciled = defineMeasure({
  ...licence, key: 'licence.reconciled', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(running),
  numerator: bool(`coalesce(t.reconciled_on >= (now() - interval '12 months')::date, false)`),
}); // prettier-ignore

const expiring = defineMeasure({
  ...licence, key: 'licence.expiring', unit: 'count', better: 'lower', kind: 'count',
  at: instant('t.valid_to::timestamptz'), population: bool(`t.valid_to is not null and ${running}`),
}); // prettier-ignore

const task = { recordType: 'maintenance-task', clause } as const;

/** Done by the day it was due ÷ all that were due in the period and are done or missed. */
const onTime = defineMeasure({
  ...task, key: 'maintenance_task.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'), excluded: bool(`r.state = 'skipped'`),
  population: bool(`r.state <> 'skipped' and (t.done_on is not null or t.missed_on is not null)`),
  numerator: bool('t.missed_on is null and t.done_on <= t.due_on'),
}); // prettier-ignore

const missed = defineMeasure({
  ...task, key: 'maintenance_task.missed', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(t.missed_on <= ${lastDayOf(end)} and r.state <> 'skipped'
    and (t.done_on is null or t.done_on > ${lastDayOf(end)}))`,
}); // prettier-ignore

export const measures: readonly Measure[] = [
  verified, pastEndOfSupport, warrantyLapse, onTheBooks, inventoryMatch, overdueStockTakes, covered, reconciled, expiring,
  onTime, missed,
]; // prettier-ignore
