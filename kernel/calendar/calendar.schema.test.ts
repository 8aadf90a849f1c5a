import { expect, test } from 'vitest';
import { calendarSchema } from './calendar.schema.ts';
import type { Calendar } from './calendar.types.ts';
import { chinaHolidays } from './china/china-holidays.ts';

const good = {
  zone: 'Asia/Shanghai',
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['13:30', '24:00'],
    ],
  },
  exceptions: chinaHolidays(),
};

/** Field → key (or zod's own code) of each issue. */
const faults = (calendar: object): Record<string, unknown> => {
  const result = calendarSchema.safeParse({ ...good, ...calendar });
  const issues = result.error?.issues ?? [];
  return Object.fromEntries(
    issues.map((issue) => [
      issue.path.join('.'),
      (issue.code === 'custom' && issue.params?.['key']) || issue.code,
    ]),
  );
};

test('a calendar with a lunch break and the Chinese holidays is accepted', () => {
  expect(faults({})).toEqual({});
  const calendar: Calendar = calendarSchema.parse(good);
  expect(calendar).toEqual(good);
});

test('each fault is told at its own field', () => {
  expect(faults({ zone: 'Mars/Olympus' })).toEqual({ zone: 'calendar.unknown_zone' });
  expect(faults({ zone: '+08:00' })).toEqual({ zone: 'calendar.unknown_zone' });
  expect(faults({ weekly: { tue: [['18:00', '09:00']] } })).toEqual({
    'weekly.tue.0': 'calendar.interval_order',
  });
  expect(
    faults({
      weekly: {
        tue: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    }),
  ).toEqual({
    'weekly.tue.1': 'calendar.interval_overlap',
  });
  expect(faults({ weekly: { tue: [['9:00', '25:00']] } })).toEqual({
    'weekly.tue.0.0': 'invalid_format',
    'weekly.tue.0.1': 'invalid_format',
  });
  expect(faults({ weekly: {} })).toMatchObject({ weekly: 'calendar.no_working_time' });
  expect(faults({ exceptions: [{ date: '2026-02-30', kind: 'off' }] })).toEqual({
    'exceptions.0.date': 'calendar.date',
  });
  expect(faults({ yearlyHolidays: ['02-29', '13-01'] })).toEqual({
    'yearlyHolidays.1': 'calendar.month_day',
  });
});

test('contradictory exceptions are refused', () => {
  expect(faults({ exceptions: [{ date: '2026-01-01', kind: 'off', hours: [['09:00', '10:00']] }] })).toEqual({
    'exceptions.0.hours': 'calendar.off_day_hours',
  });
  expect(faults({ exceptions: [{ date: '2026-01-03', kind: 'work', like: 'sun' }] })).toEqual({
    'exceptions.0.like': 'calendar.like_day_off',
  });
  const twice = [
    { date: '2026-01-01', kind: 'off' },
    { date: '2026-01-01', kind: 'work' },
  ];
  expect(faults({ exceptions: twice })).toEqual({ 'exceptions.1.date': 'calendar.date_twice' });
});

test('the message of a fault says what was found and what would be right', () => {
  const { error } = calendarSchema.safeParse({ ...good, zone: 'Peking' });
  expect(error?.issues[0]?.message).toContain('"Peking" is no IANA time zone');
});
