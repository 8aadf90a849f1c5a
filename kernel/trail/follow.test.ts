import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { system } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { act, begin } from '../record/act.ts';
import { testHouse } from '../testing/house.ts';
import { probes } from '../testing/probe.ts';
import { follow } from './follow.ts';
import type { Subscriber } from './subscriber.ts';
import { startTail } from './tail.ts';
import { soon } from '../../platform/testing/soon.ts';

const { server, tables } = probes();
const { house, owner, create } = await testHouse([server]);
beforeAll(async () => {
  await tables(owner);
  await owner.query(
    'create table seen (n bigint generated always as identity, by_whom text, record_id uuid, version integer, seq bigint)',
  );
});

const silent = pino({ level: 'silent' });
const quick = { log: silent, everyMs: 5, batch: 7 };
const software = system();

const writesDown = (name: string, on?: readonly string[]): Subscriber => ({
  name,
  ...(on ? { on } : {}),
  handle: async (work, events) => {
    for (const e of events) {
      await work.run('seen', 'insert into seen (by_whom, record_id, version, seq) values ($1, $2, $3, $4)', [
        name,
        e.recordId,
        e.version,
        e.seq,
      ]);
    }
  },
});
const seenBy = async (name: string) =>
  (
    await owner.query<{ record_id: string; version: number; seq: number }>(
      'select record_id, version, seq from seen where by_whom = $1 order by n',
      [name],
    )
  ).rows;
const trail = async (type: string) =>
  (
    await owner.query<{ seq: number }>('select seq from trail_event where record_type = $1 order by seq', [
      type,
    ])
  ).rows.map((r) => r.seq);

/** Waits until it is so, and says what it was when it does not become so. */
const until = <T>(read: () => Promise<T>, expected: T) => expect.poll(read, soon).toEqual(expected);

/** Edits in transactions that have a number long before they hold the record, take their time, and sometimes fail. */
async function restlessWriter(target: House, ids: readonly string[], rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i++) {
    await begin(target, async (work) => {
      if (Math.random() < 0.5) await work.run('early', 'select pg_current_xact_id()');
      await sleep(Math.random() * 6);
      const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
      await act(work, { type: 'probe', id }, 'edit', software, { note: `${Math.random()}` });
      await sleep(Math.random() * 6);
      if (Math.random() < 0.15) throw new Error('changed my mind');
    }).catch((error: Error) => {
      if (error.message !== 'changed my mind') throw error;
    });
  }
}

test('under concurrent writers nothing is missed, nothing comes twice, and each record is told in its own order', async () => {
  const records = await Promise.all([1, 2, 3].map((i) => create('probe', software, { title: `Hot ${i}` })));
  const ids = records.map((r) => r.id);
  const followers = [
    follow(house, writesDown('all', ['probe']), quick),
    follow(house, writesDown('all', ['probe']), quick),
  ];
  await Promise.all(Array.from({ length: 6 }, () => restlessWriter(house, ids, 25)));
  const committed = await trail('probe');
  await until(async () => (await seenBy('all')).length, committed.length);
  await Promise.all(followers.map((f) => f.close()));
  const seen = await seenBy('all');
  expect(seen.map((e) => e.seq).toSorted((a, b) => a - b)).toEqual(committed);
  for (const id of ids) {
    const versions = seen.filter((e) => e.record_id === id).map((e) => e.version);
    expect(versions).toEqual(versions.map((_, i) => i + 1));
  }
});

test('a transaction that was numbered before the one it waited for is told after it', async () => {
  const record = await create('probe', software, { title: 'Waited for' });
  const edit = (work: Parameters<typeof act>[0], note: string) =>
    act(work, { type: 'probe', id: record.id }, 'edit', software, { note });
  let later = Promise.resolve();
  await begin(house, async (early) => {
    await early.run('early', 'select pg_current_xact_id()');
    later = begin(house, async (work) => void (await edit(work, 'first')));
    await later;
    await edit(early, 'second');
  });
  const { rows } = await owner.query(
    `select version from trail_event where record_id = $1 order by txid, seq`,
    [record.id],
  );
  expect(rows.map((r) => r.version)).toEqual([1, 2, 3]);
});

test('a handler that fails half way has written nothing, and when it recovers has written everything once', async () => {
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  let left = 4;
  const flaky: Subscriber = {
    name: 'flaky',
    on: ['team'],
    handle: async (work, events) => {
      await writesDown('flaky').handle(work, events);
      if (left > 0 && events.some((e) => e.changes['title']?.[1] === 'Bad')) {
        left -= 1;
        throw new Error('not today');
      }
    },
  };
  for (const title of ['One', 'Two', 'Bad', 'Three']) await create('team', software, { title });
  const follower = follow(house, flaky, { log, everyMs: 5 });
  const expected = await trail('team');
  await until(async () => (await seenBy('flaky')).map((e) => e.seq), expected);
  await follower.close();
  expect(left).toBe(0);
  // Once for the batch, once for the event that is to blame; not once for every attempt.
  expect(errors).toHaveLength(2);
  expect(errors[1]).toContain(`:${expected[2]}"`);
});

