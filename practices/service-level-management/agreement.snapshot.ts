import { defineSnapshot } from '../../kernel/practice/reference.ts';
import type { Target } from '../../kernel/clock/clock.types.ts';
import { everInForce } from './agreement.queries.ts';
import { addDays, startOfDay } from './dates.ts';
import { stated, type Promised, type Targets } from './targets.schema.ts';

/** An SLA that is or was in force, ready to answer clocks. */
export type InForce = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly customerId: string | null;
  readonly serviceIds: readonly string[];
  /** In force from the first instant of its first day, until the first instant after its last day, in its zone. */
  readonly from: number;
  readonly until: number;
  readonly calendarId: string;
  readonly reopenDays: number;
  readonly targets: ReadonlyMap<`${Promised}:${number}`, Target>;
};

/** By customer and service; an empty part means "every". Of each list the first one that covers an instant applies. */
export type Agreements = ReadonlyMap<string, readonly InForce[]>;
export const placeOf = (customerId: string | null, serviceId: string | null) =>
  `${customerId ?? ''}/${serviceId ?? ''}`;

type Row = {
  id: string;
  number: string;
  title: string;
  version: number;
  customerId: string | null;
  serviceIds: string[];
  calendarId: string;
  zone: string;
  validFrom: string;
  validTo: string | null;
  reopenDays: number;
  targets: Targets;
};

export const agreements = defineSnapshot<Agreements>({
  name: 'agreements',
  // A calendar's zone decides when a day begins.
  on: ['agreement', 'calendar'],
  load: async (tx) => {
    const rows = await tx.run<Row>(
      'agreements_in_force',
      `select a.id, r.number, r.title, a.agreement_version as version, r.customer_id as "customerId",
         a.service_ids as "serviceIds", a.calendar_id as "calendarId", c.zone, a.valid_from as "validFrom",
         a.valid_to as "validTo", a.reopen_days as "reopenDays", a.targets
       from agreement a join record r on r.id = a.id join calendar c on c.id = a.calendar_id
       where a.kind = 'sla' and r.state = any($1) and a.valid_from is not null and a.targets is not null`,
      [everInForce],
    );
    return indexed(rows.map(inForce));
  },
});

export const inForce = (row: Row): InForce => ({
  id: row.id,
  number: row.number,
  title: row.title,
  version: row.version,
  customerId: row.customerId,
  serviceIds: row.serviceIds,
  from: startOfDay(row.zone, row.validFrom),
  until: row.validTo === null ? Infinity : startOfDay(row.zone, addDays(row.validTo, 1)),
  calendarId: row.calendarId,
  reopenDays: row.reopenDays,
  targets: new Map(
    stated(row.targets).map(({ promise, priority, measured }) => [
      `${promise}:${Number(priority)}`,
      {
        agreementId: row.id,
        agreementVersion: row.version,
        calendarId: measured.calendarId ?? row.calendarId,
        targetMs: measured.minutes * 60_000,
      },
    ]),
  ),
});

/** Guards keep two of one place from overlapping; should they do so all the same, the younger promise applies. */
export function indexed(all: readonly InForce[]): Agreements {
  const places = new Map<string, InForce[]>();
  const byAge = [...all].sort((a, b) => b.from - a.from || b.version - a.version || (a.id < b.id ? 1 : -1));
  for (const agreement of byAge) {
    const services = agreement.serviceIds.length === 0 ? [null] : agreement.serviceIds;
    for (const service of services) {
      const place = placeOf(agreement.customerId, service);
      places.set(place, [...(places.get(place) ?? []), agreement]);
    }
  }
  return places;
}
