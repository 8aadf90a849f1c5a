import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingTime, workingTimeBetween } from '../calendar/working-time.ts';
import { explain } from './explain.ts';
import { type Move, replay } from './replay.ts';
import {
  anyMoves,
  calendarOf,
  count,
  plainMoves,
  someTarget,
  TICK,
  TICKS,
  ticks,
  time,
} from './ticks.testing.ts';

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
      const { elapsedMs, target } = replay(moves, calendarOf, time(TICKS));
      fc.pre(target !== null);
      const calendar = calendarOf(target.calendarId);
      const entries = moves.filter((move) => move.kind === 'mode');
      const sum = entries.reduce((soFar, { mode, at }, i) => {
        const until = entries[i + 1]?.at ?? time(TICKS);
        return mode === 'run' ? soFar + workingTimeBetween(calendar, at, until) : soFar;
      }, 0);
      expect(elapsedMs).toBe(sum);
    }),
  );
});

test('a breach, once stamped, never moves or disappears, whatever comes after', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const clocks = moves.map((_, i) => replay(moves.slice(0, i + 1), calendarOf));
      clocks.push(replay(moves, calendarOf, time(TICKS)));
      const first = clocks.findIndex(({ breachedAt }) => breachedAt !== null);
      const after = first < 0 ? [] : clocks.slice(first);
      expect(new Set(after.map(({ breachedAt }) => breachedAt)).size).toBeLessThanOrEqual(1);
      const missed = clocks.map((clock) => clock.missed);
      expect(missed).toEqual(missed.toSorted((a, b) => a - b));
    }),
  );
});

test('from the last count to the due instant there is exactly the time that remains', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (moves, until) => {
      const { status, target, dueAt, countedTo, elapsedMs } = replay(moves, calendarOf, time(until));
      fc.pre(status === 'running' && target !== null && dueAt !== null && countedTo !== null);
      const remainingMs = Math.max(0, target.targetMs - elapsedMs);
      expect(workingTimeBetween(calendarOf(target.calendarId), countedTo, dueAt)).toBe(remainingMs);
      expect(dueAt > countedTo).toBe(remainingMs > 0);
    }),
  );
});

test('the next check is the first instant at which time alone changes what is stamped', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (all, until) => {
      const moves = all.filter((move) => move.at <= time(until));
      const now = replay(moves, calendarOf, time(until));
      fc.pre(now.nextCheckAt !== null);
      const stamps = (at: number) => {
        const { warnedAt, breachedAt, missed } = replay(moves, calendarOf, at);
        return { warnedAt, breachedAt, missed };
      };
      expect(now.nextCheckAt).toBeGreaterThan(time(until));
      expect(stamps(now.nextCheckAt - 1)).toEqual(stamps(time(until)));
      expect(stamps(now.nextCheckAt)).not.toEqual(stamps(time(until)));
    }),
  );
});

test('a pause moves the due instant by the working time that it took', () => {
  fc.assert(
    fc.property(ticks, fc.nat(300), fc.nat(600), someTarget, (start, run, pause, promised) => {
      const from = time(start);
      const begun: Move[] = [
        { at: from, kind: 'mode', mode: 'run', state: 'a' },
        { at: from, kind: 'target', target: promised },
      ];
      const paused = from + run * TICK;
      const resumed = paused + pause * TICK;
      const without = replay(begun, calendarOf, paused).dueAt;
      fc.pre(without !== null && without > paused);
      const wait: Move[] = [
        { at: paused, kind: 'mode', mode: 'pause', state: 'b' },
        { at: resumed, kind: 'mode', mode: 'run', state: 'a' },
      ];
      const calendar = calendarOf(promised.calendarId);
      const shifted = addWorkingTime(calendar, without, workingTimeBetween(calendar, paused, resumed));
      expect(replay([...begun, ...wait], calendarOf).dueAt).toBe(shifted);
    }),
  );
});

test('the explanation adds up to the clock', () => {
  fc.assert(
    fc.property(anyMoves, ticks, (moves, until) => {
      const { target, elapsedMs, dueAt } = replay(moves, calendarOf, time(until));
      // A millisecond on, so that the story ends with a segment of the present target and cycle.
      const story = explain(moves, calendarOf, time(until) + 1);
      const last = story.findLast((part) => !part.projected);
      fc.pre(target !== null && last !== undefined && last.to === time(until) + 1);
      expect(last.openingMs + last.workedMs).toBe(last.cumulativeMs);
      expect(last.cumulativeMs).toBe(replay(moves, calendarOf, time(until) + 1).elapsedMs);
      const ahead = story.filter((part) => part.projected).map((part) => [part.to, part.cumulativeMs]);
      expect(ahead).toEqual(ahead.length > 0 ? [[dueAt, target.targetMs]] : []);
      expect(elapsedMs).toBeLessThanOrEqual(last.cumulativeMs);
    }),
    { numRuns: 50 },
  );
});
