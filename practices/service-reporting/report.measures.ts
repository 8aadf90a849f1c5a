import { sql } from 'kysely';
import { dayBegins, dayOf, homeDay, lastDayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** processes.md 21, service reporting: on time; and what 9.1 and 9.4 ask to be looked at. */
const reports = { recordType: 'service-report', clause: '9.4' } as const;

/** Issued by the day they were due ÷ due in the period. */
const onTime = defineMeasure({
  ...reports, key: 'service_report.on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: dayBegins('t.due_on'),
  population: sql<boolean>`r.state <> 'cancelled'`, excluded: sql<boolean>`r.state = 'cancelled'`,
  numerator: sql<boolean>`coalesce(${sql.raw(homeDay('t.issued_at'))} <= t.due_on, false)`,
}); // prettier-ignore

/** Issued, and nobody had decided anything about it at the end of the period. */
const unanswered = defineMeasure({
  ...reports, key: 'service_report.unanswered', unit: 'count', better: 'lower', kind: 'stock', population: sql<boolean>`t.issued_at is not null`,
  openAt: (end) => sql<boolean>`(t.issued_at <= ${end}::timestamptz and (t.reviewed_on is null or t.reviewed_on > ${lastDayOf(end)}))`,
}); // prettier-ignore

const evaluationsOverdue = defineMeasure({
  recordType: 'measurement', clause: '9.1', key: 'measurement.evaluation_overdue', unit: 'count', better: 'lower', kind: 'stock', population: sql<boolean>`true`,
  openAt: (end) => sql<boolean>`(r.state = 'in_force' and t.approved_at <= ${end}::timestamptz and t.evaluation_due_on < ${dayOf(end)})`,
}); // prettier-ignore

export const reportMeasures: readonly Measure[] = [onTime, unanswered, evaluationsOverdue];
