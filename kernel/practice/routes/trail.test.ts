import { once } from 'node:events';
import { request as httpRequest, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHttp } from '../../../platform/http/http.ts';
import { system } from '../../access/actor.ts';
import type { BaseRecord } from '../../record/base.ts';
import { testHouse } from '../../testing/house.ts';
import { probes } from '../../testing/probe.ts';
import { createBell } from '../../trail/bell.ts';
import { startLive, type Live } from '../../trail/live.ts';
import { keepFresh, startTail, type Tail } from '../../trail/tail.ts';
import type { Caller } from '../caller.ts';
import { mapError } from '../map-error.ts';
import { streamRoutes } from './stream.ts';
import { trailRoutes } from './trail.ts';
import { soon } from '../../../platform/testing/soon.ts';

const { server, tables } = probes();
const { house, owner, create, act, at, person } = await testHouse([server]);
const software = system();
const log = pino({ level: 'silent' });

const app = buildHttp({ log, words: (code) => code, mapError: (error) => mapError(house, error) });
/** Who is signed in: `x-person: id`, with a token's scopes in `x-scopes`. */
const signedOut = new Set<string>();
const callerOf = async ({ headers }: { headers: Record<string, unknown> }): Promise<Caller | null> => {
  const [id, scopes] = [headers['x-person'], headers['x-scopes']];
  if (typeof id !== 'string' || id === '' || signedOut.has(id)) return null;
  return {
    personId: id,
    channel: 'api',
    ...(typeof scopes === 'string' ? { tokenScopes: scopes.split(' ') } : {}),
  };
};
app.decorateRequest('caller', null);
app.addHook('preHandler', async (request) => {
  request.caller = await callerOf(request);
});
trailRoutes(app, house);

let tail: Tail;
let live: Live;
let port: number;
beforeAll(async () => {
  await tables(owner);
  const bell = createBell();
  tail = await startTail(house, { log, bell, everyMs: 20 });
  keepFresh(house, tail);
  live = startLive(house, tail, { log, beatMs: 50, refreshMs: 100 });
  streamRoutes(app, house, live, callerOf);
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await app.close();
  await tail.close();
});

const get = async (who: { id: string }, url: string) => {
  const response = await app.inject({ url: `/api/v1${url}`, headers: { 'x-person': who.id } });
  return { status: response.statusCode, body: response.json() };
};

type Heard = { event: string; id: string; data: Record<string, unknown> };
const open = new Set<ClientRequest>();
afterAll(() => {
  for (const request of open) request.destroy();
});

/** An open page: what it has heard so far, over a real connection. */
async function listen(who: { id: string }, headers: Record<string, string> = {}) {
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    path: '/api/v1/stream',
    headers: { 'x-person': who.id, ...headers },
  }).end();
  open.add(request);
  const [response] = await once(request, 'response');
  const heard: Heard[] = [];
  let lastId = '';
  let text = '';
  let ended = false;
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      text = text.slice(end + 2);
      lastId = lines['id'] ?? lastId;
      if (lines['event'])
        heard.push({ event: lines['event'], id: lastId, data: JSON.parse(lines['data'] ?? '{}') });
    }
  });
  response.on('close', () => (ended = true));
  return {
    status: response.statusCode as number,
    heard,
    lastId: () => lastId,
    ended: () => ended,
    numbers: () => heard.filter((h) => h.event === 'record').map((h) => h.data['number']),
    close: () => request.destroy(),
  };
}

