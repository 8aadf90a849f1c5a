import { office } from './change.told.ts';
import { dayMs, hourMs, startOfDay, type Demo } from './context.ts';

/** So many days before the end in a story of a year; a shorter story is told faster. */
export const ago = (demo: Demo, days: number): number =>
  Math.round(demo.until - (days * (demo.until - demo.from)) / 365);

/** At that hour of that day, or of the next on which people are at work. */
export const on = (demo: Demo, days: number, hour: number): number =>
  Math.round(office(startOfDay(ago(demo, days)) + hour * hourMs));

/** Is there a whole year to tell of? */
export const isWholeYear = ({ from, until }: Demo): boolean => until - from > 300 * dayMs;
