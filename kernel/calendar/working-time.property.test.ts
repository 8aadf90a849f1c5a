import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingTime,
  type Calendar,
  isWorking,
  workingIntervals,
  workingTimeBetween,
} from './working-time.ts';

const MINUTE = 60_000;
const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tehran',
];
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((bounds) => bounds.sort((a, b) => a - b))
  .map((bounds) =>
    Array.from({ length: Math.floor(bounds.length / 2) }, (_, i): [string, string] => [
      clock(bounds[2 * i] ?? 0),
      clock(bounds[2 * i + 1] ?? 0),
    ]),
  );
const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...zones),
  weekly: fc.record({ mon: hours, wed: hours, thu: hours, sun: hours }, { requiredKeys: ['mon'] }),
  exceptions: fc.array(
    fc.record({
      date: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
      kind: fc.constantFrom('off' as const, 'work' as const),
    }),
    { maxLength: 4 },
  ),
});
const instants = fc
  .integer({ min: 0, max: 400 * 24 * 60 })
  .map((minutes) => Date.UTC(2025, 11, 1) + minutes * MINUTE);

/** What the wall of the calendar shows, read without any of the code under test but the calendar itself. */
function openOnTheWall(calendar: Calendar, at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
  const day = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)[wall.dayOfWeek - 1] ?? 'mon';
  const exception = calendar.exceptions.findLast(({ date }) => date === wall.toPlainDate().toString());
  const open = exception ? (exception.kind === 'off' ? [] : calendar.weekly.mon) : calendar.weekly[day];
  const time = wall.toPlainTime().toString().slice(0, 5);
  return (open ?? []).some(([from, to]) => from <= time && time < to);
}

test('an instant is working time exactly when the wall clock shows working hours', () => {
  fc.assert(
    fc.property(
      calendars,
      instants,
      (calendar, at) => isWorking(calendar, at) === openOnTheWall(calendar, at),
    ),
    { numRuns: 2000 },
  );
});

test('working time between two instants is the sum of its intervals, and of its parts', () => {
  fc.assert(
    fc.property(calendars, instants, instants, instants, (calendar, a, b, c) => {
      const [from = 0, middle = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
      const whole = workingTimeBetween(calendar, from, to);
      const intervals = [...workingIntervals(calendar, from, to)];
      expect(intervals.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(whole);
      expect(
        intervals.every((part, i) => part.from < part.to && part.from > (intervals[i - 1]?.to ?? -1)),
      ).toBe(true);
      expect(workingTimeBetween(calendar, from, middle) + workingTimeBetween(calendar, middle, to)).toBe(
        whole,
      );
    }),
    { numRuns: 500 },
  );
});

test('adding working time arrives at the first instant at which so much has been worked', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 60_000 }), (calendar, start, minutes) => {
      const end = addWorkingTime(calendar, start, minutes * MINUTE);
      expect(workingTimeBetween(calendar, start, end)).toBe(minutes * MINUTE);
      expect(workingTimeBetween(calendar, start, end - 1)).toBe(minutes * MINUTE - 1);
    }),
    { numRuns: 500 },
  );
});
