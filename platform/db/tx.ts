import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/schema.ts';
import { together } from './together.ts';

/**
 * One connection, usually in a transaction. `run` sends plain SQL, prepared under `name` (the hot paths); `db` is
 * Kysely on the same connection, for queries that are built.
 */
export type Tx = {
  run<T extends pg.QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<T[]>;
  readonly db: Kysely<DB>;
  /**
   * What `work` answers for one item; `work` takes several of them. Inside a transaction it is asked for this one alone,
   * outside (`statements`) together with what others ask by the same name at that moment.
   */
  together<K, V>(name: string, item: K, work: ManyAtOnce<K, V>): Promise<V>;
};

/** Answers in the order of the items. Given afresh with each item, so it must depend on nothing but its name. */
export type ManyAtOnce<K, V> = (tx: Tx, items: readonly K[]) => Promise<readonly V[]>;

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

/** One for each core: with twice as many, half as much travels together, and a create took a third more of PostgreSQL. */
const flights = Math.max(2, availableParallelism());
const most = 50;
const statementsOf = new WeakMap<pg.Pool, Tx>();

/** Every statement for itself, on whichever connection is free: for reads, and for work that is one statement anyway. */
export function statements(pool: pg.Pool): Tx {
  const before = statementsOf.get(pool);
  if (before) return before;
  const asked = new Map<string, (item: unknown) => Promise<unknown>>();
  const tx = txOn(pool, async <K, V>(name: string, item: K, work: ManyAtOnce<K, V>) => {
    const ask = asked.get(name) ?? together((items) => work(tx, items as readonly K[]), { flights, most });
    asked.set(name, ask);
    return (await ask(item)) as V;
  });
  statementsOf.set(pool, tx);
  return tx;
}

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

function txOn(client: pg.PoolClient | pg.Pool, shared?: Tx['together']): Tx {
  let db: Kysely<DB> | undefined;
  const tx: Tx = {
    async run<T extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[] = []) {
      return (await client.query<T>({ name, text, values: [...values] })).rows;
    },
    get db() {
      db ??= kyselyOn(client);
      return db;
    },
    together:
      shared ??
      (async <K, V>(_name: string, item: K, work: ManyAtOnce<K, V>) => (await work(tx, [item]))[0] as V),
  };
  return tx;
}

/** Kysely takes a pool; this one has a single connection that its owner releases. */
function kyselyOn(client: pg.PoolClient | pg.Pool): Kysely<DB> {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed, end: async () => {} },
    }),
  });
}
