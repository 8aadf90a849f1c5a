import pg from 'pg';
import type { Config } from '../config/config.ts';
import { appRole, type ConnectionOptions } from './connection.ts';
import type { Embedded } from './embedded.ts';
import type { MigrateOptions } from './migrate.ts';

type Access = {
  app: ConnectionOptions;
  owner: Pick<MigrateOptions, 'ownerUrl' | 'setting' | 'schema' | 'appLogin'>;
};

/**
 * Who signs in to the database, to migrate and to work. With DATABASE_URL alone it is the same login, which
 * takes the application's role for its work; DATABASE_OWNER_URL keeps the two apart.
 */
export function externalAccess({
  databaseUrl,
  databaseOwnerUrl,
  schema,
}: Config & { databaseUrl: string }): Access {
  const app = { url: databaseUrl, schema, role: appRole(schema) };
  if (!databaseOwnerUrl) return { app, owner: { ownerUrl: databaseUrl, setting: 'DATABASE_URL', schema } };
  const appLogin = decodeURIComponent(new URL(databaseUrl).username);
  return {
    app,
    owner: {
      ownerUrl: databaseOwnerUrl,
      setting: 'DATABASE_OWNER_URL',
      schema,
      ...(appLogin ? { appLogin } : {}),
    },
  };
}

/** The embedded server's own two roles; the database and the application's login are made when missing. */
export async function embeddedAccess(embedded: Embedded, schema: string): Promise<Access> {
  const role = appRole(schema);
  const admin = new pg.Client({ connectionString: embedded.url('postgres') });
  await admin.connect();
  try {
    const { rowCount: hasDatabase } = await admin.query(`select from pg_database where datname = 'servanda'`);
    if (!hasDatabase) await admin.query('create database servanda');
    const { rowCount: hasRole } = await admin.query('select from pg_roles where rolname = $1', [role]);
    const login = `${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(embedded.appPassword)}`;
    await admin.query(`${hasRole ? 'alter' : 'create'} role ${login}`);
  } finally {
    await admin.end();
  }
  const url = new URL(embedded.url());
  url.username = role;
  url.password = embedded.appPassword;
  return {
    app: { url: url.href, schema },
    owner: { ownerUrl: embedded.url(), setting: 'the embedded database', schema },
  };
}
