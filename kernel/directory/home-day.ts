import type { House } from '../practice/house.ts';
import { organisations, zoneAt } from './organisation.snapshot.ts';

/** The day it is where the organisation is: whose midnight makes a plan overdue. */
export function homeDay(house: House, at: number = house.now()): string {
  const zone = zoneAt(house.reference.get(organisations), []) ?? 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
