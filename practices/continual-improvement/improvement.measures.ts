import { sql } from 'kysely';
import { dayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 10.2, processes.md 0.6 and 21: what was promised, and what came of it. */
const about = { recordType: 'improvement', clause: '10.2' } as const;
const kept = sql<boolean>`r.state <> 'withdrawn'`;

const registered = defineMeasure({
  ...about, key: 'improvement.registered', unit: 'count', better: 'higher', kind: 'count', at: sql<string>`r.created_at`, population: kept,
}); // prettier-ignore

/** 0.6: improvements with result ≥ target ÷ closed. */
const realised = defineMeasure({
  ...about, key: 'improvement.realised', unit: 'percent', better: 'higher', kind: 'ratio', at: sql<string>`t.reported_at`,
  population: sql<boolean>`r.state = 'reported'`, numerator: sql<boolean>`coalesce(t.target_met, false)`,
}); // prettier-ignore

const leadTime = defineMeasure({
  ...about, key: 'improvement.lead_time', unit: 'ms', better: 'lower', kind: 'duration', at: sql<string>`t.implemented_at`,
  population: sql<boolean>`t.implemented_at is not null`,
  ms: sql<number>`(extract(epoch from t.implemented_at - r.created_at) * 1000)`,
}); // prettier-ignore

const approvedShare = defineMeasure({
  ...about, key: 'improvement.approved_share', unit: 'percent', better: 'higher', kind: 'ratio', at: sql<string>`t.decided_at`,
  population: sql<boolean>`t.decided_at is not null`, numerator: sql<boolean>`r.state <> 'refused'`,
}); // prettier-ignore

const overdue = defineMeasure({
  ...about, key: 'improvement.overdue', unit: 'count', better: 'lower', kind: 'stock', population: kept,
  openAt: (end) => sql<boolean>`(t.planned_at <= ${end}::timestamptz and t.due_on < ${dayOf(end)}
    and (t.implemented_at is null or t.implemented_at > ${end}::timestamptz) and r.state <> 'withdrawn')`,
}); // prettier-ignore

/** How far on the way from baseline to target, on average. */
const attainment = defineMeasure({
  ...about, key: 'improvement.attainment', unit: 'percent', better: 'higher', kind: 'mean', at: sql<string>`t.measured_at`,
  population: sql<boolean>`t.attainment is not null`, of: sql<number>`t.attainment`,
}); // prettier-ignore

export const improvementMeasures: readonly Measure[] = [
  registered, approvedShare, leadTime, overdue, realised, attainment,
]; // prettier-ignore