test('a record is shown as it was on a date', async () => {
  const admin = await person('Admin', ['administrator']);
  at('2026-03-02T08:00:00Z');
  const made = await create('probe', software, { title: 'First title', priority: 3, note: 'a' });
  at('2026-03-03T08:00:00Z');
  await act(made, 'edit', software, { title: 'Second title', priority: 1, note: null });
  at('2026-03-04T08:00:00Z');
  await act(made, 'finish', software);
  await act(made, 'close', software);
  const asOf = (instant: string) =>
    get(admin, `/probes/${made.number}/as-of?at=${encodeURIComponent(instant)}`);
  expect((await asOf('2026-03-02T09:00:00+01:00')).body).toMatchObject({
    title: 'First title',
    priority: 3,
    note: 'a',
    state: 'open',
    version: 1,
    closedAt: null,
  });
  expect((await asOf('2026-03-03T12:00:00Z')).body).toMatchObject({
    title: 'Second title',
    priority: 1,
    note: null,
    state: 'open',
    version: 2,
    updatedAt: '2026-03-03T08:00:00.000Z',
  });
  const { body: now } = await asOf('2030-01-01T00:00:00Z');
  const { rows } = await owner.query(
    'select state, version, closed_at, created_at, updated_at, occurred_at from record where id = $1',
    [made.id],
  );
  expect(rows).toEqual([
    {
      state: now.state,
      version: now.version,
      closed_at: now.closedAt,
      created_at: now.createdAt,
      updated_at: now.updatedAt,
      occurred_at: now.occurredAt,
    },
  ]);
  expect(await asOf('2026-03-01T00:00:00Z')).toMatchObject({ status: 404, body: { code: 'trail.not_yet' } });
  expect(await asOf('last week')).toMatchObject({ status: 422, body: { errors: [{ field: 'at' }] } });
  expect(await get(admin, `/probes/${made.number}/as-of`)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'at' }] },
  });
});

test('the history is told newest first, page by page, to whoever may see the record', async () => {
  const engineer = await person('Engineer', ['engineer']);
  const stranger = await person('Stranger', ['engineer']);
  const made = await create('probe', engineer, { title: 'Told' });
  for (let i = 0; i < 5; i++) await act(made, 'edit', engineer, { note: `n${i}` });
  const first = await get(engineer, `/probes/${made.number}/events?limit=4`);
  expect(first.body.items.map((e: { changes: object }) => e.changes)).toEqual(
    [4, 3, 2, 1].map((i) => ({ note: [`n${i - 1}`, `n${i}`] })),
  );
  expect(first.body.items[0].actor).toEqual({ id: engineer.id, name: 'Engineer' });
  const rest = await get(engineer, `/probes/${made.number}/events?limit=4&cursor=${first.body.nextCursor}`);
  expect(rest.body.items.map((e: { action: string }) => e.action)).toEqual(['edit', 'create']);
  expect(rest.body.nextCursor).toBeNull();
  expect((await get(stranger, `/probes/${made.number}/events`)).status).toBe(404);
  expect((await get(engineer, `/probes/${made.number}/events?cursor=x`)).status).toBe(422);
  expect((await get(engineer, `/probes/${made.number}/events?limit=0`)).status).toBe(422);
});

test('people outside see that it moved and what was told them, nothing of the inside', async () => {
  const customer = await person('Customer');
  const made = await create('probe', software, { title: 'Mine', requesterId: customer.id, note: 'secret' });
  await act(made, 'edit', software, { note: 'more secret' });
  await act(made, 'comment', software, { comment: 'internal', public: false });
  await act(made, 'comment', software, { comment: 'We are at it', public: true });
  await act(made, 'finish', software, { reason: 'blamed Lee' });
  const { body } = await get(customer, `/probes/${made.number}/events`);
  expect(body.items.map((e: { action: string }) => e.action)).toEqual(['finish', 'comment', 'create']);
  expect(body.items[0]).toMatchObject({
    fromState: 'open',
    toState: 'done',
    actor: null,
    channel: null,
    reason: null,
    changes: {},
    detail: null,
  });
  expect(JSON.stringify(body)).not.toMatch(/secret|blamed/);
});

test('each page hears at once of the records its reader may see, and of no other', async () => {
  const admin = await person('Boss', ['administrator']);
  const mine = await person('Mine', ['engineer']);
  const [all, own] = [await listen(admin), await listen(mine)];
  await expect.poll(() => [all.heard, own.heard].map((h) => h[0]?.event), soon).toEqual(['hello', 'hello']);
  const theirs = await create('probe', admin, { title: 'Theirs' });
  const ours = await create('probe', mine, { title: 'Ours' });
  await act(ours, 'wait', mine);
  await expect
    .poll(() => own.heard.at(-1)?.data, soon)
    .toEqual({ id: ours.id, type: 'probe', number: ours.number, version: 2, action: 'wait' });
  await expect.poll(() => all.heard.at(-1)?.data['version'], soon).toBe(2);
  expect(all.numbers()).toContain(theirs.number);
  expect(own.numbers()).not.toContain(theirs.number);
  all.close();
  own.close();
  await expect.poll(() => live.size(), soon).toBe(0);
});

