import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { appRole, connection, type ConnectionOptions } from '../db/connection.ts';
import { Database } from '../db/db.ts';
import { silent, startTestCluster, testSchema, withDatabase } from './cluster.ts';
import './global-setup.ts'; // for the type of what it provides

export type TestDatabase = {
  /** What the server uses: the application's role, with its privileges and no more. */
  db: Database;
  /** Signs in as the owner of the tables, for what the application may not do. */
  owner: pg.Pool;
  /** How the application connects, for tests that open connections of their own. */
  connectionOptions: ConnectionOptions;
  ownerUrl: string;
};

/** A fresh, migrated, empty database for the test file or describe block that asks; it is dropped at its end. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template } = inject('cluster');
  // Its files copied as they are: page by page through the log, the default, takes twice the time (and dropping it, too).
  const created = await createDatabase(`template ${template} strategy file_copy`);
  const connectionOptions = { url: created.ownerUrl, schema: testSchema, role: appRole(testSchema) };
  const db = new Database({ ...connectionOptions, log: silent, maxConnections: 5 });
  const owner = new pg.Pool({ ...connection({ url: created.ownerUrl, schema: testSchema }), max: 2 });
  // A pool has ended before its connections have, and dropping the database below kills the last of them.
  owner.on('connect', (client) => client.on('error', () => undefined));
  owner.on('error', () => undefined);
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.end()]);
    await created.drop();
  });
  return { db, owner, connectionOptions, ownerUrl: created.ownerUrl };
}

/**
 * A migrated, empty database in a PostgreSQL of its own: for what writes in one transaction for many seconds, which holds
 * back whoever reads the trail in any database beside it.
 */
export async function databaseApart(): Promise<{ db: Database }> {
  const { ownerUrl, stop } = await startTestCluster();
  const db = new Database({
    url: ownerUrl,
    schema: testSchema,
    role: appRole(testSchema),
    log: silent,
    maxConnections: 5,
  });
  afterAll(async () => {
    await db.destroy();
    await stop();
  });
  return { db };
}

/** A database without any tables, for tests of the migrations themselves; dropped at the end. */
export async function blankDatabase(): Promise<{ ownerUrl: string }> {
  const { ownerUrl, drop } = await createDatabase('template template0');
  afterAll(drop);
  return { ownerUrl };
}

async function createDatabase(from: string): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(cluster.ownerUrl).username;
  const asAdmin = async (statement: string) => {
    const admin = new pg.Client({ connectionString: cluster.adminUrl });
    await admin.connect();
    try {
      await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  await asAdmin(`create database ${name} owner ${owner} ${from}`);
  return {
    ownerUrl: withDatabase(cluster.ownerUrl, name),
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}
