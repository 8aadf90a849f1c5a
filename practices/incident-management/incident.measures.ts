import { sql, type RawBuilder } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The formulas of processes.md 0.6, over clocks as 0.5 counts them. `r` is the record, `t` the incident. */
const about = { recordType: 'incident', clause: '8.6.1' } as const;
/** In brackets: whoever opens the rest behind a figure asks for `not` of it. */
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const ms = (text: string) => sql<number>`${sql.raw(text)}`;

/** 0.5: what is no promise to anybody; its number is printed beside the figure. */
const excluded = bool(`r.state in ('cancelled', 'duplicate')`);
const counts = `r.state not in ('cancelled', 'duplicate')`;
const resolved = `t.resolved_at is not null and ${counts}`;

/** Reporting basis of 0.5: resolved in the period. */
const ended = { at: instant('t.ended_at'), excluded } as const;
const opened = { at: instant('r.created_at'), excluded } as const;

const clock = (name: string, condition: string) =>
  `exists (select 1 from clock c where c.record_id = r.id and c.name = '${name}' and c.target_ms is not null and ${condition})`;
const elapsed = (name: string) =>
  `(select c.elapsed_ms from clock c where c.record_id = r.id and c.name = '${name}' and c.target_ms is not null)`;
const between = (from: string, to: string) => `(extract(epoch from ${to} - ${from}) * 1000)`;

/** n met / (n met + n breached) × 100 %, of those that had a target. */
const attainment = (name: 'response' | 'resolution') =>
  defineMeasure({
    ...about, ...ended, key: `incident.${name}_attainment`, unit: 'percent', better: 'higher', kind: 'ratio',
    population: bool(`${resolved} and ${clock(name, 'true')}`),
    numerator: bool(clock(name, 'c.breached_at is null')),
  }); // prettier-ignore

/** Σ(response_at − start_at) / n responded in P, over the agreement's calendar. */
const timeToRespond = defineMeasure({
  ...about, key: 'incident.mtta', unit: 'ms', better: 'lower', kind: 'duration',
  at: instant('t.responded_at'), excluded,
  population: bool(`${counts} and ${clock('response', 'true')}`),
  ms: ms(elapsed('response')),
}); // prettier-ignore

/** Σ(resolved_at − start_at − paused) / n resolved in P: the elapsed time of the resolution clock. */
const timeToResolve = defineMeasure({
  ...about, ...ended, key: 'incident.mttr', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool(`${resolved} and ${clock('resolution', 'true')}`),
  ms: ms(elapsed('resolution')),
}); // prettier-ignore

/** The same round the clock, without calendar and pauses, and also where no agreement applies: what the user lived through. */
const timeToRestore = defineMeasure({
  ...about, ...ended, key: 'incident.time_to_restore', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool(resolved),
  ms: ms(between('r.occurred_at', 'coalesce(t.restored_at, t.resolved_at)')),
}); // prettier-ignore

const timeToAcknowledge = defineMeasure({
  ...about, key: 'incident.time_to_acknowledge', unit: 'ms', better: 'lower', kind: 'duration',
  at: instant('t.responded_at'), excluded,
  population: bool(counts),
  ms: ms(between('r.occurred_at', 't.responded_at')),
}); // prettier-ignore

/** Who took the contact: whoever recorded it for somebody else; of what came by mail or from the portal its first owner. */
const firstContact =
  'case when r.created_by is not null and r.created_by is distinct from r.requester_id then r.created_by else t.first_assigned_to_id end';

/** Resolved by the first contact person within an hour, of what a user reported and the first line can solve. */
const firstContactResolution = defineMeasure({
  ...about, ...ended, key: 'incident.first_contact_resolution', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`${resolved} and t.channel not in ('monitoring', 'supplier')
    and exists (select 1 from category k where k.id = t.category_id and k.first_line_solvable)`),
  numerator: bool(`t.reassignment_count = 0 and t.reopen_count = 0 and t.resolved_by_id = ${firstContact}
    and t.resolved_at <= r.occurred_at + interval '1 hour'`),
}); // prettier-ignore

const reopenRate = defineMeasure({
  ...about, ...ended, key: 'incident.reopen_rate', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool(resolved), numerator: bool('t.reopen_count > 0'),
}); // prettier-ignore

