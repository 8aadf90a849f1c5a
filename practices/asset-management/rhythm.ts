/** When preventive maintenance falls due: every so many days or months from a first day, or on dates of the calendar. */
export type Rhythm = {
  readonly rhythm: 'days' | 'months' | 'dates' | null;
  readonly every: number | null;
  readonly firstDueOn: string | null;
  readonly dates: readonly string[] | null;
};

/** More in one answer is no calendar any more: a daily plan over three years is 1,095. */
const most = 1200;

/**
 * All due dates from a day to another one, both included, in order. Months count from the first day itself, so that the
 * 31st stays the last day of every month instead of slipping to the 28th.
 */
export function dueDates({ rhythm, every, firstDueOn, dates }: Rhythm, from: string, to: string): string[] {
  if (rhythm === 'dates') return [...new Set(dates ?? [])].filter((d) => d >= from && d <= to).toSorted();
  if (rhythm === null || firstDueOn === null || every === null) return [];
  const first = Temporal.PlainDate.from(firstDueOn);
  const nth = (k: number) =>
    (rhythm === 'days' ? first.add({ days: k * every }) : first.add({ months: k * every })).toString();
  const found: string[] = [];
  for (let k = firstAtOrAfter(first, rhythm, every, from); found.length < most; k += 1) {
    const date = nth(k);
    if (date > to) break;
    if (date >= from) found.push(date);
  }
  return found;
}

/** Near enough before `from` to walk on from there: a daily plan of ten years is not walked from its first day. */
function firstAtOrAfter(first: Temporal.PlainDate, rhythm: 'days' | 'months', every: number, from: string) {
  const start = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(start, first) <= 0) return 0;
  const passed =
    rhythm === 'days'
      ? first.until(start, { largestUnit: 'days' }).days
      : first.until(start, { largestUnit: 'months' }).months;
  return Math.floor(passed / every);
}

/** The first due date after a day; null when there is none any more. */
export function nextDue(given: Rhythm, after: string): string | null {
  const from = Temporal.PlainDate.from(after).add({ days: 1 });
  // The longest interval that a plan can have is fifty years.
  return dueDates(given, from.toString(), from.add({ years: 51 }).toString()).at(0) ?? null;
}
