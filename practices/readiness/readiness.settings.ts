import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Whose midnight makes an action overdue, and until which day a judgement holds. */
export const readinessZone = defineSetting('readiness.zone', 'UTC');

/** The day that an instant falls on where the organisation is. */
export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(readinessZone).value)
    .toPlainDate()
    .toString();

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** A day and a planned interval as the catalogue writes it (`P12M`). */
export const addInterval = (day: string, interval: string): string =>
  Temporal.PlainDate.from(day).add(interval).toString();
