import { createHash, type Hash } from 'node:crypto';
import {
  createReadStream,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { verify } from '../../../kernel/trail/verify.ts';
import { loadConfig, type Config } from '../../../platform/config/config.ts';
import { connection } from '../../../platform/db/connection.ts';
import { copyIn } from '../../../platform/db/copy.ts';
import { lockDataDir } from '../../../platform/db/data-lock.ts';
import { embeddedAccess, externalAccess } from '../../../platform/db/database-urls.ts';
import { Database } from '../../../platform/db/db.ts';
import { startEmbedded } from '../../../platform/db/embedded.ts';
import { migrate } from '../../../platform/db/migrate.ts';
import { migrateJobs } from '../../../platform/jobs/cron.ts';
import { words } from '../../words.ts';
import { Refused, UsageError } from '../arguments.ts';
import { errorLog, print, progressLine, type Globals } from '../session.ts';
import { aboutSchema, names, tableOfChunk, totalsSchema, type About, type Totals } from './format.ts';
import { unpacked, type Entry } from './tar.ts';
import { catchUp } from './transactions.ts';

const migrations = join(import.meta.dirname, '../../../db/migrations');
const log = errorLog();
type Access = Awaited<ReturnType<typeof embeddedAccess>>;
type Say = (code: string, params?: Record<string, string | number>) => string;

/**
 * `servanda restore FILE`: into an empty database only. All rows come in one transaction, so a restore that is broken
 * off has brought nothing and is simply run again.
 */
export async function restore({ data, language, json, signal }: Globals, file: string): Promise<void> {
  if (!existsSync(file)) throw new UsageError('no_file', { file, code: 'ENOENT' });
  const say: Say = (code, params = {}) => words(`cli.${code}`, params, language);
  const config = loadConfig(data === undefined ? [] : ['--data', data], {
    ...process.env,
    ...(process.env['DATABASE_URL']
      ? { SERVANDA_SECRET: process.env['SERVANDA_SECRET'] ?? 'x'.repeat(32) }
      : {}),
  });
  const closing: (() => Promise<void> | void)[] = [];
  const line = progressLine();
  try {
    const access = await openDatabase(config, closing);
    const archive = unpacked(createReadStream(file).pipe(createGunzip()));
    const about = await readAbout(archive, say, file);
    await requireEmpty(access, config.schema, say);
    await migrateTo(access, about, say);
    const totals = await readAll(archive, { access, about, config, say, signal, line });
    await migrate({ ...access.owner, directory: migrations, log });
    await migrateJobs({ ...access.owner, log });
    const db = new Database({ ...access.app, log, maxConnections: 2 });
    closing.push(() => db.destroy());
    await catchUp(access, ({ done, of }) => line.show(say('restore_transactions', { done, of })), signal);
    const found = await verify(db.pool, ({ events }) => line.show(say('restore_verifying', { events })));
    line.end();
    if (!found.ok) throw new Refused(say('broken', { what: words(found.code, found.params, language) }));
    const same = totals.head === null ? found.batches === 0 : found.head === totals.head.hash;
    if (!same)
      throw new Refused(say('restore_other_chain', { head: totals.head?.hash ?? '–', found: found.head }));
    const rows = Object.values(totals.tables).reduce((sum, table) => sum + table.rows, 0);
    if (json)
      return print(JSON.stringify({ rows, madeAt: about.madeAt, events: found.events, head: found.head }));
    print(say('restore_done', { rows, at: about.madeAt, events: found.events }));
    print(say('head', { head: found.head }));
  } finally {
    line.end();
    while (closing.length > 0) await closing.pop()?.();
  }
}

async function openDatabase(config: Config, closing: (() => Promise<void> | void)[]): Promise<Access> {
  const { databaseUrl, dataDir, schema } = config;
  if (databaseUrl) return externalAccess({ ...config, databaseUrl });
  const lock = await lockDataDir(dataDir);
  closing.push(() => lock.release());
  const embedded = await startEmbedded({ dataDir, log });
  closing.push(() => embedded.stop());
  return embeddedAccess(embedded, schema);
}

async function readAbout(archive: AsyncGenerator<Entry>, say: Say, file: string): Promise<About> {
  const first = await archive.next().catch(() => undefined);
  const entry = first?.done === false ? first.value : undefined;
  const parsed = entry?.name === names.about ? aboutSchema.safeParse(asJson(entry.content)) : undefined;
  if (!parsed?.success) throw new Refused(say('restore_no_backup', { file }));
  return parsed.data;
}

const asJson = (content: Buffer): unknown => {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
};

const connected = async <T>(
  access: Access,
  schema: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(connection({ url: access.owner.ownerUrl, schema }));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** What a start or a restore that was broken off has made is taken away; anything that holds records is left alone. */
async function requireEmpty(access: Access, schema: string, say: Say): Promise<void> {
  await connected(access, schema, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_tables where schemaname = $1 and tablename = 'record'`,
      [schema],
    );
    if (rowCount === 1) {
      const { rows } = await client.query<{ used: boolean }>(
        'select exists (select 1 from record) or exists (select 1 from auth_user) or exists (select 1 from trail_event) as used',
      );
      if (rows[0]?.used !== false) throw new Refused(say('restore_not_empty'));
    }
    await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
  });
}

/** The tables as they were when the backup was made; what is newer is migrated afterwards, as at any upgrade. */
async function migrateTo(access: Access, { migrations: wanted, version }: About, say: Say): Promise<void> {
  const newest = wanted.at(-1)?.number ?? 0;
  const files = readdirSync(migrations).filter((file) => file.endsWith('.sql'));
  const known = files.filter((file) => Number(file.slice(0, 4)) <= newest);
  if (!files.some((file) => Number(file.slice(0, 4)) === newest) || known.length !== wanted.length)
    throw new Refused(say('restore_newer', { version, migration: newest }));
  const directory = mkdtempSync(join(tmpdir(), 'servanda-restore-'));
  try {
    for (const file of known) cpSync(join(migrations, file), join(directory, file));
    await migrate({ ...access.owner, directory, log });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  await connected(access, access.owner.schema, async (client) => {
    const { rows } = await client.query<About['migrations'][number]>(
      'select number, name, sha256 from schema_migration order by number',
    );
    const other = wanted.find((one, i) => rows[i]?.sha256 !== one.sha256);
    if (other)
      throw new Refused(say('restore_other_migration', { migration: `${other.number} ${other.name}` }));
  });
}

type Reading = {
  access: Access;
  about: About;
  config: Config;
  say: Say;
  signal: AbortSignal;
  line: ReturnType<typeof progressLine>;
};

/** Everything in one transaction, which is only ended when the last entry says the same of every table. */
async function readAll(archive: AsyncGenerator<Entry>, given: Reading): Promise<Totals> {
  const { access, about, config, say, signal, line } = given;
  return connected(access, config.schema, async (client) => {
    await client.query('begin');
    await triggers(client, 'disable');
    // Defaults that a migration wrote are among the rows of the backup.
    await client.query(`truncate ${about.tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
    const found = new Map<string, { rows: number; bytes: number; hash: Hash }>();
    let entry = await next(archive, say);
    if (entry?.name === names.secret) {
      keepSecret(config, entry.content);
      entry = await next(archive, say);
    }
    for (;;) {
      const first: Entry | undefined = entry;
      const name = first && tableOfChunk(first.name);
      if (!first || name === undefined) break;
      if (signal.aborted) throw new Refused(say('restore_broken_off'));
      const table = about.tables.find((one) => one.name === name);
      if (!table || found.has(name)) throw new Refused(say('restore_damaged', { what: first.name }));
      const seen = { rows: 0, bytes: 0, hash: createHash('sha256') };
      found.set(name, seen);
      const pieces = async function* () {
        for (entry = first; entry && tableOfChunk(entry.name) === name; entry = await next(archive, say)) {
          seen.hash.update(entry.content);
          seen.bytes += entry.content.length;
          yield entry.content;
        }
      };
      line.show(say('restore_table', { table: name }));
      const columns = table.columns.map((c) => pg.escapeIdentifier(c)).join(', ');
      seen.rows = await copyIn(client, `copy ${pg.escapeIdentifier(name)} (${columns}) from stdin`, pieces());
    }
    const totals = totalsSchema.safeParse(entry?.name === names.totals ? asJson(entry.content) : undefined);
    if (!totals.success) throw new Refused(say('restore_incomplete'));
    for (const [name, total] of Object.entries(totals.data.tables)) {
      const is = found.get(name) ?? { rows: 0, bytes: 0, hash: createHash('sha256') };
      if (is.rows !== total.rows || is.bytes !== total.bytes || is.hash.digest('hex') !== total.sha256)
        throw new Refused(say('restore_damaged', { what: name }));
    }
    for (const [name, { last, called }] of Object.entries(totals.data.sequences))
      await client.query('select setval($1::regclass, $2::bigint, $3)', [
        pg.escapeIdentifier(name),
        last,
        called,
      ]);
    await triggers(client, 'enable');
    await client.query('commit');
    await client.query('analyze');
    return totals.data;
  });
}

async function next(archive: AsyncGenerator<Entry>, say: Say): Promise<Entry | undefined> {
  try {
    const { value, done } = await archive.next();
    return done === true ? undefined : value;
  } catch {
    throw new Refused(say('restore_incomplete'));
  }
}

/** Our own triggers only: what they would do was done when the rows were written first. */
async function triggers(client: pg.Client, what: 'enable' | 'disable'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct c.relname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal`,
  );
  for (const { name } of rows)
    await client.query(`alter table ${pg.escapeIdentifier(name)} ${what} trigger user`);
}

/** The secret that the backed-up server signed and encrypted with, where this one has its own beside its data. */
function keepSecret({ databaseUrl, dataDir }: Config, secret: Buffer): void {
  if (!databaseUrl) writeFileSync(join(dataDir, 'secret'), secret, { mode: 0o600 });
}
