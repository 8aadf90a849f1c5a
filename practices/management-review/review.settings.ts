import { homeZone } from '../../kernel/calendar/home-days.ts';
import type { Settings } from '../../kernel/practice/settings.ts';

/** The instant at which a day begins there. */
export const startOf = (settings: Settings, day: string, plus = 0): string =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(settings.get(homeZone).value).epochMilliseconds,
  ).toISOString(); // prettier-ignore
