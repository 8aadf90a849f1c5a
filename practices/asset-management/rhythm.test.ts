import { expect, test } from 'vitest';
import { dueDates, nextDue, type Rhythm } from './rhythm.ts';

const monthly: Rhythm = { rhythm: 'months', every: 1, firstDueOn: '2026-01-31', dates: null };

test('every month from the 31st is the last day of each month, and the 31st again where there is one', () => {
  expect(dueDates(monthly, '2026-01-01', '2026-05-31')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ]);
  expect(dueDates(monthly, '2026-02-28', '2026-02-28')).toEqual(['2026-02-28']);
});

test('every 90 days counts days, over years and from any day on', () => {
  const given: Rhythm = { rhythm: 'days', every: 90, firstDueOn: '2026-01-01', dates: null };
  expect(dueDates(given, '2026-01-01', '2026-12-31')).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-06-30',
    '2026-09-28',
    '2026-12-27',
  ]);
  expect(nextDue(given, '2026-04-01')).toBe('2026-06-30');
  expect(nextDue(given, '2025-06-01')).toBe('2026-01-01');
});

test('dates of the calendar come in order, once each, and end', () => {
  const given: Rhythm = {
    rhythm: 'dates',
    every: null,
    firstDueOn: null,
    dates: ['2026-09-01', '2026-03-01', '2026-09-01'],
  };
  expect(dueDates(given, '2026-01-01', '2026-12-31')).toEqual(['2026-03-01', '2026-09-01']);
  expect(nextDue(given, '2026-09-01')).toBeNull();
});

test('what has no rhythm is never due', () => {
  expect(nextDue({ rhythm: null, every: null, firstDueOn: null, dates: null }, '2026-01-01')).toBeNull();
});
