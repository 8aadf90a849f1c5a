import type pg from 'pg';
import { transaction } from '../../platform/db/tx.ts';
import { defineSetting } from '../../kernel/practice/settings.ts';

/** Is this a demo, and since when? Only a load writes it, so a real organisation can never become one. */
export const demoSetting = defineSetting<{ readonly loadedAt: string } | null>('demo.loaded', null);

const begun = 'demo.begun';
const used = 'select exists (select 1 from record) or exists (select 1 from auth_user) as used';

/** Of a load and of a first visit one wins; the other one finds the organisation there. */
export const setupLock = `select pg_advisory_xact_lock(hashtext('servanda.setup'))`;

/**
 * Written outside the load's own transaction: what is killed leaves nothing else behind. But the numbers that it took
 * are gone, since sequences do not roll back: they begin anew.
 */
export const noteBegun = (pool: pg.Pool): Promise<boolean> =>
  transaction(pool, async (tx) => {
    await tx.run('setup_lock', setupLock);
    const [row] = await tx.run<{ used: boolean }>('demo_used', used);
    if (row?.used === true) return false;
    await tx.run(
      'demo_begun',
      `insert into setting (key, value) values ($1, to_jsonb(now())) on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [begun],
    );
    await tx.run('restart_numbers', 'select restart_numbers()');
    return true;
  });
export const forgetBegun = (pool: pg.Pool) => pool.query('delete from setting where key = $1', [begun]);

export async function isUsed(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ used: boolean }>(used);
  return rows[0]?.used === true;
}

export async function isDemo(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(`select from setting where key = $1 and value <> 'null'`, [
    demoSetting.key,
  ]);
  return rowCount === 1;
}

/** A load that is under way (in any process), or one that was broken off. */
export async function loadState(pool: pg.Pool): Promise<'running' | 'broken_off' | 'none'> {
  const { rows } = await pool.query<{ begun: boolean; free: boolean }>(
    `select exists (select 1 from setting where key = $1) as begun, pg_try_advisory_xact_lock(hashtext('servanda.setup')) as free`,
    [begun],
  );
  if (rows[0]?.begun !== true) return 'none';
  return rows[0].free ? 'broken_off' : 'running';
}
