import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { migrateJobs, startCron } from './cron.ts';

const { db, owner, ownerUrl } = await testDatabase();
const errors: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void errors.push(line) });

test('it can be closed at whatever moment of its start, also while jobs are due, and then holds no connection', { timeout: 120_000 }, async () => {
  await migrateJobs({ ownerUrl, schema: 'servanda', log });
  for (let round = 0; round < 8; round++) {
    const names = Array.from({ length: 6 }, (_, i) => `due-${round}-${i}`);
    await owner.query(`insert into servanda_jobs._private_known_crontabs (identifier, known_since) select unnest($1::text[]), now() - interval '1 hour'`, [names]);
    const jobs = names.map((name) => ({ name, cron: '* * * * *', run: async () => void (await db.pool.query('select pg_sleep(0.01)')) }));
    const cron = await startCron({ pool: db.pool, schema: 'servanda', jobs, log });
    await sleep(round * 15);
    const before = Date.now();
    await cron.close();
    expect(Date.now() - before).toBeLessThan(5000);
  }
  expect(errors).toEqual([]);
});

test('when its connections break it goes on by itself, and a job that was under way is done', { timeout: 60_000 }, async () => {
  let runs = 0;
  await owner.query(`insert into servanda_jobs._private_known_crontabs (identifier, known_since) values ('survivor', now() - interval '1 hour')`);
  const killAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const survivor = { name: 'survivor', cron: '* * * * *', run: async () => void ((runs += 1), await owner.query(killAll)) };
  const cron = await startCron({ pool: db.pool, schema: 'servanda', jobs: [survivor], log });
  await expect.poll(() => runs, { timeout: 20_000 }).toBeGreaterThan(0);
  const jobs = async () => (await owner.query(`select 1 from servanda_jobs.jobs where key = 'survivor'`)).rowCount;
  await expect.poll(jobs, { timeout: 20_000 }).toBe(0);
  await cron.close();
});
