import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, run, runMigrations, type Runner } from 'graphile-worker';
import pg from 'pg';
import { appRole, connection } from '../db/connection.ts';
import type { MigrateOptions } from '../db/migrate.ts';
import type { Log } from '../log/log.ts';

/** Work that recurs. `cron` is a line of five fields in UTC. */
export type CronJob = { readonly name: string; readonly cron: string; readonly run: () => Promise<void> };

/** graphile-worker's own tables, beside ours and not among them. */
export const jobsSchema = (schema: string) => `${schema}_jobs`;

/**
 * Brings graphile-worker's tables up to date, as their owner, and lets the application's role use them. It switches row
 * security on, which hides every row from all but the owner, hence the policies.
 */
export async function migrateJobs({
  ownerUrl,
  schema,
  log,
}: Pick<MigrateOptions, 'ownerUrl' | 'schema' | 'log'>): Promise<void> {
  const pool = quietPool({ ...connection({ url: ownerUrl, schema }), max: 2 }, log);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`servanda:migrate:${schema}`]);
    await runMigrations({ pgPool: pool, schema: jobsSchema(schema), logger: quiet(log) });
    const [jobs, role] = [pg.escapeIdentifier(jobsSchema(schema)), pg.escapeIdentifier(appRole(schema))];
    const { rows } = await client.query<{ name: string; open: boolean }>(
      `select c.relname as name, exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'app') as open
       from pg_class c where c.relnamespace = $1::text::regnamespace and c.relkind = 'r' and c.relrowsecurity`,
      [jobs],
    );
    await client.query(`
      grant usage on schema ${jobs} to ${role};
      grant select, insert, update, delete on all tables in schema ${jobs} to ${role};
      revoke insert, update, delete on ${jobs}.migrations from ${role};
      grant usage, select on all sequences in schema ${jobs} to ${role};
      grant execute on all functions in schema ${jobs} to ${role};
      ${rows.map(({ name, open }) => (open ? '' : `create policy app on ${jobs}.${pg.escapeIdentifier(name)} to ${role} using (true) with check (true);`)).join('\n')}
    `);
  } finally {
    client.release(true);
    await pool.end();
  }
}

type Cron = { pool: pg.Pool; schema: string; jobs: readonly CronJob[]; log: Log };
const restMs = 5000;

/**
 * Runs jobs when their time comes, each on one worker at a time. A time that nobody was there for is caught up, if it
 * is not longer ago than a day; several missed times of one job are one run. Should the runner give up because the
 * database is away, it is started again.
 */
export async function startCron(given: Cron): Promise<{ close: () => Promise<void> }> {
  const { jobs, log } = given;
  if (jobs.length === 0) return { close: async () => {} };
  const pool = quietPool({ ...given.pool.options, max: 6 }, log);
  const closing = new AbortController();
  let runner: Runner | undefined = await startRunner(given, pool);
  const supervised = (async () => {
    while (!closing.signal.aborted) {
      try {
        runner ??= await startRunner(given, pool);
        await runner.promise;
      } catch (err) {
        log.error({ err }, 'the jobs stopped and will be started again');
      }
      runner = undefined;
      await sleep(restMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await runner?.stop().catch((err: unknown) => log.warn({ err }, 'the jobs did not stop in order'));
      await supervised;
      await drained(pool);
      await pool.end();
    },
  };
}

const startRunner = ({ schema, jobs, log }: Cron, pool: pg.Pool): Promise<Runner> =>
  run({
    pgPool: pool,
    schema: jobsSchema(schema),
    // Without a delay of 0 it marks jobs as done without waiting for it, and a failure of that would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quiet(log),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => runAlone(pool, job, log)])),
    parsedCronItems: parseCronItems(
      jobs.map(({ name, cron }) => ({
        task: name,
        match: cron,
        identifier: name,
        options: { jobKey: name, maxAttempts: 5, backfillPeriod: 86_400_000 },
      })),
    ),
  });

/** A pool that is ended leaves whoever still queues for a connection waiting for ever: not before all are done. */
async function drained(pool: pg.Pool): Promise<void> {
  for (
    let waitedMs = 0;
    waitedMs < 5000 && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount);
    waitedMs += 20
  )
    await sleep(20);
}

/**
 * One run at a time in all workers. Not by graphile-worker's queues: their locks outlive a worker that was killed by
 * four hours, this one ends with its connection.
 */
async function runAlone(pool: pg.Pool, { name, run }: CronJob, log: Log): Promise<void> {
  const client = await pool.connect();
  const lock = [`servanda:job:${name}`];
  let broken = true;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1 || current_schema(), 0)) as mine`,
      lock,
    );
    if (rows[0]?.mine) {
      await run();
      await client.query(`select pg_advisory_unlock(hashtextextended($1 || current_schema(), 0))`, lock);
    }
    broken = false;
  } catch (err) {
    // Logged here, with its stack; thrown on, so that it is tried again.
    log.error({ err, job: name }, 'a job failed');
    throw err;
  } finally {
    // A connection that is closed gives the lock back, whatever happened.
    client.release(broken);
  }
}

/** Its own connections: it expects pg's own types (Date), and one of them listens all the time. */
function quietPool(options: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ ...options, types: pg.types });
  // Without listeners a connection that breaks, idle or at work, would end the process.
  const lost = (err: Error) => log.warn({ err }, 'a database connection of the jobs was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Its chatter stays out of our log; what it cannot do is told. */
const quiet = (log: Log) =>
  new Logger(() => (logLevel, message) => {
    const level: string = logLevel;
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.trace(message);
  });
