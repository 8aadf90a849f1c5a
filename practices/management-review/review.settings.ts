import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

/** Whose midnight makes a day. */
export const reviewZone = defineSetting('management_review.zone', 'UTC');

export const dayIn = (settings: Settings, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(settings.get(reviewZone).value)
    .toPlainDate()
    .toString();

/** The instant at which a day begins there. */
export const startOf = (settings: Settings, day: string, plus = 0): string =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(settings.get(reviewZone).value).epochMilliseconds,
  ).toISOString(); // prettier-ignore
