import { expect, test } from 'vitest';
import { chinaHolidays } from '../calendar/china/china-holidays.ts';
import type { Calendar, Hours } from '../calendar/working-time.ts';
import { explain } from './explain.ts';
import type { Move } from './replay.ts';

const HOUR = 3_600_000;
const hours: Hours[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];
const cn: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  exceptions: chinaHolidays(),
};
const always: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
  exceptions: [],
};
const calendarOf = (id: string) => (id === 'cn' ? cn : always);
const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`);
const target = (hoursPromised: number, calendarId: string) => ({
  agreementId: 'SLA-1',
  agreementVersion: 1,
  calendarId,
  targetMs: hoursPromised * HOUR,
});

const moves: Move[] = [
  { at: at('02-13 17:00'), kind: 'mode', mode: 'run', state: 'new' },
  { at: at('02-13 17:00'), kind: 'target', target: target(16, 'cn'), why: 'priority P3' },
  { at: at('02-14 16:00'), kind: 'mode', mode: 'pause', state: 'pending_customer' },
  { at: at('02-25 10:00'), kind: 'mode', mode: 'run', state: 'in_progress' },
];

test('it tells each run and pause with its hours, and the stretch ahead to the due instant', () => {
  const story = explain(moves, calendarOf, at('02-25 11:00')).map((part) => ({
    state: part.state,
    worked: part.workedMs / HOUR,
    excluded: part.excludedMs / HOUR,
    sum: part.cumulativeMs / HOUR,
    projected: part.projected,
  }));
  expect(story).toEqual([
    { state: 'new', worked: 6.5, excluded: 0, sum: 6.5, projected: false },
    { state: 'pending_customer', worked: 0, excluded: 2 + 7.5 + 1, sum: 6.5, projected: false },
    { state: 'in_progress', worked: 1, excluded: 0, sum: 7.5, projected: false },
    { state: 'in_progress', worked: 8.5, excluded: 0, sum: 16, projected: true },
  ]);
});

test('it names holidays, weekends and make-up days', () => {
  const [first, ahead] = explain(moves.slice(0, 2), calendarOf, at('02-14 16:00'));
  expect(first?.days).toEqual([
    { date: '2026-02-13', workedMs: HOUR },
    { date: '2026-02-14', workedMs: 5.5 * HOUR, note: 'make-up:春节' },
  ]);
  expect(ahead?.days.map(({ note }) => note)).toEqual([
    'make-up:春节',
    ...Array(9).fill('holiday:春节'),
    undefined,
  ]);
  const evening = { at: at('06-05 20:00'), kind: 'mode', mode: 'run', state: 'new' } as const;
  const [, weekend] = explain(
    [evening, { at: at('06-05 20:00'), kind: 'target', target: target(16, 'cn') }],
    calendarOf,
    at('06-05 20:00') + 1,
  );
  expect(weekend?.days.slice(0, 4).map(({ note }) => note)).toEqual([
    'outside hours',
    'weekend',
    'weekend',
    undefined,
  ]);
});

test('a new calendar is told with its reason, and the sum is opened anew', () => {
  const raised: Move = {
    at: at('02-25 11:00'),
    kind: 'target',
    target: target(24, 'always'),
    why: 'priority P1',
  };
  const [before, after] = explain([...moves, raised], calendarOf, at('02-25 12:00')).slice(-2);
  expect(before).toMatchObject({ why: 'priority P3', calendarId: 'cn', cumulativeMs: 7.5 * HOUR });
  // Round the clock, Friday 17:00 to Saturday 16:00 were 23 h, and Wednesday's hour makes 24.
  expect(after).toMatchObject({ why: 'priority P1', calendarId: 'always', openingMs: 24 * HOUR });
});

test('days are cut at the local midnight, and make up the segment', () => {
  const running = explain(moves, calendarOf, at('03-20 11:00')).filter((part) => part.mode === 'run');
  const summed = running.map((part) => part.days.reduce((sum, day) => sum + day.workedMs, 0));
  expect(summed).toEqual(running.map((part) => part.workedMs));
});
