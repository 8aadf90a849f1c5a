import pg from 'pg';
import { connection } from '../../../platform/db/connection.ts';
import { Refused } from '../arguments.ts';

type Access = { readonly owner: { readonly ownerUrl: string; readonly schema: string } };
const batch = 20_000;

/**
 * The trail is ordered by PostgreSQL's transaction numbers, and its seal covers them. A fresh cluster begins at low
 * ones, so the numbers up to the trail's newest are used up, by empty transactions, and what is written from now on
 * stands after everything restored. Some ten thousand a second; broken off, it goes on where it was.
 */
export async function catchUp(
  { owner }: Access,
  onProgress: (progress: { done: string; of: string }) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client(connection({ url: owner.ownerUrl, schema: owner.schema }));
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    for (;;) {
      const { rows } = await client.query<{ behind: string; newest: string }>(
        `select newest::text, greatest(0, newest - pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1)::text as behind
         from (select max(t.x::text::bigint) as newest from (
           (select txid as x from trail_event order by txid desc limit 1)
           union all (select last_txid from trail_seal order by batch desc limit 1)
           union all select txid from trail_cursor) t) n`,
      );
      const behind = Number(rows[0]?.behind ?? 0);
      if (behind === 0) return;
      const newest = Number(rows[0]?.newest);
      onProgress({ done: String(newest - behind), of: String(newest) });
      if (signal.aborted) throw new Refused('');
      await client.query(
        `do $$ begin for i in 1..${Math.min(batch, behind)} loop perform pg_current_xact_id(); commit; end loop; end $$`,
      );
    }
  } finally {
    await client.end();
  }
}
