import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { testHouse } from '../testing/house.ts';
import { quickTextOf, sealNext, textOf } from './seal.ts';
import { verify } from './verify.ts';

const { house, owner, create, act } = await testHouse();
const software = system();

/** What the owner of the tables can do and the application cannot. */
async function tamper(...statements: string[]): Promise<void> {
  const client = await owner.connect();
  try {
    for (const table of ['trail_event', 'trail_seal'])
      await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    for (const table of ['trail_event', 'trail_seal'])
      await client.query(`alter table ${table} enable trigger user`);
  } finally {
    client.release();
  }
}

/** Tampers, looks what is found, and puts everything back as it was. */
async function found(...statements: string[]) {
  await tamper(
    'create table event_copy as table trail_event',
    'create table seal_copy as table trail_seal',
    ...statements,
  );
  const result = await verify(house.pool);
  await tamper(
    'delete from trail_event',
    'insert into trail_event overriding system value select * from event_copy',
    'delete from trail_seal',
    'insert into trail_seal select * from seal_copy',
    'drop table event_copy',
    'drop table seal_copy',
  );
  expect(await verify(house.pool)).toMatchObject({ ok: true });
  return result;
}

/** Other tests' transactions may hold the horizon back for a moment. */
async function settle(): Promise<void> {
  const unsettled = 'select 1 from trail_event where txid >= pg_snapshot_xmin(pg_current_snapshot())';
  while ((await owner.query(unsettled)).rowCount !== 0) await sleep(20);
}

let numbers: string[];
/** All events, in the order in which they were sealed, with their records' numbers. */
let events: { seq: number; txid: string; number: string }[];
beforeAll(async () => {
  const teams = await Promise.all(
    Array.from({ length: 20 }, (_, i) => create('team', software, { title: `Team ${i}` })),
  );
  for (const team of teams) await act(team, 'edit', software, { description: '值班' });
  numbers = teams.map((t) => t.number);
  await settle();
  while ((await sealNext(house.pool, 8)) > 0);
  events = (
    await owner.query(
      'select e.seq, e.txid::text as txid, r.number from trail_event e join record r on r.id = e.record_id order by e.txid, e.seq',
    )
  ).rows;
});
const at = (i: number) => events[i] ?? { seq: 0, txid: '0', number: '' };

test('an untouched trail is whole, and tells how far it is sealed', async () => {
  const progress: number[] = [];
  const result = await verify(house.pool, (done) => progress.push(done.events));
  expect(result).toMatchObject({
    ok: true,
    events: 40,
    unsealed: 0,
    head: expect.stringMatching(/^[\da-f]{64}$/),
    sealedThrough: expect.stringMatching(/Z$/),
  });
  expect(progress.at(-1)).toBe(40);
  expect(numbers).toHaveLength(20);
});

test('what happens after the last batch counts as not sealed yet', async () => {
  const fresh = await create('team', software, { title: 'Fresh' });
  expect(await verify(house.pool)).toMatchObject({ ok: true, unsealed: 1 });
  await tamper(`delete from trail_event where record_id = '${fresh.id}'`);
});

test('several sealers make one chain', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, i) => create('team', software, { title: `Many ${i}` })));
  await settle();
  for (let round = 0; round < 8; round++)
    await Promise.all(Array.from({ length: 4 }, () => sealNext(house.pool, 5)));
  expect(await verify(house.pool)).toMatchObject({ ok: true, events: 70, unsealed: 0 });
});

test.each([
  ['its reason', `set reason = 'never happened'`],
  ['who did it', 'set actor_id = record_id'],
  ['when it was recorded', `set recorded_at = recorded_at - interval '1 microsecond'`],
  ['a value in its changes', `set changes = jsonb_set(changes, '{title}', '[null, "x"]')`],
])('a changed event is named: %s', async (_what, set) => {
  const { seq, number } = at(13);
  expect(await found(`update trail_event ${set} where seq = ${seq}`)).toMatchObject({
    ok: false,
    why: 'changed',
    seq,
    recordNumber: number,
  });
});

test('of several faults the first is named', async () => {
  const result = await found(
    `update trail_event set reason = 'x' where seq in (${at(30).seq}, ${at(9).seq}, ${at(22).seq})`,
  );
  expect(result).toMatchObject({ ok: false, why: 'changed', seq: at(9).seq, batch: 2 });
});

