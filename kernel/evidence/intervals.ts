import type { Requirement } from '../../standard/catalogue.ts';
import type { House } from '../practice/house.ts';
import { defineSetting } from '../practice/settings.ts';

/** Planned intervals that the organisation set itself, by requirement; the others hold as the catalogue has them. */
export const plannedIntervals = defineSetting<Readonly<Record<string, string>>>('evidence.intervals', {});

/** How often something must have been done, as an ISO 8601 duration; null where no interval is asked for. */
export const intervalOf = (house: House, requirement: Requirement | undefined): string | null =>
  requirement === undefined
    ? null
    : (house.reference.settings.get(plannedIntervals).value[requirement.id] ?? requirement.interval);
