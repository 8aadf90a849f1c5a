import { expect, test } from 'vitest';
import { chinaHolidays } from './china/china-holidays.ts';
import vectors from './fixtures/working-time-vectors.json' with { type: 'json' };
import { addWorkingDays, endOfWorkingDay, isWorkingDay } from './working-days.ts';
import {
  addWorkingTime,
  type Calendar,
  type Hours,
  isWorking,
  nextWorkingInstant,
  workingIntervals,
  workingTimeBetween,
} from './working-time.ts';

const HOUR = 3_600_000;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const every = (days: readonly (typeof DAYS)[number][], hours: Hours[]): Calendar['weekly'] =>
  Object.fromEntries(days.map((day) => [day, hours]));
const utc = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
const iso = (at: number) => new Date(at).toISOString();
const local = (zone: string, text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;

const office: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: every(DAYS.slice(0, 5), [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ]),
  exceptions: chinaHolidays(),
};
const nights = (zone: string): Calendar => ({
  zone,
  weekly: every(DAYS, [['00:00', '06:00']]),
  exceptions: [],
});

/** Worked in the night to that date. */
const night = (date: string) =>
  workingTimeBetween(
    nights('Europe/Berlin'),
    local('Europe/Berlin', `${date}T00:00`),
    local('Europe/Berlin', `${date}T12:00`),
  );

/** Worked on a Saturday that is such a make-up day. */
const saturday = (day: object) => {
  const calendar: Calendar = {
    ...office,
    weekly: { ...office.weekly, fri: [['09:00', '12:00']] },
    exceptions: [{ date: '2026-06-06', kind: 'work', ...day }],
  };
  return workingTimeBetween(
    calendar,
    local(office.zone, '2026-06-06T00:00'),
    local(office.zone, '2026-06-07T00:00'),
  );
};

type General = (typeof vectors.general)[number];
const hoursOf = (vector: General): Calendar['weekly'] =>
  Object.fromEntries(
    Object.entries(vector.calendar.hours).map(([day, hours]) => [
      day.toLowerCase(),
      hours.map(([from, to]): Hours => [from ?? '', to ?? '']),
    ]),
  );

test.each(vectors.general)('$id ($name) comes out as in the third-party suite', (vector) => {
  const calendar: Calendar = {
    zone: vector.calendar.timezone,
    weekly: hoursOf(vector),
    exceptions: [],
    yearlyHolidays: vector.calendar.yearly_holidays,
  };
  const start = Date.parse(vector.start);
  const answer =
    vector.op === 'add'
      ? addWorkingTime(calendar, start, (vector.working_seconds ?? Number.NaN) * 1000)
      : workingTimeBetween(calendar, start, Date.parse(vector.end ?? ''));
  const expected =
    vector.op === 'add'
      ? Date.parse(vector.expected_end ?? '')
      : (vector.expected_working_seconds ?? Number.NaN) * 1000;
  expect(answer).toBe(expected);
});

test.each(vectors.china)('$id: $name', (vector) => {
  const start = Date.parse(vector.start);
  const end = Date.parse(vector.expected_end);
  expect(iso(addWorkingTime(office, start, vector.working_minutes * 60_000))).toBe(iso(end));
  expect(workingTimeBetween(office, start, end)).toBe(vector.working_minutes * 60_000);
});

test.each(vectors.weekday_08_20.vectors)('a weekday calendar: $op $start$at $days', (vector) => {
  const wholeDay = vector.calendar === 'Mon-Fri 00:00-24:00';
  const calendar: Calendar = {
    zone: 'UTC',
    weekly: every(DAYS.slice(0, 5), [wholeDay ? ['00:00', '24:00'] : ['08:00', '20:00']]),
    exceptions: [],
  };
  const start = vector.start ? utc(vector.start) : 0;
  const answers: Record<string, () => number | boolean> = {
    active_seconds: () => workingTimeBetween(calendar, start, utc(vector.end ?? '')) / 1000,
    add_working_days: () => addWorkingDays(calendar, start, vector.days ?? 0),
    add_working_days_to_end_of_day: () =>
      endOfWorkingDay(calendar, addWorkingDays(calendar, start, vector.days ?? 0)),
    is_working_day: () => isWorkingDay(calendar, vector.at ?? ''),
    is_working_hour: () => isWorking(calendar, utc(vector.at ?? '')),
  };
  expect(answers[vector.op]?.()).toBe(
    typeof vector.expected === 'string' ? utc(vector.expected) : vector.expected,
  );
});

test('all 75 vectors are there', () => {
  expect(vectors.general.length + vectors.china.length + vectors.weekday_08_20.vectors.length).toBe(75);
});

test('hours that daylight saving skips are not worked, and hours that it repeats are worked twice', () => {
  expect(night('2026-03-28')).toBe(6 * HOUR);
  expect(night('2026-03-29')).toBe(5 * HOUR);
  expect(night('2026-10-25')).toBe(7 * HOUR);
});

