import type { Tx } from '../../platform/db/tx.ts';
import type { Cursor } from './read.ts';

/** Where each reader of the trail stands. A reader that is new begins at the start, or before what is not settled yet. */
export async function makeCursor(tx: Tx, name: string, from: 'start' | 'now'): Promise<void> {
  await tx.run(
    'make_cursor',
    `insert into trail_cursor (subscriber, txid)
     values ($1, case when $2 then pg_snapshot_xmin(pg_current_snapshot()) else '0'::xid8 end) on conflict do nothing`,
    [name, from === 'now'],
  );
}

/** Locks it until the transaction ends; undefined while another worker has it. */
export async function takeCursor(tx: Tx, name: string): Promise<Cursor | undefined> {
  const [row] = await tx.run<Cursor>(
    'take_cursor',
    'select txid::text as txid, seq from trail_cursor where subscriber = $1 for update skip locked',
    [name],
  );
  return row;
}

export async function moveCursor(tx: Tx, name: string, { txid, seq }: Cursor): Promise<void> {
  await tx.run('move_cursor', 'update trail_cursor set txid = $2::xid8, seq = $3 where subscriber = $1', [
    name,
    txid,
    seq,
  ]);
}

/**
 * The same where nothing was done on the way, in a statement of its own: it need not be durable, for whoever reads
 * these events again does nothing again. Where another worker has moved it, it stays as it is, and the answer is false.
 */
export async function passOver(tx: Tx, name: string, from: Cursor, to: Cursor): Promise<boolean> {
  const moved = await tx.run(
    'pass_over',
    `update trail_cursor set txid = $4::xid8, seq = $5
     where subscriber = $1 and txid = $2::xid8 and seq = $3 returning set_config('synchronous_commit', 'off', true)`,
    [name, from.txid, from.seq, to.txid, to.seq],
  );
  return moved.length > 0;
}
