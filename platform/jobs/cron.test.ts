import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { migrateJobs, startCron } from './cron.ts';
import { soon } from '../testing/soon.ts';

const { db, owner, ownerUrl } = await testDatabase();
const errors: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void errors.push(line) });

test(
  'it can be closed at whatever moment of its start, also while jobs are due, and then holds no connection',
  { timeout: 120_000 },
  async () => {
    await migrateJobs({ ownerUrl, schema: 'servanda', log });
    for (let round = 0; round < 8; round++) {
      const names = Array.from({ length: 6 }, (_, i) => `due-${round}-${i}`);
      await owner.query(
        `insert into servanda_jobs._private_known_crontabs (identifier, known_since) select unnest($1::text[]), now() - interval '1 hour'`,
        [names],
      );
      const jobs = names.map((name) => ({
        name,
        cron: '* * * * *',
        run: async () => void (await db.pool.query('select pg_sleep(0.01)')),
      }));
      const cron = await startCron({ pool: db.pool, schema: 'servanda', jobs, log });
      await sleep(round * 15);
      const before = Date.now();
      await cron.close();
      expect(Date.now() - before).toBeLessThan(5000);
    }
    expect(errors).toEqual([]);
  },
);

test(
  'when its connections break in the middle of a job it goes on by itself, and that job can run again',
  { timeout: 60_000 },
  async () => {
    let runs = 0;
    const killAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    const survivor = {
      name: 'survivor',
      cron: '0 0 1 1 *',
      run: async () => {
        runs += 1;
        if (runs === 1) await owner.query(killAll);
      },
    };
    const ask = () => owner.query(`select servanda_jobs.add_job('survivor', '{}', job_key := 'survivor')`);
    const cron = await startCron({ pool: db.pool, schema: 'servanda', jobs: [survivor], log });
    await ask();
    await expect.poll(() => runs, { timeout: 20_000 }).toBe(1);
    await expect.poll(async () => (await ask(), runs), { timeout: 30_000, interval: 500 }).toBeGreaterThan(1);
    await cron.close();
  },
);

test('a job that is due on several workers at once runs on one', async () => {
  let [now, most, runs] = [0, 0, 0];
  const long = {
    name: 'long',
    cron: '0 0 1 1 *',
    run: async () => {
      [now, runs] = [now + 1, runs + 1];
      most = Math.max(most, now);
      await sleep(300);
      now -= 1;
    },
  };
  const workers = await Promise.all(
    [1, 2].map(() => startCron({ pool: db.pool, schema: 'servanda', jobs: [long], log })),
  );
  for (let i = 0; i < 4; i++) await owner.query(`select servanda_jobs.add_job('long', '{}')`);
  await expect
    .poll(
      async () =>
        (await owner.query(`select 1 from servanda_jobs.jobs where task_identifier = 'long'`)).rowCount,
      soon,
    )
    .toBe(0);
  await Promise.all(workers.map((w) => w.close()));
  expect(runs).toBeGreaterThan(0);
  expect(most).toBe(1);
});
