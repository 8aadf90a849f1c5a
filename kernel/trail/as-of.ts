import { Problem } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { BaseRecord } from '../record/base.ts';
import { customPrefix } from '../custom-field/nested.ts';
import type { RecordType } from '../record/record.ts';
import type { Changes } from './event.ts';

type Told = {
  at: string;
  version: number;
  toState: string | null;
  actorId: string | null;
  changes: Changes;
  said: boolean;
};

/**
 * The record as it was at an instant, from its events alone; with `seq`, right after that event, though others followed
 * in the same instant. Throws a 404 for an instant before its creation.
 */
export async function asOf(
  tx: Tx,
  type: RecordType,
  now: Pick<BaseRecord, 'id' | 'number' | 'createdAt'>,
  at: string,
  seq?: number,
): Promise<BaseRecord> {
  const events = await tx.run<Told>(
    'events_until',
    `select at, version, to_state as "toState", actor_id as "actorId", changes, coalesce(detail ? 'comment', false) as said
     from trail_event where record_id = $1 and at <= $2 and ($3::bigint is null or seq <= $3) order by seq`,
    [now.id, at, seq ?? null],
  );
  const [first] = events;
  if (!first) throw new Problem(404, 'trail.not_yet', { number: now.number, at, createdAt: now.createdAt });
  return events.reduce<BaseRecord>(apply, blank(type, now, first));
}

/** A change is written as [before, after]. What waits for a due instant is not kept in the trail: nextDue is unknown. */
function apply(record: BaseRecord, event: Told): BaseRecord {
  const after = Object.entries(event.changes).map(([field, [, value]]) => [field, value] as const);
  const changed = Object.fromEntries(after.filter(([field]) => !field.startsWith(customPrefix)));
  const custom = after.flatMap(([field, value]) =>
    field.startsWith(customPrefix) ? [[field.slice(customPrefix.length), value] as const] : [],
  );
  const written = event.version !== record.version || event.said;
  return {
    ...record,
    ...changed,
    ...(custom.length === 0 ? {} : { custom: { ...record.custom, ...Object.fromEntries(custom) } }),
    state: event.toState ?? record.state,
    version: event.version,
    updatedAt: written ? event.at : record.updatedAt,
  };
}

const blank = (
  type: RecordType,
  { id, number }: Pick<BaseRecord, 'id' | 'number'>,
  created: Told,
): BaseRecord => ({
  ...Object.fromEntries(Object.keys(type.fields).map((field) => [field, null])),
  id,
  type: type.type,
  number,
  title: '',
  state: '',
  version: 0,
  priority: null,
  serviceId: null,
  teamId: null,
  ownerId: null,
  requesterId: null,
  customerId: null,
  orgUnitId: null,
  nextDue: null,
  occurredAt: created.at,
  createdAt: created.at,
  updatedAt: created.at,
  closedAt: null,
  createdBy: created.actorId,
  source: null,
  sourceRef: null,
  custom: null,
});
