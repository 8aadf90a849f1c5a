import { sql } from 'kysely';
import { dayBegins, homeDay } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 9.3, processes.md 21: held on time, and what was decided is done. */
const reviews = { recordType: 'management-review', clause: '9.3' } as const;

const heldOnTime = defineMeasure({
  ...reviews, key: 'management_review.held_on_time', unit: 'percent', better: 'higher', kind: 'ratio', at: dayBegins('t.planned_on'),
  population: sql<boolean>`(t.planned_on is not null and r.state <> 'cancelled')`,
  numerator: sql<boolean>`(t.held_on is not null and t.held_on <= t.planned_on + 7)`,
}); // prettier-ignore

/** Of the actions that reviews decided on: done by their day ÷ due in the period. */
const actionsDone = defineMeasure({
  recordType: 'action-item', clause: '9.3', key: 'management_review.actions_done', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: sql<boolean>`(r.state <> 'cancelled' and exists (select 1 from record s where s.id = t.source_id and s.type = 'management-review'))`,
  numerator: sql<boolean>`(t.done_at is not null and ${sql.raw(homeDay('t.done_at'))} <= t.due_on)`,
}); // prettier-ignore

const conforming = defineMeasure({
  recordType: 'spot-check', clause: '5.1', key: 'spot_check.concluded', unit: 'count', better: 'higher', kind: 'count',
  at: sql<string>`t.concluded_at`, population: sql<boolean>`t.concluded_at is not null`,
}); // prettier-ignore

export const reviewMeasures: readonly Measure[] = [heldOnTime, actionsDone, conforming];
