import { type Calendar, type CalendarDay, type EpochMs, WEEKDAYS, type Weekday } from './calendar.types.ts';

export const DAY_MS = 86_400_000;
const CHUNK_DAYS = 28;
export const CHUNK_MS = CHUNK_DAYS * DAY_MS;
/** A search gives up after this long without a single working minute. */
export const HORIZON_CHUNKS = Math.ceil((10 * 366) / CHUNK_DAYS);

/** Why a day's hours are what they are; `regular` covers working weekdays and weekends alike. */
type DayKind = 'regular' | 'holiday' | 'make-up';
export type DayPlan = {
  hours: readonly (readonly [number, number])[]; // ms after the local midnight of the wall clock
  kind: DayKind;
  name: string;
};

/** Four weeks of real time: the working intervals in order, and how much was worked before each. */
export type Chunk = { starts: number[]; ends: number[]; before: number[]; total: number };

type CompiledCalendar = {
  zone: string;
  alwaysOpen: boolean;
  planOf(localDay: number): DayPlan;
  chunk(index: number): Chunk;
};

/** Thrown where a due date is asked of a calendar in which nobody ever works. */
export class NoWorkingTimeError extends Error {
  override name = 'NoWorkingTimeError';
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const hoursInMs = (hours: readonly (readonly [string, string])[]): [number, number][] => {
  const sorted = hours
    .map(([from, to]): [number, number] => [minutes(from) * 60_000, minutes(to) * 60_000])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    // Overlapping hours must not be counted twice, whatever the schema has let through.
    if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
    else merged.push(next);
  }
  return merged;
};

/** Days since 1970-01-01 of a date written YYYY-MM-DD, without any zone. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
export const dateOf = (localDay: number): string => new Date(localDay * DAY_MS).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. */
export const weekdayOf = (localDay: number): Weekday => WEEKDAYS[(((localDay + 3) % 7) + 7) % 7] ?? 'mon';

function planner(calendar: Calendar): { plan: (localDay: number) => DayPlan; anyHours: boolean } {
  const weekly = new Map(WEEKDAYS.map((day) => [day, hoursInMs(calendar.weekly[day] ?? [])]));
  const hoursLike = (day: Weekday | undefined) => {
    const hours = day && weekly.get(day);
    return hours && hours.length > 0 ? hours : undefined;
  };
  const usual = hoursLike('mon') ?? hoursLike(WEEKDAYS.find((day) => hoursLike(day))) ?? [];
  const exceptionPlan = (day: CalendarDay): DayPlan => {
    const name = day.name ?? '';
    if (day.kind === 'off') return { hours: [], kind: 'holiday', name };
    return {
      hours: day.hours ? hoursInMs(day.hours) : (hoursLike(day.like) ?? usual),
      kind: 'make-up',
      name,
    };
  };
  const exceptions = new Map(calendar.exceptions.map((day) => [dayNumber(day.date), exceptionPlan(day)]));
  const yearly = new Set(calendar.yearlyHolidays ?? []);
  const regular = new Map<Weekday, DayPlan>(
    WEEKDAYS.map((day) => [day, { hours: weekly.get(day) ?? [], kind: 'regular', name: '' }]),
  );
  const nothing: DayPlan = { hours: [], kind: 'regular', name: '' };
  const plan = (localDay: number): DayPlan => {
    const exception = exceptions.get(localDay);
    if (exception) return exception;
    if (yearly.size > 0) {
      const monthDay = dateOf(localDay).slice(-5);
      if (yearly.has(monthDay)) return { hours: [], kind: 'holiday', name: monthDay };
    }
    return regular.get(weekdayOf(localDay)) ?? nothing;
  };
  const anyHours = usual.length > 0 || [...exceptions.values()].some((day) => day.hours.length > 0);
  return { plan, anyHours };
}

type OffsetSpan = { from: EpochMs; to: EpochMs; offsetMs: number };

/** The stretches of real time, in order, in which the zone's clocks keep one offset from UTC. */
function* offsetSpans(zone: string, from: EpochMs, to: EpochMs): Generator<OffsetSpan> {
  let moment: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  let start = from;
  while (moment && start < to) {
    const next: Temporal.ZonedDateTime | null = moment.getTimeZoneTransition('next');
    const end = Math.min(next?.epochMilliseconds ?? to, to);
    yield { from: start, to: end, offsetMs: moment.offsetNanoseconds / 1e6 };
    start = end;
    moment = next;
  }
}

/**
 * An instant is working time when the wall clock then shows working hours. So hours that daylight saving skips
 * do not exist, hours that it repeats count twice, and intervals come out in the order of real time.
 */
function buildChunk(zone: string, plan: (localDay: number) => DayPlan, index: number): Chunk {
  const chunk: Chunk = { starts: [], ends: [], before: [], total: 0 };
  for (const span of offsetSpans(zone, index * CHUNK_MS, (index + 1) * CHUNK_MS)) {
    const lastDay = Math.ceil((span.to + span.offsetMs) / DAY_MS) - 1;
    for (let day = Math.floor((span.from + span.offsetMs) / DAY_MS); day <= lastDay; day++) {
      const midnight = day * DAY_MS - span.offsetMs;
      for (const [open, close] of plan(day).hours) {
        const from = Math.max(midnight + open, span.from);
        const to = Math.min(midnight + close, span.to);
        if (from >= to) continue;
        const last = chunk.ends.length - 1;
        if (chunk.ends[last] === from) chunk.ends[last] = to;
        else {
          chunk.starts.push(from);
          chunk.ends.push(to);
          chunk.before.push(chunk.total);
        }
        chunk.total += to - from;
      }
    }
  }
  return chunk;
}

const isAlwaysOpen = (calendar: Calendar): boolean =>
  calendar.exceptions.length === 0 &&
  (calendar.yearlyHolidays ?? []).length === 0 &&
  WEEKDAYS.every((day) => {
    const [first, second] = hoursInMs(calendar.weekly[day] ?? []);
    return first?.[0] === 0 && first[1] === DAY_MS && !second;
  });

function compile(calendar: Calendar): CompiledCalendar {
  const { plan, anyHours } = planner(calendar);
  if (!anyHours) {
    throw new NoWorkingTimeError(
      `The calendar of ${calendar.zone} has no working time: give at least one weekday hours.`,
    );
  }
  const chunks = new Map<number, Chunk>();
  return {
    zone: calendar.zone,
    alwaysOpen: isAlwaysOpen(calendar),
    planOf: plan,
    chunk: (index) => {
      let chunk = chunks.get(index);
      if (!chunk) {
        chunk = buildChunk(calendar.zone, plan, index);
        chunks.set(index, chunk);
      }
      return chunk;
    },
  };
}

const compiled = new WeakMap<Calendar, CompiledCalendar>();

/** The fast form of a calendar, kept as long as the calendar object lives. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  let fast = compiled.get(calendar);
  if (!fast) {
    fast = compile(calendar);
    compiled.set(calendar, fast);
  }
  return fast;
}
