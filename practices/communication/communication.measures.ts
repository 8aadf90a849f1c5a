import { sql } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

const clause = '7.4';
const occurrences = { recordType: 'communication-occurrence', clause } as const;

/** Told by its day ÷ all that were due in the period. */
const onTime = defineMeasure({
  ...occurrences, key: 'communication_occurrence.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: sql<string>`t.due_on::timestamptz`,
  population: sql<boolean>`(r.state <> 'left_out')`,
  excluded: sql<boolean>`(r.state = 'left_out')`,
  numerator: sql<boolean>`(coalesce(t.done_on <= t.due_on, false))`,
}); // prettier-ignore

const overdue = defineMeasure({
  ...occurrences, key: 'communication_occurrence.overdue', unit: 'count', better: 'lower', kind: 'stock',
  population: sql<boolean>`(r.state <> 'left_out')`,
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.due_on < ${end}::timestamptz::date
    and (t.done_on is null or t.done_on > ${end}::timestamptz::date))`,
}); // prettier-ignore

export const communicationMeasures: readonly Measure[] = [onTime, overdue];
