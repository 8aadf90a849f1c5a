import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Whose midnight ends a warranty, a month of depreciation and a day of maintenance. */
export const bookZone = defineSetting('asset.zone', 'UTC');

/** The date that a wall in the organisation's zone shows then. */
export const todayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(bookZone).value)
    .toPlainDate()
    .toString();

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();
/** 31 January and a month is the last of February. */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();
