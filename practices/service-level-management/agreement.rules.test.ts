import { expect, test } from 'vitest';
import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import { mergeHolidays } from './holidays.ts';
import { calendarsIn, stated, targetsSchema } from './targets.schema.ts';
import { gapsBetween } from './underpinning.ts';
import { defaultCalendars } from './defaults.ts';
import { sectorTargets } from './sector.targets.ts';
import { calendarSchema } from '../../kernel/calendar/calendar.schema.ts';

const { always, china, office } = defaultCalendars('Europe/Berlin', 'en');
const calendars = new Map<string, Calendar>([['always', always], ['china', china], ['office', office]]); // prettier-ignore
const calendarOf = (id: string) => calendars.get(id);
const resolving = (number: string, minutes: number, calendarId: string) => ({
  number,
  calendarId,
  targets: { '1': { resolve: { minutes } } },
});
const gaps = (sla: [number, string], behind: [number, string]) =>
  gapsBetween(resolving('SLA', ...sla), resolving('OLA', ...behind), calendarOf, Date.UTC(2026, 0, 1));

test('an OLA as fast as the SLA underpins it', () => {
  expect(gaps([240, 'office'], [240, 'office'])).toEqual([]);
});
test('a slower OLA does not, and the gap names both and the priority', () => {
  expect(gaps([240, 'office'], [241, 'office'])).toEqual([
    { priority: '1', sla: 'SLA', underpinning: 'OLA' },
  ]);
});
test('the same hours over an office calendar do not underpin hours around the clock', () => {
  expect(gaps([240, 'always'], [240, 'office'])).toHaveLength(1);
});
test('hours around the clock underpin office hours', () => {
  expect(gaps([240, 'office'], [240, 'always'])).toEqual([]);
});
test('a supplier with other holidays than the SLA does not underpin it', () => {
  calendars.set('shanghai', { ...china, exceptions: [] });
  expect(gaps([480, 'shanghai'], [480, 'china'])).toHaveLength(1);
});
test('what an OLA does not promise is no gap', () => {
  expect(
    gapsBetween(
      resolving('SLA', 60, 'office'),
      { number: 'OLA', calendarId: 'office', targets: null },
      calendarOf,
      0,
    ),
  ).toEqual([]);
});

test.each([
  [{ '5': {} }, ['']],
  [{ '1': { resolve: { minutes: 0 } } }, ['1.resolve.minutes']],
  [{ '1': { resolve: { minutes: 1.5 } } }, ['1.resolve.minutes']],
  [{ '1': { resolve: { hours: 4 } } }, ['1.resolve.minutes', '1.resolve']],
  [{ '2': { respond: { minutes: 60 }, resolve: { minutes: 30 } } }, ['2.respond.minutes']],
  [{ '1': { resolve: { minutes: 30, calendarId: '24x7' } } }, ['1.resolve.calendarId']],
])('targets %j are refused at %j', (targets, paths) => {
  expect(targetsSchema.safeParse(targets).error?.issues.map((issue) => issue.path.join('.'))).toEqual(paths);
});

test('the defaults are those of processes.md 0.4, and valid', () => {
  const id = '0199a1b2-0000-7000-8000-000000000001';
  const targets = sectorTargets(null, id);
  expect(targetsSchema.parse(targets)).toEqual(targets);
  expect(calendarsIn(targets)).toEqual([id]);
  expect(stated(targets).map(({ priority, promise, measured }) => `P${priority} ${promise} ${measured.minutes}`)).toEqual([
    'P1 respond 15', 'P1 update 30', 'P1 resolve 240', 'P2 respond 30', 'P2 update 120', 'P2 resolve 480',
    'P3 respond 240', 'P3 resolve 1440', 'P4 respond 480', 'P4 resolve 2400',
  ]); // prettier-ignore
  for (const { title: _title, ...calendar } of [always, china, office])
    expect(calendarSchema.safeParse(calendar).success).toBe(true);
});

test('holidays are merged: new ones added, other ones replaced, hours given by hand kept', () => {
  const merged = mergeHolidays(
    [
      { date: '2026-10-10', kind: 'work', hours: [['09:00', '13:00']], name: '国庆节' },
      { date: '2026-05-01', kind: 'off', name: 'May Day' },
      { date: '2026-12-24', kind: 'off', name: 'Ours' },
    ],
    [
      { date: '2026-05-01', kind: 'off', name: '劳动节' },
      { date: '2026-10-10', kind: 'work', name: '国庆节' },
      { date: '2026-01-01', kind: 'off', name: '元旦' },
    ],
  );
  expect(merged.exceptions).toEqual([
    { date: '2026-01-01', kind: 'off', name: '元旦' },
    { date: '2026-05-01', kind: 'off', name: '劳动节' },
    { date: '2026-10-10', kind: 'work', hours: [['09:00', '13:00']], name: '国庆节' },
    { date: '2026-12-24', kind: 'off', name: 'Ours' },
  ]);
  expect(merged).toMatchObject({
    added: [{ date: '2026-01-01' }],
    changed: [{ before: { name: 'May Day' } }],
    unchanged: 1,
  });
});
