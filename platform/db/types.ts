import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

/** `2026-03-01 01:22:00.5+00` → `2026-03-01T01:22:00.500Z`; microseconds are kept where there are any. */
export function isoInstant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (!match) return text; // infinity, or a year before Christ
  const [, date, time, fraction = ''] = match;
  return `${date}T${time}.${fraction.padEnd(3, '0')}Z`;
}

/** A bigint as a number; throws a RangeError rather than lose digits. */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is too large for a number; select it as text`);
  return value;
}

const asIs = (text: string) => text;
const textArray = getTypeParser(1009 as typeof builtins.TEXT) as (text: string) => (string | null)[];
const arrayOf = (parse: (text: string) => unknown) => (text: string) =>
  textArray(text).map((item) => (item === null ? null : parse(item)));

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoInstant],
  [builtins.INT8, safeInteger],
  [builtins.DATE, asIs],
  [builtins.TIMESTAMP, asIs],
  [builtins.INTERVAL, asIs],
  [1185, arrayOf(isoInstant)],
  [1016, arrayOf(safeInteger)],
  [1182, arrayOf(asIs)],
]);

/** How values arrive: times as ISO 8601 in UTC, dates as YYYY-MM-DD, bigint as number, numeric as text. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? getTypeParser(oid, format),
};
