import type { Sector } from '../../kernel/practice/kind.ts';
import { priorities, type Targets } from './targets.schema.ts';

const hour = 60;
const officeDay = 8 * hour;

/** Minutes to respond, between two updates, and to resolve; the first two priorities around the clock. */
type Promised = readonly [respond: number, update: number | null, resolve: number];
type Four = readonly [Promised, Promised, Promised, Promised];

/** processes.md 0.4: P1 and P2 in hours around the clock, P3 and P4 in working hours and days of 8 hours. */
const usual: Four = [
  [15, 30, 4 * hour],
  [30, 2 * hour, 8 * hour],
  [4 * hour, null, 3 * officeDay],
  [officeDay, null, 5 * officeDay],
];

/** What organisations of a kind usually promise. A template to agree upon, no rule: the law names times only for some. */
const bySector: Readonly<Record<Sector, Four>> = {
  enterprise: usual,
  government: [[15, 30, 4 * hour], [30, hour, 8 * hour], [4 * hour, null, 2 * officeDay], [officeDay, null, 5 * officeDay]],
  non_profit: [[30, hour, 8 * hour], [hour, 4 * hour, 16 * hour], [officeDay, null, 5 * officeDay], [2 * officeDay, null, 10 * officeDay]],
  finance: [[5, 15, 2 * hour], [15, 30, 4 * hour], [2 * hour, null, officeDay], [4 * hour, null, 3 * officeDay]],
  e_commerce: [[5, 15, hour], [15, hour, 4 * hour], [2 * hour, null, officeDay], [officeDay, null, 5 * officeDay]],
  cloud: [[10, 30, 2 * hour], [20, hour, 6 * hour], [2 * hour, null, 2 * officeDay], [officeDay, null, 5 * officeDay]],
  manufacturing: [[15, 30, 2 * hour], [30, hour, 6 * hour], [2 * hour, null, 2 * officeDay], [officeDay, null, 5 * officeDay]],
}; // prettier-ignore

const around = 2;

/** As they are told before anything is there: in minutes, and over which hours. */
export const sectorPromises = (sector: Sector | null) =>
  (sector === null ? usual : bySector[sector]).map(([respond, update, resolve], i) => ({
    priority: i + 1,
    respond,
    update,
    resolve,
    aroundTheClock: i < around,
  }));

/** As an agreement holds them; `alwaysId` is the calendar of 24 hours on 7 days. */
export function sectorTargets(sector: Sector | null, alwaysId: string): Targets {
  const of = (minutes: number, always: boolean) => (always ? { minutes, calendarId: alwaysId } : { minutes });
  return Object.fromEntries(
    sectorPromises(sector).map(({ priority, respond, update, resolve, aroundTheClock: always }) => [
      priorities[priority - 1] ?? '4',
      {
        respond: of(respond, always),
        ...(update === null ? {} : { update: of(update, always) }),
        resolve: of(resolve, always),
      },
    ]),
  );
}
