import { isDeepStrictEqual } from 'node:util';
import type { Channel } from '../access/actor.ts';

/** One act as the trail keeps it. `at` is when it happened, the database adds when it was recorded. */
export type TrailEvent = {
  readonly at: string;
  readonly recordId: string;
  readonly recordType: string;
  readonly version: number;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actorId: string | null;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly changes: Changes;
  readonly detail: Readonly<Record<string, unknown>> | null;
};

/** field → [before, after] */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

export const eventToSql = (event: TrailEvent) => ({
  at: event.at,
  record_id: event.recordId,
  record_type: event.recordType,
  version: event.version,
  action: event.action,
  from_state: event.fromState,
  to_state: event.toState,
  actor_id: event.actorId,
  channel: event.channel,
  reason: event.reason,
  changes: event.changes,
  detail: event.detail,
});

const eventColumns = `at timestamptz, record_id uuid, record_type text, version integer, action text,
  from_state text, to_state text, actor_id uuid, channel text, reason text, changes jsonb, detail jsonb`;

/** Writes events given as one JSON array, alone or as a part of a larger statement. */
export const insertEvents = (parameter: string) => `
  insert into trail_event (at, record_id, record_type, version, action, from_state, to_state, actor_id, channel, reason, changes, detail)
  select * from jsonb_to_recordset(${parameter}::jsonb) as e(${eventColumns})`;

/** What changed between two versions of a record, by field; equal values (also equal lists) are left out. */
export function changesBetween(
  before: object | undefined,
  after: object,
  ignore: ReadonlySet<string>,
): Changes {
  const changes: Record<string, [unknown, unknown]> = {};
  const old = (before ?? {}) as Record<string, unknown>;
  for (const [field, value] of Object.entries(after)) {
    const was = old[field] ?? null;
    if (ignore.has(field) || same(was, value ?? null)) continue;
    changes[field] = [was, value ?? null];
  }
  return changes;
}

/** jsonb gives keys back in its own order: a structure is the same whatever the order of its keys. */
const same = (a: unknown, b: unknown) => a === b || (typeof a === 'object' && isDeepStrictEqual(a, b));
