import { sql, type RawBuilder } from 'kysely';
import { invalidField } from '../../platform/http/problem.ts';
import type { House } from '../practice/house.ts';
import type { RecordType } from '../record/record.ts';
import type { Measure } from './measure.ts';
import { isMoment } from './moment.ts';

/** Which of a figure's records: all that were counted, those that made the numerator, the rest, the excluded. */
export const parts = ['all', 'numerator', 'rest', 'excluded'] as const;
export type Part = (typeof parts)[number];

export function measureNamed(house: House, key: string): Measure | undefined {
  return house.measures.find((m) => m.key === key);
}

/** `filter[measure]=incident.sla_resolution:rest&filter[period]=2026-01-01..2026-02-01` as a condition on rows. */
export function measureCondition(
  house: House,
  type: RecordType,
  value: string,
  period: string | undefined,
): RawBuilder<boolean> {
  const [key = '', part = 'all'] = value.split(':');
  const measure = measureNamed(house, key);
  if (!measure || measure.recordType !== type.type)
    throw invalidField('filter[measure]', 'problem.no_such_measure', { key }, value);
  const known = parts.find((p) => p === part);
  if (!known) throw invalidField('filter[measure]', 'problem.one_of', { options: parts.join(', ') }, value);
  const [from, to] = periodOf(period);
  return sql<boolean>`(${inPeriod(measure, from, to)} and ${partOf(measure, known)})`;
}

export function periodOf(period: string | undefined): readonly [string, string] {
  const [from, to, ...rest] = (period ?? '').split('..');
  if (!from || !to || rest.length > 0 || !isMoment(from) || !isMoment(to)) {
    throw invalidField('filter[period]', 'problem.range', {}, period);
  }
  return [new Date(from).toISOString(), new Date(to).toISOString()];
}

/** From inclusive, to exclusive; a stock is what was open at the end; without an instant, as things stand now. */
export function inPeriod(measure: Measure, from: string, to: string): RawBuilder<boolean> {
  if (measure.kind === 'stock') return measure.openAt(to);
  if (!measure.at) return sql<boolean>`true`;
  return sql<boolean>`(${measure.at} >= ${from} and ${measure.at} < ${to})`;
}

export function partOf(measure: Measure, part: Part): RawBuilder<boolean> {
  switch (part) {
    case 'all':
      return measure.population;
    case 'numerator':
      return measure.kind === 'ratio'
        ? sql<boolean>`(${measure.population} and ${measure.numerator})`
        : measure.population;
    case 'rest':
      return measure.kind === 'ratio'
        ? sql<boolean>`(${measure.population} and not ${measure.numerator})`
        : sql<boolean>`false`;
    case 'excluded':
      return measure.excluded ?? sql<boolean>`false`;
  }
}
