/** How the cost of an asset becomes expense, month by month. Pure and exact: minor units, no fraction is ever kept. */
export type Depreciable = {
  readonly method: 'none' | 'straight_line' | 'declining_balance' | 'expensed';
  readonly costCents: number;
  readonly residualCents: number;
  /** Absent: it cannot be depreciated, and keeps its cost. */
  readonly usefulMonths: number | null;
  /** Per year; absent: twice the straight line's (200 % / years). */
  readonly decliningPercent: number | null;
  /** The first day of use. */
  readonly inServiceOn: string | null;
  /** Which month is charged first: that of the first use, or the one after it (CAS 4). */
  readonly begins: 'same_month' | 'next_month';
};

export type MonthRow = {
  /** `2026-03` */
  readonly month: string;
  readonly chargeCents: number;
  readonly accumulatedCents: number;
  readonly netBookCents: number;
};

/** a × b / c to the nearest whole, half a unit up; in BigInt, for a × b may pass 2^53. */
const share = (a: number, b: number, c: number): number =>
  Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const monthName = (n: number) =>
  `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;

const firstMonth = ({ inServiceOn, begins }: Depreciable): number | undefined =>
  inServiceOn === null ? undefined : monthOf(inServiceOn) + (begins === 'next_month' ? 1 : 0);

/** What is lost over its life. A residual value above the cost loses nothing. */
const base = ({ costCents, residualCents }: Depreciable) => Math.max(0, costCents - residualCents);

/**
 * Straight line: after k of n months, cost less residual × k / n, rounded once over the whole time, so that no error
 * adds up and the last month ends at the residual value exactly.
 */
function straight(given: Depreciable, months: number): number[] {
  return Array.from({ length: months }, (_, i) => share(base(given), i + 1, months));
}

/**
 * Declining balance: each month the month's share of the yearly rate on what is left at its beginning, never below the
 * residual value; from the month in which the straight line over the remaining months takes more, that one, so that it
 * ends at the residual value too.
 */
function declining(given: Depreciable, months: number): number[] {
  const accumulated: number[] = [];
  let taken = 0;
  for (let i = 0; i < months; i += 1) {
    const book = given.costCents - taken;
    const left = base(given) - taken;
    const byRate =
      given.decliningPercent === null
        ? // 200 % ÷ (n ÷ 12) years ÷ 12 months = 2 ÷ n of the book value a month.
          share(book, 2, months)
        : share(book, given.decliningPercent, 1200);
    const byLine = share(left, 1, months - i);
    taken += Math.min(left, Math.max(byRate, byLine));
    accumulated.push(taken);
  }
  return accumulated;
}

/** Every month that is charged, from the first to the last. Empty where nothing is depreciated by months. */
export function schedule(given: Depreciable): readonly MonthRow[] {
  const first = firstMonth(given);
  const { usefulMonths, method, costCents } = given;
  if (first === undefined || usefulMonths === null || (method !== 'straight_line' && method !== 'declining_balance'))
    return [];
  const accumulated = method === 'straight_line' ? straight(given, usefulMonths) : declining(given, usefulMonths);
  return accumulated.map((sum, i) => ({
    month: monthName(first + i),
    chargeCents: sum - (accumulated[i - 1] ?? 0),
    accumulatedCents: sum,
    netBookCents: costCents - sum,
  }));
} // prettier-ignore

/** Depreciated by the end of a day: a month counts when it is over, or on its last day. */
export function accumulatedOn(given: Depreciable, date: string): number {
  if (given.method === 'expensed')
    return given.inServiceOn !== null && given.inServiceOn <= date ? given.costCents : 0;
  const first = firstMonth(given);
  const { usefulMonths, method } = given;
  if (first === undefined || usefulMonths === null || method === 'none') return 0;
  const over = monthOf(date) - first + (isLastDay(date) ? 1 : 0);
  const months = Math.min(Math.max(over, 0), usefulMonths);
  if (months === 0) return 0;
  // The straight line needs no walk along its months: a report reads a hundred thousand assets.
  return method === 'straight_line'
    ? share(base(given), months, usefulMonths)
    : (declining(given, usefulMonths)[months - 1] ?? 0);
}

/** The net book value at the end of a day. */
export const netBookValue = (given: Depreciable, date: string): number =>
  given.costCents - accumulatedOn(given, date);

const isLastDay = (date: string) => {
  const day = Temporal.PlainDate.from(date);
  return day.day === day.daysInMonth;
};
