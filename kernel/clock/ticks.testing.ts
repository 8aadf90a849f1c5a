import * as fc from 'fast-check';
import { chinaHolidays } from '../calendar/china/china-holidays.ts';
import { type Calendar, type Hours, isWorking } from '../calendar/working-time.ts';
import type { Mode, Move, Target } from './replay.ts';

// Eight weeks with the Spring Festival and the beginning of summer time, in ticks of 15 minutes,
// so that a clock which simply counts ticks can be the judge.
export const TICK = 900_000;
const FIRST = Date.UTC(2026, 1, 9);
export const TICKS = 56 * 96;
export const time = (tick: number) => FIRST + tick * TICK;
const office: Hours[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];
const workdays = (hours: Hours[]): Calendar['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const calendars: Record<string, Calendar> = {
  cn: { zone: 'Asia/Shanghai', weekly: workdays(office), exceptions: chinaHolidays([2026]) },
  berlin: {
    zone: 'Europe/Berlin',
    weekly: { ...workdays([['08:00', '20:00']]), sun: [['01:00', '04:00']] },
    exceptions: [],
  },
  always: {
    zone: 'UTC',
    weekly: { ...workdays([['00:00', '24:00']]), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] },
    exceptions: [],
  },
};
export const calendarOf = (id: string): Calendar => {
  const calendar = calendars[id];
  if (!calendar) throw new Error(`no calendar ${id}`);
  return calendar;
};
const open = Object.fromEntries(
  Object.entries(calendars).map(([id, calendar]) => [
    id,
    Array.from({ length: TICKS }, (_, tick) => isWorking(calendar, time(tick))),
  ]),
);

const targets: fc.Arbitrary<Target | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 9,
    arbitrary: fc.record({
      agreementId: fc.constant('SLA'),
      agreementVersion: fc.constant(1),
      calendarId: fc.constantFrom('cn', 'berlin', 'always'),
      // Multiples of 20 ticks, so that 50, 75 and 90 percent fall on ticks too.
      targetMs: fc.integer({ min: 1, max: 12 }).map((n) => n * 20 * TICK),
    }),
  },
);
export const someTarget = targets.filter((target) => target !== null);
export const ticks = fc.integer({ min: 0, max: TICKS });

type Timed = (at: number) => Move;
const modes: fc.Arbitrary<Timed> = fc
  .tuple(fc.constantFrom<Mode>('run', 'pause', 'stop'), fc.constantFrom('a', 'b'))
  .map(([mode, state]) => (at) => ({ at, kind: 'mode', mode, state }));
const aims: fc.Arbitrary<Timed> = targets.map((target) => (at) => ({ at, kind: 'target', target }));
const restarts: fc.Arbitrary<Timed> = fc.constant((at) => ({ at, kind: 'restart' }));
const movesOf = (...kinds: fc.Arbitrary<Timed>[]): fc.Arbitrary<Move[]> =>
  fc
    .array(fc.tuple(ticks, fc.oneof(...kinds)), { minLength: 1, maxLength: 14 })
    .map((list) => list.sort((a, b) => a[0] - b[0]).map(([tick, move]) => move(time(tick))));
export const anyMoves = movesOf(modes, aims, restarts);
export const plainMoves = movesOf(modes, aims);

type Judgement = {
  elapsed: number;
  breachedAt: number | null;
  missed: number;
  warned: Record<number, number>;
};

/** The judge: counts tick by tick, remembers every tick run in this cycle, knows nothing of intervals. */
export function count(moves: readonly Move[], until: number) {
  let running = false;
  let began = false;
  let aim: { target: Target; since: number } | undefined;
  let ran: number[] = [];
  let cycleBreach: number | null = null;
  const result: Judgement = { elapsed: 0, breachedAt: null, missed: 0, warned: {} };
  const judge = () => {
    const worked = aim ? ran.filter((tick) => open[aim?.target.calendarId ?? '']?.[tick]) : [];
    result.elapsed = worked.length;
    if (!aim || !began) return;
    const { since } = aim;
    const limit = aim.target.targetMs / TICK;
    const reached = (n: number) => Math.max(time((worked[n - 1] ?? 0) + 1), since);
    for (const percent of [50, 75, 90]) {
      const n = (limit * percent) / 100;
      if (worked.length >= n) result.warned[percent] ??= reached(n);
    }
    if (worked.length > limit && cycleBreach === null) {
      cycleBreach = reached(limit);
      result.breachedAt ??= cycleBreach;
      result.missed++;
    }
  };
  let next = 0;
  for (let tick = 0; tick <= until; tick++) {
    for (let move = moves[next]; move && move.at === time(tick); move = moves[++next]) {
      if (move.kind === 'mode') {
        running = move.mode === 'run';
        began ||= move.mode !== 'stop';
      } else if (move.kind === 'target') {
        aim = move.target ? { target: move.target, since: move.at } : undefined;
      } else {
        ran = [];
        cycleBreach = null;
        result.warned = {};
      }
      judge();
    }
    if (tick === until) break;
    if (running) {
      ran.push(tick);
      // Nothing can change where nobody works.
      if (aim && open[aim.target.calendarId]?.[tick]) judge();
    }
  }
  judge();
  return result;
}
