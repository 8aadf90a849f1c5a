import type { Calendar, EpochMs } from './calendar.types.ts';
import { type Chunk, CHUNK_MS, compileCalendar, HORIZON_CHUNKS, NoWorkingTimeError } from './compile.ts';

export type { Calendar, EpochMs, Hours } from './calendar.types.ts';

export type WorkingInterval = { from: EpochMs; to: EpochMs };

const LAST_INSTANT = Date.UTC(9999, 11, 31);

/** How many of the ascending values are not above the limit. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Working time between the chunk's beginning and `at`. */
function workedUpTo(chunk: Chunk, at: EpochMs): number {
  const index = countUpTo(chunk.starts, at) - 1;
  if (index < 0) return 0;
  const from = chunk.starts[index] ?? 0;
  return (chunk.before[index] ?? 0) + Math.min(at, chunk.ends[index] ?? 0) - from;
}

/** The first instant in the chunk at which `workedMs` (> 0, at most its total) have been worked since its beginning. */
function instantAfter(chunk: Chunk, workedMs: number): EpochMs {
  let low = 0;
  let high = chunk.before.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunk.before[middle] ?? 0) < workedMs) low = middle + 1;
    else high = middle;
  }
  return (chunk.starts[low - 1] ?? 0) + workedMs - (chunk.before[low - 1] ?? 0);
}

const noWorkingTime = (calendar: Calendar, at: EpochMs) =>
  new NoWorkingTimeError(
    `The calendar of ${calendar.zone} has no working time in the ten years after ${new Date(at).toISOString()}.`,
  );

function requireInstant(at: EpochMs): void {
  if (!Number.isFinite(at)) throw new RangeError(`An instant is milliseconds since 1970, not ${at}.`);
}

/** The first instant at which `workingMs` of working time have passed since `start`; `start` itself for 0. */
export function addWorkingTime(calendar: Calendar, start: EpochMs, workingMs: number): EpochMs {
  requireInstant(start);
  if (!(workingMs >= 0 && workingMs < Infinity)) {
    throw new RangeError(`Working time to add must be 0 or more milliseconds, not ${workingMs}.`);
  }
  const fast = compileCalendar(calendar);
  if (workingMs === 0) return start;
  if (fast.alwaysOpen) return start + workingMs;
  let index = Math.floor(start / CHUNK_MS);
  let needed = workingMs + workedUpTo(fast.chunk(index), start);
  for (let idle = 0; idle <= HORIZON_CHUNKS; index++) {
    if (index * CHUNK_MS > LAST_INSTANT) throw new RangeError('The working time ends after the year 9999.');
    const chunk = fast.chunk(index);
    if (chunk.total >= needed) return instantAfter(chunk, needed);
    needed -= chunk.total;
    idle = chunk.total === 0 ? idle + 1 : 0;
  }
  throw noWorkingTime(calendar, (index - HORIZON_CHUNKS) * CHUNK_MS);
}

/** Working milliseconds in [from, to); 0 when `to` is not after `from`. */
export function workingTimeBetween(calendar: Calendar, from: EpochMs, to: EpochMs): number {
  requireInstant(from);
  requireInstant(to);
  const fast = compileCalendar(calendar);
  if (to <= from) return 0;
  if (fast.alwaysOpen) return to - from;
  const first = Math.floor(from / CHUNK_MS);
  const last = Math.floor(to / CHUNK_MS);
  let sum = -workedUpTo(fast.chunk(first), from);
  for (let index = first; index < last; index++) sum += fast.chunk(index).total;
  return sum + workedUpTo(fast.chunk(last), to);
}

/** The working intervals within [from, to), cut to it, in order; neighbours that touch are one. */
export function* workingIntervals(
  calendar: Calendar,
  from: EpochMs,
  to: EpochMs,
): Generator<WorkingInterval> {
  requireInstant(from);
  requireInstant(to);
  const fast = compileCalendar(calendar);
  if (to <= from) return;
  let pending: WorkingInterval | undefined;
  for (let index = Math.floor(from / CHUNK_MS); index * CHUNK_MS < to; index++) {
    const { starts, ends } = fast.chunk(index);
    for (const [i, start] of starts.entries()) {
      const next = { from: Math.max(start, from), to: Math.min(ends[i] ?? start, to) };
      if (next.from >= next.to) continue;
      if (pending?.to === next.from) pending.to = next.to;
      else {
        if (pending) yield pending;
        pending = next;
      }
    }
  }
  if (pending) yield pending;
}

/** Whether `at` is in working hours; the opening instant is, the closing instant is not. */
export function isWorking(calendar: Calendar, at: EpochMs): boolean {
  requireInstant(at);
  const fast = compileCalendar(calendar);
  if (fast.alwaysOpen) return true;
  const chunk = fast.chunk(Math.floor(at / CHUNK_MS));
  return at < (chunk.ends[countUpTo(chunk.starts, at) - 1] ?? -Infinity);
}

/** `at` itself in working hours, else the next opening. */
export function nextWorkingInstant(calendar: Calendar, at: EpochMs): EpochMs {
  if (isWorking(calendar, at)) return at;
  const fast = compileCalendar(calendar);
  const first = Math.floor(at / CHUNK_MS);
  for (let index = first; index <= first + HORIZON_CHUNKS; index++) {
    const { starts } = fast.chunk(index);
    const opening = starts[countUpTo(starts, at)];
    if (opening !== undefined) return opening;
  }
  throw noWorkingTime(calendar, at);
}
