import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/**
 * Calendar days. `wait`: between the last corrective action and the look at its effect; `plan` and `done`: what a new
 * one is given until cause and plan stand, and until all is done.
 */
export const nonconformityDays = defineSetting('nonconformity.days', { wait: 30, plan: 14, done: 60 });

/** Whose midnight makes a day. */
export const nonconformityZone = defineSetting('nonconformity.zone', 'UTC');

export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(nonconformityZone).value)
    .toPlainDate()
    .toString();

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