test.each([0, 7, 8, 39])('a removed event is named, wherever in a batch it stood (%i)', async (i) => {
  expect(await found(`delete from trail_event where seq = ${at(i).seq}`)).toMatchObject({
    ok: false,
    why: 'removed',
    seq: at(i).seq,
  });
});

test('an event slipped in among the sealed ones is named', async () => {
  const result = await found(
    `insert into trail_event (seq, txid, at, record_id, record_type, version, action, channel, changes) overriding system value
     select 999999, txid, at, record_id, record_type, version, 'approve', channel, '{}' from trail_event where seq = ${at(12).seq}`,
  );
  expect(result).toMatchObject({ ok: false, why: 'inserted', seq: 999_999, recordNumber: at(12).number });
});

test('an event moved to another place counts as changed', async () => {
  expect(await found(`update trail_event set txid = '4' where seq = ${at(20).seq}`)).toMatchObject({
    ok: false,
    seq: at(20).seq,
  });
  expect(
    await found(`update trail_event set txid = '${at(39).txid}' where seq = ${at(20).seq}`),
  ).toMatchObject({ ok: false, why: 'changed', seq: at(20).seq });
});

test('an event changed together with its digest breaks the chain, and is still named', async () => {
  const result = await found(
    `update trail_event set reason = 'x' where seq = ${at(10).seq}`,
    `update trail_seal set digests = overlay(digests placing sha256('x') from 65) where batch = 2`,
  );
  expect(result).toMatchObject({ ok: false, why: 'chain', batch: 2, seq: at(10).seq });
});

test('a batch made anew after the fact does not fit the batch after it', async () => {
  const result = await found(
    `delete from trail_seal where batch = 3`,
    `insert into trail_seal select 3, seqs, digests, previous, sha256('forged'), last_txid, last_seq, sealed_at from seal_copy where batch = 3`,
  );
  expect(result).toMatchObject({ ok: false, why: 'chain', batch: 3 });
});

test.each([
  'seqs = seqs[2:]',
  "sealed_at = sealed_at - interval '1 day'",
  'last_seq = last_seq + 1',
  'previous = hash',
])('an altered row of the seal is named: %s', async (set) => {
  expect(await found(`update trail_seal set ${set} where batch = 4`)).toMatchObject({
    ok: false,
    why: 'chain',
    batch: 4,
  });
});

test.each([1, 4])('a batch that is missing is named (%i)', async (batch) => {
  expect(await found(`delete from trail_seal where batch = ${batch}`)).toMatchObject({
    ok: false,
    why: 'seal_removed',
    batch,
  });
});

test('the text that verifying puts together is the text that was sealed, whatever stands in an event', async () => {
  const odd = ['"quoted" \\ back', 'tab\tline\nend', '值班 😀 “x”', '\u0001\u001f\u007f', '</script>', ''];
  await owner.query(
    `create temporary table odd as
     select row_number() over () as seq, pg_current_xact_id() as txid, t.at as recorded_at, t.at, gen_random_uuid() as record_id,
       x.text as record_type, 1 as version, x.text as action, nullif(x.text, '') as from_state, x.text as to_state,
       null::uuid as actor_id, 'web' as channel, x.text as reason,
       jsonb_build_object('b', jsonb_build_array(null, x.text), 'a', 1.50, 'é', true, 'long key of it', '{}'::jsonb) as changes,
       case when x.text = '' then null else jsonb_build_object('n', 12345678901234567890123, 'x', x.text) end as detail
     from unnest($1::text[]) as x(text), (values ('2026-03-02T01:00:00.000001Z'::timestamptz), ('2026-12-31T23:59:59Z'), ('infinity'), ('0044-03-15 BC')) as t(at)`,
    [odd],
  );
  const { rows } = await owner.query(
    `select ${textOf('e')} as sealed, ${quickTextOf('e')} as quick from odd e`,
  );
  expect(rows.length).toBe(odd.length * 4);
  for (const { sealed, quick } of rows as { sealed: string; quick: string }[]) expect(quick).toBe(sealed);
});
