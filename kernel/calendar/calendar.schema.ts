import { z } from 'zod';
import { type Hours, WEEKDAYS } from './calendar.types.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Exactly as written: 2026-02-30 is refused, not turned into 2 March. */
const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

const isZone = (zone: string): boolean => {
  // An offset such as +08:00 would be accepted by Temporal, but has no daylight saving and no name.
  if (/^[+-]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

/** `key` and the other params are what a message in the caller's language is made of; `message` is the English one. */
type Params = { key: string } & Record<string, string>;
type Complain = (at: number, params: Params, message: string) => void;

/** Each problem once, at the interval that has it. Times compare as text, because they are zero-padded. */
function checkHours(hours: readonly Hours[], complain: Complain): void {
  hours.forEach(([from, to], at) => {
    if (!TIME.test(from) || !TIME.test(to)) return; // told already
    if (from >= to) {
      const message = `${from}–${to}: the end must be after the start; hours past midnight belong to the next day.`;
      complain(at, { key: 'calendar.interval_order', from, to }, message);
      return;
    }
    hours.slice(0, at).forEach(([otherFrom, otherTo]) => {
      if (from < otherTo && otherFrom < to) {
        const params = { key: 'calendar.interval_overlap', from, to, otherFrom, otherTo };
        complain(at, params, `${from}–${to} overlaps ${otherFrom}–${otherTo}.`);
      }
    });
  });
}

const time = z.string().regex(TIME, 'A time is written HH:MM, from 00:00 to 24:00.');

const hoursSchema = z
  .array(z.tuple([time, time]))
  .max(24)
  .superRefine((hours, context) =>
    checkHours(hours, (at, params, message) => {
      context.addIssue({ code: 'custom', path: [at], message, params });
    }),
  );

const dateSchema = z.string().refine(isDate, {
  error: 'A date is written YYYY-MM-DD and must exist.',
  params: { key: 'calendar.date' },
});

export const calendarDaySchema = z
  .strictObject({
    date: dateSchema,
    kind: z.enum(['off', 'work']),
    hours: hoursSchema.optional(),
    name: z.string().max(200).optional(),
    like: z.enum(WEEKDAYS).optional(),
  })
  .superRefine((day, context) => {
    const complain = (path: string, key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { key } });
    if (day.kind === 'off' && day.hours) {
      complain('hours', 'calendar.off_day_hours', 'A day off has no hours; a short day is of kind "work".');
    }
    if (day.kind === 'off' && day.like) {
      complain(
        'like',
        'calendar.off_day_hours',
        'A day off is like no weekday; a make-up day is of kind "work".',
      );
    }
    if (day.hours?.length === 0) {
      complain('hours', 'calendar.no_hours', 'A working day needs hours, or leave them out.');
    }
    if (day.hours && day.like) {
      complain('like', 'calendar.hours_and_like', 'Give the hours or the weekday they are like, not both.');
    }
  });

/** A calendar as an administrator may write it; each issue names its field and carries a message key in `params.key`. */
export const calendarSchema = z
  .strictObject({
    zone: z.string().refine(isZone, {
      error: (issue) =>
        `"${String(issue.input)}" is no IANA time zone; write one such as Asia/Shanghai or Europe/Berlin.`,
      params: { key: 'calendar.unknown_zone' },
    }),
    weekly: z.partialRecord(z.enum(WEEKDAYS), hoursSchema),
    exceptions: z.array(calendarDaySchema).max(5000).default([]),
    yearlyHolidays: z
      .array(
        z.string().refine((text) => /^\d{2}-\d{2}$/.test(text) && isDate(`2024-${text}`), {
          error: 'A yearly holiday is written MM-DD and must exist.',
          params: { key: 'calendar.month_day' },
        }),
      )
      .max(366)
      .optional(),
  })
  .superRefine((calendar, context) => {
    // Otherwise a promise measured over this calendar could never fall due.
    if (!WEEKDAYS.some((day) => (calendar.weekly[day]?.length ?? 0) > 0)) {
      context.addIssue({
        code: 'custom',
        path: ['weekly'],
        message: 'At least one weekday needs working hours.',
        params: { key: 'calendar.no_working_time' },
      });
    }
    const seen = new Set<string>();
    calendar.exceptions.forEach(({ date, like }, at) => {
      if (seen.has(date)) {
        context.addIssue({
          code: 'custom',
          path: ['exceptions', at, 'date'],
          message: `${date} is given twice.`,
          params: { key: 'calendar.date_twice', date },
        });
      }
      seen.add(date);
      if (like && (calendar.weekly[like]?.length ?? 0) === 0) {
        context.addIssue({
          code: 'custom',
          path: ['exceptions', at, 'like'],
          message: `"${like}" has no working hours to take over.`,
          params: { key: 'calendar.like_day_off', like },
        });
      }
    });
  });
