import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import { addWorkingTime } from '../../kernel/calendar/working-time.ts';
import { priorities, type Targets } from './targets.schema.ts';

/** An agreement as far as its resolution targets go. */
export type Resolving = {
  readonly number: string;
  readonly calendarId: string | null;
  readonly targets: Targets | null;
};
export type Gap = { readonly priority: string; readonly sla: string; readonly underpinning: string };

const stepMs = 30 * 60_000;
const yearMs = 365 * 24 * 3_600_000;

/**
 * 8.3.4: where an OLA or a contract lets its party take longer than the SLA in front of it allows. Compared is when
 * both would fall due, for faults every half hour of the year from `from`: 4 hours of an office calendar do not underpin
 * 4 hours around the clock, and no comparison of the bare minutes shows that.
 */
export function gapsBetween(
  sla: Resolving,
  underpinning: Resolving,
  calendarOf: (id: string) => Calendar | undefined,
  from: number,
): Gap[] {
  return priorities.flatMap((priority) => {
    const ours = resolutionOf(sla, priority, calendarOf);
    const theirs = resolutionOf(underpinning, priority, calendarOf);
    return ours && theirs && everLater(theirs, ours, from)
      ? [{ priority, sla: sla.number, underpinning: underpinning.number }]
      : [];
  });
}

type Resolution = { readonly ms: number; readonly calendar: Calendar };

function resolutionOf(
  { targets, calendarId }: Resolving,
  priority: (typeof priorities)[number],
  calendarOf: (id: string) => Calendar | undefined,
): Resolution | undefined {
  const resolve = targets?.[priority]?.resolve;
  const calendar = resolve && calendarOf(resolve.calendarId ?? calendarId ?? '');
  return resolve && calendar ? { ms: resolve.minutes * 60_000, calendar } : undefined;
}

function everLater(theirs: Resolution, ours: Resolution, from: number): boolean {
  if (theirs.calendar === ours.calendar) return theirs.ms > ours.ms;
  for (let start = from; start < from + yearMs; start += stepMs) {
    if (addWorkingTime(theirs.calendar, start, theirs.ms) > addWorkingTime(ours.calendar, start, ours.ms))
      return true;
  }
  return false;
}
