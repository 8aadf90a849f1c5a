export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Wall-clock hours of one day, `['09:00', '12:00']`; `24:00` ends a day; never across midnight. */
export type Hours = [from: string, to: string];

/**
 * One date that differs from its weekday. `off` is a holiday. `work` is a make-up working day (调休) or a short day:
 * its hours are `hours`, else those of the weekday in `like`, else Monday's, else the first working weekday's.
 */
export type CalendarDay = {
  date: string; // YYYY-MM-DD, in the calendar's zone
  kind: 'off' | 'work';
  hours?: Hours[] | undefined;
  name?: string | undefined;
  like?: Weekday | undefined;
};

/**
 * When an agreement's hours run. A calendar object is compiled once and remembered by identity,
 * so treat it as frozen: a changed calendar is a new object (and a new version in the database).
 */
export type Calendar = {
  zone: string; // IANA
  weekly: Partial<Record<Weekday, Hours[] | undefined>>;
  exceptions: CalendarDay[];
  yearlyHolidays?: string[] | undefined; // MM-DD; an exception on the same date wins
};

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
