import { aroundTheClock, calendars, type Reference } from '../practice/reference.ts';
import type { Calendar } from './calendar.types.ts';

const hourMs = 3_600_000;
const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const dayMs = (hours: readonly (readonly [string, string])[]) =>
  hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) * 60_000;
const weeklyMs = ({ weekly }: Calendar) =>
  Object.values(weekly).reduce((sum, hours) => sum + dayMs(hours ?? []), 0);

/** The usual length of one working day of this calendar: what "five working days" are in worked time. */
const workingDayMs = (calendar: Calendar) => {
  const days = Object.values(calendar.weekly).filter((hours) => (hours?.length ?? 0) > 0).length;
  return days === 0 ? 24 * hourMs : Math.round(weeklyMs(calendar) / days);
};

/** So many working days as a promise: over the calendar that is named, else the first one that closes at times. */
export function workingDaysOver(
  reference: Reference,
  calendarId: string | null,
  days: number,
): { readonly calendarId: string; readonly targetMs: number } {
  const all = reference.get(calendars);
  const usual = () =>
    [...all.keys()].toSorted().find((id) => weeklyMs(reference.calendarOf(id)) < 7 * 24 * hourMs);
  const id = (calendarId !== null && all.has(calendarId) ? calendarId : usual()) ?? aroundTheClock.id;
  return { calendarId: id, targetMs: days * workingDayMs(reference.calendarOf(id)) };
}
