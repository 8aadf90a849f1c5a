import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/schema.ts';

/**
 * One connection, usually in a transaction. `run` sends plain SQL, prepared under `name` (the hot paths); `db` is
 * Kysely on the same connection, for queries that are built.
 */
export type Tx = {
  run<T extends pg.QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<T[]>;
  readonly db: Kysely<DB>;
};

const givenUpByDatabase = new Set(['40001', '40P01']);
const maxAttempts = 3;

/**
 * Runs `work` in one transaction. When PostgreSQL gives it up in favour of another (serialization failure, deadlock)
 * it runs again, at most three times in all, so `work` must not reach outside the transaction.
 */
export async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work, true);
    } catch (error) {
      const again = error instanceof pg.DatabaseError && givenUpByDatabase.has(error.code ?? '');
      if (!again || attempt === maxAttempts) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/** One connection without a transaction: for reads, and for work that is a single statement anyway. */
export const onConnection = <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> =>
  once(pool, work, false);

async function once<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, wrap: boolean): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    if (wrap) await client.query('begin');
    const result = await work(txOn(client));
    if (wrap) await client.query('commit');
    return result;
  } catch (error) {
    if (wrap) {
      await client.query('rollback').catch((failed: unknown) => {
        broken = failed instanceof Error ? failed : new Error(String(failed));
      });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

function txOn(client: pg.PoolClient): Tx {
  let db: Kysely<DB> | undefined;
  return {
    async run<T extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[] = []) {
      return (await client.query<T>({ name, text, values: [...values] })).rows;
    },
    get db() {
      db ??= kyselyOn(client);
      return db;
    },
  };
}

/** Kysely takes a pool; this one has a single connection that its owner releases. */
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed, end: async () => {} },
    }),
  });
}
