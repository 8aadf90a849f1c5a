import { defineSetting, type Settings } from '../practice/settings.ts';

/** Where the organisation is: whose midnight makes a day, and whose months are counted. Set on the first day. */
export const homeZone = defineSetting('organisation.zone', 'UTC');

/** The day that an instant falls on there. */
export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(homeZone).value)
    .toPlainDate()
    .toString();

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
/** 31 January and a month is the last of February. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
/** A day and a planned interval as ISO 8601 writes it (`P12M`). */
export const addInterval = (day: string, interval: string): string =>
  Temporal.PlainDate.from(day).add(interval).toString();
