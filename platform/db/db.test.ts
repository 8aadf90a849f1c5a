import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { json } from './db.ts';
import { transaction } from './tx.ts';

const { db, owner } = await testDatabase();

test('values arrive as text that JSON and Temporal understand', async () => {
  const { rows } =
    await sql`select timestamptz '2026-03-01 09:22:00+08' as at, timestamptz '2026-03-01 00:00:00.123456Z' as exact,
    date '2026-03-01' as day, 9007199254740991::int8 as big, 1.50::numeric as price,
    array[timestamptz '2026-03-01Z', null] as times`.execute(db);
  expect(rows).toEqual([
    {
      at: '2026-03-01T01:22:00.000Z',
      exact: '2026-03-01T00:00:00.123456Z',
      day: '2026-03-01',
      big: 9007199254740991,
      price: '1.50',
      times: ['2026-03-01T00:00:00.000Z', null],
    },
  ]);
});

test('a bigint that a number cannot hold is refused, not rounded', async () => {
  await expect(sql`select 9007199254740993::int8`.execute(db)).rejects.toThrow(RangeError);
});

test('an array written with json() stays a JSON array', async () => {
  const { rows } = await sql`select ${json(['a', { b: 1 }])}::jsonb as value`.execute(db);
  expect(rows).toEqual([{ value: ['a', { b: 1 }] }]);
});

test('the server works as a role that may not change the list of migrations', async () => {
  const { rows } = await sql`select current_user as role`.execute(db);
  expect(rows).toEqual([{ role: 'servanda_app' }]);
  await expect(sql`update schema_migration set name = 'x'`.execute(db)).rejects.toThrow('permission denied');
});

describe('a transaction', () => {
  test('that throws leaves nothing', async () => {
    await owner.query('create table ledger (x int); grant all on ledger to servanda_app');
    const work = transaction(db.pool, async (tx) => {
      await tx.run('fill', 'insert into ledger values (1)');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect((await owner.query('select from ledger')).rowCount).toBe(0);
  });

  test('given up by the database runs again, at most three times', async () => {
    let attempts = 0;
    const failing = (until: number) =>
      transaction(db.pool, async (tx) => {
        attempts += 1;
        if (attempts < until)
          await tx.run('fail', `do $$ begin raise exception 'x' using errcode = '40001'; end $$`);
        return attempts;
      });
    expect(await failing(3)).toBe(3);
    attempts = 0;
    await expect(failing(9)).rejects.toThrow('x');
    expect(attempts).toBe(3);
  });
});