test('a connection that is killed in the middle of a handler loses nothing and repeats nothing', async () => {
  let killed = false;
  const victim: Subscriber = {
    name: 'victim',
    on: ['organisation'],
    handle: async (work, events) => {
      await writesDown('victim').handle(work, events);
      if (killed) return;
      killed = true;
      const [me] = await work.run<{ pid: number }>('me', 'select pg_backend_pid() as pid');
      await owner.query('select pg_terminate_backend($1)', [me?.pid]);
      await work.run('dead', 'select 1');
    },
  };
  for (const title of ['A', 'B', 'C']) await create('organisation', software, { title });
  const follower = follow(house, victim, { log: silent, everyMs: 5 });
  await until(async () => (await seenBy('victim')).map((e) => e.seq), await trail('organisation'));
  await follower.close();
  expect(killed).toBe(true);
});

test('who is new may ask to be told from now on only', async () => {
  const follower = follow(house, { ...writesDown('newcomer', ['person']), from: 'now' }, quick);
  await expect
    .poll(
      async () => (await owner.query(`select 1 from trail_cursor where subscriber = 'newcomer'`)).rowCount,
    )
    .toBe(1);
  const before = await trail('person');
  await create('person', software, { title: 'Wei' });
  const after = (await trail('person')).filter((seq) => !before.includes(seq));
  await until(async () => (await seenBy('newcomer')).map((e) => e.seq), after);
  await follower.close();
});

test('who wants some actions only is told of those, and has nevertheless come to the end', async () => {
  const record = await create('team', software, { title: 'Before' });
  const follower = follow(
    house,
    { ...writesDown('choosy', ['team']), actions: ['edit'], from: 'now' },
    quick,
  );
  const place = async () =>
    (
      await owner.query<{ end: boolean }>(
        `select (c.txid, c.seq) = (select e.txid, e.seq from trail_event e order by e.txid desc, e.seq desc limit 1) as end
         from trail_cursor c where c.subscriber = 'choosy'`,
      )
    ).rows[0]?.end;
  await expect.poll(place).toBeDefined();
  await begin(house, (work) =>
    act(work, { type: 'team', id: record.id }, 'edit', software, { title: 'After' }),
  );
  for (let i = 0; i < 20; i += 1) await create('team', software, { title: `Another ${i}` });
  await until(place, true);
  expect(await seenBy('choosy')).toMatchObject([{ record_id: record.id, version: 2 }]);
  await follower.close();
});

const place = async (name: string) =>
  (
    await owner.query<{ txid: string; seq: number }>(
      'select txid::text as txid, seq from trail_cursor where subscriber = $1',
      [name],
    )
  ).rows[0];
const atEnd = async (name: string) =>
  (
    await owner.query<{ end: boolean }>(
      `select (c.txid, c.seq) = (select e.txid, e.seq from trail_event e order by e.txid desc, e.seq desc limit 1) as end
         from trail_cursor c where c.subscriber = $1`,
      [name],
    )
  ).rows[0]?.end;

