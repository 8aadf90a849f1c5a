import { sql } from 'kysely';
import { dayBegins, homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

const about = { recordType: 'rule-adoption', clause: '4.4' } as const;
const counts = sql<boolean>`(r.state not in ('ended', 'declined'))`;

/** Adopted by the day it was asked for ÷ all whose day lies in the period; who was let off is counted beside it. */
const adopted = defineMeasure({
  ...about, key: 'rule_adoption.adopted_on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.adopt_by'),
  excluded: sql<boolean>`(r.state = 'exempt')`,
  population: sql<boolean>`(r.state not in ('ended', 'declined', 'exempt') and t.adopt_by < ${sql.raw(homeToday)})`,
  numerator: sql<boolean>`(coalesce(t.adopted_on <= t.adopt_by, false))`,
}); // prettier-ignore

/** As it was written down last before the end of the period. */
const stood =
  (...standings: readonly string[]) =>
  (end: string) =>
    sql<boolean>`(coalesce((select s.standing = any(${standings}::text[]) from site_standing s
    where s.adoption_id = r.id and s.at <= ${end}::timestamptz order by s.at desc limit 1), false))`;

const deviating = defineMeasure({
  ...about, key: 'rule_adoption.deviating', unit: 'count', better: 'lower', kind: 'stock', population: counts,
  openAt: stood('deviates', 'overdue'),
}); // prettier-ignore

const exempt = defineMeasure({
  ...about, key: 'rule_adoption.exempt', unit: 'count', better: 'lower', kind: 'stock', population: counts,
  openAt: stood('exempt'),
}); // prettier-ignore

export const siteMeasures: readonly Measure[] = [adopted, deviating, exempt];
