import { sql } from 'kysely';
import { dayOf, lastDayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure } from '../../kernel/measure/measure.ts';

/** 8.3.3 d: reviews finished in the period by the day they were due / reviews finished in the period. */
export const reviewsOnTime = defineMeasure({
  key: 'agreement.reviews_on_time',
  recordType: 'agreement',
  clause: '8.3.3',
  unit: 'percent',
  better: 'higher',
  kind: 'ratio',
  at: sql<string>`t.reviewed_at`,
  population: sql<boolean>`t.reviewed_at is not null and t.reviewed_due is not null`,
  numerator: sql<boolean>`(t.reviewed_at at time zone coalesce((select zone from calendar where id = t.calendar_id), 'UTC'))::date <= t.reviewed_due`,
});

/** 8.3.3 d: agreements in force whose review is overdue at the period's end. */
export const reviewsOverdue = defineMeasure({
  key: 'agreement.reviews_overdue',
  recordType: 'agreement',
  clause: '8.3.3',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`r.state in ('active', 'in_review')`,
  openAt: (end) => sql<boolean>`t.review_due < ${dayOf(end)}`,
});

/** 8.3.3 e: agreements in force whose records in the month before the period's end exceed the workload limit. */
export const aboveWorkloadLimit = defineMeasure({
  key: 'agreement.above_workload_limit',
  recordType: 'agreement',
  clause: '8.3.3',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`t.kind = 'sla' and r.state in ('active', 'in_review') and t.workload_per_month is not null`,
  openAt: (end) => sql<boolean>`t.workload_per_month < (
    select count(distinct c.record_id) from clock c join record counted on counted.id = c.record_id
    where c.agreement_id = t.id and counted.occurred_at < ${end}::timestamptz
      and counted.occurred_at >= ${end}::timestamptz - interval '1 month')`,
});

const covered = sql<boolean>`exists (
  select 1 from agreement a join record ar on ar.id = a.id
  where a.kind = 'sla' and ar.state in ('active', 'in_review') and (a.every_service or a.service_ids @> array[r.id]))`;

/** 8.3.3 b, 8.2.4: published services with an SLA in force / published services. */
export const coverage = defineMeasure({
  key: 'service.coverage',
  recordType: 'service',
  clause: '8.3.3',
  unit: 'percent',
  better: 'higher',
  kind: 'ratio',
  population: sql<boolean>`r.state = 'published'`,
  numerator: covered,
});

/** 8.3.3 b: published services without an SLA valid at the period's end; should be 0. */
export const withoutAgreement = defineMeasure({
  key: 'service.without_agreement',
  recordType: 'service',
  clause: '8.3.3',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`r.state = 'published'`,
  openAt: (end) => sql<boolean>`not exists (
    select 1 from agreement a join record ar on ar.id = a.id
    where a.kind = 'sla' and ar.state in ('active', 'in_review', 'amended', 'expired', 'terminated')
      and (a.every_service or a.service_ids @> array[r.id])
      and a.valid_from <= ${lastDayOf(end)} and coalesce(a.valid_to, 'infinity') >= ${lastDayOf(end)})`,
});
