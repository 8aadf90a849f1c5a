import { sql, type RawBuilder } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 0.6 and 8. `r` is the record, `t` the release. */
const about = { recordType: 'release', clause: '8.5.3' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const begun = { at: instant('t.started_at') } as const;
const deployed = { at: instant('t.deployed_at') } as const;

/** Of its making: incidents that say that it, or one of its changes, caused them, until 30 days afterwards. */
const caused = (release: string) =>
  `(l.to_id = ${release}.id or l.to_id in (select x.change_id from release_change x where x.release_id = ${release}.id))
   and i.occurred_at >= ${release}.started_at
   and i.occurred_at <= coalesce(${release}.deployed_at, ${release}.rolled_back_at, now()) + interval '30 days'`;

/** Deployed without rollback and with no more incidents of its making than its type allows ÷ all begun and closed. */
const success = defineMeasure({
  ...about, ...begun, key: 'release.success', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool('t.started_at is not null and t.successful is not null'),
  excluded: bool('t.started_at is not null and t.successful is null'),
  numerator: bool('t.successful and t.rolled_back_at is null'),
}); // prettier-ignore

const rollback = defineMeasure({
  ...about, ...begun, key: 'release.rollback', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool('t.started_at is not null'), numerator: bool('t.rolled_back_at is not null'),
}); // prettier-ignore

const causing = defineMeasure({
  ...about, ...begun, key: 'release.causing', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool('t.started_at is not null'),
  numerator: bool(`exists (select 1 from link l join record i on i.id = l.from_id and i.type = 'incident'
    where l.kind = 'caused_by' and ${caused('t')})`),
}); // prettier-ignore

/** The incidents themselves; the figure opens them. */
const incidents = defineMeasure({
  recordType: 'incident', clause: '8.5.3', key: 'release.caused_incidents', unit: 'count', better: 'lower', kind: 'count',
  at: instant('r.occurred_at'),
  population: bool(`r.state <> 'cancelled' and exists (select 1 from link l
    join release_change c on c.change_id = l.to_id join release e on e.id = c.release_id and e.started_at is not null
    where l.from_id = r.id and l.kind = 'caused_by' and r.occurred_at >= e.started_at
      and r.occurred_at <= coalesce(e.deployed_at, e.rolled_back_at, now()) + interval '30 days')`),
}); // prettier-ignore

const leadTime = defineMeasure({
  ...about, ...deployed, key: 'release.lead_time', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool('t.deployed_at is not null and t.built_at is not null'),
  ms: sql<number>`(extract(epoch from t.deployed_at - t.built_at) * 1000)`,
}); // prettier-ignore

const emergencies = defineMeasure({
  ...about, ...begun, key: 'release.emergency_share', unit: 'percent', better: 'lower', kind: 'ratio',
  population: bool('t.started_at is not null'), numerator: bool(`t.kind = 'emergency'`),
}); // prettier-ignore

const firstPass = defineMeasure({
  ...about, key: 'release.first_pass', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.tested_at'),
  population: bool('t.passed_at_first is not null'), numerator: bool('t.passed_at_first'),
}); // prettier-ignore

export const measures: readonly Measure[] = [
  success,
  rollback,
  causing,
  incidents,
  leadTime,
  emergencies,
  firstPass,
];
