import { sql } from 'kysely';
import { dayBegins, dayOf, homeDay, homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 21, risk and opportunity. */
const clause = '6.1';
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const risks = { recordType: 'risk', clause } as const;

/** What is left at or above the threshold and was not accepted by whom it takes: wanted are none. */
const unaccepted = defineMeasure({
  ...risks, key: 'risk.above_unaccepted', unit: 'count', better: 'lower', kind: 'stock', population: bool('t.above_threshold'),
  openAt: (end) => sql<boolean>`(r.created_at < ${end}::timestamptz and r.state <> 'closed' and not coalesce(t.accepted_by_top, false))`,
}); // prettier-ignore

const above = defineMeasure({
  ...risks, key: 'risk.above_threshold', unit: 'count', better: 'lower', kind: 'stock', population: bool('t.above_threshold'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and (r.closed_at is null or r.closed_at > ${end}::timestamptz))`,
}); // prettier-ignore

/** Judged in the period and found effective ÷ all judged in it. */
const effective = defineMeasure({
  ...risks, key: 'risk.treatment_effective', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.residual_on'),
  population: bool('t.effectiveness is not null'), numerator: bool(`t.effectiveness = 'effective'`),
}); // prettier-ignore

const overdueReviews = defineMeasure({
  ...risks, key: 'risk.overdue', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and r.state <> 'closed' and t.review_due_on < ${dayOf(end)})`,
}); // prettier-ignore

const pursued = defineMeasure({
  ...risks, key: 'risk.opportunities_pursued', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`t.kind = 'opportunity' and r.state <> 'identified'`), numerator: bool(`coalesce(t.treatment in ('pursue', 'share'), false)`),
}); // prettier-ignore

/** Actions on risks that were due in the period and not done by their day ÷ all that were due in it. */
const lateActions = defineMeasure({
  recordType: 'action-item', clause, key: 'risk.actions_overdue', unit: 'percent', better: 'lower', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: bool(`r.state <> 'cancelled' and exists (select 1 from risk k where k.id = t.source_id)`),
  numerator: bool(`(t.done_at is null and t.due_on < ${homeToday}) or coalesce(${homeDay('t.done_at')} > t.due_on, false)`),
}); // prettier-ignore

export const riskMeasures: readonly Measure[] = [
  unaccepted,
  above,
  effective,
  overdueReviews,
  pursued,
  lateActions,
];
