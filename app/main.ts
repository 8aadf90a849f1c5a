import { createServer } from 'node:net';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBell } from '../kernel/trail/bell.ts';
import { loadConfig, usage, type Config } from '../platform/config/config.ts';
import { sealWith } from '../platform/config/sealed.ts';
import { StartProblem } from '../platform/config/problem.ts';
import { lockDataDir } from '../platform/db/data-lock.ts';
import { embeddedAccess, externalAccess } from '../platform/db/database-urls.ts';
import { Database } from '../platform/db/db.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { migrateJobs } from '../platform/jobs/cron.ts';
import { createLog, type Log } from '../platform/log/log.ts';

/** What has been started, to be stopped in the opposite order. */
const started: (() => Promise<void> | void)[] = [];

async function start(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(usage());
  const args = process.argv.slice(2);
  const config = loadConfig(
    args.filter((arg) => arg !== '--demo'),
    process.env,
  );
  const log = createLog({ level: config.logLevel, production: config.production });
  sealWith(config.secret);
  stopOnSignals(log);
  const web = config.role !== 'worker';
  // A process that only follows gives way to those somebody waits for.
  if (!web) setPriority(5);
  if (web) await requireFreePort(config);

  const [{ app, owner }, parts] = await Promise.all([databaseAccess(config, log), partsOf(config)]);
  await migrate({ ...owner, directory: join(import.meta.dirname, '../db/migrations'), log });
  await migrateJobs({ ...owner, log });
  const db = new Database({ ...app, log });
  started.push(() => db.destroy());

  if (args.includes('--demo')) await (await import('./demo/start.ts')).demoAtStart(db.pool);
  const bell = createBell();
  if (parts.worker) {
    const worker = await parts.worker.startWorker({ config, db, log, bell });
    started.push(() => worker.close());
  }
  if (!parts.server) return console.log('Servanda works in the background.');
  const server = await parts.server.startServer({ config, db, log, bell });
  started.push(() => server.close());
  console.log(`Servanda is ready: ${server.url}`);
}

/** Only what this role needs is held in memory, and it is read while the database starts. */
async function partsOf({ role }: Config) {
  return {
    server: role === 'worker' ? undefined : await import('./server.ts'),
    worker: role === 'web' ? undefined : await import('./worker.ts'),
  };
}

async function databaseAccess(config: Config, log: Log) {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl) return externalAccess({ ...config, databaseUrl });
  const lock = await lockDataDir(dataDir);
  started.push(() => lock.release());
  const embedded = await startEmbedded({ dataDir, log });
  started.push(() => embedded.stop());
  void embedded.died.then((reason) => {
    log.fatal(reason);
    // Whoever still waits for an answer of the database would wait in vain; there is nothing left to put in order.
    setTimeout(() => process.exit(1), 5_000).unref();
    return stop(log, 1);
  });
  return embeddedAccess(embedded, config.schema);
}

/** Asked before the database starts, so that the most common mistake is told at once. */
async function requireFreePort({ port, host }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ port, host }, resolve));
  await new Promise((resolve) => probe.close(resolve));
}

let stopping: Promise<void> | undefined;

function stop(log: Log, code: number): Promise<void> {
  stopping ??= (async () => {
    // What is half-started could not be stopped: let it get there first, within reason.
    await Promise.race([starting.catch(() => undefined), sleep(20_000)]);
    while (started.length > 0) await started.pop()?.();
    process.exit(code);
  })().catch((err: unknown) => {
    log.fatal({ err }, 'could not stop in order');
    process.exit(1);
  });
  return stopping;
}

function stopOnSignals(log: Log): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) log.info(`stopping (${signal})`);
      void stop(log, 0);
    });
  }
  // Behind a starter (scripts/start.mjs): should it be killed outright, nobody else would tell us.
  const starter = process.ppid;
  if (process.env.SERVANDA_STARTER !== String(starter)) return;
  setInterval(() => process.ppid === starter || void stop(log, 0), 500).unref();
}

function explain(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  const { code, syscall, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    if (code === 'EADDRINUSE')
      return `--port: ${port} is taken by another program; name another, for example --port ${(port ?? 3000) + 1}.`;
    if (code === 'EACCES') return `--port: this user may not listen on ${port}; name one above 1023.`;
    return `--host: cannot listen on ${address ?? 'that address'} (${code}); name an address of this machine, or 0.0.0.0.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const starting = start();
try {
  await starting;
} catch (error) {
  console.error(`Servanda did not start. ${explain(error)}`);
  await stop(createLog({ level: 'error', production: false }), 1);
}
