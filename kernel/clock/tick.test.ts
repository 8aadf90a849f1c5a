import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { BaseRecord } from '../record/base.ts';
import { testHouse } from '../testing/house.ts';
import { probes } from '../testing/probe.ts';
import { recomputeAll, startRecompute } from './recompute.ts';
import { startTicker, tickRecord } from './tick.ts';
import { soon } from '../../platform/testing/soon.ts';

const { server, promise, tables } = probes();
const { house, owner, create, act, at } = await testHouse([server]);
const software = system();
const log = pino({ level: 'silent' });
const office = {
  mon: [['09:00', '17:00']],
  tue: [['09:00', '17:00']],
  wed: [['09:00', '17:00']],
  thu: [['09:00', '17:00']],
  fri: [['09:00', '17:00']],
};

let calendar: BaseRecord;
beforeAll(async () => {
  await tables(owner);
  at('2026-03-02T00:00:00Z');
  calendar = await create('calendar', software, { title: 'Office', zone: 'UTC', weekly: office });
  const agreement = await create('team', software, { title: 'Stands for an agreement' });
  promise.now = {
    agreementId: agreement.id,
    agreementVersion: 1,
    calendarId: calendar.id,
    minutes: { 1: 240, 2: 480 },
  };
});

/** One round of the ticker, as a worker would do it now. */
async function tick(workers = 1): Promise<void> {
  const tickers = Array.from({ length: workers }, () => startTicker(house, { log, everyMs: 20 }));
  await sleep(120);
  await Promise.all(tickers.map((t) => t.close()));
}
const ticks = async ({ id }: BaseRecord, action = 'clock') =>
  (
    await owner.query(
      `select detail, version, at from trail_event where record_id = $1 and action = $2 order by seq`,
      [id, action],
    )
  ).rows;
const passed = async (record: BaseRecord, clock: string) =>
  (await ticks(record))
    .map((e) => e.detail)
    .filter((d) => d.clock === clock)
    .map((d) => d.warned ?? d.breached);
const stored = async ({ id }: BaseRecord, clock: string) =>
  (await owner.query('select * from clock where record_id = $1 and name = $2', [id, clock])).rows[0];

test('it warns at 50, 75 and 90 percent of the working time and tells the breach once', async () => {
  at('2026-03-02T09:00:00Z');
  const record = await create('probe', software, { title: 'Late', priority: 1 });
  for (const [instant, expected] of [
    ['10:59:59.999', []],
    ['11:00:00', [50]],
    ['12:30:00', [50, 75]],
    ['12:36:00', [50, 75, 90]],
    ['13:00:00', [50, 75, 90]],
    ['13:00:00.001', [50, 75, 90, '2026-03-02T13:00:00.000Z']],
    ['16:00:00', [50, 75, 90, '2026-03-02T13:00:00.000Z']],
  ] as const) {
    at(`2026-03-02T${instant}Z`.replace(/(:\d\d)Z$/, '$1.000Z'));
    await tick();
    expect([instant, await passed(record, 'resolution')]).toEqual([instant, expected]);
  }
  expect(await stored(record, 'resolution')).toMatchObject({
    warned: 90,
    breached_at: '2026-03-02T13:00:00.000Z',
    next_check_at: null,
  });
  // A tick is nobody's edit: who has the record open may still save.
  const { rows } = await owner.query('select version, next_due from record where id = $1', [record.id]);
  expect(rows).toEqual([{ version: 1, next_due: '2026-03-02T13:00:00.000Z' }]);
});

test('several workers tell it once, and one that was away tells what it missed', async () => {
  at('2026-03-03T09:00:00Z');
  const records = await Promise.all(
    Array.from({ length: 12 }, (_, i) => create('probe', software, { title: `Burst ${i}`, priority: 1 })),
  );
  at('2026-03-03T12:31:00Z');
  await tick(3);
  for (const record of records) expect(await passed(record, 'response')).toEqual([50, 75]);
});

