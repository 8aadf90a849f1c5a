import { sql } from 'kysely';
import { dayBegins } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

const clause = '7.1';
const needs = { recordType: 'resource-need', clause } as const;

/** Gaps that top management decided on ÷ all needs with a gap. */
const decided = defineMeasure({
  ...needs, key: 'resource_need.decided', unit: 'percent', better: 'higher', kind: 'ratio',
  population: sql<boolean>`(t.gap > 0 or t.decided_on is not null)`,
  numerator: sql<boolean>`(t.decided_on is not null)`,
}); // prettier-ignore

/** Granted and there by its day ÷ all granted and due in the period. */
const provided = defineMeasure({
  ...needs, key: 'resource_need.provided_on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: sql<boolean>`(r.state in ('decided', 'provided'))`,
  numerator: sql<boolean>`(coalesce(t.provided_on <= t.due_on, false))`,
}); // prettier-ignore

/** Investments that brought what was promised ÷ all measured in the period. */
const realised = defineMeasure({
  recordType: 'benefit-case', clause, key: 'benefit_case.realised', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.measured_on'),
  population: sql<boolean>`(t.target_met is not null)`,
  numerator: sql<boolean>`(t.target_met)`,
}); // prettier-ignore

export const resourceMeasures: readonly Measure[] = [decided, provided, realised];
