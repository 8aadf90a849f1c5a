import { sql, type RawBuilder } from 'kysely';
import { invalidField } from '../../platform/http/problem.ts';
import type { House } from '../practice/house.ts';
import type { RecordType } from '../record/record.ts';
import { isFault, looksAt } from './count.ts';
import type { RecordCheck } from './evidence.ts';

/** Which of a check's records: all it looked at, or those with the fault. */
const parts = ['all', 'fault'] as const;

export function checkNamed(house: House, key: string): RecordCheck | undefined {
  for (const { checks } of house.evidence.values())
    for (const check of checks) if (check.key === key && check.kind !== 'asked') return check;
  return undefined;
}

/** `filter[evidence]=incident.classified:fault&filter[period]=2026-01-01..2026-07-01` as a condition on rows. */
export function evidenceCondition(
  house: House,
  type: RecordType,
  value: string,
  [from, to]: readonly [string, string],
): RawBuilder<boolean> {
  const [key = '', part = 'all'] = value.split(':');
  const check = checkNamed(house, key);
  if (!check || check.recordType !== type.type)
    throw invalidField('filter[evidence]', 'problem.no_such_check', { key }, value);
  const known = parts.find((p) => p === part);
  if (!known) throw invalidField('filter[evidence]', 'problem.one_of', { options: parts.join(', ') }, value);
  const when = { now: new Date(house.now()).toISOString(), from, to };
  const looked = looksAt(house, check, when);
  if (known === 'all' || check.kind === 'some') return sql<boolean>`(${looked})`;
  return sql<boolean>`(${looked} and ${isFault(check, when)})`;
}
