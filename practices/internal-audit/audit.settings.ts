import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Calendar days from the report: until those responsible have read it, and until a finding is to be settled. */
export const auditDays = defineSetting('internal_audit.days', { acknowledge: 14, settle: 60 });

/** Whose midnight makes a day. */
export const auditZone = defineSetting('internal_audit.zone', 'UTC');

export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(auditZone).value)
    .toPlainDate()
    .toString();

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