test('a token hears only of what it may read', async () => {
  const admin = await person('Tokens', ['administrator']);
  const narrow = await listen(admin, { 'x-scopes': 'teams:read probes:write' });
  const writing = await listen(admin, { 'x-scopes': 'probes:write' });
  expect(writing.status).toBe(403);
  await create('probe', admin, { title: 'Not for it' });
  const team = await create('team', software, { title: 'For it' });
  await expect.poll(() => narrow.numbers(), soon).toEqual([team.number]);
  narrow.close();
});

test('nobody hears anything without signing in, and who is signed out hears no more', async () => {
  expect((await listen({ id: '' })).status).toBe(401);
  const admin = await person('Leaving', ['administrator']);
  const page = await listen(admin);
  await expect.poll(() => page.heard.length, soon).toBeGreaterThan(0);
  signedOut.add(admin.id);
  await expect.poll(() => page.ended(), soon).toBe(true);
});

test('who loses a role does not hear of the next record', async () => {
  const admin = await person('Demoted', ['administrator']);
  const page = await listen(admin);
  await expect.poll(() => page.heard.length, soon).toBeGreaterThan(0);
  const { rows } = await owner.query('select id from role_holder where person_id = $1', [admin.id]);
  await act({ type: 'role-holder', id: rows[0].id }, 'deactivate', software);
  const other = await person('Promoted', ['administrator']);
  const witness = await listen(other);
  const secret = await create('probe', software, { title: 'Secret now' });
  await expect.poll(() => witness.numbers(), soon).toContain(secret.number);
  witness.close();
  expect(page.numbers().filter((n) => String(n).startsWith('PRB'))).toEqual([]);
  page.close();
});

test('a page that does not read is let go instead of being kept in memory', async () => {
  const admin = await person('Slow', ['administrator']);
  let ended = false;
  await live.join({ identify: async () => admin, send: () => false, end: () => (ended = true) }, admin);
  await create('probe', software, { title: 'Too much' });
  await expect.poll(() => ended, soon).toBe(true);
});

test('a page that was away hears what it missed, or is told to load again', async () => {
  const admin = await person('Away', ['administrator']);
  const before = await listen(admin);
  await expect.poll(() => before.lastId(), soon).not.toBe('');
  const seen: BaseRecord = await create('probe', software, { title: 'Seen' });
  await expect.poll(() => before.numbers(), soon).toContain(seen.number);
  before.close();
  const missed = await create('probe', software, { title: 'Missed' });
  const place = tail.place();
  await expect.poll(() => BigInt(tail.place().txid) >= BigInt(place.txid), soon).toBe(true);
  const after = await listen(admin, { 'last-event-id': before.lastId() });
  await expect.poll(() => after.numbers(), soon).toEqual([missed.number]);
  for (const lost of ['3:1', 'nonsense']) {
    const page = await listen(admin, { 'last-event-id': lost });
    await expect.poll(() => page.heard[0]?.event, soon).toBe('reload');
    page.close();
  }
  after.close();
});

test('a page that only waits keeps up with what is kept for it', async () => {
  const idle = await person('Idle', ['engineer']);
  // Their own making is news as well, and must be over.
  const { rows } = await owner.query<{ seq: number }>('select max(seq)::integer as seq from trail_event');
  await expect.poll(() => tail.place().seq, soon).toBe(rows[0]?.seq);
  const page = await listen(idle);
  await create('probe', software, { title: 'Elsewhere' });
  await expect.poll(() => page.lastId() === `${tail.place().txid}:${tail.place().seq}`, soon).toBe(true);
  expect(page.heard.map((h) => h.event)).toEqual(['hello']);
  page.close();
});