test('a paused clock does not tick, and the next cycle of a recurring one warns again', async () => {
  at('2026-03-04T09:00:00Z');
  const record = await create('probe', software, { title: 'Waits', priority: 1 });
  await act(record, 'wait', software);
  at('2026-03-05T16:00:00Z');
  await tick();
  expect(await ticks(record)).toEqual([]);
  await act(record, 'resume', software);
  at('2026-03-06T10:30:00Z');
  await tick();
  expect(await passed(record, 'update')).toEqual([50]);
  await act(record, 'update', software, { note: 'Still at it' });
  at('2026-03-06T12:31:00Z');
  await tick();
  expect(await passed(record, 'update')).toEqual([50, 50]);
  expect(await passed(record, 'resolution')).toEqual([50, 75, 90, '2026-03-06T12:00:00.000Z'].slice(0, 4));
});

test('a record that somebody acts on is left for the next round, not waited for', async () => {
  at('2026-03-09T09:00:00Z');
  const record = await create('probe', software, { title: 'Busy', priority: 1 });
  at('2026-03-09T11:30:00Z');
  const client = await owner.connect();
  await client.query('begin');
  await client.query('select 1 from record where id = $1 for update', [record.id]);
  expect(await tickRecord(house, record)).toBe(false);
  await client.query('commit');
  client.release();
  await tick();
  expect(await passed(record, 'resolution')).toEqual([50]);
});

test('a clock that cannot be counted does not keep the others waiting', async () => {
  at('2026-03-10T09:00:00Z');
  const broken = await create('probe', software, { title: 'Broken', priority: 1 });
  const fine = await create('probe', software, { title: 'Fine', priority: 1 });
  await owner.query(
    `update clock set moves = '[{"at": 2, "kind": "restart"}, {"at": 1, "kind": "restart"}]' where record_id = $1`,
    [broken.id],
  );
  at('2026-03-10T11:30:00Z');
  await tick();
  expect(await passed(fine, 'resolution')).toEqual([50]);
  await owner.query('update clock set next_check_at = null where record_id = $1', [broken.id]);
});

/** The sweep leaves the broken one out as well; by hand it would be told. */
const leaveOut = () => undefined;

test('when a calendar is edited the open records are counted again, by the worker, with a trace in the trail', async () => {
  at('2026-03-16T09:00:00Z');
  const record = await create('probe', software, { title: 'Over a holiday', priority: 2 });
  const loop = startRecompute(house, { log, everyMs: 20, settleMs: 1 });
  await expect
    .poll(
      async () =>
        (await owner.query(`select 1 from trail_cursor where subscriber = 'clock-recompute'`)).rowCount,
    )
    .toBe(1);
  at('2026-03-16T10:00:00Z');
  await act(calendar, 'edit', software, {
    exceptions: [{ date: '2026-03-16', kind: 'off', name: 'Founders' }],
  });
  const due = '2026-03-17T17:00:00.000Z';
  await expect.poll(async () => (await stored(record, 'resolution')).due_at, soon).toBe(due);
  await loop.close();
  const [event] = await ticks(record, 'clock_recomputed');
  expect(event.detail).toMatchObject({
    why: ['calendar'],
    clocks: { resolution: { before: { dueAt: '2026-03-16T17:00:00.000Z' }, after: { dueAt: due } } },
  });
  expect(await recomputeAll(house, ['calendar'], leaveOut)).toBe(0);
});

test('a shorter promise breaks at once what it finds too old, and says so', async () => {
  at('2026-03-18T09:00:00Z');
  const record = await create('probe', software, { title: 'Shortened', priority: 2 });
  at('2026-03-18T12:00:00Z');
  if (promise.now) promise.now = { ...promise.now, agreementVersion: 2, minutes: { 1: 240, 2: 60 } };
  await recomputeAll(house, ['agreement'], leaveOut);
  expect(await passed(record, 'resolution')).toEqual([50, 75, 90, '2026-03-18T12:00:00.000Z']);
  expect(await stored(record, 'resolution')).toMatchObject({
    agreement_version: 2,
    breached_at: '2026-03-18T12:00:00.000Z',
  });
});
