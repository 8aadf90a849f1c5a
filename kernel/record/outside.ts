import type { Actor } from '../access/actor.ts';
import type { BaseRecord } from './base.ts';
import { perType, type RecordType } from './record.ts';
import { isStaff } from './universal.ts';

const internal = perType((type) =>
  // The organisation's own fields are for its own people.
  [
    'custom',
    ...Object.entries(type.fields).flatMap(([key, { about }]) => (about.internal === true ? [key] : [])),
  ],
);

/** The fields that this actor is not told of this type, whatever records of it they may see. */
export const untold = (type: RecordType, actor: Actor): readonly string[] =>
  isStaff(actor) ? [] : internal(type);

/** A record as this actor may read it: to people outside the organisation its internal fields are empty. */
export function told<R extends BaseRecord>(type: RecordType, actor: Actor, record: R): R {
  const hidden = untold(type, actor);
  return hidden.length === 0
    ? record
    : { ...record, ...Object.fromEntries(hidden.map((field) => [field, null])) };
}
