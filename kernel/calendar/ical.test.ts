import { expect, test } from 'vitest';
import { holidaysFromIcal, IcalError } from './ical.ts';

const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const year = { from: '2026-01-01', to: '2026-12-31' };
const dates = (text: string, range = year) => holidaysFromIcal(text, range).map(({ date }) => date);

test('an all-day event is a holiday, and a multi-day event is one for each of its days', () => {
  const text = file(
    ...event('UID:1', 'DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦'),
    ...event('UID:2', 'DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261004', 'SUMMARY:国庆节'),
  );
  expect(holidaysFromIcal(text, year)).toEqual([
    { date: '2026-01-01', kind: 'off', name: '元旦' },
    { date: '2026-10-01', kind: 'off', name: '国庆节' },
    { date: '2026-10-02', kind: 'off', name: '国庆节' },
    { date: '2026-10-03', kind: 'off', name: '国庆节' },
  ]);
});

test('an event that recurs is expanded within the range only, without its excepted dates', () => {
  const text = file(
    ...event(
      'UID:1',
      'DTSTART;VALUE=DATE:20101225',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20271225',
      'SUMMARY:Christmas',
    ),
  );
  expect(dates(text, { from: '2026-01-01', to: '2028-12-31' })).toEqual(['2026-12-25', '2028-12-25']);
});

test('an occurrence that was moved falls on its new date', () => {
  const text = file(
    ...event('UID:1', 'DTSTART;VALUE=DATE:20250601', 'RRULE:FREQ=YEARLY', 'SUMMARY:Founding day'),
    ...event(
      'UID:1',
      'RECURRENCE-ID;VALUE=DATE:20260601',
      'DTSTART;VALUE=DATE:20260605',
      'SUMMARY:Founding day',
    ),
  );
  expect(dates(text, { from: '2025-01-01', to: '2026-12-31' })).toEqual(['2025-06-01', '2026-06-05']);
});

test.each([
  '春节 补班',
  '国庆节（班）',
  'National Day make-up day',
  'Make up workday',
  'Special Working Day',
])('"%s" is a make-up working day', (summary) => {
  const text = file(...event('UID:1', 'DTSTART;VALUE=DATE:20260214', `SUMMARY:${summary}`));
  expect(holidaysFromIcal(text, year)).toEqual([{ date: '2026-02-14', kind: 'work', name: summary }]);
});

test.each(['春节（休）', "International Workers' Day", 'Non-working day'])('"%s" is a holiday', (summary) => {
  const text = file(...event('UID:1', 'DTSTART;VALUE=DATE:20260501', `SUMMARY:${summary}`));
  expect(holidaysFromIcal(text, year)[0]?.kind).toBe('off');
});

test('where a date is a holiday and a make-up working day, it is worked', () => {
  const text = file(
    ...event('UID:1', 'DTSTART;VALUE=DATE:20260214', 'SUMMARY:补班'),
    ...event('UID:2', 'DTSTART;VALUE=DATE:20260214', "SUMMARY:Valentine's Day"),
  );
  expect(holidaysFromIcal(text, year)).toEqual([{ date: '2026-02-14', kind: 'work', name: '补班' }]);
});

test('a timed event counts for the days that it covers wholly; cancelled events do not count', () => {
  const text = file(
    ...event('UID:1', 'DTSTART:20260302T180000', 'DTEND:20260305T090000', 'SUMMARY:Plant closed'),
    ...event('UID:2', 'DTSTART:20260310T100000', 'DTEND:20260310T110000', 'SUMMARY:Meeting'),
    ...event('UID:3', 'DTSTART;VALUE=DATE:20260311', 'STATUS:CANCELLED', 'SUMMARY:Off after all?'),
  );
  expect(dates(text)).toEqual(['2026-03-03', '2026-03-04']);
});

test.each([
  ['', 1, 'must begin with BEGIN:VCALENDAR'],
  ['hello', 1, 'is not an iCalendar line'],
  [file('nonsense'), 3, 'is not an iCalendar line'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 3, 'END:VCALENDAR has no BEGIN:VCALENDAR'],
  ['BEGIN:VCALENDAR\nVERSION:2.0', 1, 'never closed'],
  [file(...event('UID:1', 'DTSTART;VALUE=DATE:20261341')), 5, 'DTSTART must be a date'],
  [file(...event('UID:1', 'DTSTART;VALUE=DATE:2026ABCD')), 5, 'DTSTART must be a date'],
  [file(...event('UID:1', 'SUMMARY:When?')), 3, 'DTSTART must be a date'],
  [file(...event('UID:1', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SOMETIMES')), 6, 'invalid frequency'],
  [file(...event('UID:1', 'DTSTART:20260101T000000', 'RRULE:FREQ=SECONDLY')), 6, 'repeats too often'],
  [file(...event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')), 5, 'too oddly'],
])('a bad file is refused with its line (%#)', (text, line, message) => {
  const attempt = () => holidaysFromIcal(text, year);
  expect(attempt).toThrow(IcalError);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(`Line ${line}:`);
});
