import { pino } from 'pino';
import { expect, test } from 'vitest';
import { system } from '../kernel/access/actor.ts';
import { directoryServer } from '../kernel/directory/server.ts';
import { definePractice } from '../kernel/practice/practice.ts';
import { definePracticeServer } from '../kernel/practice/practice-server.ts';
import { openHouse } from '../kernel/practice/open-house.ts';
import { begin, create } from '../kernel/record/act.ts';
import { createBell } from '../kernel/trail/bell.ts';
import { verify } from '../kernel/trail/verify.ts';
import { migrateJobs } from '../platform/jobs/cron.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { startWorker } from './worker.ts';
import { soon } from '../platform/testing/soon.ts';

const { db, owner, ownerUrl } = await testDatabase();
const errors: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void errors.push(line) });
const config = { schema: 'servanda' };

let runs = 0;
const told: string[] = [];
const practice = definePracticeServer({
  practice: definePractice({ name: 'watch', code: 'W', clauses: [], records: [], roles: [] }),
  subscribers: [
    {
      name: 'watch',
      on: ['team'],
      handle: async (_work, events) => {
        for (const e of events) told.push(String(e.changes['title']?.[1]));
      },
    },
  ],
  jobs: [{ name: 'watch-now', cron: '* * * * *', run: async () => void (runs += 1) }],
});
const servers = [directoryServer, practice];

test(
  'a worker follows, seals and runs jobs with no more than the application’s rights, and closes in order',
  { timeout: 60_000 },
  async () => {
    // As every process does at its start, several at once.
    await Promise.all([
      migrateJobs({ ownerUrl, schema: 'servanda', log }),
      migrateJobs({ ownerUrl, schema: 'servanda', log }),
    ]);
    await migrateJobs({ ownerUrl, schema: 'servanda', log });
    // So that the job is due now and not at the next full minute.
    await owner.query(
      `insert into servanda_jobs._private_known_crontabs (identifier, known_since) values ('watch-now', now() - interval '1 hour')`,
    );

    const bell = createBell();
    const web = await openHouse({ pool: db.pool, servers, wake: bell.ring });
    const workers = [
      await startWorker({ config, db, log, servers, bell }),
      await startWorker({ config, db, log, servers }),
    ];
    for (const title of ['A', 'B', 'C'])
      await begin(web, (work) => create(work, 'team', system(), { title }));

    await expect.poll(() => told, soon).toEqual(['A', 'B', 'C']);
    await expect.poll(() => runs, soon).toBeGreaterThan(0);
    await expect.poll(() => verify(db.pool), soon).toMatchObject({ ok: true, events: 3, unsealed: 0 });

    const before = Date.now();
    await Promise.all(workers.map((w) => w.close()));
    expect(Date.now() - before).toBeLessThan(5000);
    expect(errors).toEqual([]);
    const { rows } = await owner.query(
      `select count(*) as n from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  },
);

test('a database restored from a dump into a fresh server is refused, with what to do', async () => {
  await owner.query(`alter table trail_event disable trigger user`);
  await owner.query(
    `update trail_event set txid = '9000000000' where seq = (select max(seq) from trail_event)`,
  );
  await expect(startWorker({ config, db, log, servers })).rejects.toThrow('pg_resetwal --epoch=3');
});
