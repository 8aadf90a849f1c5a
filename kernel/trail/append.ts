import type { Actor } from '../access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { eventToSql, insertEvents, type TrailEvent } from './event.ts';

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
  await append(tx, event);
}

/** Rule values are no records; their events stand under an id that never names one. */
export const settings = '00000000-0000-7000-8000-000000000000';

export async function appendSettingEvent(
  tx: Tx,
  key: string,
  version: number,
  actor: Actor,
  at: number,
  change: readonly [unknown, unknown],
): Promise<void> {
  const event: TrailEvent = {
    at: new Date(at).toISOString(),
    recordId: settings,
    recordType: 'setting',
    version,
    action: 'change_setting',
    fromState: null,
    toState: null,
    actorId: actor.id,
    channel: actor.channel,
    reason: null,
    changes: { [key]: change },
    detail: null,
  };
  await append(tx, event);
}

const append = (tx: Tx, event: TrailEvent) =>
  tx.run('append_event', insertEvents('$1'), [JSON.stringify([eventToSql(event)])]);
