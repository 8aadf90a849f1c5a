import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { errorCode, StartProblem } from '../config/problem.ts';
import type { Log } from '../log/log.ts';
import { appRole, connection, explainConnection } from './connection.ts';

export type MigrateOptions = {
  /** Signs in as the role that owns the tables. */
  ownerUrl: string;
  /** The setting that `ownerUrl` came from, for messages. */
  setting: string;
  schema: string;
  /** Holds NNNN_name.sql. */
  directory: string;
  /** Who the application signs in as, where that is not the owner; it is made a member of the app role. */
  appLogin?: string;
  log: Log;
};

type Migration = { number: number; name: string; file: string; sql: string; sha256: string };

const oldestMajor = 15;

/**
 * Brings the schema up to date: creates it and the application's role when they are missing and applies the new
 * migrations in order, each in a transaction. Processes that start together wait for one another.
 * Answers how many were applied; throws a StartProblem for what an administrator can put right.
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const { ownerUrl, setting, schema, log } = options;
  const migrations = readMigrations(options.directory);
  const client = new pg.Client(connection({ url: ownerUrl, schema }));
  try {
    await client.connect();
  } catch (error) {
    throw explainConnection(error, setting, ownerUrl);
  }
  try {
    await requireVersion(client, setting);
    // The lock ends with the connection, so a killed process never blocks the others.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`servanda:migrate:${schema}`]);
    await prepare(client, options).catch((error: unknown) => {
      throw explainConnection(error, setting, ownerUrl);
    });
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration, schema);
    if (pending.length > 0)
      log.info({ applied: pending.length, at: pending.at(-1)?.name }, 'database migrated');
    return pending.length;
  } finally {
    await client.end();
  }
}

/** The migrations in order; throws when two share a number or a file is named otherwise. */
function readMigrations(directory: string): Migration[] {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .toSorted();
  const seen = new Map<number, string>();
  return files.map((file) => {
    const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
    if (!digits || !name)
      throw new StartProblem(
        `${file}: a migration is named NNNN_what_it_does.sql, for example 0007_supplier.sql.`,
      );
    const number = Number(digits);
    const twin = seen.get(number);
    if (twin)
      throw new StartProblem(`${file}: number ${digits} is taken by ${twin}; give it the next free number.`);
    seen.set(number, file);
    // Git may have checked the file out with other line ends; that is not a change.
    const sql = readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** 150004 for 15.4. */
async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  );
  return rows[0]?.number ?? 0;
}

async function requireVersion(client: pg.Client, setting: string): Promise<void> {
  const found = await serverVersion(client);
  if (found >= oldestMajor * 10_000) return;
  const major = Math.floor(found / 10_000);
  throw new StartProblem(
    `${setting}: found PostgreSQL ${major}, Servanda needs ${oldestMajor} or newer; name a newer server.`,
  );
}

/** The schema, the application's role and what it may do by default; all of it can run again and again. */
async function prepare(client: pg.Client, { schema, appLogin, setting }: MigrateOptions): Promise<void> {
  const [inSchema, role] = [pg.escapeIdentifier(schema), pg.escapeIdentifier(appRole(schema))];
  const { rowCount: exists } = await client.query('select from pg_namespace where nspname = $1', [schema]);
  if (!exists) await client.query(`create schema ${inSchema}`);
  const { rowCount: known } = await client.query('select from pg_roles where rolname = $1', [
    appRole(schema),
  ]);
  if (!known) await createRole(client, role, setting);
  // Since PostgreSQL 16 creating a role brings membership without the right to SET ROLE.
  const privilege = (await serverVersion(client)) >= 160_000 ? 'set' : 'member';
  for (const member of [undefined, appLogin]) {
    const { rows } = await client.query<{ member: boolean }>(
      'select pg_has_role(coalesce($1, current_user::text), $2, $3) as member',
      [member, appRole(schema), privilege],
    );
    if (!rows[0]?.member)
      await client.query(`grant ${role} to ${member ? pg.escapeIdentifier(member) : 'current_user'}`);
  }
  await client.query(`
    grant usage on schema ${inSchema} to ${role};
    alter default privileges in schema ${inSchema} grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema ${inSchema} grant usage, select on sequences to ${role};
    create table if not exists ${inSchema}.schema_migration (
      number     integer primary key,
      name       text not null,
      sha256     text not null,
      applied_at timestamptz(3) not null default now()
    );
    revoke insert, update, delete on ${inSchema}.schema_migration from ${role};
  `);
}

/** Roles belong to the whole server: a migration of another database may have created it a moment ago. */
async function createRole(client: pg.Client, role: string, setting: string): Promise<void> {
  try {
    await client.query(`create role ${role}`);
  } catch (error) {
    const code = errorCode(error);
    if (code === '42501') {
      throw new StartProblem(
        `${setting}: ${client.user} may not create roles; let an administrator run: create role ${role}; grant ${role} to ${client.user} with admin option;`,
      );
    }
    if (code !== '42710' && code !== '23505') throw error;
  }
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Pick<Migration, 'number' | 'name' | 'sha256'>>(
    'select number, name, sha256 from schema_migration order by number',
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  const newest = rows.at(-1);
  if (newest && newest.number > (migrations.at(-1)?.number ?? 0)) {
    throw new StartProblem(
      `The database was migrated by a newer Servanda (${newest.number} ${newest.name}); start that version or a later one.`,
    );
  }
  for (const { number, file, sha256 } of migrations) {
    const before = applied.get(number);
    if (before && before.sha256 !== sha256) {
      throw new StartProblem(
        `db/migrations/${file} has changed since it was applied; put it back as it was and write a new migration.`,
      );
    }
    if (!before && newest && number < newest.number) {
      throw new StartProblem(
        `db/migrations/${file} is new but older than ${newest.number} ${newest.name}, which is applied; give it the next free number.`,
      );
    }
  }
  return migrations.filter(({ number }) => !applied.has(number));
}

async function apply(
  client: pg.Client,
  { number, name, file, sql, sha256 }: Migration,
  schema: string,
): Promise<void> {
  const named = { app_role: appRole(schema), schema };
  // A cast (::schema) is not a placeholder.
  const statements = sql.replaceAll(/(?<!:):(app_role|schema)\b/g, (_, key: keyof typeof named) =>
    pg.escapeIdentifier(named[key]),
  );
  try {
    await client.query('begin');
    await client.query(statements);
    await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (!(error instanceof pg.DatabaseError)) throw error;
    const line = error.position ? `:${statements.slice(0, Number(error.position)).split('\n').length}` : '';
    throw new StartProblem(
      `db/migrations/${file}${line} failed and was rolled back: ${error.message}${error.hint ? ` (${error.hint})` : ''}`,
    );
  }
}
