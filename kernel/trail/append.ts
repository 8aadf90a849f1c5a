import type { Actor } from '../access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { BaseRecord, RecordType } from '../record/record.ts';
import { eventColumns, eventToSql, type TrailEvent } from './event.ts';

/** An event that does not change the record itself: a comment, an attachment, a link, a request for a second person. */
export async function appendEvent(
  tx: Tx,
  type: RecordType,
  record: BaseRecord,
  action: string,
  actor: Actor,
  given: { at: number; reason?: string | null; detail?: TrailEvent['detail'] },
): Promise<void> {
  const event: TrailEvent = {
    at: new Date(given.at).toISOString(),
    recordId: record.id,
    recordType: type.type,
    version: record.version,
    action,
    fromState: null,
    toState: null,
    actorId: actor.id,
    channel: actor.channel,
    reason: given.reason ?? null,
    changes: {},
    detail: given.detail ?? null,
  };
  await tx.run(
    'append_event',
    `insert into trail_event (at, record_id, record_type, version, action, from_state, to_state, actor_id, channel, reason, changes, detail)
     select * from jsonb_to_recordset($1::jsonb) as e(${eventColumns})`,
    [JSON.stringify([eventToSql(event)])],
  );
}
