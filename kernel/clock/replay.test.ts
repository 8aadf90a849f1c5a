import { describe, expect, test } from 'vitest';
import { chinaHolidays } from '../calendar/china/china-holidays.ts';
import type { Calendar, Hours } from '../calendar/working-time.ts';
import { type Mode, type Move, replay, type Target } from './replay.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const workdays = (hours: Hours[]): Calendar['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const allDay: Hours[] = [['00:00', '24:00']];
const calendars: Record<string, Calendar> = {
  cn: {
    zone: 'Asia/Shanghai',
    weekly: workdays([
      ['09:00', '12:00'],
      ['13:30', '18:00'],
    ]),
    exceptions: chinaHolidays(),
  },
  always: {
    zone: 'Asia/Shanghai',
    weekly: { ...workdays(allDay), sat: allDay, sun: allDay },
    exceptions: [],
  },
};
const calendarOf = (id: string): Calendar => {
  const calendar = calendars[id];
  if (!calendar) throw new Error(`no calendar ${id}`);
  return calendar;
};

/** `02-13 17:00` in Shanghai, 2026. */
const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`);
const shown = (instant: number | null) =>
  instant === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .slice(5)
        .replace('T', ' ');
const promise = (hours: number, calendarId = 'cn'): Target => ({
  agreementId: 'SLA-1',
  agreementVersion: 1,
  calendarId,
  targetMs: hours * HOUR,
});
const enters = (when: string, mode: Mode, state: string = mode): Move => ({
  at: at(when),
  kind: 'mode',
  mode,
  state,
});
const aims = (when: string, target: Target | null): Move => ({ at: at(when), kind: 'target', target });
const updates = (when: string): Move => ({ at: at(when), kind: 'restart' });
const opened = (when: string, target: Target): Move[] => [enters(when, 'run', 'new'), aims(when, target)];
const clock = (moves: Move[], asOf?: string) =>
  replay(moves, calendarOf, asOf === undefined ? undefined : at(asOf));

describe('over the Chinese calendar of 2026', () => {
  // Friday 13 February; Saturday 14 is a make-up day; the Spring Festival is 15–23; Tuesday 24 is worked.
  const reported = opened('02-13 17:00', promise(16));

  test('a promise made before the Spring Festival counts the make-up Saturday and skips the holiday', () => {
    // 1 h on Friday + 7.5 h on Saturday + 7.5 h on Tuesday 24 = 16 h.
    expect(shown(clock(reported).dueAt)).toBe('02-24 18:00');
  });

  test('a pause over the make-up day, the weekend and the holiday moves the due instant by its working time', () => {
    const waiting = [...reported, enters('02-14 16:00', 'pause', 'pending_customer')];
    expect(clock(waiting)).toMatchObject({
      status: 'paused',
      elapsedMs: 6.5 * HOUR,
      dueAt: null,
      runningSince: null,
    });
    // 9.5 h are left: 6.5 h on Wednesday 25 from 10:00, 3 h on Thursday.
    const resumed = clock([...waiting, enters('02-25 10:00', 'run', 'in_progress')]);
    expect(shown(resumed.dueAt)).toBe('02-26 12:00');
    expect(shown(resumed.runningSince)).toBe('02-25 10:00');
  });

  test('warnings are projected at 50, 75 and 90 percent, and stamped when reached', () => {
    const { warnAt } = clock(reported);
    expect(Object.values(warnAt).map(shown)).toEqual(['02-14 17:30', '02-24 14:00', '02-24 16:24']);
    expect(clock(reported, '02-24 14:00').warnedAt).toEqual({ 50: warnAt[50], 75: warnAt[75] });
  });
});

test("waiting for a supplier never pauses the customer's promise", () => {
  const incident = opened('06-01 09:00', promise(4));
  const withSupplier = [...incident, enters('06-01 10:00', 'run', 'pending_supplier')];
  expect(clock(withSupplier, '06-01 14:00').dueAt).toBe(clock(incident).dueAt);
  expect(shown(clock(withSupplier).runningSince)).toBe('06-01 09:00');
});

test('a raised priority is due from the original start, in the new calendar, and keeps earlier pauses', () => {
  const moves = [
    ...opened('06-05 17:00', promise(15)),
    enters('06-05 17:30', 'pause', 'pending_customer'),
    enters('06-06 10:00', 'run', 'in_progress'),
    aims('06-06 11:00', promise(4, 'always')),
  ];
  // Round the clock: 0.5 h on Friday and 1 h on Saturday are used, 2.5 h are left.
  expect(clock(moves)).toMatchObject({
    elapsedMs: 1.5 * HOUR,
    breachedAt: null,
    startedAt: at('06-05 17:00'),
  });
  expect(shown(clock(moves).dueAt)).toBe('06-06 13:30');
});

test('a stricter target that has already been exceeded is breached when it arrives, though it was due earlier', () => {
  const raised = clock([...opened('06-01 09:00', promise(15)), aims('06-01 17:00', promise(2))]);
  expect(shown(raised.dueAt)).toBe('06-01 11:00');
  expect(shown(raised.breachedAt)).toBe('06-01 17:00');
  expect(raised.warnedAt).toEqual({ 50: at('06-01 17:00'), 75: at('06-01 17:00'), 90: at('06-01 17:00') });
});

test('lowering the priority never un-breaches', () => {
  const lowered = clock([...opened('06-01 09:00', promise(2)), aims('06-01 16:00', promise(15))]);
  expect(shown(lowered.breachedAt)).toBe('06-01 11:00');
  // 6.5 h … 15 h: still promised for the end of Tuesday.
  expect(shown(lowered.dueAt)).toBe('06-02 18:00');
});

test('a reopened record goes on from its old sum; the time between resolution and reopening is not counted', () => {
  const resolved = [...opened('06-01 09:00', promise(4)), enters('06-01 12:00', 'stop', 'resolved')];
  expect(clock(resolved, '06-03 12:00')).toMatchObject({
    status: 'stopped',
    elapsedMs: 3 * HOUR,
    breachedAt: null,
  });
  const reopened = [...resolved, enters('06-03 09:00', 'run', 'reopened')];
  expect(clock(reopened)).toMatchObject({ status: 'running', elapsedMs: 3 * HOUR, stoppedAt: null });
  expect(shown(clock(reopened).dueAt)).toBe('06-03 10:00');
  expect(shown(clock(reopened, '06-03 11:00').breachedAt)).toBe('06-03 10:00');
});

test('what is stopped at the very instant it is due was kept; a millisecond later was not', () => {
  const incident = opened('06-01 09:00', promise(3));
  const kept = clock([...incident, enters('06-01 12:00', 'stop', 'resolved')]);
  expect(kept).toMatchObject({ breachedAt: null, elapsedMs: 3 * HOUR, dueAt: at('06-01 12:00') });
  const late = clock([
    ...opened('06-01 09:00', promise(2)),
    { at: at('06-01 11:00') + 1, kind: 'mode', mode: 'stop', state: 'resolved' },
  ]);
  expect(shown(late.breachedAt)).toBe('06-01 11:00');
});

test('what is due at closing time is exceeded only when work begins again, and is looked at then', () => {
  const friday = opened('06-05 13:30', promise(4.5));
  const after = [clock(friday, '06-05 17:59'), clock(friday, '06-06 12:00')];
  expect(after.map(({ dueAt }) => shown(dueAt))).toEqual(['06-05 18:00', '06-05 18:00']);
  expect(after.map(({ nextCheckAt }) => nextCheckAt)).toEqual([at('06-08 09:00') + 1, at('06-08 09:00') + 1]);
  expect(after.map(({ breachedAt }) => breachedAt)).toEqual([null, null]);
  expect(shown(replay(friday, calendarOf, at('06-08 09:00') + 1).breachedAt)).toBe('06-05 18:00');
});

test('resolution stops the clock, not closure; a stopped clock still tells when it would have been due', () => {
  const closed = clock([
    ...opened('06-01 09:00', promise(4)),
    enters('06-01 10:00', 'stop', 'resolved'),
    enters('06-08 10:00', 'stop', 'closed'),
  ]);
  expect(shown(closed.stoppedAt)).toBe('06-01 10:00');
  expect(closed.warnAt).toEqual({ 50: null, 75: null, 90: null });
  expect(shown(clock([...opened('06-01 09:00', promise(4)), enters('06-01 10:00', 'stop')]).dueAt)).toBe(
    '06-01 14:30',
  );
});

test('without a promise there is nothing to keep, and one that comes later counts from the start', () => {
  const none = [enters('06-01 09:00', 'run', 'new'), aims('06-01 09:00', null)];
  expect(clock(none)).toMatchObject({ status: 'none', dueAt: null, elapsedMs: 0 });
  expect(clock([...none, enters('06-01 11:00', 'stop', 'resolved')])).toMatchObject({
    status: 'none',
    stoppedAt: null,
  });
  expect(clock([...none, aims('06-01 11:00', promise(3))])).toMatchObject({
    elapsedMs: 2 * HOUR,
    dueAt: at('06-01 12:00'),
  });
});

test('a clock that has only known stop states has not begun', () => {
  const supplier = [enters('06-01 09:00', 'stop', 'new'), aims('06-01 09:00', promise(4))];
  expect(clock(supplier)).toMatchObject({ status: 'none', startedAt: null, stoppedAt: null, dueAt: null });
  const asked = clock([...supplier, enters('06-01 10:00', 'run', 'pending_supplier')]);
  expect(shown(asked.startedAt)).toBe('06-01 10:00');
  expect(shown(asked.dueAt)).toBe('06-01 15:30');
});

describe('a recurring clock', () => {
  const major = opened('06-01 09:00', { ...promise(0, 'always'), targetMs: 30 * MINUTE });

  test('is due again one target after each update', () => {
    const updated = clock([...major, updates('06-01 09:20')]);
    expect(updated).toMatchObject({ cycles: 1, missed: 0, elapsedMs: 0, warnedAt: {} });
    expect(shown(updated.dueAt)).toBe('06-01 09:50');
  });

  test('counts each cycle that was overdue, the open one included, and keeps its first breach', () => {
    const moves = [...major, updates('06-01 09:45'), updates('06-01 10:00'), updates('06-01 10:31')];
    const clockNow = clock(moves, '06-01 11:30');
    expect(clockNow).toMatchObject({ cycles: 3, missed: 3 });
    expect(shown(clockNow.breachedAt)).toBe('06-01 09:30');
    expect(shown(clockNow.cycleBreachedAt)).toBe('06-01 11:01');
  });
});

test('it answers for any date in the past: later moves are left out', () => {
  const moves = [
    ...opened('06-01 09:00', promise(2)),
    enters('06-01 10:00', 'pause'),
    enters('06-02 09:00', 'run'),
  ];
  expect(clock(moves, '06-01 09:30')).toMatchObject({
    status: 'running',
    elapsedMs: 0.5 * HOUR,
    dueAt: at('06-01 11:00'),
  });
  expect(clock(moves, '05-01 09:30')).toMatchObject({ status: 'none', startedAt: null });
});

test('moves out of order and impossible targets are refused', () => {
  expect(() => clock([...opened('06-02 09:00', promise(2)), enters('06-01 09:00', 'stop')])).toThrow(
    'in the order they happened',
  );
  expect(() => clock(opened('06-02 09:00', promise(-1)))).toThrow('0 or more worked milliseconds');
});

test('no moves at all are no clock', () => {
  expect(clock([])).toMatchObject({ status: 'none', startedAt: null, countedTo: null, dueAt: null });
});
