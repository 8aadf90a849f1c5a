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

const columns = `e.seq, e.txid::text as "txid", e.at, e.record_id as "recordId", e.record_type as "recordType", e.version,
  e.action, e.from_state as "fromState", e.to_state as "toState", e.actor_id as "actorId", e.channel, e.changes, e.detail`;

/** The events after a place, in an order that never changes: by transaction; of one record, as they were written. */
export const readEvents = (tx: Tx, after: Cursor, limit: number): Promise<ReadEvent[]> =>
  tx.run<ReadEvent>(
    'read_events',
    `select ${columns} from trail_event e
     where ${settled} and (e.txid, e.seq) > ($1::xid8, $2::bigint)
     order by e.txid, e.seq limit $3`,
    [after.txid, after.seq, limit],
  );

/** Of an event, that it happened: all that live news need; `named` when it gave one of the fields asked about another value. */
export type Happened = Pick<
  ReadEvent,
  'seq' | 'txid' | 'recordId' | 'recordType' | 'version' | 'action' | 'toState'
> & { readonly named: boolean };

/** The same without what changed, which is most of an event. */
export const readHappened = (
  tx: Tx,
  after: Cursor,
  limit: number,
  fields: readonly string[],
): Promise<Happened[]> =>
  tx.run<Happened>(
    'read_happened',
    `select e.seq, e.txid::text as "txid", e.record_id as "recordId", e.record_type as "recordType", e.version, e.action,
       e.to_state as "toState", e.changes ?| $4 as named
     from trail_event e
     where ${settled} and (e.txid, e.seq) > ($1::xid8, $2::bigint)
     order by e.txid, e.seq limit $3`,
    [after.txid, after.seq, limit, fields],
  );

/** Which events a reader wants; null is all of them. */
export type Wanted = {
  readonly types: readonly string[] | null;
  readonly actions: readonly string[] | null;
  readonly toStates: readonly string[] | null;
  readonly fields: readonly string[] | null;
};
const isWanted = (from: number) => `($${from}::text[] is null or e.record_type = any($${from}))
  and ($${from + 1}::text[] is null or e.action = any($${from + 1}))
  and ($${from + 2}::text[] is null or e.to_state = any($${from + 2}))
  and ($${from + 3}::text[] is null or e.changes ?| $${from + 3})`;
const listed = ({ types, actions, toStates, fields }: Wanted) => [types, actions, toStates, fields];

/** The same of an event of which no more is known than that it happened: false only when it surely is not wanted. */
export const mayBeWanted = ({ types, actions, toStates, fields }: Wanted, event: Happened): boolean =>
  (types?.includes(event.recordType) ?? true) &&
  (actions?.includes(event.action) ?? true) &&
  (fields === null || event.named) &&
  (toStates === null || (event.toState !== null && toStates.includes(event.toState)));

/** The same of an event that was read whole, exactly. */
export const surelyWanted = (wanted: Wanted, event: ReadEvent): boolean =>
  mayBeWanted(wanted, { ...event, named: wanted.fields?.some((field) => field in event.changes) ?? true });

/** The next stretch of the trail for a reader: from its cursor to the last event of it, and how many it wants. */
export type Stretch = {
  readonly from: Cursor;
  readonly to: Cursor;
  readonly events: number;
  readonly wanted: number;
};

/**
 * What comes next, without reading what happened; undefined when nothing does. Costs no transaction number, so that
 * asking three times a second uses none up.
 */
export async function nextStretch(
  tx: Tx,
  reader: string,
  wanted: Wanted,
  limit: number,
): Promise<Stretch | undefined> {
  type Row = { from: Cursor; to: Cursor; events: number; wanted: number };
  const [row] = await tx.run<Row>(
    'next_stretch',
    `with e as (
       select e.txid, e.seq, ${isWanted(3)} as wanted from trail_event e
       where ${settled} and (e.txid, e.seq) >
         ((select c.txid from trail_cursor c where c.subscriber = $1), (select c.seq from trail_cursor c where c.subscriber = $1))
       order by e.txid, e.seq limit $2
     )
     select (select json_build_object('txid', c.txid::text, 'seq', c.seq) from trail_cursor c where c.subscriber = $1) as "from",
       (select json_build_object('txid', e.txid::text, 'seq', e.seq) from e order by e.txid desc, e.seq desc limit 1) as "to",
       count(*)::int as events, (count(*) filter (where wanted))::int as wanted
     from e having count(*) > 0`,
    [reader, limit, ...listed(wanted)],
  );
  return row;
}

/** What a reader wants of a stretch. */
export const readStretch = (tx: Tx, { from, to }: Stretch, wanted: Wanted): Promise<ReadEvent[]> =>
  tx.run<ReadEvent>(
    'read_stretch',
    `select ${columns} from trail_event e
     where (e.txid, e.seq) > ($1::xid8, $2::bigint) and (e.txid, e.seq) <= ($3::xid8, $4::bigint) and ${isWanted(5)}
     order by e.txid, e.seq`,
    [from.txid, from.seq, to.txid, to.seq, ...listed(wanted)],
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
