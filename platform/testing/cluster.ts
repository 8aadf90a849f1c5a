import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { appRole } from '../db/connection.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';

/** How the tests reach their PostgreSQL. */
export type TestCluster = {
  /** Signs in as an administrator, to the database "postgres" or the one given. */
  adminUrl: string;
  /** Signs in as the owner of the tables, who is deliberately no superuser. */
  ownerUrl: string;
  /** A migrated database, to be cloned. */
  template: string;
};

export const testSchema = 'servanda';
export const silent = pino({ level: 'silent' });
export const migrations = join(import.meta.dirname, '../../db/migrations');

/** A throwaway PostgreSQL, or the one of TEST_DATABASE_URL, with a freshly migrated template database. */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const { adminUrl, stop } = given ? { adminUrl: given, stop: async () => undefined } : await throwaway();
  const template = `servanda_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  try {
    await admin.connect();
    const owner = await makeOwner(admin);
    await admin.query(`create database ${template} owner ${owner.user}`);
    const ownerUrl = withDatabase(adminUrl, template, owner);
    await migrate({
      ownerUrl,
      setting: 'TEST_DATABASE_URL',
      schema: testSchema,
      directory: migrations,
      log: silent,
    });
    return {
      adminUrl,
      ownerUrl,
      template,
      async stop() {
        await admin.query(`drop database ${template} with (force)`);
        await admin.end();
        await stop();
      },
    };
  } catch (error) {
    await admin.end().catch(() => undefined);
    await stop();
    throw error;
  }
}

export function withDatabase(url: string, database: string, as?: { user: string; password: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (as) Object.assign(changed, { username: as.user, password: as.password });
  return changed.href;
}

async function throwaway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'servanda-test-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, log: silent, durable: false });
    const stop = async () => {
      await server.stop();
      remove();
    };
    return { adminUrl: server.url('postgres'), stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Migrations must not need more than an administrator of an external PostgreSQL would grant. */
async function makeOwner(admin: pg.Client): Promise<{ user: string; password: string }> {
  const owner = { user: 'servanda_test_owner', password: 'servanda-test' };
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [owner.user]);
  if (!rowCount) await admin.query(`create role ${owner.user} login createrole password '${owner.password}'`);
  // A server that Servanda already uses has the application's role, and this owner did not create it.
  const { rowCount: hasApp } = await admin.query('select from pg_roles where rolname = $1', [
    appRole(testSchema),
  ]);
  if (hasApp) await admin.query(`grant ${appRole(testSchema)} to ${owner.user} with admin option`);
  return owner;
}
