import type { Tx } from '../../platform/db/tx.ts';
import type { ReadEvent } from './subscriber.ts';

/** A place in the trail: everything up to and including it has been read. */
export type Cursor = { readonly txid: string; readonly seq: number };

export const beginning: Cursor = { txid: '0', seq: 0 };

/**
 * The trap: sequence numbers are handed out before a transaction commits, so number 7 may become visible after number
 * 8, and who reads past 8 has lost 7 for ever. Every transaction below the snapshot's xmin has ended, so below it
 * nothing can appear any more. It also means that one long writing transaction (in any database of the cluster) holds
 * all readers back until it ends.
 */
export const settled = 'e.txid < pg_snapshot_xmin(pg_current_snapshot())';

/** The events after a place, in an order that never changes: by transaction; of one record, as they were written. */
export const readEvents = (tx: Tx, after: Cursor, limit: number): Promise<ReadEvent[]> =>
  tx.run<ReadEvent>(
    'read_events',
    `select e.seq, e.txid::text as "txid", e.at, e.record_id as "recordId", e.record_type as "recordType", e.version,
       e.action, e.from_state as "fromState", e.to_state as "toState", e.actor_id as "actorId", e.channel, e.changes, e.detail
     from trail_event e
     where ${settled} and (e.txid, e.seq) > ($1::xid8, $2::bigint)
     order by e.txid, e.seq limit $3`,
    [after.txid, after.seq, limit],
  );

/** The place before everything that is not settled yet: reading from here shows what is committed from now on. */
export async function endOfTrail(tx: Tx): Promise<Cursor> {
  const [row] = await tx.run<{ txid: string }>(
    'end_of_trail',
    'select pg_snapshot_xmin(pg_current_snapshot())::text as txid',
  );
  return { txid: row?.txid ?? '0', seq: 0 };
}

/** Is the first place after the second? */
export function isAfter(a: Cursor, b: Cursor): boolean {
  const [left, right] = [BigInt(a.txid), BigInt(b.txid)];
  return left > right || (left === right && a.seq > b.seq);
}
