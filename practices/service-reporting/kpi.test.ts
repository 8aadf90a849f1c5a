import { join } from 'node:path';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../app/demo/load.ts';
import { servers } from '../../app/practices.ts';
import { staff } from '../../kernel/access/roles.ts';
import { startJob } from '../../kernel/import/job.store.ts';
import { labelsFrom } from '../../kernel/import/labels.ts';
import { runImport } from '../../kernel/import/run.ts';
import { stageFile } from '../../kernel/import/upload.ts';
import type { House } from '../../kernel/practice/house.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { databaseApart } from '../../platform/testing/database.ts';
import { dictionary } from './dictionary.ts';
import { measuredAll } from './figures.ts';
import { adversarial } from './kpi.adversarial.ts';
import { plainSql } from './kpi.sql.ts';
import { momentsOf, type Period } from './periods.ts';

/* 9.1, processes.md 0.6: every KPI of the dictionary, exactly by its formula, on three sets of data that look nothing alike. */
const keys = dictionary.map(({ measure }) => measure);
type Counted = { readonly differ: readonly string[]; readonly values: number };

/** What figures and plain SQL say differently, and how many of the figures are not “n/a”. */
async function compared(house: House, pool: pg.Pool, zone: string, period: Period): Promise<Counted> {
  const { from, to } = momentsOf(period, zone);
  const figures = await onConnection(house.pool, (tx) => measuredAll(tx, house, keys, {}, period, zone));
  const differ: string[] = [];
  let values = 0;
  for (const key of keys) {
    const text = (plainSql[key] ?? '')
      .replaceAll(':today', `(now() at time zone '${zone}')::date`)
      .replaceAll(':from', `timestamptz '${from}'`)
      .replaceAll(':to', `timestamptz '${to}'`)
      .replaceAll(':zone', `'${zone}'`)
      .replaceAll(':staff', `array[${staff.map((role) => `'${role}'`).join(', ')}]`);
    const { rows } = await pool.query<{ v: string | number | null }>(text);
    const [wanted, value] = [rows[0]?.v ?? null, figures.get(key)?.value];
    if (wanted !== null) values += 1;
    const same = wanted === null ? value === null : typeof value === 'number' && Math.abs(value - Number(wanted)) <= 1e-6 * Math.max(1, Math.abs(value));
    if (!same) differ.push(`${key}: ${String(value)}, by SQL ${String(wanted)}`);
  }
  return { differ, values };
} // prettier-ignore

const zoneSetting = `insert into setting (key, value) values ('organisation.zone', to_jsonb($1::text)) on conflict (key) do update set value = excluded.value`;

test('there is plain SQL for each KPI of the dictionary and for no other', () => {
  expect(Object.keys(plainSql).toSorted()).toEqual(keys.toSorted());
});

describe('a slice of the log of a real service desk', async () => {
  const { house, owner } = await testHouse(servers.slice(1));
  const labels = labelsFrom((code) => code);
  beforeAll(async () => {
    const path = join(import.meta.dirname, '../incident-management/fixtures/servicenow-500.csv.gz');
    const { job } = await stageFile(house, { path, fileName: 'log.csv.gz', type: 'incident', actorId: null, labels });
    await onConnection(house.pool, (tx) => startJob(tx, job.id, 'test'));
    await runImport(house, job.id, 'test', labels);
    await owner.query(zoneSetting, ['Asia/Shanghai']);
    // The log says nothing of agreements: its own priorities, held against what 0.4 promises by default.
    await owner.query(
      `insert into clock (record_id, name, status, target_ms, started_at, elapsed_ms, moves, breached_at)
       select r.id, x.name, 'stopped', x.target, r.occurred_at, x.elapsed, '[]', case when x.elapsed > x.target then r.occurred_at + x.target * interval '1 millisecond' end
       from record r join incident i using (id) cross join lateral (values
         ('response', 4 * 3600000::bigint, (extract(epoch from i.responded_at - r.occurred_at) * 1000)::bigint),
         ('resolution', (case r.priority when 1 then 4 when 2 then 8 else 72 end) * 3600000::bigint, (extract(epoch from i.resolved_at - r.occurred_at) * 1000)::bigint)) x(name, target, elapsed)
       where x.elapsed is not null on conflict (record_id, name) do update set target_ms = excluded.target_ms, elapsed_ms = excluded.elapsed_ms, breached_at = excluded.breached_at`,
    );
  }, 60_000);

  test.each([['2016-03-01', '2016-03-31'], ['2016-02-01', '2016-02-29'], ['2016-01-01', '2016-12-31']])('%s to %s', async (from, to) => {
    const { differ, values } = await compared(house, owner, 'Asia/Shanghai', { from, to });
    expect(differ).toEqual([]);
    expect(values).toBeGreaterThan(from === '2016-02-01' ? 8 : 18);
  });
}); // prettier-ignore

describe('records that look for the edges of every formula, west of Greenwich, over a change of clocks', async () => {
  const { house, owner } = await testHouse(servers.slice(1));
  const zone = 'America/New_York';
  const periods: readonly Period[] = [
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-31' },
    { from: '2026-01-01', to: '2026-12-31' },
  ];
  beforeAll(async () => {
    await owner.query(zoneSetting, [zone]);
    const { rows } = await owner.query<{ today: string }>(`select (now() at time zone $1)::date::text as today`, [zone]);
    await adversarial(owner, {
      instants: [...periods.flatMap((period) => Object.values(momentsOf(period, zone))), '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-03-01T02:30:00Z'],
      days: ['2026-01-31', '2026-02-01', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-08', '2026-03-31', '2026-04-01'],
      today: rows[0]?.today ?? '',
      begin: '2026-01-10T00:00:00Z',
      end: '2026-04-20T00:00:00Z',
    });
  });

  test.each(periods)('$from to $to', async (period) => {
    const { differ, values } = await compared(house, owner, zone, period);
    expect(differ).toEqual([]);
    expect(values).toBe(keys.length);
  });

  test('a period in which nothing happened is n/a, and nothing is divided by nothing', async () => {
    const { differ } = await compared(house, owner, zone, { from: '2019-05-01', to: '2019-05-31' });
    expect(differ).toEqual([]);
  });
}); // prettier-ignore

describe('some weeks of an organisation that lives', async () => {
  const { db } = await databaseApart();
  const now = Date.parse('2026-11-22T12:00:00Z');
  let house: House;
  beforeAll(async () => {
    await loadDemo({ pool: db.pool, language: 'en', now, days: 10, onProgress: () => undefined });
    house = await openHouse({ pool: db.pool, servers, now: () => now });
  }, 120_000);

  test.each([['2026-11-01', '2026-11-30'], ['2026-01-01', '2026-12-31']])('%s to %s', async (from, to) => {
    const { differ, values } = await compared(house, db.pool, 'Asia/Shanghai', { from, to });
    expect(differ).toEqual([]);
    expect(values).toBeGreaterThan(25);
  });
}); // prettier-ignore