// Two are fewer than come at once: who is late reads for itself.
describe.each([0, 2, 1000])(
  'followers that hear of the trail from its tail, which keeps %i events',
  (keeps) => {
    const listen = async () => startTail(house, { log: silent, everyMs: 5, keeps });

    test('miss nothing and tell nothing twice, whatever lies between what they want and however many there are', async () => {
      const tails = [await listen(), await listen()];
      const record = await create('probe', software, { title: 'Heard' });
      const editsOnly = {
        ...writesDown(`heard-${keeps}`, ['probe']),
        actions: ['edit'],
        from: 'now',
      } as const;
      const followers = tails.map((tail) => follow(house, editsOnly, { ...quick, tail }));
      await expect.poll(() => place(`heard-${keeps}`)).toBeDefined();
      const unwanted = async () => {
        for (let i = 0; i < 60; i += 1) await create('team', software, { title: `Unheard ${i}` });
      };
      await Promise.all([
        unwanted(),
        ...Array.from({ length: 4 }, () => restlessWriter(house, [record.id], 15)),
      ]);
      const { rows } = await owner.query<{ seq: number }>(
        `select seq from trail_event where record_id = $1 and action = 'edit' order by txid, seq`,
        [record.id],
      );
      await until(
        async () => (await seenBy(`heard-${keeps}`)).map((e) => e.seq),
        rows.map((r) => r.seq),
      );
      await Promise.all([...followers, ...tails].map((each) => each.close()));
    });

    test('pass over what they do not want without reading it', async () => {
      const tail = await listen();
      const follower = follow(
        house,
        { ...writesDown(`content-${keeps}`, ['probe']), from: 'now' },
        { ...quick, tail },
      );
      await create('probe', software, { title: 'Wanted once' });
      await until(async () => (await seenBy(`content-${keeps}`)).length, 1);
      await until(() => atEnd(`content-${keeps}`), true);
      const asked = vi.spyOn(pg.Pool.prototype, 'query');
      const reads = vi.spyOn(pg.Client.prototype, 'query');
      for (let i = 0; i < 10; i += 1) await create('team', software, { title: `Passed over ${i}` });
      await until(() => atEnd(`content-${keeps}`), true);
      const named = [...asked.mock.calls, ...reads.mock.calls].flatMap(([query]: readonly unknown[]) =>
        typeof query === 'object' && query !== null && 'name' in query ? [query.name] : [],
      );
      expect(named).toContain('pass_over');
      expect(named).not.toContain('next_stretch');
      await Promise.all([follower.close(), tail.close()]);
    });

    test('do not pass over what a handler could not do, however much unwanted comes after it', async () => {
      const tail = await listen();
      let left = 3;
      const flaky: Subscriber = {
        ...writesDown(`unlucky-${keeps}`, ['organisation']),
        from: 'now',
        handle: async (work, events) => {
          if (left-- > 0) throw new Error('not today');
          await writesDown(`unlucky-${keeps}`).handle(work, events);
        },
      };
      const follower = follow(house, flaky, { ...quick, tail });
      await expect.poll(() => place(`unlucky-${keeps}`)).toBeDefined();
      const wanted = await create('organisation', software, { title: 'Wanted' });
      for (let i = 0; i < 20; i += 1) await create('team', software, { title: `After it ${i}` });
      await until(async () => (await seenBy(`unlucky-${keeps}`)).map((e) => e.record_id), [wanted.id]);
      await until(() => atEnd(`unlucky-${keeps}`), true);
      await Promise.all([follower.close(), tail.close()]);
    });

    test('who looks at one field is told of its changes alone', async () => {
      const tail = await listen();
      const record = await create('probe', software, { title: 'Noted' });
      const follower = follow(
        house,
        { ...writesDown(`reader-of-notes-${keeps}`, ['probe']), fields: ['note'], from: 'now' },
        { ...quick, tail },
      );
      await expect.poll(() => place(`reader-of-notes-${keeps}`)).toBeDefined();
      const edit = (changes: object) =>
        begin(house, (work) => act(work, { type: 'probe', id: record.id }, 'edit', software, changes));
      await edit({ title: 'Another title' });
      await edit({ note: 'A note' });
      await until(async () => (await seenBy(`reader-of-notes-${keeps}`)).map((e) => e.version), [3]);
      await follower.close();
      await tail.close();
    });
  },
);

test('what the tail has kept is not read again', async () => {
  const tail = await startTail(house, { log: silent, everyMs: 5, keeps: 1000 });
  const follower = follow(house, { ...writesDown('served', ['probe']), from: 'now' }, { ...quick, tail });
  await create('probe', software, { title: 'Wanted first' });
  await until(async () => (await seenBy('served')).length, 1);
  await until(() => atEnd('served'), true);
  const reads = vi.spyOn(pg.Client.prototype, 'query');
  const wanted = [];
  for (let i = 0; i < 20; i += 1) wanted.push(await create('probe', software, { title: `Wanted ${i}` }));
  await until(
    async () => (await seenBy('served')).slice(1).map((e) => e.record_id),
    wanted.map(({ id }) => id),
  );
  await until(() => atEnd('served'), true);
  const named = reads.mock.calls.flatMap(([query]: readonly unknown[]) =>
    typeof query === 'object' && query !== null && 'name' in query ? [query.name] : [],
  );
  expect(named).toContain('take_cursor');
  expect(named).not.toContain('next_stretch');
  expect(named).not.toContain('read_stretch');
  await Promise.all([follower.close(), tail.close()]);
});

test('the application cannot say where an event stands or when it was recorded, and can change or remove none', async () => {
  const attempts = [
    'update trail_event set reason = null',
    'delete from trail_event',
    'truncate trail_event',
    'update trail_seal set hash = previous',
    `insert into trail_event (txid, at, record_id, record_type, version, action, channel, changes) select '3', at, record_id, record_type, 1, 'x', 'api', '{}' from trail_event limit 1`,
    `insert into trail_event (recorded_at, at, record_id, record_type, version, action, channel, changes) select at, at, record_id, record_type, 1, 'x', 'api', '{}' from trail_event limit 1`,
  ];
  for (const attempt of attempts)
    await expect(house.pool.query(attempt)).rejects.toMatchObject({ code: '42501' });
});
