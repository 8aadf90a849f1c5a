import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Whose months are reported, and whose midnight makes a day. */
export const reportZone = defineSetting('service_report.zone', 'UTC');

/** So many days after its end a period's data count as settled. */
export const settling = defineSetting('service_report.settling', { days: 2 });

export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(reportZone).value)
    .toPlainDate()
    .toString();

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
