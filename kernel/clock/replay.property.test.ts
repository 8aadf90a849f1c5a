import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaHolidays } from '../calendar/china/china-holidays.ts';
import {
  addWorkingTime,
  type Calendar,
  type Hours,
  isWorking,
  workingTimeBetween,
} from '../calendar/working-time.ts';
import { explain } from './explain.ts';
import { type Mode, type Move, replay, type Target } from './replay.ts';

// Ticks of 15 minutes, so that a clock which simply counts ticks can be the judge.
const TICK = 900_000;
const FIRST = Date.UTC(2026, 1, 9);
const TICKS = 45 * 96;
const time = (tick: number) => FIRST + tick * TICK;
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
const calendars = {
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
} satisfies Record<string, Calendar>;
type Id = keyof typeof calendars;
const calendarOf = (id: string): Calendar => calendars[id as Id];
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
      calendarId: fc.constantFrom<Id>('cn', 'berlin', 'always'),
      // Multiples of 20 ticks, so that 50, 75 and 90 percent fall on ticks too.
      targetMs: fc.integer({ min: 1, max: 12 }).map((n) => n * 20 * TICK),
    }),
  },
);
const modes = fc.constantFrom<Mode>('run', 'pause', 'stop');
const ticks = fc.integer({ min: 0, max: TICKS });
const mode = fc.record({ kind: fc.constant('mode' as const), mode: modes, state: fc.constantFrom('a', 'b') });
const target = fc.record({ kind: fc.constant('target' as const), target: targets });
const restart = fc.record({ kind: fc.constant('restart' as const) });
const movesOf = (...kinds: fc.Arbitrary<typeof mode extends fc.Arbitrary<infer _> ? object : never>[]) =>
  fc
    .array(fc.tuple(ticks, fc.oneof(...kinds)), { minLength: 1, maxLength: 14 })
    .map((list) =>
      list.sort((a, b) => a[0] - b[0]).map(([tick, move]) => ({ ...move, at: time(tick) }) as Move),
    );
const anyMoves = movesOf(mode, target, restart);
const plainMoves = movesOf(mode, target);

/** The judge: counts tick by tick, remembers every tick run in this cycle, knows nothing of intervals. */
function count(moves: readonly Move[], until: number) {
  let running = false;
  let began = false;
  let aim: { target: Target; since: number } | undefined;
  let ran: number[] = [];
  let cycleBreach: number | null = null;
  const result = {
    elapsed: 0,
    breachedAt: null as number | null,
    missed: 0,
    warned: {} as Record<number, number>,
  };
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

test('a clock that only counts ticks comes to the same elapsed, warnings, breach and missed cycles', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (moves, until) => {
      const clock = replay(moves, calendarOf, time(until));
      const judged = count(moves, until);
      expect({
        elapsed: clock.elapsedMs / TICK,
        breachedAt: clock.breachedAt,
        missed: clock.missed,
        warned: clock.warnedAt,
      }).toEqual(judged);
    }),
    { numRuns: 400 },
  );
});

test('looking at a clock in between, or entering another state of the same mode, changes nothing', () => {
  fc.assert(
    fc.property(anyMoves, fc.array(ticks, { maxLength: 5 }), (moves, looks) => {
      let list = moves;
      for (const look of looks) {
        const before = list.filter((move) => move.at <= time(look));
        const current = before.findLast((move) => move.kind === 'mode');
        if (current)
          list = [...before, { ...current, at: time(look), state: 'other' }, ...list.slice(before.length)];
      }
      expect(replay(list, calendarOf, time(TICKS))).toEqual(replay(moves, calendarOf, time(TICKS)));
    }),
  );
});

test('elapsed is the sum of the working time of the runs', () => {
  fc.assert(
    fc.property(plainMoves, (moves) => {
      const { elapsedMs, target: current } = replay(moves, calendarOf, time(TICKS));
      let running: number | undefined;
      let sum = 0;
      for (const move of [
        ...moves,
        { kind: 'mode', mode: 'stop', state: '', at: time(TICKS) } satisfies Move,
      ]) {
        if (move.kind !== 'mode') continue;
        if (running !== undefined && current)
          sum += workingTimeBetween(calendarOf(current.calendarId), running, move.at);
        running = move.mode === 'run' ? move.at : undefined;
      }
      expect(elapsedMs).toBe(sum);
    }),
  );
});

test('a breach, once stamped, never moves or disappears, whatever comes after', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      let known: number | null = null;
      let missed = 0;
      for (let length = 1; length <= moves.length; length++) {
        const clock = replay(moves.slice(0, length), calendarOf);
        if (known !== null) expect(clock.breachedAt).toBe(known);
        expect(clock.missed).toBeGreaterThanOrEqual(missed);
        known = clock.breachedAt;
        missed = clock.missed;
      }
      // Nor does time alone take it away.
      if (known !== null) expect(replay(moves, calendarOf, time(TICKS)).breachedAt).toBe(known);
    }),
  );
});

test('from the last count to the due instant there is exactly the time that remains', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (moves, until) => {
      const clock = replay(moves, calendarOf, time(until));
      if (clock.status !== 'running' || !clock.target || clock.dueAt === null || clock.countedTo === null)
        return;
      const remaining = clock.target.targetMs - clock.elapsedMs;
      const calendar = calendarOf(clock.target.calendarId);
      if (remaining > 0) expect(workingTimeBetween(calendar, clock.countedTo, clock.dueAt)).toBe(remaining);
      else expect(clock.dueAt).toBeLessThanOrEqual(clock.countedTo);
    }),
  );
});

test('a pause moves the due instant by the working time that it took', () => {
  fc.assert(
    fc.property(ticks, fc.nat(300), fc.nat(600), targets, (start, run, pause, promised) => {
      if (!promised) return;
      const from = time(start);
      const begun: Move[] = [
        { at: from, kind: 'mode', mode: 'run', state: 'a' },
        { at: from, kind: 'target', target: promised },
      ];
      const paused = from + run * TICK;
      const resumed = paused + pause * TICK;
      const without = replay(begun, calendarOf, paused);
      const moved = replay(
        [
          ...begun,
          { at: paused, kind: 'mode', mode: 'pause', state: 'b' },
          { at: resumed, kind: 'mode', mode: 'run', state: 'a' },
        ],
        calendarOf,
      );
      if (without.dueAt === null || without.dueAt <= paused) return;
      const calendar = calendarOf(promised.calendarId);
      expect(moved.dueAt).toBe(
        addWorkingTime(calendar, without.dueAt, workingTimeBetween(calendar, paused, resumed)),
      );
    }),
  );
});

test('the explanation adds up to the clock', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (moves, until) => {
      const clock = replay(moves, calendarOf, time(until));
      const story = explain(moves, calendarOf, time(until));
      const cycle = story.filter((part) => !part.projected && part.cycle === clock.cycles);
      if (clock.target && cycle.at(-1)?.target === clock.target)
        expect(cycle.at(-1)?.cumulativeMs).toBe(clock.elapsedMs);
      const ahead = story.find((part) => part.projected);
      if (ahead) expect([ahead.to, ahead.cumulativeMs]).toEqual([clock.dueAt, clock.target?.targetMs]);
    }),
    { numRuns: 50 },
  );
});
