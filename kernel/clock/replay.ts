import { addWorkingTime, nextWorkingInstant } from '../calendar/working-time.ts';
import { type ClockState, type Move, type Threshold, WARN_AT } from './clock.types.ts';
import { advance, begin, type CalendarOf, countTo, type Fold, reachedAt, thresholdMs } from './fold.ts';

export type { ClockState, Mode, Move, Target } from './clock.types.ts';
export type { CalendarOf } from './fold.ts';

function statusOf(fold: Fold): ClockState['status'] {
  if (!fold.target || fold.startedAt === null) return 'none';
  if (fold.mode === 'run') return 'running';
  return fold.mode === 'pause' ? 'paused' : 'stopped';
}

/** When so much will have been worked if the clock goes on from where it stands. */
function projected(fold: Fold, workedMs: number): number | null {
  if (!fold.calendar) return null;
  return reachedAt(fold, workedMs) ?? addWorkingTime(fold.calendar, fold.at, workedMs - fold.elapsedMs);
}

function nextCheck(fold: Fold, warnAt: ClockState['warnAt'], dueAt: number | null): number | null {
  const checks = WARN_AT.flatMap((percent) =>
    fold.warnedAt[percent] === undefined ? (warnAt[percent] ?? []) : [],
  );
  if (fold.calendar && dueAt !== null && fold.cycleBreachedAt === null) {
    checks.push(nextWorkingInstant(fold.calendar, Math.max(dueAt, fold.at)) + 1);
  }
  return checks.length > 0 ? Math.min(...checks) : null;
}

function settle(fold: Fold): ClockState {
  const { target } = fold;
  const status = statusOf(fold);
  const goesOn = status === 'running';
  const when = (workedMs: number) => (goesOn ? projected(fold, workedMs) : reachedAt(fold, workedMs));
  const warn = (percent: Threshold) =>
    target && status !== 'none' ? when(thresholdMs(target, percent)) : null;
  const due = (targetMs: number) => (status === 'stopped' ? projected(fold, targetMs) : when(targetMs));
  const dueAt = target && status !== 'none' ? due(target.targetMs) : null;
  const warnAt = { 50: warn(50), 75: warn(75), 90: warn(90) };
  return {
    status,
    startedAt: fold.startedAt,
    elapsedMs: fold.elapsedMs,
    countedTo: fold.at === -Infinity ? null : fold.at,
    dueAt,
    warnAt,
    nextCheckAt: goesOn ? nextCheck(fold, warnAt, dueAt) : null,
    warnedAt: fold.warnedAt,
    breachedAt: fold.breachedAt,
    cycleBreachedAt: fold.cycleBreachedAt,
    stoppedAt: status === 'stopped' ? fold.modeSince : null,
    runningSince: status === 'running' ? fold.modeSince : null,
    cycles: fold.cycles,
    missed: fold.missed,
    target,
  };
}

/**
 * Where a promise stands, from the record's own moves alone (processes.md 0.4 d, 0.5). Counts to `asOf`, else to the
 * last move; moves after `asOf` are left out, so this also answers for any date in the past. Throws `RangeError` for
 * moves out of order and `NoWorkingTimeError` for a calendar in which the promise could never fall due.
 */
export function replay(moves: readonly Move[], calendarOf: CalendarOf, asOf?: number): ClockState {
  const fold = begin(calendarOf);
  for (const move of moves) {
    if (asOf !== undefined && move.at > asOf) break;
    advance(fold, move);
  }
  if (asOf !== undefined) countTo(fold, asOf);
  return settle(fold);
}
