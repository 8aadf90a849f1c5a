import { dayMs, type Demo } from './context.ts';

/** So many days before the end in a story of a year; a shorter story is told faster. */
export const ago = (demo: Demo, days: number): number =>
  Math.round(demo.until - (days * (demo.until - demo.from)) / 365);

/** Is there a whole year to tell of? */
export const isWholeYear = ({ from, until }: Demo): boolean => until - from > 300 * dayMs;
