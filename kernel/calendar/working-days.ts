import type { Calendar, EpochMs } from './calendar.types.ts';
import { compileCalendar, DAY_MS, dateOf, dayNumber, HORIZON_CHUNKS, NoWorkingTimeError } from './compile.ts';

/** As many days as the search for working time looks ahead. */
const HORIZON_DAYS = HORIZON_CHUNKS * 28;

const localTime = (calendar: Calendar, at: EpochMs): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);

/** The date that the calendar's wall shows then. */
export const localDate = (calendar: Calendar, at: EpochMs): string =>
  localTime(calendar, at).toPlainDate().toString();

export const isWorkingDay = (calendar: Calendar, date: string): boolean =>
  compileCalendar(calendar).planOf(dayNumber(date)).hours.length > 0;

/**
 * The same wall-clock time, `days` working days later (or earlier, when negative): for rules that count days,
 * such as a review within 5 working days. Targets in worked hours use `addWorkingTime`.
 */
export function addWorkingDays(calendar: Calendar, start: EpochMs, days: number): EpochMs {
  if (!Number.isInteger(days)) throw new RangeError(`Working days are whole days, not ${days}.`);
  const fast = compileCalendar(calendar);
  const from = localTime(calendar, start);
  const step = Math.sign(days);
  let day = dayNumber(from.toPlainDate().toString());
  for (let left = Math.abs(days), idle = 0; left > 0;) {
    day += step;
    if (fast.planOf(day).hours.length > 0) {
      left--;
      idle = 0;
    } else if (++idle > HORIZON_DAYS) {
      throw new NoWorkingTimeError(`The calendar of ${calendar.zone} has no working day in ten years.`);
    }
  }
  if (days === 0) return start;
  return Temporal.PlainDate.from(dateOf(day)).toZonedDateTime({
    timeZone: calendar.zone,
    plainTime: from.toPlainTime(),
  }).epochMilliseconds;
}

/** When work ends on the day of `at`: its last closing time, or `at` itself on a day without work. */
export function endOfWorkingDay(calendar: Calendar, at: EpochMs): EpochMs {
  const day = dayNumber(localDate(calendar, at));
  const close = compileCalendar(calendar).planOf(day).hours.at(-1)?.[1];
  if (close === undefined) return at;
  // 24:00 is the next date's midnight.
  const wall = new Date(day * DAY_MS + close).toISOString().slice(0, 19);
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(calendar.zone).epochMilliseconds;
}
