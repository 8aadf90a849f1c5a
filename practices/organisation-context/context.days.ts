import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Whose midnight makes a review overdue. */
export const contextZone = defineSetting('context.zone', 'UTC');

/** The day that an instant falls on where the organisation is. */
export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(contextZone).value)
    .toPlainDate()
    .toString();

/** 31 January and a month is the last of February. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
