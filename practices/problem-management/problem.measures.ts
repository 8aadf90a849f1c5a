import { sql } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The formulas of processes.md 0.6. `r` is the record, `t` the problem (of the last measure the incident). */
const about = { recordType: 'problem', clause: '8.6.3' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string) => sql<string>`${sql.raw(text)}`;
const counts = `r.state <> 'rejected'`;

/** Σ(root_cause_at − opened) / n found in P. */
const rcaLeadTime = defineMeasure({
  ...about, key: 'problem.rca_lead_time', unit: 'ms', better: 'lower', kind: 'duration',
  at: instant('t.root_cause_at'), population: bool('t.root_cause_at is not null'),
  ms: sql<number>`(extract(epoch from t.root_cause_at - r.created_at) * 1000)`,
}); // prettier-ignore

const wasOpen = (end: string) =>
  sql<boolean>`(r.created_at <= ${end}::timestamptz and ${bool(counts)} and (r.closed_at is null or r.closed_at > ${end}::timestamptz)
    and (t.resolved_at is null or t.resolved_at > ${end}::timestamptz))`;
const stock = { ...about, unit: 'count', better: 'lower', kind: 'stock', population: bool('true') } as const;
const backlog = defineMeasure({ ...stock, key: 'problem.backlog', openAt: wasOpen });

/** Ageing in whole days since it was raised. */
const ageing = ([[0, 31], [31, 91], [91, null]] as const).map(([from, to]) =>
  defineMeasure({
    ...stock,
    key: `problem.backlog_${to === null ? 'over_90' : `${from}_${to - 1}`}_days`,
    openAt: (end) => sql<boolean>`(${wasOpen(end)} and r.created_at <= ${end}::timestamptz - make_interval(days => ${from})
      and ${to === null ? sql`true` : sql`r.created_at > ${end}::timestamptz - make_interval(days => ${to})`})`,
  }),
); // prettier-ignore

const backlogAge = defineMeasure({
  ...about, key: 'problem.backlog_age', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool('r.open'), ms: sql<number>`(extract(epoch from now() - r.created_at) * 1000)`,
}); // prettier-ignore

/** Found before somebody had to report it again: by a trend, a supplier or monitoring. */
const proactiveShare = defineMeasure({
  ...about, key: 'problem.proactive_share', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('r.created_at'), population: bool(counts), excluded: bool(`r.state = 'rejected'`),
  numerator: bool(`t.origin in ('trend', 'supplier', 'monitoring')`),
}); // prettier-ignore

const recurrence = defineMeasure({
  ...about, key: 'problem.recurrence', unit: 'percent', better: 'lower', kind: 'ratio',
  at: instant('r.closed_at'), population: bool(`r.state = 'closed'`),
  numerator: bool(`exists (select 1 from problem_recurrence x join record i on i.id = x.incident_id
    where x.problem_id = r.id and x.state <> 'dismissed' and i.occurred_at between r.closed_at and r.closed_at + interval '30 days')`),
}); // prettier-ignore

const reviewed = {
  at: instant('t.effectiveness_reviewed_at'),
  population: bool('t.effectiveness_reviewed_at is not null'),
};
/** 1 − (incidents of the same cause in 90 d after / 90 d before), of those that had any before. */
const effectiveness = defineMeasure({
  ...about, ...reviewed, key: 'problem.effectiveness', unit: 'percent', better: 'higher', kind: 'mean',
  population: bool('t.effectiveness_reviewed_at is not null and t.incidents_before > 0'),
  of: sql<number>`100 * (1 - t.incidents_after::numeric / nullif(t.incidents_before, 0))`,
}); // prettier-ignore

const incidentsAvoided = defineMeasure({
  ...about, ...reviewed, key: 'problem.incidents_avoided', unit: 'number', better: 'higher', kind: 'mean',
  of: sql<number>`t.incidents_before - t.incidents_after`,
}); // prettier-ignore

/** [STD] Effectiveness is reviewed: of the solutions that were old enough in the period. */
const reviewedOnTime = defineMeasure({
  ...about, key: 'problem.reviewed_on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant(`coalesce(t.effectiveness_reviewed_at, t.effectiveness_due_at)`),
  population: bool(`t.effectiveness_reviewed_at is not null or t.effectiveness_due_at <= now()`),
  numerator: bool('t.effectiveness_reviewed_at is not null'),
}); // prettier-ignore

/** Which known errors were in force when the incident was resolved, of its service and, where they name one, its category. */
const matched = `exists (select 1 from problem p join record pr on pr.id = p.id
  where p.published_at <= t.resolved_at and (p.retired_at is null or p.retired_at > t.resolved_at)
    and pr.service_id = r.service_id and (p.category_id is null or p.category_id = t.category_id))`;
const knownErrorUse = defineMeasure({
  recordType: 'incident', clause: '8.6.3', key: 'problem.known_error_use', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.ended_at'),
  population: bool(`t.resolved_at is not null and r.state not in ('cancelled', 'duplicate') and ${matched}`),
  numerator: bool('exists (select 1 from known_error_use u where u.incident_id = r.id)'),
}); // prettier-ignore

export const measures: readonly Measure[] = [
  rcaLeadTime, backlog, ...ageing, backlogAge, proactiveShare, recurrence, effectiveness, incidentsAvoided, reviewedOnTime,
  knownErrorUse,
]; // prettier-ignore
