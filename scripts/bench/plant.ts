import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connection } from '../../platform/db/connection.ts';
import { startEmbedded, type Embedded } from '../../platform/db/embedded.ts';
import { createLog } from '../../platform/log/log.ts';
import packageJson from '../../package.json' with { type: 'json' };

export const root = join(import.meta.dirname, '../..');
const log = createLog({ level: 'warn', production: false });
/** The flags that `npm start` gives to Node. */
const asStarted = packageJson.scripts.start.match(/--\S+/g) ?? [];

/** The database and the processes that are measured; everything lies in a directory that `stop` removes. */
export type Plant = {
  readonly dataDir: string;
  readonly port: number;
  readonly url: string;
  /** The superuser, with our tables on its path: for the volume, and for looking behind the server. */
  readonly sql: pg.Client;
  readonly server: ChildProcess;
  /** The worker stands still while volume is written: it would go through each of its events. */
  startWorker(): Promise<ChildProcess>;
  stopWorker(): Promise<void>;
  /** Ends the processes and the database in order, the data stay. */
  halt(): Promise<void>;
  stop(): Promise<void>;
};

export async function startPlant(main: string): Promise<Plant> {
  const dataDir = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  const children: ChildProcess[] = [];
  let embedded: Embedded | undefined;
  let sql: pg.Client | undefined;
  const halt = async () => {
    await Promise.all(children.splice(0).map(end));
    await sql?.end().catch(() => undefined);
    sql = undefined;
    await embedded?.stop();
    embedded = undefined;
  };
  const stop = async () => {
    await halt();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    embedded = await startEmbedded({ dataDir, log });
    const url = embedded.url();
    await createDatabase(embedded.url('postgres'));
    const port = await freePort();
    const env = {
      DATABASE_URL: url,
      SERVANDA_SECRET: randomBytes(32).toString('hex'),
      SERVANDA_HOST: '127.0.0.1',
      PORT: String(port),
    };
    const server = await startProcess(main, { ...env, SERVANDA_ROLE: 'web' }, 'is ready', children);
    let worker: ChildProcess | undefined;
    sql = new pg.Client(connection({ url, schema: 'servanda' }));
    await sql.connect();
    await requireDurable(sql);
    return {
      dataDir, port, url, sql, server, halt, stop,
      startWorker: async () => (worker ??= await startProcess(main, { ...env, SERVANDA_ROLE: 'worker' }, 'in the background', children)),
      stopWorker: async () => {
        if (worker) await end(worker);
        worker = undefined;
      },
    }; // prettier-ignore
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The whole program on a directory that holds a database already: what `npm start` does the second time. */
export async function warmStart(main: string, dataDir: string): Promise<number> {
  const children: ChildProcess[] = [];
  const port = await freePort();
  const began = performance.now();
  try {
    await startProcess(
      main,
      { SERVANDA_DATA: dataDir, SERVANDA_HOST: '127.0.0.1', PORT: String(port) },
      'is ready',
      children,
    );
    const { status } = await fetch(`http://127.0.0.1:${port}/readyz`);
    if (status !== 200) throw new Error(`/readyz answered ${status}`);
    return performance.now() - began;
  } finally {
    await Promise.all(children.map(end));
  }
}

async function startProcess(
  main: string,
  env: Record<string, string>,
  sign: string,
  children: ChildProcess[],
): Promise<ChildProcess> {
  const flags =
    process.env['BENCH_NODE_FLAGS']
      ?.split(' ')
      .filter((flag) => flag !== '' && env['SERVANDA_ROLE'] === 'web') ?? asStarted;
  const child = spawn(process.execPath, [...flags, main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/servanda-compiled'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${main} ended (${code}): ${output}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < 20_000) output += text;
      if (output.includes(sign)) resolve();
    });
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(20_000).then(() => child.kill('SIGKILL'))]);
}

async function createDatabase(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('create database servanda');
  await admin.end();
}

/** Figures of a database that could lose what it has confirmed would be worth nothing. */
async function requireDurable(sql: pg.Client): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql.query<Record<string, string>>(`show ${name}`);
    if (rows[0]?.[name] !== 'on') throw new Error(`${name} is ${rows[0]?.[name]}, and must be on`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** MiB a process holds now, and at most held; Linux only. Undefined when it has ended. */
export function memoryOf({ pid, exitCode }: ChildProcess): { now: number; most: number } | undefined {
  if (exitCode !== null || process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}

/**
 * Waits until a process and the database it keeps busy have rested for three seconds: what a worker does once after a
 * year's work was written by others (clocks, evidence, learning from it) is no part of what is measured next.
 */
export async function rested({ pid }: ChildProcess, mostMs = 600_000): Promise<void> {
  if (process.platform !== 'linux') return;
  const ticks = () => {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  const until = performance.now() + mostMs;
  for (let before = ticks(); performance.now() < until;) {
    await sleep(3000);
    const now = ticks();
    // A tick is 10 ms: a twentieth of a core.
    if (now - before < 15) return;
    before = now;
  }
}
