import { sql } from 'kysely';
import { dayBegins, dayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** processes.md 21: attainment; and what 6.2 and 6.3 ask to be watched. */
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const objectives = { recordType: 'objective', clause: '6.2' } as const;

/** Judged by their end in the period and achieved ÷ all judged in it. */
const attained = defineMeasure({
  ...objectives, key: 'objective.attained', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: bool(`r.state in ('achieved', 'missed') or r.state = 'closed'`), numerator: bool('coalesce(t.last_met, false) and t.decision is null'),
}); // prettier-ignore

/** Of those at work, the ones whose last value meets the target; those without a value do not. */
const onCourse = defineMeasure({
  ...objectives, key: 'objective.on_course', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'active'`), numerator: bool('coalesce(t.last_met, false)'),
}); // prettier-ignore

const overdue = defineMeasure({
  ...objectives, key: 'objective.overdue', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and r.state = 'active' and t.due_on < ${dayOf(end)})`,
}); // prettier-ignore

const changesLate = defineMeasure({
  recordType: 'system-change', clause: '6.3', key: 'system_change.overdue', unit: 'count', better: 'lower', kind: 'stock', population: bool('true'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and r.state in ('approved', 'in_progress') and t.due_on < ${dayOf(end)})`,
}); // prettier-ignore

export const objectiveMeasures: readonly Measure[] = [attained, onCourse, overdue, changesLate];
