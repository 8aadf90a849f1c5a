import { addDays, addMonths } from '../../kernel/calendar/home-days.ts';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { conditions } from '../../kernel/record/list.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Asset } from './asset.fields.ts';
import { depreciable } from './asset.money.ts';
import { accumulatedOn } from './depreciation.ts';

export type ReportRow = {
  readonly costCentre: string | null;
  readonly currency: string;
  readonly count: number;
  readonly costCents: number;
  /** In the month of the date, and until its end. */
  readonly chargeCents: number;
  readonly accumulatedCents: number;
  readonly netBookCents: number;
  /** The list that opens behind the row: the assets that it was summed from. */
  readonly records: Readonly<Record<string, string>>;
};

type Row = Pick<
  Asset,
  | 'id' | 'costCents' | 'currency' | 'costCentre' | 'depreciationMethod' | 'residualCents' | 'usefulMonths'
  | 'decliningPercent' | 'inServiceOn' | 'purchasedOn' | 'writtenOffOn'
>; // prettier-ignore

const atOnce = 5000;

/** What is on the books at the end of a day, by cost centre and currency: sums of one are never added to another's. */
export async function depreciationReport(
  tx: Tx,
  house: House,
  actor: Actor,
  date: string,
): Promise<readonly ReportRow[]> {
  const filters = booksOn(date);
  const sums = new Map<string, { -readonly [K in keyof ReportRow]: ReportRow[K] }>();
  for await (const row of onTheBooks(tx, house, actor, filters)) {
    const given = depreciable({ ...row, writtenOffOn: null }, house.reference.settings);
    if (!given) continue;
    const currency = row.currency ?? 'CNY';
    const key = JSON.stringify([row.costCentre, currency]);
    const sum = sums.get(key) ?? emptyRow(row.costCentre, currency, filters);
    const accumulated = accumulatedOn(given, date);
    sum.count += 1;
    sum.costCents += given.costCents;
    sum.accumulatedCents += accumulated;
    sum.chargeCents += accumulated - accumulatedOn(given, monthBefore(date));
    sum.netBookCents += given.costCents - accumulated;
    sums.set(key, sum);
  }
  return [...sums.values()].toSorted(
    (a, b) =>
      (a.costCentre ?? '\uFFFF').localeCompare(b.costCentre ?? '\uFFFF') ||
      a.currency.localeCompare(b.currency),
  );
}

/** The last day of the month before: what has become expense since then is this month's charge. */
const monthBefore = (date: string) => addDays(`${date.slice(0, 7)}-01`, -1);
export const endOfMonth = (date: string) => addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1);

const booksOn = (date: string) => ({
  measure: 'asset.on_the_books:all',
  period: `2000-01-01T00:00:00.000Z..${date}T12:00:00.000Z`,
});

const emptyRow = (
  costCentre: string | null,
  currency: string,
  filters: Readonly<Record<string, string>>,
) => ({
  costCentre,
  currency,
  count: 0,
  costCents: 0,
  chargeCents: 0,
  accumulatedCents: 0,
  netBookCents: 0,
  records: Object.fromEntries(
    Object.entries({ ...filters, costCentre: costCentre ?? 'none', currency }).map(([key, value]) => [
      `filter[${key}]`,
      value,
    ]),
  ),
});

/** In pages by id: a register of a hundred thousand is never in memory at once. */
async function* onTheBooks(
  tx: Tx,
  house: House,
  actor: Actor,
  filters: Readonly<Record<string, string>>,
): AsyncGenerator<Row> {
  const where = conditions(house, typeNamed(house, 'asset'), actor, filters);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Row>`
      select r.id, t.cost_cents as "costCents", t.currency, t.cost_centre as "costCentre",
        t.depreciation_method as "depreciationMethod", t.residual_cents as "residualCents", t.useful_months as "usefulMonths",
        t.declining_percent as "decliningPercent", t.in_service_on as "inServiceOn", t.purchased_on as "purchasedOn",
        t.written_off_on as "writtenOffOn"
      from record r join asset t on t.id = r.id
      where ${where} and r.id > ${last}::uuid order by r.id limit ${atOnce}`.execute(tx.db);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < atOnce) return;
    last = end.id;
  }
}
