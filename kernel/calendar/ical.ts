import ICAL from 'ical.js';
import type { CalendarDay } from './calendar.types.ts';
import { dateOf, dayNumber } from './compile.ts';

/** A holiday file that cannot be read; `line` is the line of the file (1-based) where that shows. */
export class IcalError extends Error {
  override name = 'IcalError';
  readonly line: number;
  /** The key of its words in both languages, and what they name; the message is the English one. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(line: number, fault: string, message: string, params: Readonly<Record<string, string>> = {}) {
    super(`Line ${line}: ${message}`);
    this.line = line;
    this.code = `calendar.ical_${fault}`;
    this.params = { line, ...params };
  }
}

/** Fifty years of days: enough for any list of holidays. */
const MOST_OCCURRENCES = 20_000;
/** Refused: finer than days is no holiday, and ical.js searches for ever when DAILY names a day such as 30 February. */
const REFUSED_RULE = /FREQ=(?:SECONDLY|MINUTELY|HOURLY)|FREQ=DAILY.*BYMONTHDAY|BYMONTHDAY.*FREQ=DAILY/i;

/**
 * Words in an event's summary by which Chinese and English holiday calendars mark a make-up working day (调休):
 * 班 (as in 补班, 上班, （班）), "make-up", "workday", "working day"; but not "non-working day".
 */
const isMakeUpDay = (summary: string): boolean =>
  /班|\bmake-?\s?up\b|\bwork(?:ing)?[\s-]?day\b/i.test(summary) &&
  !/\b(?:non|not a)[\s-]?work/i.test(summary);

type Block = { line: number; text: string };

/** The VEVENT blocks with the line each starts on; throws where BEGIN and END, or a line's form, are wrong. */
function eventBlocks(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const open: { name: string; line: number }[] = [];
  const events: Block[] = [];
  let eventLines: string[] | undefined;
  let sawCalendar = false;
  lines.forEach((line, index) => {
    const at = index + 1;
    if (eventLines) eventLines.push(line);
    if (line.trim() === '' || /^[ \t]/.test(line)) return;
    const [, name, value] = /^([A-Za-z0-9-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new IcalError(at, 'line', `"${line.slice(0, 60)}" is not an iCalendar line (NAME:value).`);
    }
    const component = value.trim().toUpperCase();
    if (name.toUpperCase() === 'BEGIN') {
      if (open.length === 0 && component !== 'VCALENDAR')
        throw new IcalError(at, 'begin', 'the file must begin with BEGIN:VCALENDAR.');
      sawCalendar = true;
      open.push({ name: component, line: at });
      if (component === 'VEVENT') eventLines = [line];
    } else if (name.toUpperCase() === 'END') {
      const last = open.pop();
      if (last?.name !== component)
        throw new IcalError(at, 'end', `END:${component} has no BEGIN:${component}.`, {
          name: component.slice(0, 60),
        });
      if (component === 'VEVENT' && eventLines) {
        events.push({ line: last.line, text: eventLines.join('\r\n') });
        eventLines = undefined;
      }
    } else if (open.length === 0) {
      throw new IcalError(at, 'begin', 'the file must begin with BEGIN:VCALENDAR.');
    }
  });
  const unclosed = open.at(-1);
  if (unclosed)
    throw new IcalError(unclosed.line, 'unclosed', `BEGIN:${unclosed.name} is never closed.`, {
      name: unclosed.name.slice(0, 60),
    });
  if (!sawCalendar) throw new IcalError(1, 'begin', 'the file must begin with BEGIN:VCALENDAR.');
  return events;
}

/** The line of the named property inside the block, for messages. */
function lineOf(block: Block, property: string): number {
  const index = block.text.split('\r\n').findIndex((line) => line.toUpperCase().startsWith(property));
  return block.line + Math.max(0, index);
}

type Entry = { event: ICAL.Event; block: Block };

function requireRealDate(block: Block, component: ICAL.Component, name: 'dtstart' | 'dtend'): void {
  const property = component.getFirstProperty(name);
  const written = property?.toICALString().match(/:(\d{8})(?!\d)/)?.[1];
  if (!property && name === 'dtend') return;
  const date = written?.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  // ical.js rolls 20261341 over to another date.
  if (!date || !Number.isFinite(Date.parse(date)) || dateOf(dayNumber(date)) !== date) {
    throw new IcalError(
      lineOf(block, name.toUpperCase()),
      'date',
      `${name.toUpperCase()} must be a date such as 20261001.`,
      { name: name.toUpperCase() },
    );
  }
}

function readEvent(block: Block): Entry {
  let component: ICAL.Component;
  try {
    const parsed: unknown[] = ICAL.parse(block.text);
    component = new ICAL.Component(parsed);
    requireRealDate(block, component, 'dtstart');
    requireRealDate(block, component, 'dtend');
    // No exceptions here: each block was parsed alone, and they are related by UID below.
    return { event: new ICAL.Event(component, { exceptions: [] }), block };
  } catch (error) {
    if (error instanceof IcalError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const line = /frequency|BY[A-Z]+|recur/i.test(reason) ? lineOf(block, 'RRULE') : block.line;
    throw new IcalError(line, 'event', `this event cannot be read (${reason}).`);
  }
}

type Range = { from: number; to: number };

const localMs = (time: ICAL.Time): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

/** The local days wholly covered by the event, clipped to the range; a meeting of an hour covers none. */
function coveredDays(start: ICAL.Time, end: ICAL.Time, range: Range): number[] {
  const first = Math.ceil(localMs(start) / 86_400_000);
  // An all-day event whose DTEND equals its DTSTART is one day in many real files.
  const sameDay = start.isDate && localMs(end) <= localMs(start);
  const last = sameDay ? first : Math.floor(localMs(end) / 86_400_000) - 1;
  const days: number[] = [];
  for (let day = Math.max(first, range.from); day <= Math.min(last, range.to); day++) days.push(day);
  return days;
}

type Found = { day: number; summary: string };

const isCancelled = (event: ICAL.Event): boolean =>
  String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

function occurrences({ event, block }: Entry, range: Range): Found[] {
  const found: Found[] = [];
  const add = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    if (isCancelled(item)) return;
    for (const day of coveredDays(start, end, range)) found.push({ day, summary: item.summary ?? '' });
  };
  if (!event.isRecurring()) {
    add(event, event.startDate, event.endDate);
    return found;
  }
  const repeatsOddly = new IcalError(
    lineOf(block, 'RRULE'),
    'repeats',
    'this event repeats too often, or too oddly, to be a holiday.',
  );
  const rules = event.component.getAllProperties('rrule');
  if (rules.some((rule) => REFUSED_RULE.test(rule.toICALString()))) throw repeatsOddly;
  const iterator = event.iterator();
  for (let count = 0; ; count++) {
    const next: ICAL.Time | null = iterator.next();
    if (!next || localMs(next) / 86_400_000 > range.to + 1) return found;
    if (count > MOST_OCCURRENCES) throw repeatsOddly;
    const details = event.getOccurrenceDetails(next);
    add(details.item, details.startDate, details.endDate);
  }
}

/** Events with a RECURRENCE-ID replace one occurrence of the event of the same UID. */
function relate(entries: Entry[]): Entry[] {
  const masters = new Map(
    entries.filter(({ event }) => !event.isRecurrenceException()).map((entry) => [entry.event.uid, entry]),
  );
  return entries.filter(({ event }) => {
    const master = event.isRecurrenceException() ? masters.get(event.uid) : undefined;
    if (!master) return true;
    master.event.relateException(event);
    return false;
  });
}

/**
 * The holidays and make-up working days of an iCalendar file between two dates (YYYY-MM-DD, both included): all-day,
 * multi-day and recurring events, cancelled ones left out. Times are read as written, in the file's own zone.
 * Where a date is both, the make-up working day wins, since it is the exception to the holiday. Throws `IcalError`.
 */
export function holidaysFromIcal(text: string, between: { from: string; to: string }): CalendarDay[] {
  const range = { from: dayNumber(between.from), to: dayNumber(between.to) };
  if (!(range.from <= range.to)) {
    throw new RangeError(`The range must be two dates in order, not ${between.from} to ${between.to}.`);
  }
  const days = new Map<number, CalendarDay>();
  for (const entry of relate(eventBlocks(text).map(readEvent))) {
    for (const { day, summary } of occurrences(entry, range)) {
      const kind = isMakeUpDay(summary) ? 'work' : 'off';
      const known = days.get(day);
      if (known && (known.kind === 'work' || kind === 'off')) continue;
      days.set(day, { date: dateOf(day), kind, name: summary });
    }
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}
