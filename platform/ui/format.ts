import { createContext, useContext } from 'react';
import type { Language } from '../i18n/words.ts';
import { useLanguage, useUiWords } from './words.ts';

/** The reader's time zone; the account sets it, else the browser's. */
export const ZoneContext = createContext<string>(Intl.DateTimeFormat().resolvedOptions().timeZone);

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** Dates, numbers and durations as the reader writes them. */
export function useFormat() {
  const language = useLanguage();
  const zone = useContext(ZoneContext);
  const t = useUiWords();
  return formatFor(language, zone, t);
}
export type Format = ReturnType<typeof formatFor>;

type Say = ReturnType<typeof useUiWords>;
const made = new WeakMap<Say, Map<string, ReturnType<typeof makeFormat>>>();

/** One for the whole page, for each is a dozen of `Intl`'s objects and every cell of a list asks for one. */
function formatFor(language: Language, zone: string, t: Say) {
  const ofThese = made.get(t) ?? new Map<string, ReturnType<typeof makeFormat>>();
  made.set(t, ofThese);
  const key = `${language} ${zone}`;
  const found = ofThese.get(key) ?? makeFormat(language, zone, t);
  ofThese.set(key, found);
  return found;
}

function makeFormat(language: Language, zone: string, t: Say) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const dateTime = make({ dateStyle: 'medium', timeStyle: 'short' });
  const full = make({ dateStyle: 'full', timeStyle: 'long' });
  const month = make({ year: 'numeric', month: 'short' });
  const dateOnly = make({ dateStyle: 'medium' });
  // A calendar day has no zone; shifting it would show the day before.
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' });
  const weekday = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    dateStyle: undefined,
  });
  const short = make({
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const clock = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });

  /** The two largest units: `1 d 4 h`, `35 min`. Never negative; the caller says late or left. */
  const duration = (ms: number): string => {
    let rest = Math.abs(ms);
    if (rest < 60_000) return t('ui.duration.s', { n: Math.round(rest / 1000) });
    const parts: string[] = [];
    for (const [unit, size] of units) {
      const n = Math.floor(rest / size);
      if (n > 0 && parts.length < 2) parts.push(t(`ui.duration.${unit}`, { n }));
      else if (parts.length > 0) break;
      rest -= n * size;
    }
    return parts.join(' ');
  };
  /** Working time: a day of it is no 24 hours, so it is told in hours. */
  const hours = (ms: number): string => {
    const minutes = Math.round(Math.abs(ms) / 60_000);
    const parts = [
      ...(minutes >= 60 ? [t('ui.duration.h', { n: number.format(Math.floor(minutes / 60)) })] : []),
      ...(minutes % 60 > 0 || minutes === 0 ? [t('ui.duration.min', { n: minutes % 60 })] : []),
    ];
    return parts.join(' ');
  };
  const ago = (iso: string, now = Date.now()): string => {
    const ms = new Date(iso).getTime() - now;
    const size = Math.abs(ms);
    if (size < 3_600_000) return relative.format(Math.round(ms / 60_000), 'minute');
    if (size < 86_400_000) return relative.format(Math.round(ms / 3_600_000), 'hour');
    if (size < 14 * 86_400_000) return relative.format(Math.round(ms / 86_400_000), 'day');
    return dateOnly.format(new Date(iso));
  };
  return {
    language,
    zone,
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    full: (iso: string) => full.format(new Date(iso)),
    month: (iso: string) => month.format(new Date(iso)),
    date: (iso: string) => dateOnly.format(new Date(iso)),
    day: (text: string) => day.format(new Date(`${text}T00:00:00Z`)),
    weekday: (text: string) => weekday.format(new Date(`${text}T00:00:00Z`)),
    short: (iso: string) => short.format(new Date(iso)),
    clock: (iso: string) => clock.format(new Date(iso)),
    number: (n: number) => number.format(n),
    percent: (n: number) => percent.format(n),
    duration,
    hours,
    ago,
    size: (bytes: number) =>
      bytes < 1024 * 1024
        ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} kB`
        : `${number.format(bytes / 1024 / 1024)} MB`,
  };
}
