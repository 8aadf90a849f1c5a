import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import { workingTimeBetween } from '../../kernel/calendar/working-time.ts';

export type LowUse = {
  readonly from: string;
  readonly to: string;
  /** Reports that usually come in such a window. */
  readonly expected: number;
  /** Minutes of it inside hours in which somebody was promised the service. */
  readonly promisedMinutes: number;
};

const hourMs = 3_600_000;
type Taken = { readonly from: string; readonly to: string };

/** The hour of the week, counted from Monday's first, that clocks in this zone show. */
function hourOfWeek(at: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return (there.dayOfWeek - 1) * 24 + there.hour;
}

/**
 * Pure: the windows of this length, beginning on the hour, that disturb the least: outside promised hours first, then
 * where the fewest reports usually come; where these do not tell them apart, nearest to three at night, then the earliest. One a day, none on what is taken.
 */
export function lowUse(given: {
  readonly earliest: number;
  readonly latest: number;
  readonly lengthMs: number;
  /** Reports by hour of the week, over `weeks` weeks. */
  readonly hours: readonly number[];
  readonly weeks: number;
  readonly zone: string;
  readonly calendars: readonly Calendar[];
  readonly taken: readonly Taken[];
  readonly most: number;
}): LowUse[] {
  const { earliest, latest, lengthMs, hours, weeks, zone, calendars, taken } = given;
  const busy = taken.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
  const found: (LowUse & { at: number; day: string; fromNight: number })[] = [];
  for (let at = Math.ceil(earliest / hourMs) * hourMs; at + lengthMs <= latest; at += hourMs) {
    const end = at + lengthMs;
    if (busy.some(([from, to]) => from < end && to > at)) continue;
    let expected = 0;
    for (let hour = at; hour < end; hour += hourMs)
      expected += ((hours[hourOfWeek(hour, zone)] ?? 0) / weeks) * Math.min(1, (end - hour) / hourMs);
    const promisedMs = Math.max(0, ...calendars.map((calendar) => workingTimeBetween(calendar, at, end)));
    found.push({
      at,
      // From three at night, the other way round the clock where that is nearer.
      fromNight: Math.min((hourOfWeek(at, zone) + 21) % 24, (27 - (hourOfWeek(at, zone) % 24)) % 24),
      day: Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
      from: new Date(at).toISOString(),
      to: new Date(end).toISOString(),
      expected: Math.round(expected * 100) / 100,
      promisedMinutes: Math.round(promisedMs / 60_000),
    });
  }
  found.sort(
    (a, b) =>
      a.promisedMinutes - b.promisedMinutes ||
      a.expected - b.expected ||
      a.fromNight - b.fromNight ||
      a.at - b.at,
  );
  const days = new Set<string>();
  return found
    .filter(({ day }) => !days.has(day) && days.add(day))
    .slice(0, given.most)
    .map(({ at: _at, day: _day, fromNight: _night, ...window }) => window);
}
