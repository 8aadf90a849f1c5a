import { Kysely, PostgresDialect, type IsolationLevel, type Transaction } from 'kysely';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DB as Tables, Json } from '../../db/schema.ts';
import type { Log } from '../log/log.ts';
import { connection, type ConnectionOptions } from './connection.ts';

/** What a query needs: the database or a transaction on it. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** The open database: a Kysely and the pool that it draws from. `destroy()` closes both. */
export class Database extends Kysely<Tables> {
  readonly pool: pg.Pool;
  /** The PostgreSQL schema that holds everything. */
  readonly schemaName: string;
  readonly log: Log;

  constructor(options: ConnectionOptions & { log: Log; maxConnections?: number }) {
    const pool = new pg.Pool({ ...connection(options), max: options.maxConnections ?? 20, idleTimeoutMillis: 30_000 });
    super({ dialect: new PostgresDialect({ pool }) });
    this.pool = pool;
    this.schemaName = options.schema;
    this.log = options.log;
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', (err) => this.log.warn({ err }, 'an idle database connection was lost'));
  }
}

const serializationFailure = '40001';
const deadlock = '40P01';
const maxAttempts = 3;

/**
 * Runs `work` in one transaction. When PostgreSQL gives it up in favour of another (serialization failure,
 * deadlock) it runs again, at most three times in all, so `work` must not reach outside the transaction.
 */
export async function withTransaction<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().setIsolationLevel(isolation).execute(work);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      const again = (code === serializationFailure || code === deadlock) && attempt < maxAttempts;
      if (!again) throw error;
      database.log.warn({ code, attempt }, 'transaction given up by the database, running it again');
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/** A value for a json or jsonb column. Written out here, for pg would turn an array into a PostgreSQL array. */
export const json = (value: Json): string => JSON.stringify(value);
