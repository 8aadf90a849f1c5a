import { sql } from 'kysely';
import { dayOf, homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
/** Due on a day that was over at the end of the period, and not looked at since. */
const overdueAt = (column: string, states: string) => (end: string) =>
  sql<boolean>`(r.created_at <= ${end}::timestamptz and ${sql.raw(`t.${column}`)} < ${dayOf(end)} and r.state in (${sql.raw(states)}))`;

const issuesOverdue = defineMeasure({
  key: 'context_issue.overdue', recordType: 'context-issue', clause: '4.1', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('true'), openAt: overdueAt('review_due_on', `'active'`),
}); // prettier-ignore

const partiesOverdue = defineMeasure({
  key: 'interested_party.overdue', recordType: 'interested-party', clause: '4.2', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('true'), openAt: overdueAt('review_due_on', `'active'`),
}); // prettier-ignore

/** Requirements that bind and say where they are met ÷ all that bind or are only noted. */
const answered = defineMeasure({
  key: 'party_requirement.answered', recordType: 'party-requirement', clause: '4.2', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state in ('noted', 'binding')`),
  numerator: bool(`r.state = 'binding' and cardinality(t.answered_by_ids) > 0`),
}); // prettier-ignore

/** Evaluated and not overdue ÷ all that apply. */
const evaluated = defineMeasure({
  key: 'obligation.evaluated', recordType: 'obligation', clause: '6.3', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'applicable'`),
  numerator: bool(`t.evaluated_on is not null and t.evaluation_due_on >= ${homeToday}`),
}); // prettier-ignore

/** Found to be kept ÷ all evaluated ones that apply. */
const compliant = defineMeasure({
  key: 'obligation.compliant', recordType: 'obligation', clause: '6.3', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'applicable' and t.result is not null`),
  numerator: bool(`t.result = 'compliant'`),
}); // prettier-ignore

const obligationsOverdue = defineMeasure({
  key: 'obligation.overdue', recordType: 'obligation', clause: '6.3', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('true'), openAt: overdueAt('evaluation_due_on', `'applicable'`),
}); // prettier-ignore

export const contextMeasures: readonly Measure[] = [
  issuesOverdue, partiesOverdue, answered, evaluated, compliant, obligationsOverdue,
]; // prettier-ignore
