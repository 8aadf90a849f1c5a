import type { BaseRecord } from '../record/base.ts';
import type { ReadEvent } from '../trail/subscriber.ts';
import type { Condition, Trigger } from './event-rule.schema.ts';

/** Did this event start the rule? */
export function starts(
  trigger: Trigger,
  event: Pick<ReadEvent, 'recordType' | 'action' | 'fromState' | 'toState' | 'changes'>,
): boolean {
  if (event.recordType !== trigger.type) return false;
  switch (trigger.on) {
    case 'created':
      return event.action === 'create';
    case 'action':
      return event.action === trigger.value;
    case 'state':
      return event.toState === trigger.value;
    case 'changed':
      return event.action !== 'create' && trigger.value !== undefined && trigger.value in event.changes;
  }
}

export const holdsFor = (record: BaseRecord, conditions: readonly Condition[]): boolean =>
  conditions.every((condition) => holds(valueOf(record, condition.field), condition));

const valueOf = (record: BaseRecord, field: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;

function holds(found: unknown, { op, value }: Condition): boolean {
  const empty = found === null || found === '' || (Array.isArray(found) && found.length === 0);
  switch (op) {
    case 'is_set':
      return !empty;
    case 'is_empty':
      return empty;
    case 'is':
      return equal(found, value);
    case 'is_not':
      return !equal(found, value);
    case 'one_of':
      return Array.isArray(value) && value.some((one) => equal(found, one));
    case 'contains':
      return typeof found === 'string'
        ? found.toLocaleLowerCase().includes(String(value).toLocaleLowerCase())
        : Array.isArray(found) && found.some((one) => equal(one, value));
    // What is not there is neither much nor little.
    case 'at_most':
      return !empty && compare(found, value) <= 0;
    case 'at_least':
      return !empty && compare(found, value) >= 0;
  }
}

const equal = (found: unknown, value: unknown) =>
  found === value || (isPlain(found) && isPlain(value) && String(found) === String(value));

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** Numbers as numbers; instants are ISO text in UTC, which sorts as it runs. */
function compare(found: unknown, value: unknown): number {
  const [a, b] = [Number(found), Number(value)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return String(found) < String(value) ? -1 : String(found) === String(value) ? 0 : 1;
}
