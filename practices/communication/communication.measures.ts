import { sql } from 'kysely';
import { dayBegins, dayOf, lastDayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

const clause = '7.4';
const occurrences = { recordType: 'communication-occurrence', clause } as const;

/** Told by its day ÷ all that were due in the period. */
const onTime = defineMeasure({
  ...occurrences, key: 'communication_occurrence.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: sql<boolean>`(r.state <> 'left_out')`,
  excluded: sql<boolean>`(r.state = 'left_out')`,
  numerator: sql<boolean>`(coalesce(t.done_on <= t.due_on, false))`,
}); // prettier-ignore

const overdue = defineMeasure({
  ...occurrences, key: 'communication_occurrence.overdue', unit: 'count', better: 'lower', kind: 'stock',
  population: sql<boolean>`(r.state <> 'left_out')`,
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.due_on < ${dayOf(end)}
    and (t.done_on is null or t.done_on > ${lastDayOf(end)}))`,
}); // prettier-ignore

export const communicationMeasures: readonly Measure[] = [onTime, overdue];
