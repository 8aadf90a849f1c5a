import { sql } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 8.6.1 g–k, and the row of processes.md 0.6: count, time to declare, time to inform, reviewed on time. */
const about = { recordType: 'major-incident', clause: '8.6.1' } as const;
const declared = sql<boolean>`t.declared_at is not null`;
const between = (from: string, to: string) =>
  sql<number>`(extract(epoch from ${sql.raw(to)} - ${sql.raw(from)}) * 1000)`;

const count = defineMeasure({
  ...about, key: 'major_incident.count', unit: 'count', better: 'lower', kind: 'count',
  at: sql<string>`t.declared_at`, population: declared,
}); // prettier-ignore

const timeToDeclare = defineMeasure({
  ...about, key: 'major_incident.time_to_declare', unit: 'ms', better: 'lower', kind: 'duration',
  at: sql<string>`t.declared_at`, population: declared, ms: between('r.occurred_at', 't.declared_at'),
}); // prettier-ignore

/** Falls into a period by its due time, so that nobody who was never informed is left out. */
const informedInTime = defineMeasure({
  ...about, key: 'major_incident.informed_in_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: sql<string>`t.management_due_at`, population: declared,
  numerator: sql<boolean>`(t.management_informed_at is not null and t.management_informed_at <= t.management_due_at)`,
}); // prettier-ignore

const timeToInform = defineMeasure({
  ...about, key: 'major_incident.time_to_inform', unit: 'ms', better: 'lower', kind: 'duration',
  at: sql<string>`t.management_informed_at`, population: sql<boolean>`t.management_informed_at is not null`,
  ms: between('t.declared_at', 't.management_informed_at'),
}); // prettier-ignore

const reviewedOnTime = defineMeasure({
  ...about, key: 'major_incident.reviewed_on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: sql<string>`t.review_due_at`, population: sql<boolean>`t.review_due_at is not null`,
  numerator: sql<boolean>`(t.reviewed_at is not null and t.reviewed_at <= t.review_due_at)`,
}); // prettier-ignore

const timeToRestore = defineMeasure({
  ...about, key: 'major_incident.time_to_restore', unit: 'ms', better: 'lower', kind: 'duration',
  at: sql<string>`t.restored_at`, population: sql<boolean>`(t.restored_at is not null and t.declared_at is not null)`,
  ms: between('r.occurred_at', 't.restored_at'),
}); // prettier-ignore

export const majorMeasures: readonly Measure[] = [
  count,
  timeToDeclare,
  informedInTime,
  timeToInform,
  reviewedOnTime,
  timeToRestore,
];
