import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB as Tables, Json } from '../../db/schema.ts';
import type { Log } from '../log/log.ts';
import { connection, type ConnectionOptions } from './connection.ts';

/** The open database: a Kysely and the pool that it draws from. `destroy()` closes both. */
export class Database extends Kysely<Tables> {
  readonly pool: pg.Pool;
  /** The PostgreSQL schema that holds everything. */
  readonly schemaName: string;
  readonly log: Log;

  constructor(options: ConnectionOptions & { log: Log; maxConnections?: number }) {
    const pool = new pg.Pool({
      ...connection(options),
      max: options.maxConnections ?? 20,
      idleTimeoutMillis: 30_000,
    });
    super({ dialect: new PostgresDialect({ pool }) });
    this.pool = pool;
    this.schemaName = options.schema;
    this.log = options.log;
    // A connection that breaks is replaced by the pool, idle or in use; without a listener it would end the process.
    const lost = (err: Error) => this.log.warn({ err: err.message }, 'a database connection was lost');
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
  }

  /** Kysely ends the pool only if it has ever drawn from it. */
  override async destroy(): Promise<void> {
    await super.destroy();
    if (!this.pool.ended) await this.pool.end();
  }
}

/** A value for a json or jsonb column. Written out here, for pg would turn an array into a PostgreSQL array. */
export const json = (value: Json): string => JSON.stringify(value);