/** Nobody was reached before it closed: it is no sign that the reporter was content (capability 74). */
const closedUnconfirmed = defineMeasure({
  ...about, ...ended, key: 'incident.closed_unconfirmed', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool(`r.state = 'closed' and ${resolved}`), numerator: bool(`t.closure_code = 'no_answer'`),
}); // prettier-ignore

/** Σ group changes / n; above 2 the routing is at fault. */
const reassignmentRate = defineMeasure({
  ...about, ...ended, key: 'incident.reassignment_rate', unit: 'number', better: 'lower', kind: 'mean',
  population: bool(resolved), of: sql<number>`t.reassignment_count`,
}); // prettier-ignore

/** A period's end belongs to the next one: what begins or ends at that instant does so there. */
const wasOpen = (end: string) =>
  sql<boolean>`(r.created_at < ${end}::timestamptz and (t.ended_at is null or t.ended_at >= ${end}::timestamptz))`;
const stock = { ...about, unit: 'count', better: 'lower', kind: 'stock', population: bool('true') } as const;

const backlog = defineMeasure({ ...stock, key: 'incident.backlog', openAt: wasOpen });

/** Ageing in whole days since it was reported: 0–3, 4–7, 8–30, more. */
const ageing = ([[0, 4], [4, 8], [8, 31], [31, null]] as const).map(([from, to]) =>
  defineMeasure({
    ...stock,
    key: `incident.backlog_${to === null ? 'over_30' : `${from}_${to - 1}`}_days`,
    openAt: (end) => sql<boolean>`(${wasOpen(end)}
      and r.occurred_at <= ${end}::timestamptz - make_interval(days => ${from})
      and ${to === null ? sql`true` : sql`r.occurred_at > ${end}::timestamptz - make_interval(days => ${to})`})`,
  }),
); // prettier-ignore

/** 0.5: attainment alone hides what is late and still open. */
const openBreached = defineMeasure({
  ...stock, key: 'incident.open_breached',
  openAt: (end) => sql<boolean>`(${wasOpen(end)} and exists (select 1 from clock c
    where c.record_id = r.id and c.name = 'resolution' and c.breached_at < ${end}::timestamptz))`,
}); // prettier-ignore

/**
 * (service, category, configuration item) seen before within 30 days, of all. Ids begin with their milliseconds, so
 * that the index on (category, ci, id) reads only those days.
 */
const repeatRate = defineMeasure({
  ...about, ...opened, key: 'incident.repeat_rate', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool(counts),
  numerator: bool(`exists (select 1 from incident o join record ro on ro.id = o.id
    where o.category_id = t.category_id and o.ci = t.ci and ro.service_id = r.service_id and o.id < t.id
      and o.id >= (lpad(to_hex((extract(epoch from r.created_at - interval '30 days') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      and ro.state not in ('cancelled', 'duplicate'))`),
}); // prettier-ignore

/** What monitoring saw before a user told. */
const monitoringShare = defineMeasure({
  ...about, ...opened, key: 'incident.monitoring_share', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(counts), numerator: bool(`t.channel = 'monitoring'`),
}); // prettier-ignore

/** 0.1.4: written down more than a day after it was reported. */
const recordedLate = defineMeasure({
  ...about, ...opened, key: 'incident.recorded_late', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool(counts), numerator: bool(`r.created_at > r.occurred_at + interval '1 day'`),
}); // prettier-ignore

const causedByChange = defineMeasure({
  ...about, ...ended, key: 'incident.caused_by_change', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool(resolved), numerator: bool(`t.cause_class = 'change'`),
}); // prettier-ignore

const volumeOpened = defineMeasure({
  ...about,
  ...opened,
  key: 'incident.opened',
  unit: 'count',
  better: 'lower',
  kind: 'count',
  population: bool(counts),
});
const volumeResolved = defineMeasure({
  ...about,
  ...ended,
  key: 'incident.resolved',
  unit: 'count',
  better: 'higher',
  kind: 'count',
  population: bool(resolved),
});

export const measures: readonly Measure[] = [
  attainment('response'),
  attainment('resolution'),
  timeToRespond,
  timeToResolve,
  timeToRestore,
  timeToAcknowledge,
  firstContactResolution,
  reopenRate,
  closedUnconfirmed,
  reassignmentRate,
  backlog,
  ...ageing,
  openBreached,
  repeatRate,
  monitoringShare,
  recordedLate,
  causedByChange,
  volumeOpened,
  volumeResolved,
];
