import { sql, type RawBuilder } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 0.6 and 6. `r` is the record, `t` the change. */
const about = { recordType: 'change', clause: '8.5.1' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const ended = { at: instant('t.ended_at') } as const;

/** Incidents that say that this change caused them; `and` narrows them. */
const caused = (and = 'true') =>
  `exists (select 1 from link l join record i on i.id = l.from_id and i.type = 'incident'
    where l.to_id = r.id and l.kind = 'caused_by' and ${and})`;
/** So many days afterwards as the policy said when nobody had changed it; each decision cites its version besides. */
const within = `coalesce((select (value ->> 'incidentDays')::int from setting where key = 'change.review'), 7)`;

/**
 * Closed successful at the first attempt: nothing went back, nothing severe of its making afterwards, its objective met,
 * inside its window ÷ all implemented. What is not closed yet is printed beside.
 */
const success = defineMeasure({
  ...about, ...ended, key: 'change.success_rate', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`t.ended_at is not null and r.state = 'closed'`),
  excluded: bool(`t.ended_at is not null and r.state <> 'closed'`),
  numerator: bool(`t.successful and not ${caused(`i.state not in ('cancelled', 'duplicate') and i.priority <= 2 and i.occurred_at <= t.ended_at + make_interval(days => ${within})`)}`),
}); // prettier-ignore

const emergencies = defineMeasure({
  ...about, ...ended, key: 'change.emergency_share', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool('t.ended_at is not null and not t.unauthorised'), numerator: bool(`t.category = 'emergency'`),
}); // prettier-ignore

const unauthorised = defineMeasure({
  ...about, ...ended, key: 'change.unauthorised', unit: 'count', better: 'lower', kind: 'count',
  population: bool('t.unauthorised'),
}); // prettier-ignore

const causing = defineMeasure({
  ...about, ...ended, key: 'change.caused_incidents', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool('t.ended_at is not null'), numerator: bool(caused()),
}); // prettier-ignore

/** The other side of it: of all incidents, those that a change caused. */
const incidents = defineMeasure({
  recordType: 'incident', clause: '8.5.1', key: 'change.incidents_from_changes', unit: 'percent', better: 'lower', kind: 'ratio',
  at: instant('r.occurred_at'), population: bool(`r.state not in ('cancelled', 'duplicate')`), excluded: bool(`r.state in ('cancelled', 'duplicate')`),
  numerator: bool(`exists (select 1 from link l join record c on c.id = l.to_id and c.type = 'change'
    where l.from_id = r.id and l.kind = 'caused_by')`),
}); // prettier-ignore

const leadTime = defineMeasure({
  ...about, ...ended, key: 'change.lead_time', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool(`t.result = 'implemented' and t.submitted_at is not null and not t.unauthorised`),
  ms: sql<number>`(extract(epoch from t.ended_at - t.submitted_at) * 1000)`,
}); // prettier-ignore

const backlog = defineMeasure({
  ...about, key: 'change.backlog', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(t.submitted_at <= ${end}::timestamptz and (t.ended_at is null or t.ended_at > ${end}::timestamptz)
    and (t.stopped_at is null or t.stopped_at > ${end}::timestamptz))`,
}); // prettier-ignore

const clock = (name: string) =>
  `exists (select 1 from clock c where c.record_id = r.id and c.name = '${name}' and c.target_ms is not null and c.breached_at is null)`;
const reviewOnTime = defineMeasure({
  ...about, key: 'change.review_on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.reviewed_at'),
  population: bool('t.reviewed_at is not null'), numerator: bool(clock('review')),
}); // prettier-ignore
const documentedOnTime = defineMeasure({
  ...about, key: 'change.documented_on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.documented_at'),
  population: bool('t.documented_at is not null'), numerator: bool(clock('documentation')),
}); // prettier-ignore

const collisions = defineMeasure({
  ...about, key: 'change.collision_rate', unit: 'percent', better: 'lower', kind: 'ratio', at: instant('t.assessed_at'),
  population: bool('t.assessed_at is not null'), numerator: bool(`t.collisions <> '[]'`),
}); // prettier-ignore

/** Weekly look of top management (0.3): where S2 or S4 could not be kept. */
const exceptions = defineMeasure({
  ...about, ...ended, key: 'change.sod_exceptions', unit: 'count', better: 'lower', kind: 'count',
  population: bool('t.sod_exception'),
}); // prettier-ignore

const modelsLapsed = defineMeasure({
  recordType: 'change-model', clause: '8.5.1', key: 'change_model.not_in_force', unit: 'count', better: 'lower', kind: 'count',
  population: bool(`r.state in ('lapsed', 'suspended')`),
}); // prettier-ignore

export const measures: readonly Measure[] = [
  success, emergencies, unauthorised, causing, incidents, leadTime, backlog, reviewOnTime, documentedOnTime, collisions, exceptions,
  modelsLapsed,
]; // prettier-ignore
