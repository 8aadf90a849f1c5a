import { workingDaysOver } from '../../kernel/calendar/working-day-length.ts';
import { addWorkingTime } from '../../kernel/calendar/working-time.ts';
import { ownRule, type Reference } from '../../kernel/practice/reference.ts';
import type { Target } from '../../kernel/clock/replay.ts';
import { reviewRules } from './policy.settings.ts';

/** What so many working days are as a promise: over the calendar of the policy, else the first that closes at times. */
export function workingDays(reference: Reference, days: number, version: number): Target {
  const { calendarId } = reference.settings.get(reviewRules).value;
  return {
    agreementId: ownRule,
    agreementVersion: version,
    ...workingDaysOver(reference, calendarId, days),
  };
}

/** The instant so many working days after another one. */
export function afterWorkingDays(reference: Reference, from: number, days: number): number {
  const { calendarId, targetMs } = workingDays(reference, days, 1);
  return addWorkingTime(reference.calendarOf(calendarId), from, targetMs);
}
