import { sql } from 'kysely';
import { defineMeasure } from '../measure/measure.ts';

const about = { recordType: 'action-item', clause: '10.1' } as const;

/** Done in the period by the day they were due ÷ all done in the period. */
const doneOnTime = defineMeasure({
  ...about,
  key: 'action_item.done_on_time',
  unit: 'percent',
  better: 'higher',
  kind: 'ratio',
  at: sql<string>`t.done_at`,
  population: sql<boolean>`t.done_at is not null`,
  numerator: sql<boolean>`(t.done_at at time zone 'UTC')::date <= t.due_on`,
});

const overdue = defineMeasure({
  ...about,
  key: 'action_item.overdue',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`true`,
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.due_on < ${end}::timestamptz::date
    and r.state <> 'cancelled' and (t.done_at is null or t.done_at > ${end}::timestamptz))`,
});

export const measures = [doneOnTime, overdue];
