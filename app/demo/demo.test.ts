import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import { sealNext } from '../../kernel/trail/seal.ts';
import { verify } from '../../kernel/trail/verify.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { databaseApart } from '../../platform/testing/database.ts';
import { servers } from '../practices.ts';
import { loadDemo } from './load.ts';
import { DemoRefused } from './progress.ts';
import { isDemo, isUsed, loadState } from './state.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const { db } = await databaseApart();

test('a demo is broken off without a trace, loaded, believable, verified, and never loaded twice', { timeout: 240_000 }, async () => {
  const { pool } = db;
  const given = { pool, language: 'en', now, days: 18 } as const;
  const enough = new Error('enough');
  const brokenOff = loadDemo({
    ...given,
    onProgress: ({ part, acts }) => {
      if (part === 'incidents' && acts > 400) throw enough;
    },
  });
  await expect(brokenOff).rejects.toBe(enough);
  expect([await isUsed(pool), await loadState(pool)]).toEqual([false, 'broken_off']);

  const parts = new Set<string>();
  const { acts } = await loadDemo({ ...given, onProgress: ({ part }) => void parts.add(part) });
  expect(acts).toBeGreaterThan(800);
  expect([...parts]).toContain('requests');
  expect([await isDemo(pool), await loadState(pool)]).toEqual([true, 'none']);

  const count = async (type: string) =>
    (await pool.query<{ n: number }>('select count(*)::int as n from record where type = $1', [type])).rows[0]?.n;
  expect(await count('person')).toBe(61);
  expect(await count('service')).toBe(12);
  expect(await count('incident')).toBeGreaterThan(100);
  expect(await count('major-incident')).toBe(1);
  expect(await count('ci')).toBeGreaterThan(150);
  expect(await count('asset')).toBeGreaterThan(70);
  for (const [type, least] of [['change', 12], ['problem', 2], ['article', 20], ['document', 10], ['gap-action', 4], ['audit-engagement', 1]] as const)
    expect([type, (await count(type) ?? 0) >= least]).toEqual([type, true]);
  const { rows: first } = await pool.query(`select min(number) as number from record where type = 'incident'`);
  expect(first).toEqual([{ number: 'INC-000001' }]);
  const { rows: unmoved } = await pool.query(
    `select 1 from trail_cursor c where (c.txid, c.seq) < (select txid, seq from trail_event order by txid desc, seq desc limit 1)`,
  );
  expect(unmoved).toEqual([]);

  const house = await openHouse({ pool, servers, now: () => now });
  const attainment = house.measures.find(({ key }) => key === 'incident.resolution_attainment');
  if (!attainment) throw new Error('no such measure');
  const period = { from: new Date(now - 20 * 86_400_000).toISOString(), to: new Date(now).toISOString() };
  const figure = await onConnection(pool, (tx) => evaluate(tx, house, attainment, system(), {}, period));
  expect(figure.value).toBeGreaterThan(85);
  expect(figure.value).toBeLessThan(99);

  while ((await sealNext(pool)) > 0);
  expect(await verify(pool)).toMatchObject({ ok: true, unsealed: 0 });
  await expect(loadDemo({ ...given, onProgress: () => {} })).rejects.toThrow(DemoRefused);
}); // prettier-ignore