test('an interval that begins inside the skipped hour begins when the clocks have jumped', () => {
  const calendar: Calendar = {
    zone: 'Europe/Berlin',
    weekly: every(DAYS, [['02:30', '04:00']]),
    exceptions: [],
  };
  const from = local('Europe/Berlin', '2026-03-29T00:00');
  expect([...workingIntervals(calendar, from, from + 12 * HOUR)].map(({ from: at }) => iso(at))).toEqual([
    '2026-03-29T01:00:00.000Z',
  ]);
  expect(workingTimeBetween(calendar, from, from + 12 * HOUR)).toBe(HOUR);
});

test('an interval that ends inside the repeated hour is worked in both of its passes', () => {
  const calendar: Calendar = {
    zone: 'Europe/Berlin',
    weekly: every(DAYS, [['01:00', '02:30']]),
    exceptions: [],
  };
  const from = local('Europe/Berlin', '2026-10-25T00:00');
  expect(
    [...workingIntervals(calendar, from, from + 12 * HOUR)].map((part) => [iso(part.from), iso(part.to)]),
  ).toEqual([
    ['2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z'],
  ]);
});

test('a date that the zone skipped altogether is not worked', () => {
  const calendar: Calendar = {
    zone: 'Pacific/Apia',
    weekly: every(DAYS, [['00:00', '24:00']]),
    exceptions: [{ date: '2011-12-31', kind: 'off' }],
  };
  const from = local('Pacific/Apia', '2011-12-29T00:00');
  expect(workingTimeBetween(calendar, from, local('Pacific/Apia', '2012-01-01T00:00'))).toBe(24 * HOUR);
});

test('where midnight does not exist, the working day begins after it', () => {
  const calendar: Calendar = {
    ...nights('America/Sao_Paulo'),
    exceptions: [{ date: '2018-11-05', kind: 'off' }],
  };
  expect(iso(nextWorkingInstant(calendar, utc('2018-11-04 02:59:00')))).toBe('2018-11-04T03:00:00.000Z');
  expect(workingTimeBetween(calendar, utc('2018-11-04 02:00:00'), utc('2018-11-05 02:00:00'))).toBe(5 * HOUR);
});

test('a make-up working day has its own hours, else those of the weekday named, else those of Monday', () => {
  expect(saturday({})).toBe(7.5 * HOUR);
  expect(saturday({ like: 'fri' })).toBe(3 * HOUR);
  expect(saturday({ hours: [['10:00', '11:00']] })).toBe(HOUR);
});

test('an exception on a yearly holiday wins over it', () => {
  const calendar: Calendar = {
    ...office,
    exceptions: [{ date: '2026-12-25', kind: 'work' }],
    yearlyHolidays: ['12-25'],
  };
  expect(isWorkingDay(calendar, '2026-12-25')).toBe(true);
  expect(isWorkingDay(calendar, '2028-12-25')).toBe(false);
});

test('a calendar without any working time says so instead of searching for ever', () => {
  const closed: Calendar = { zone: 'UTC', weekly: {}, exceptions: [] };
  expect(() => addWorkingTime(closed, 0, 1)).toThrow('has no working time');
  const onceLongAgo: Calendar = {
    ...closed,
    exceptions: [{ date: '2020-01-01', kind: 'work', hours: [['09:00', '10:00']] }],
  };
  expect(() => addWorkingTime(onceLongAgo, utc('2026-01-01 00:00'), 1)).toThrow('in the ten years after');
  expect(() => nextWorkingInstant(onceLongAgo, utc('2026-01-01 00:00'))).toThrow('in the ten years after');
});

test('round the clock, working time is time', () => {
  const always: Calendar = {
    zone: 'Asia/Shanghai',
    weekly: every(DAYS, [['00:00', '24:00']]),
    exceptions: [],
  };
  expect(addWorkingTime(always, 5, 40 * 24 * HOUR)).toBe(5 + 40 * 24 * HOUR);
  expect(workingTimeBetween(always, 5, 12)).toBe(7);
  expect([...workingIntervals(always, 5, 400 * 24 * HOUR)]).toEqual([{ from: 5, to: 400 * 24 * HOUR }]);
});

test('the opening instant is worked, the closing instant is not', () => {
  expect(isWorking(office, local(office.zone, '2026-06-05T09:00'))).toBe(true);
  expect(isWorking(office, local(office.zone, '2026-06-05T12:00'))).toBe(false);
  expect(nextWorkingInstant(office, local(office.zone, '2026-06-05T12:00'))).toBe(
    local(office.zone, '2026-06-05T13:30'),
  );
});

test('a year without a State Council notice is refused rather than guessed', () => {
  expect(() => chinaHolidays([2031])).toThrow('No State Council holiday notice for 2031');
  expect(
    chinaHolidays([2026])
      .filter(({ kind }) => kind === 'work')
      .map(({ date }) => date),
  ).toContain('2026-02-14');
});
