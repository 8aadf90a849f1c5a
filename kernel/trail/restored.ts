import type pg from 'pg';
import { StartProblem } from '../../platform/config/problem.ts';
import { onConnection } from '../../platform/db/tx.ts';

/**
 * The trail is ordered by PostgreSQL's transaction numbers. A dump restored into a fresh server begins again at low
 * ones, and what is written then would stand before what every reader has read: lost, and unsealed. Told at the start.
 */
export async function requireOwnCluster(pool: pg.Pool): Promise<void> {
  const [row] = await onConnection(pool, (tx) =>
    tx.run<{ newest: string; next: string; behind: boolean }>(
      'newest_event',
      `select e.txid::text as newest, pg_snapshot_xmax(pg_current_snapshot())::text as next, e.txid >= pg_snapshot_xmax(pg_current_snapshot()) as behind
       from trail_event e order by e.txid desc, e.seq desc limit 1`,
    ),
  );
  if (!row?.behind) return;
  const epoch = (BigInt(row.newest) >> 32n) + 1n;
  throw new StartProblem(
    `The database was restored into a server whose transactions (next: ${row.next}) are behind those of its trail (newest: ${row.newest}); ` +
      `stop PostgreSQL and run: pg_resetwal --epoch=${epoch} -D ITS_DATA_DIRECTORY`,
  );
}
