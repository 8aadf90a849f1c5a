import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../practice/house.ts';
import { settled } from '../trail/read.ts';

/**
 * Until readers of the trail may see all of it: a transaction that is open in any database of the cluster, a test's that
 * runs beside this one too, holds them back.
 */
export async function trailSettled({ pool }: Pick<House, 'pool'>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    const { rows } = await pool.query<{ settled: boolean }>(
      `select not exists (select 1 from trail_event e where not (${settled})) as settled`,
    );
    if (rows[0]?.settled) return;
  }
  throw new Error('the trail does not settle');
}
