import { join } from 'node:path';
import { pino } from 'pino';
import { system, type Actor, type Language } from '../../kernel/access/actor.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { loadConfig, type Config } from '../../platform/config/config.ts';
import { isDataDirHeld, lockDataDir } from '../../platform/db/data-lock.ts';
import { embeddedAccess, externalAccess } from '../../platform/db/database-urls.ts';
import { Database } from '../../platform/db/db.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { joinEmbedded } from '../../platform/db/join-embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { migrateJobs } from '../../platform/jobs/cron.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Params } from '../../platform/http/problem.ts';
import { servers } from '../practices.ts';
import { dictionaries, words } from '../words.ts';
import { UsageError } from './arguments.ts';

export type Session = {
  readonly house: House;
  readonly config: Config;
  readonly log: Log;
  readonly actor: Actor;
  readonly language: Language;
  readonly json: boolean;
  /** Aborted by Ctrl-C: end in order. */
  readonly signal: AbortSignal;
  readonly say: (code: string, params?: Params) => string;
  readonly close: () => Promise<void>;
};

export type Globals = {
  readonly data: string | undefined;
  readonly language: Language;
  readonly json: boolean;
  readonly signal: AbortSignal;
};

/**
 * The database as the server reaches it: DATABASE_URL, the embedded PostgreSQL of a server that runs on this data
 * directory, or that of the directory itself, started for as long as the command takes.
 */
export async function openSession({ data, language, json, signal }: Globals): Promise<Session> {
  const log = errorLog();
  // Nothing here signs a session, so the server's secret need not be known.
  const env = {
    ...process.env,
    ...(process.env.DATABASE_URL
      ? { SERVANDA_SECRET: process.env.SERVANDA_SECRET ?? 'not-used-by-the-command-line-tool' }
      : {}),
  };
  const config = loadConfig(data === undefined ? [] : ['--data', data], env);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    const db = new Database({ ...(await access(config, log, closing)), log, maxConnections: 4 });
    closing.push(() => db.destroy());
    const house = await openHouse({ pool: db.pool, servers, words: dictionaries });
    const actor = { ...system('cli'), language };
    return {
      house,
      config,
      log,
      actor,
      language,
      json,
      signal,
      close,
      say: (code, params = {}) => words(`cli.${code}`, params, language),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What goes wrong besides; the standard output belongs to the answer. */
export const errorLog = (): Log =>
  pino({ level: process.env.LOG_LEVEL ?? 'fatal', base: null }, pino.destination({ fd: 2, sync: true }));

async function access(config: Config, log: Log, closing: (() => Promise<void> | void)[]) {
  const { databaseUrl, dataDir, schema } = config;
  if (!databaseUrl && (await isDataDirHeld(dataDir))) return joinEmbedded(dataDir, schema);
  const { app, owner } = databaseUrl ? externalAccess({ ...config, databaseUrl }) : await own();
  await migrate({ ...owner, directory: join(import.meta.dirname, '../../db/migrations'), log });
  await migrateJobs({ ...owner, log });
  return app;

  async function own() {
    const lock = await lockDataDir(dataDir);
    closing.push(() => lock.release());
    const embedded = await startEmbedded({ dataDir, log });
    closing.push(() => embedded.stop());
    return embeddedAccess(embedded, schema);
  }
}

/** `incidents` or `incident`. */
export function typeCalled({ house }: Session, name: string): RecordType {
  const type = [...house.types.values()].find((t) => t.plural === name || t.type === name);
  if (!type)
    throw new UsageError('no_such_type', {
      type: name,
      types: [...house.types.values()].map((t) => t.plural).join(', '),
    });
  return type;
}

/** A person by e-mail address, number or id. */
export async function personCalled(
  { house }: Session,
  who: string,
): Promise<{ id: string; number: string; title: string }> {
  const { rows } = await house.pool.query<{ id: string; number: string; title: string }>(
    `select r.id, r.number, r.title from person p join record r on r.id = p.id where lower(p.email) = lower($1) or r.number = upper($1) or r.id::text = lower($1)`,
    [who],
  );
  const [person] = rows;
  if (!person) throw new UsageError('no_person', { who });
  return person;
}

export const print = (text: string) => void process.stdout.write(`${text}\n`);

/** One line that is written over, on a terminal only. */
export function progressLine(): { show(text: string): void; end(): void } {
  const terminal = process.stderr.isTTY;
  let shown = 0;
  return {
    show(text) {
      if (!terminal) return;
      process.stderr.write(`\r${text.padEnd(shown)}`);
      shown = text.length;
    },
    end() {
      if (terminal && shown > 0) process.stderr.write(`\r${' '.repeat(shown)}\r`);
    },
  };
}
