import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { copyOut } from '../../../platform/db/copy.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { Refused } from '../arguments.ts';
import { print, progressLine, type Session } from '../session.ts';
import { names, type About, type Totals } from './format.ts';
import { packed, packedEnd, type Entry } from './tar.ts';

const chunkBytes = 4 << 20;

/**
 * `servanda backup FILE`: everything in one file as it was at one moment, while the server goes on. Written beside its
 * name first, so that a file of that name is always a whole backup.
 */
export async function backup(session: Session, file: string): Promise<void> {
  const { house, say, signal, json } = session;
  if (existsSync(file)) throw new Refused(say('backup_exists', { file }));
  const draft = `${file}.part`;
  const line = progressLine();
  const client = await house.pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const about = await readAbout(client);
    let totals: Totals | undefined;
    const whole = async function* () {
      totals = yield* entries(session, client, about, (rows) => line.show(say('backup_rows', { rows })));
    };
    const handle = await open(draft, 'w', 0o600);
    await pipeline(Readable.from(bytes(whole()), { objectMode: false }), createGzip({ level: 4 }), handle.createWriteStream({ flush: true }), { signal }); // prettier-ignore
    await client.query('commit');
    await rename(draft, file);
    line.end();
    const rows = Object.values(totals?.tables ?? {}).reduce((sum, table) => sum + table.rows, 0);
    const { size } = await stat(file);
    if (json) return print(JSON.stringify({ file, bytes: size, rows, head: totals?.head ?? null }));
    print(say('backup_done', { file, bytes: size, rows }));
    if (totals?.head) print(say('head', { head: totals.head.hash }));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    line.end();
    client.release(true);
  }
}

async function* bytes(all: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const entry of all) yield* packed(entry);
  yield packedEnd();
}

async function* entries(
  { config }: Session,
  client: pg.ClientBase,
  about: About,
  onRows: (rows: number) => void,
): AsyncGenerator<Entry, Totals> {
  yield jsonEntry(names.about, about);
  // Second factors are encrypted with it: without it nobody who uses one could sign in after a restore.
  const secret = join(config.dataDir, 'secret');
  if (!config.databaseUrl && existsSync(secret)) yield { name: names.secret, content: readFileSync(secret) };
  const tables: Totals['tables'] = {};
  let rows = 0;
  for (const table of about.tables) {
    const total = yield* tableEntries(client, table);
    tables[table.name] = total;
    rows += total.rows;
    onRows(rows);
  }
  const totals: Totals = { tables, sequences: await readSequences(client), head: await readHead(client) };
  yield jsonEntry(names.totals, totals);
  return totals;
}

const jsonEntry = (name: string, value: unknown): Entry => ({
  name,
  content: Buffer.from(`${JSON.stringify(value, null, 1)}\n`),
});

/** A table in pieces; while a piece is being written away, the server waits. */
async function* tableEntries(
  client: pg.ClientBase,
  { name, columns }: About['tables'][number],
): AsyncGenerator<Entry, Totals['tables'][string]> {
  const hash = createHash('sha256');
  let [held, length, size, n]: [Buffer[], number, number, number] = [[], 0, 0, 0];
  const pieces: Buffer[] = [];
  let wake = () => {};
  let taken = () => {};
  let ended: { rows: number } | { error: unknown } | undefined;
  const close = (): Promise<void> | undefined => {
    if (length === 0) return undefined;
    pieces.push(Buffer.concat(held));
    [held, length] = [[], 0];
    wake();
    return new Promise((resolve) => (taken = resolve));
  };
  const copying = copyOut(client, `copy ${pg.escapeIdentifier(name)} (${columns.map((c) => pg.escapeIdentifier(c)).join(', ')}) to stdout`, (row) => {
    hash.update(row);
    held.push(row);
    length += row.length;
    size += row.length;
    return length < chunkBytes ? undefined : close();
  }).then(
    (rows) => (ended = { rows }),
    (error: unknown) => (ended = { error }),
  ).finally(() => wake()); // prettier-ignore
  for (;;) {
    const piece = pieces.shift();
    if (piece) {
      yield { name: names.chunk(name, (n += 1)), content: piece };
      taken();
    } else if (ended) break;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
  await copying;
  if (ended && 'error' in ended) throw ended.error;
  if (length > 0) yield { name: names.chunk(name, n + 1), content: Buffer.concat(held) };
  return { rows: ended?.rows ?? 0, bytes: size, sha256: hash.digest('hex') };
}

async function readAbout(client: pg.ClientBase): Promise<About> {
  const migrations = await client.query<About['migrations'][number]>(
    'select number, name, sha256 from schema_migration order by number',
  );
  const tables = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
     order by c.relname`,
  );
  return {
    format: 1,
    version: packageJson.version,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows,
    tables: inOrder(tables.rows).map(({ name, columns }) => ({ name, columns })),
  };
}

/** What is pointed to comes before what points to it. */
function inOrder<T extends { name: string; needs: readonly string[] }>(tables: readonly T[]): T[] {
  const placed: T[] = [];
  const rest = new Set(tables);
  while (rest.size > 0) {
    const free = [...rest].filter(
      ({ needs }) => !needs.some((n) => [...rest].some((other) => other.name === n)),
    );
    if (free.length === 0)
      throw new Error(`tables that need each other: ${[...rest].map((t) => t.name).join(', ')}`);
    for (const table of free) {
      placed.push(table);
      rest.delete(table);
    }
  }
  return placed;
}

/** Sequences stand outside transactions: a number that was handed out since is only left out, and found later. */
async function readSequences(client: pg.ClientBase): Promise<Totals['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by 1`,
  );
  const found: Totals['sequences'] = {};
  for (const { name } of rows) {
    const one = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${pg.escapeIdentifier(name)}`,
    );
    if (one.rows[0]) found[name] = one.rows[0];
  }
  return found;
}

async function readHead(client: pg.ClientBase): Promise<Totals['head']> {
  const { rows } = await client.query<{ batch: string; hash: string }>(
    `select s.batch::text as batch, encode(s.hash, 'hex') as hash from trail_seal s order by s.batch desc limit 1`,
  );
  return rows[0] ?? null;
}
