import { localDate } from '../calendar/working-days.ts';
import { compileCalendar, dateOf, dayNumber } from '../calendar/compile.ts';
import { type Calendar, workingTimeBetween } from '../calendar/working-time.ts';
import type { Mode, Move, Target } from './clock.types.ts';
import { advance, begin, type CalendarOf, countTo, type Fold } from './fold.ts';
import { replay } from './replay.ts';

/** `outside hours`: a working day, but this part of it lies outside its working hours. */
export type DayNote = 'weekend' | 'outside hours' | `holiday:${string}` | `make-up:${string}`;
export type SegmentDay = { readonly date: string; readonly workedMs: number; readonly note?: DayNote };

/** A stretch in which nothing that matters to the clock changed. */
export type Segment = {
  readonly from: number;
  readonly to: number;
  readonly mode: Mode;
  readonly state: string | null;
  readonly target: Target | null;
  readonly calendarId: string | null;
  /** The reason given with the target in force (a raised priority, another service). */
  readonly why: string | null;
  /** Restarts before this segment. */
  readonly cycle: number;
  /** Elapsed at `from`. Where it differs from the cumulative before, a new calendar or cycle made the sum anew. */
  readonly openingMs: number;
  readonly workedMs: number;
  /** Working time that passed uncounted, because the clock was paused or stopped. */
  readonly excludedMs: number;
  readonly cumulativeMs: number;
  /** True for the stretch from `asOf` to the due instant, which has not happened yet. */
  readonly projected: boolean;
  /** Local days of the calendar; only where the clock ran. */
  readonly days: readonly SegmentDay[];
};

function noteOf(calendar: Calendar, localDay: number, workedMs: number): DayNote | undefined {
  const plan = compileCalendar(calendar).planOf(localDay);
  if (plan.kind === 'holiday') return `holiday:${plan.name}`;
  if (plan.kind === 'make-up') return `make-up:${plan.name}`;
  // Any weekday without hours: a desk that closes on Mondays has its weekend then.
  if (plan.hours.length === 0) return 'weekend';
  return workedMs === 0 ? 'outside hours' : undefined;
}

function daysOf(calendar: Calendar, from: number, to: number): SegmentDay[] {
  const days: SegmentDay[] = [];
  const last = dayNumber(localDate(calendar, to - 1));
  let start = from;
  for (let day = dayNumber(localDate(calendar, from)); day <= last; day++) {
    const nextMidnight = Temporal.PlainDate.from(dateOf(day + 1)).toZonedDateTime(
      calendar.zone,
    ).epochMilliseconds;
    const end = Math.min(to, nextMidnight);
    if (end <= start) continue; // a date that the zone skipped (Samoa, 2011-12-30)
    const workedMs = workingTimeBetween(calendar, start, end);
    const note = noteOf(calendar, day, workedMs);
    days.push(note === undefined ? { date: dateOf(day), workedMs } : { date: dateOf(day), workedMs, note });
    start = end;
  }
  return days;
}

/** The segment that ends at `to`, or nothing if no time passes or the record has entered no state yet. */
function segment(fold: Fold, to: number, projected: boolean): Segment | undefined {
  const { at: from, calendar, mode, elapsedMs: openingMs } = fold;
  if (!mode || !(from < to)) return undefined;
  const passedMs = calendar ? workingTimeBetween(calendar, from, to) : 0;
  const workedMs = mode === 'run' ? passedMs : 0;
  return {
    from,
    to,
    mode,
    state: fold.state,
    target: fold.target,
    calendarId: fold.target?.calendarId ?? null,
    why: fold.why,
    cycle: fold.cycles,
    openingMs,
    workedMs,
    excludedMs: passedMs - workedMs,
    cumulativeMs: openingMs + workedMs,
    projected,
    days: calendar && mode === 'run' ? daysOf(calendar, from, to) : [],
  };
}

/**
 * Why a clock is due when it is due: every run, pause and change of target up to `asOf`, day by day, and then, while it
 * runs short of its target, the stretch ahead to the due instant. The last segment's cumulative is the clock's elapsed,
 * or the whole target when it is projected.
 */
export function explain(moves: readonly Move[], calendarOf: CalendarOf, asOf: number): Segment[] {
  const segments: Segment[] = [];
  const fold = begin(calendarOf);
  const close = (to: number, projected: boolean) => {
    const next = segment(fold, to, projected);
    if (next) segments.push(next);
  };
  for (const move of moves) {
    if (move.at > asOf) break;
    close(move.at, false);
    advance(fold, move);
  }
  close(asOf, false);
  countTo(fold, asOf);
  const { status, dueAt } = replay(moves, calendarOf, asOf);
  if (status === 'running' && dueAt !== null) close(dueAt, true);
  return segments;
}
