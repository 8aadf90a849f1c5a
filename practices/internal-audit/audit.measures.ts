import { sql } from 'kysely';
import { dayBegins, homeDay } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 9.2, processes.md 0.6: audits on time, findings, and whether they are closed on time. */
const audits = { recordType: 'internal-audit', clause: '9.2' } as const;
const findings = { recordType: 'audit-finding', clause: '9.2' } as const;
const told = sql<boolean>`r.state in ('open', 'verified')`;

const reported = defineMeasure({
  ...audits, key: 'internal_audit.reported', unit: 'count', better: 'higher', kind: 'count', at: sql<string>`t.reported_at`,
  population: sql<boolean>`t.reported_at is not null`,
}); // prettier-ignore

/** Begun in the week they were planned for ÷ planned for the period. */
const onTime = defineMeasure({
  ...audits, key: 'internal_audit.on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: dayBegins('t.starts_on'),
  population: sql<boolean>`t.starts_on is not null and r.state <> 'cancelled'`,
  numerator: sql<boolean>`(t.started_at is not null and t.started_at < t.starts_on + 8)`,
}); // prettier-ignore

const found = defineMeasure({
  ...findings, key: 'audit_finding.found', unit: 'count', better: 'lower', kind: 'count', at: sql<string>`r.created_at`, population: told,
}); // prettier-ignore

const nonconform = defineMeasure({
  ...findings, key: 'audit_finding.nonconform', unit: 'percent', better: 'lower', kind: 'ratio', at: sql<string>`r.created_at`, population: told,
  numerator: sql<boolean>`t.grade in ('major', 'minor')`,
}); // prettier-ignore

/** 0.6: findings closed on time ÷ due in the period. */
const closedOnTime = defineMeasure({
  ...findings, key: 'audit_finding.closed_on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: dayBegins('t.due_on'),
  population: sql<boolean>`(r.state in ('open', 'verified') and t.due_on is not null)`,
  numerator: sql<boolean>`(t.verified_at is not null and ${sql.raw(homeDay('t.verified_at'))} <= t.due_on)`,
}); // prettier-ignore

const open = defineMeasure({
  ...findings, key: 'audit_finding.open', unit: 'count', better: 'lower', kind: 'stock', population: told,
  openAt: (end) => sql<boolean>`(r.state in ('open', 'verified') and r.created_at <= ${end}::timestamptz
    and (t.verified_at is null or t.verified_at > ${end}::timestamptz))`,
}); // prettier-ignore

export const auditMeasures: readonly Measure[] = [reported, onTime, found, nonconform, closedOnTime, open];
