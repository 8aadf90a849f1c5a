import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import { addWorkingTime } from '../../kernel/calendar/working-time.ts';
import { aroundTheClock, calendars, ownRule, type Reference } from '../../kernel/practice/reference.ts';
import type { Target } from '../../kernel/clock/replay.ts';
import { reviewRules } from './policy.settings.ts';

const hourMs = 3_600_000;
const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const dayMs = (hours: readonly (readonly [string, string])[]) =>
  hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) * 60_000;
const weeklyMs = ({ weekly }: Calendar) =>
  Object.values(weekly).reduce((sum, hours) => sum + dayMs(hours ?? []), 0);

/** The usual length of one working day of this calendar. */
const workingDayMs = (calendar: Calendar) => {
  const days = Object.values(calendar.weekly).filter((hours) => (hours?.length ?? 0) > 0).length;
  return days === 0 ? 24 * hourMs : Math.round(weeklyMs(calendar) / days);
};

/** What so many working days are as a promise: over the calendar of the policy, else the first that closes at times. */
export function workingDays(reference: Reference, days: number, version: number): Target {
  const all = reference.get(calendars);
  const { calendarId } = reference.settings.get(reviewRules).value;
  const usual = () =>
    [...all.keys()].toSorted().find((id) => weeklyMs(reference.calendarOf(id)) < 7 * 24 * hourMs);
  const id = (calendarId !== null && all.has(calendarId) ? calendarId : usual()) ?? aroundTheClock.id;
  return {
    agreementId: ownRule,
    agreementVersion: version,
    calendarId: id,
    targetMs: days * workingDayMs(reference.calendarOf(id)),
  };
}

/** The instant so many working days after another one. */
export function afterWorkingDays(reference: Reference, from: number, days: number): number {
  const { calendarId, targetMs } = workingDays(reference, days, 1);
  return addWorkingTime(reference.calendarOf(calendarId), from, targetMs);
}
