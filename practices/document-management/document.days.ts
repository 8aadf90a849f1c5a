import type { House } from '../../kernel/practice/house.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import { documentZone } from './document.settings.ts';

/** The day that an instant falls on where the organisation is. */
export const dayOf = (at: number, settings: Settings): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(documentZone).value)
    .toPlainDate()
    .toString();

export const todayOf = (house: House): string => dayOf(house.now(), house.reference.settings);

export const inMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
export const inDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
