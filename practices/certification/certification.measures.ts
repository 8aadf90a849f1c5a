import { sql } from 'kysely';
import { dayBegins } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** Audits of the cycle held by the body's last day ÷ all whose last day lies in the period and that were not cancelled. */
const auditsOnTime = defineMeasure({
  recordType: 'certification-audit', clause: '9.2', key: 'certification_audit.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: sql<boolean>`(r.state in ('due', 'agreed', 'held', 'closed'))`,
  numerator: sql<boolean>`(coalesce(t.held_until <= t.due_on, false))`,
}); // prettier-ignore

/** Nonconformities per audit of the body: the sum of majors and minors ÷ audits held in the period. */
const findings = defineMeasure({
  recordType: 'certification-audit', clause: '9.2', key: 'certification_audit.nonconformities', unit: 'number', better: 'lower', kind: 'mean',
  at: dayBegins('t.held_until'),
  population: sql<boolean>`(r.state in ('held', 'closed'))`,
  of: sql<number>`(coalesce(t.majors, 0) + coalesce(t.minors, 0))`,
}); // prettier-ignore

export const certificationMeasures: readonly Measure[] = [auditsOnTime, findings];
