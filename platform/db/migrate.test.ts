import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silent } from '../testing/cluster.ts';
import { blankDatabase } from '../testing/database.ts';
import { connection } from './connection.ts';
import { migrate } from './migrate.ts';

const { ownerUrl } = await blankDatabase();
let directory: string;
let schema: string;
let schemas = 0;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'servanda-migrate-'));
  schema = `migrate_${(schemas += 1)}`;
  write('0001_note.sql', 'create table note (text text);');
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await asOwner(`drop schema if exists ${schema} cascade`);
  // Roles outlive the test's database; they belong to the whole server.
  const { rowCount } = await asOwner(`select from pg_roles where rolname = '${schema}_app'`);
  if (rowCount) await asOwner(`drop owned by ${schema}_app; drop role ${schema}_app`);
});

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql);
const run = () => migrate({ ownerUrl, setting: 'DATABASE_URL', schema, directory, log: silent });

async function as(role: string | undefined, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connection({ url: ownerUrl, schema, ...(role ? { role } : {}) }));
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
const asOwner = (statement: string) => as(undefined, statement);
const asApp = (statement: string) => as(`${schema}_app`, statement);

test('applies what is new, in order, and nothing twice', async () => {
  expect(await run()).toBe(1);
  write('0002_author.sql', 'alter table note add author text;');
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  const { rows } = await asOwner('select number, name from schema_migration order by 1');
  expect(rows).toEqual([
    { number: 1, name: 'note' },
    { number: 2, name: 'author' },
  ]);
});

test('processes that start together apply each migration once', async () => {
  expect((await Promise.all([run(), run(), run(), run()])).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1]);
});

test('a migration that has changed since is refused by name', async () => {
  await run();
  write('0001_note.sql', 'create table note (text text not null);');
  await expect(run()).rejects.toThrow(/^db\/migrations\/0001_note\.sql has changed since it was applied; /);
});

test('other line ends are no change', async () => {
  write('0001_note.sql', 'create table note (\n  text text);\n');
  await run();
  write('0001_note.sql', 'create table note (\r\n  text text);\r\n');
  expect(await run()).toBe(0);
});

test('a migration that fails leaves nothing behind and names file and line', async () => {
  write('0002_bad.sql', 'create table kept (id int);\n\nalter table nowhere add x int;');
  await expect(run()).rejects.toThrow(
    /0002_bad\.sql.* failed and was rolled back: relation "nowhere" does not exist/,
  );
  const { rows } = await asOwner(`select to_regclass('kept') as kept, to_regclass('note') as note`);
  expect(rows).toEqual([{ kept: null, note: 'note' }]);
});

test('a database of a newer Servanda is refused', async () => {
  write('0002_later.sql', 'select 1');
  await run();
  rmSync(join(directory, '0002_later.sql'));
  await expect(run()).rejects.toThrow(/migrated by a newer Servanda \(2 later\)/);
});

test.each([
  ['2_short.sql', /is named NNNN_what_it_does/],
  ['0001_twin.sql', /number 0001 is taken by 0001_note\.sql/],
])('a misnamed file is refused: %s', async (name, message) => {
  write(name, 'select 1');
  await expect(run()).rejects.toThrow(message);
});

describe("the application's role", () => {
  test('reads and writes tables by default', async () => {
    await run();
    await asApp(`insert into note values ('a'); update note set text = 'b'; delete from note`);
  });

  test('cannot do what a migration revokes', async () => {
    write(
      '0002_trail.sql',
      `create table trail (x int); revoke update, delete, truncate on trail from :app_role; select 1::int;`,
    );
    await run();
    await asApp('insert into trail values (1)');
    await expect(asApp('update trail set x = 2')).rejects.toThrow('permission denied for table trail');
    await expect(asApp('delete from trail')).rejects.toThrow('permission denied for table trail');
    await expect(asApp('truncate trail')).rejects.toThrow('permission denied for table trail');
  });

  test('changes neither tables nor the list of migrations', async () => {
    await run();
    await expect(asApp('alter table note add x int')).rejects.toThrow('must be owner of table note');
    await expect(asApp('create table mine (x int)')).rejects.toThrow('permission denied for schema');
    await expect(asApp('delete from schema_migration')).rejects.toThrow(
      'permission denied for table schema_migration',
    );
  });
});

test('a database that cannot be reached is explained by its setting', async () => {
  const unreachable = {
    ownerUrl: 'postgres://me:hush@127.0.0.1:1/x',
    setting: 'DATABASE_URL',
    schema,
    directory,
    log: silent,
  };
  await expect(migrate(unreachable)).rejects.toThrow(
    'DATABASE_URL: nothing listens on 127.0.0.1:1; start PostgreSQL there',
  );
  await run();
});
