import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse } from '../kernel/practice/open-house.ts';
import { fillNumberGaps, markNumbers } from '../kernel/record/number-gaps.ts';
import { sealNext } from '../kernel/trail/seal.ts';
import { verify } from '../kernel/trail/verify.ts';
import { Database } from '../platform/db/db.ts';
import { silent } from '../platform/testing/cluster.ts';
import { servers } from './practices.ts';
import { caller, firstVisit, startServanda, stopAll, type Spawned } from './testing/spawned.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'servanda-crash-'));
const clients = 8;
let server: Spawned;
let token: string;
let requesterId: string;

/** What the server has said is done: by number, the version it answered. */
const acknowledged = new Map<string, number>();
/** Creates by their Idempotency-Key; the number once it was acknowledged. */
const sent = new Map<string, { title: string; number?: string }>();

beforeAll(async () => {
  server = await startServanda(['--data', dataDir]);
  if (!server.ready) throw new Error(server.output());
  token = await firstVisit(server.url);
  requesterId = ((await call('GET', '/me')) as unknown as { person: { id: string } }).person.id;
}, 120_000);
afterAll(async () => {
  await stopAll();
  rmSync(dataDir, { recursive: true, force: true });
});

test(
  'kill -9 of the server under load loses nothing that was acknowledged, and a repeated call makes nothing twice',
  { timeout: 180_000 },
  async () => {
    const load = startLoad(0);
    await load.until(40);
    server.child.kill('SIGKILL');
    await server.exited;
    await load.stopped();
    server = await restarted();
    await expectNothingLost();
    await expectNothingTwice();
  },
);

test(
  'kill -9 of PostgreSQL under load ends the server with a clear line, and loses nothing that was acknowledged',
  { timeout: 180_000 },
  async () => {
    const before = acknowledged.size;
    const load = startLoad(1);
    await load.until(before + 40);
    process.kill(Number(postmaster()[0]), 'SIGKILL');
    expect(await server.exited).toBe(1);
    expect(server.output()).toMatch(/PostgreSQL ended \(SIGKILL\)/);
    await load.stopped();
    server = await restarted();
    await expectNothingLost();
    await expectNothingTwice();
  },
);

test(
  'after both the trail is whole, and numbers that the crashes lost are used again',
  { timeout: 180_000 },
  async () => {
    await withPool(async (pool) => {
      while (await sealNext(pool));
      expect(await verify(pool)).toMatchObject({ ok: true });
      const { rows } = await pool.query(
        `select number from record r join (select record_id, array_agg(version order by seq) as versions from trail_event group by 1) e on e.record_id = r.id
       where (select array_agg(distinct v order by v) from unnest(versions) v) <> (select array_agg(v order by v) from generate_series(1, r.version) v)`,
      );
      expect(rows, 'records whose trail has a gap').toEqual([]);
      const house = await openHouse({ pool, servers });
      await fillNumberGaps(house, await markNumbers(house));
    });
    // A sequence of PostgreSQL that crashed goes on up to 32 numbers later, and each client may have lost one each time.
    for (let i = 0; i < 32 + 2 * clients; i += 1) await create(`after-${i}`);
    const { rows } = await withPool((pool) =>
      pool.query<{ n: number }>(
        `select count(*)::int as n, max(substring(number from 5)::int) as highest from record where type = 'incident'`,
      ),
    );
    expect(rows[0]).toMatchObject({ highest: rows[0]?.n });
  },
);

async function restarted(): Promise<Spawned> {
  const next = await startServanda(['--data', dataDir]);
  expect(next.ready, next.output()).toBe(true);
  return next;
}

const call = (...given: Parameters<ReturnType<typeof caller>>) => caller(server.url, token)(...given);

async function create(key: string) {
  const title = sent.get(key)?.title ?? `Incident ${key}`;
  sent.set(key, { ...sent.get(key), title });
  const made = await call(
    'POST',
    '/incidents',
    { title, channel: 'phone', symptom: 'It broke', requesterId },
    { 'idempotency-key': key },
  );
  sent.set(key, { title, number: made.number });
  acknowledged.set(made.number, Math.max(made.version, acknowledged.get(made.number) ?? 0));
  return made;
}

/** Each client creates, edits and comments, one call after the other, until the server is gone. */
function startLoad(round: number) {
  const state = { gone: false };
  const work = async (client: number) => {
    for (let i = 0; !state.gone; i += 1) {
      const made = await create(`${round}-${client}-${i}`);
      const edited = await call(
        'PATCH',
        `/incidents/${made.number}`,
        { location: `Hall ${i}` },
        { 'if-match': `"${made.version}"` },
      );
      acknowledged.set(made.number, edited.version);
    }
  };
  const all = Array.from({ length: clients }, (_, client) =>
    work(client).catch(() => {
      state.gone = true;
    }),
  );
  return {
    until: async (count: number) => {
      while (acknowledged.size < count) {
        expect(state.gone, server.output()).toBe(false);
        await sleep(5);
      }
    },
    stopped: () => Promise.all(all),
  };
}

async function expectNothingLost(): Promise<void> {
  const { rows } = await withPool((pool) =>
    pool.query<{ number: string; version: number }>(
      `select number, version from record where type = 'incident'`,
    ),
  );
  const kept = new Map(rows.map((row) => [row.number, row.version]));
  const lost = [...acknowledged].filter(([number, version]) => (kept.get(number) ?? 0) < version);
  expect(lost).toEqual([]);
}

/** Every create is sent again with its key: those that were acknowledged answer the same number. */
async function expectNothingTwice(): Promise<void> {
  for (const [key, { number }] of sent) {
    const again = await create(key);
    if (number !== undefined) expect(again.number).toBe(number);
  }
  const { rows } = await withPool((pool) =>
    pool.query(`select title from record where type = 'incident' group by title having count(*) > 1`),
  );
  expect(rows).toEqual([]);
  expect(
    await withPool(
      async (pool) => (await pool.query(`select 1 from record where type = 'incident'`)).rowCount,
    ),
  ).toBe(sent.size);
}

const postmaster = () => readFileSync(join(dataDir, 'postgres/18/postmaster.pid'), 'utf8').split('\n');

/** From outside, as a backup program would. */
async function withPool<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { owner } = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8')) as {
    owner: string;
  };
  const url = `postgres://servanda:${owner}@127.0.0.1:${postmaster()[3]}/servanda`;
  const db = new Database({ url, schema: 'servanda', log: silent, maxConnections: 3 });
  try {
    return await work(db.pool);
  } finally {
    await db.destroy();
  }
}
