import { sql, type RawBuilder } from 'kysely';
import { homeDay } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 7. `r` is the record, `t` the transition. */
const about = { recordType: 'transition', clause: '8.5.2' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const live = { at: instant('t.live_at') } as const;

const onDate = defineMeasure({
  ...about, ...live, key: 'transition.on_date', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool('t.live_at is not null and t.planned_live_on is not null'), numerator: bool(`${homeDay('t.live_at')} <= t.planned_live_on`),
}); // prettier-ignore

const firstPass = defineMeasure({
  ...about, key: 'transition.first_pass', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.tested_at'),
  population: bool('t.passed_at_first is not null'), numerator: bool('t.passed_at_first'),
}); // prettier-ignore

/** P1 and P2 on a service within its first 30 days; the figure opens them. */
const severe = defineMeasure({
  recordType: 'incident', clause: '8.5.2', key: 'transition.severe_incidents', unit: 'count', better: 'lower', kind: 'count',
  at: instant('r.occurred_at'),
  population: bool(`r.priority <= 2 and r.state <> 'cancelled' and exists (select 1 from transition x join record y on y.id = x.id
    where x.live_at is not null and y.service_id = r.service_id and r.occurred_at >= x.live_at
      and r.occurred_at < x.live_at + interval '30 days')`),
}); // prettier-ignore

const outcome = defineMeasure({
  ...about, key: 'transition.outcome_met', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.reported_at'),
  population: bool('t.reported_at is not null'), numerator: bool('t.outcome_met'),
}); // prettier-ignore

const removal = defineMeasure({
  ...about, key: 'transition.removed_whole', unit: 'percent', better: 'higher', kind: 'ratio', at: instant('t.retired_at'),
  population: bool('t.retired_at is not null'), numerator: bool('t.data_done_at is not null'),
}); // prettier-ignore

export const measures: readonly Measure[] = [onDate, firstPass, severe, outcome, removal];
