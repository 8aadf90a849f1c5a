import { sql, type RawBuilder } from 'kysely';

/**
 * Days of the calendar against instants, in SQL: what is due on the last of a month is due until midnight where the
 * organisation is, and a period ends there. The zone is asked for once per statement.
 */
const zone = `coalesce((select value #>> '{}' from setting where key = 'organisation.zone'), 'UTC')`;

/** The day there of an instant, for conditions written as text. */
export const homeDay = (instant: string): string => `((${instant}) at time zone ${zone})::date`;
export const homeToday = homeDay('now()');

/** The midnight there with which a day begins: puts a record into the period in which the day lies. */
export const dayBegins = (day: string): RawBuilder<string> =>
  sql<string>`${sql.raw(`((${day})::timestamp at time zone ${zone})`)}`;

/** The day there of a given instant: of a period's end the first day after it. */
export const dayOf = (instant: string): RawBuilder<string> =>
  sql<string>`(${instant}::timestamptz at time zone ${sql.raw(zone)})::date`;

/** The last day there that lies before a given instant: what happened by a period's end happened on it or before. */
export const lastDayOf = (instant: string): RawBuilder<string> =>
  sql<string>`((${instant}::timestamptz - interval '1 microsecond') at time zone ${sql.raw(zone)})::date`;
