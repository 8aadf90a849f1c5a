import type { CalendarDay } from '../../kernel/calendar/calendar.types.ts';

export type HolidayPreview = {
  /** What the calendar's exceptions would be, ready for an edit. */
  readonly exceptions: readonly CalendarDay[];
  readonly added: readonly CalendarDay[];
  readonly changed: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[];
  readonly unchanged: number;
};

/**
 * A calendar's exceptions with these days taken in. A day that is there already is replaced, for the newer notice holds;
 * but hours somebody gave a make-up day by hand stay, since no holiday list knows them.
 */
export function mergeHolidays(
  existing: readonly CalendarDay[],
  found: readonly CalendarDay[],
): HolidayPreview {
  const days = new Map(existing.map((day) => [day.date, day]));
  const added: CalendarDay[] = [];
  const changed: { before: CalendarDay; after: CalendarDay }[] = [];
  let unchanged = 0;
  for (const day of found) {
    const before = days.get(day.date);
    const after = before?.kind === 'work' && day.kind === 'work' ? { ...before, ...day } : day;
    if (!before) added.push(after);
    else if (before.kind === after.kind && before.name === after.name) unchanged += 1;
    else changed.push({ before, after });
    days.set(day.date, after);
  }
  const exceptions = [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
  return { exceptions, added, changed, unchanged };
}
