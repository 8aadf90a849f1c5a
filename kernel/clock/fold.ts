import { addWorkingTime, type Calendar, workingTimeBetween } from '../calendar/working-time.ts';
import { type Mode, type Move, type Target, type Threshold, WARN_AT } from './clock.types.ts';

/** Answers the same object for the same id each time: calendars are compiled, and compared, by identity. */
export type CalendarOf = (id: string) => Calendar;

/** One stretch in which the clock ran; `workedMs` in the calendar of the current target. */
type Run = { from: number; to: number; workedMs: number };

/** The replay so far. Private to one replay, hence mutable: copying it at each move made long replays quadratic. */
export type Fold = {
  readonly calendarOf: CalendarOf;
  at: number; // everything before this instant has been counted
  mode: Mode | null;
  modeSince: number;
  state: string | null;
  target: Target | null;
  targetSince: number;
  why: string | null;
  calendar: Calendar | null;
  startedAt: number | null;
  runs: Run[]; // of the current cycle, in order; the last one is open while mode is run
  elapsedMs: number;
  breachedAt: number | null;
  cycleBreachedAt: number | null;
  warnedAt: Partial<Record<Threshold, number>>;
  cycles: number;
  missed: number;
};

export const begin = (calendarOf: CalendarOf): Fold => ({
  calendarOf,
  at: -Infinity,
  mode: null,
  modeSince: -Infinity,
  state: null,
  target: null,
  targetSince: -Infinity,
  why: null,
  calendar: null,
  startedAt: null,
  runs: [],
  elapsedMs: 0,
  breachedAt: null,
  cycleBreachedAt: null,
  warnedAt: {},
  cycles: 0,
  missed: 0,
});

export const thresholdMs = (target: Target, percent: number): number =>
  Math.ceil((target.targetMs * percent) / 100);

/** When the runs, in the current calendar, had worked so much; null if they have not yet. */
export function reachedAt(fold: Fold, workedMs: number): number | null {
  if (!fold.calendar || workedMs > fold.elapsedMs) return null;
  let counted = 0;
  for (const run of fold.runs) {
    if (counted + run.workedMs >= workedMs)
      return addWorkingTime(fold.calendar, run.from, workedMs - counted);
    counted += run.workedMs;
  }
  return null;
}

/** Stamps, once and for good, what the target in force has just brought about. */
function stamp(fold: Fold): void {
  const { target } = fold;
  if (!target || fold.startedAt === null) return;
  // A target that arrived after it was exceeded is breached (or warned of) from its arrival, not before.
  const since = (workedMs: number) => Math.max(reachedAt(fold, workedMs) ?? fold.at, fold.targetSince);
  for (const percent of WARN_AT) {
    if (fold.warnedAt[percent] !== undefined) continue;
    const workedMs = thresholdMs(target, percent);
    if (fold.elapsedMs >= workedMs && fold.runs.length > 0) fold.warnedAt[percent] = since(workedMs);
  }
  // Strictly more: what stops at the very instant it is due was kept.
  if (fold.cycleBreachedAt === null && fold.elapsedMs > target.targetMs) {
    fold.cycleBreachedAt = since(target.targetMs);
    fold.breachedAt ??= fold.cycleBreachedAt;
    fold.missed++;
  }
}

/** Counts up to `at` under the mode and the target in force since the last move. */
export function countTo(fold: Fold, at: number): void {
  const open = fold.mode === 'run' ? fold.runs.at(-1) : undefined;
  if (open && at > open.to) {
    if (fold.calendar) {
      const workedMs = workingTimeBetween(fold.calendar, open.to, at);
      open.workedMs += workedMs;
      fold.elapsedMs += workedMs;
    }
    open.to = at;
  }
  fold.at = at;
  stamp(fold);
}

/** Another calendar measures the whole history anew; pauses stay pauses. */
function recount(fold: Fold): void {
  fold.elapsedMs = 0;
  for (const run of fold.runs) {
    run.workedMs = fold.calendar ? workingTimeBetween(fold.calendar, run.from, run.to) : 0;
    fold.elapsedMs += run.workedMs;
  }
}

function aim(fold: Fold, move: Move & { kind: 'target' }): void {
  const { target } = move;
  if (target && !(target.targetMs >= 0 && target.targetMs < Infinity)) {
    throw new RangeError(`A target must be 0 or more worked milliseconds, not ${target.targetMs}.`);
  }
  const calendar = target ? fold.calendarOf(target.calendarId) : null;
  fold.target = target;
  fold.targetSince = move.at;
  fold.why = move.why ?? null;
  if (calendar === fold.calendar) return;
  fold.calendar = calendar;
  recount(fold);
}

function enter(fold: Fold, move: Move & { kind: 'mode' }): void {
  // A record that begins in a `stop` state (a supplier's clock before the supplier is asked) has not begun.
  if (move.mode !== 'stop') fold.startedAt ??= move.at;
  if (move.mode !== fold.mode) {
    fold.modeSince = move.at;
    if (move.mode === 'run') fold.runs.push({ from: move.at, to: move.at, workedMs: 0 });
  }
  fold.mode = move.mode;
  fold.state = move.state;
}

function restart(fold: Fold, at: number): void {
  fold.cycles++;
  fold.runs = fold.mode === 'run' ? [{ from: at, to: at, workedMs: 0 }] : [];
  fold.elapsedMs = 0;
  fold.warnedAt = {};
  fold.cycleBreachedAt = null;
}

/** Counts up to the move, then makes it. */
export function advance(fold: Fold, move: Move): void {
  if (!(move.at >= fold.at && move.at < Infinity)) {
    throw new RangeError(
      `A ${move.kind} move at ${move.at} comes after one at ${fold.at}: moves are replayed in the order they happened.`,
    );
  }
  countTo(fold, move.at);
  if (move.kind === 'mode') enter(fold, move);
  else if (move.kind === 'target') aim(fold, move);
  else restart(fold, move.at);
  stamp(fold);
}
