import { expect, test } from 'vitest';
import type { Problem } from '../../platform/http/problem.ts';
import { system } from '../access/actor.ts';
import { testHouse } from '../testing/house.ts';

const { house, create, act, person, owner } = await testHouse();

test('a new record gets the next number, a trail event and a search entry', async () => {
  const made = await create('team', system(), { title: '网络运维组', description: 'Keeps the network up' });
  expect(made.number).toMatch(/^TEAM-\d{6}$/);
  const { rows } = await owner.query(
    'select action, to_state, changes from trail_event where record_id = $1',
    [made.id],
  );
  expect(rows).toMatchObject([
    { action: 'create', to_state: 'active', changes: { title: [null, '网络运维组'] } },
  ]);
  const found = await owner.query(`select 1 from search_entry where words @@ to_tsquery('words', '网络')`);
  expect(found.rowCount).toBe(1);
});

test('an edit writes what changed, and only that', async () => {
  const made = await create('team', system(), { title: 'Desk' });
  const after = await act(made, 'edit', system(), { title: 'Service desk' });
  expect(after.version).toBe(2);
  const { rows } = await owner.query(
    `select changes from trail_event where record_id = $1 and action = 'edit'`,
    [made.id],
  );
  expect(rows).toEqual([{ changes: { title: ['Desk', 'Service desk'] } }]);
});

test('who holds no role that may do it is refused, and nothing is written', async () => {
  const engineer = await person('Wei', ['engineer']);
  await expect(create('team', engineer, { title: 'Mine' })).rejects.toMatchObject({ status: 403 });
  const { rowCount } = await owner.query(`select 1 from record where title = 'Mine'`);
  expect(rowCount).toBe(0);
});

test('every fault of the input is named with its field', async () => {
  const fault: Problem = await create('calendar', system(), {
    zone: 'Mars/Olympus',
    weekly: {},
    colour: 'red',
  }).catch((e) => e);
  expect(fault.status).toBe(422);
  expect(fault.fields.map((f) => f.field).toSorted()).toEqual(['colour', 'zone']);
});

test('a reference to a record of another type is refused by field', async () => {
  const desk = await create('team', system(), { title: 'Desk' });
  const fault: Problem = await create('team', system(), { title: 'X', leadId: desk.id }).catch((e) => e);
  expect(fault.fields).toMatchObject([{ field: 'leadId', code: 'problem.no_such_reference' }]);
});

test('eight clients on one record lose no update', async () => {
  const desk = await create('team', system(), { title: 'Hot' });
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => act(desk, 'edit', system(), { description: `edit ${i}` })),
  );
  const { rows } = await owner.query('select version from record where id = $1', [desk.id]);
  expect(rows).toEqual([{ version: 41 }]);
  expect(house.now()).toBeGreaterThan(0);
});

test('an edit leaves alone what it does not name, also lists and structures', async () => {
  const hours = [['09:00', '17:00']];
  const made = await create('calendar', system(), {
    title: 'Office',
    zone: 'UTC',
    weekly: { mon: hours },
    exceptions: [{ date: '2026-10-01', kind: 'off' }],
    yearlyHolidays: ['12-25'],
  });
  const after = await act(made, 'edit', system(), { weekly: { tue: hours } });
  expect(after).toMatchObject({
    exceptions: [{ date: '2026-10-01', kind: 'off' }],
    yearlyHolidays: ['12-25'],
  });
});

test('no record is ever deleted, not even by the software: what was written with it relies on that', async () => {
  await create('team', system(), { title: 'Stays' });
  for (const attempt of ['delete from record', 'truncate record'])
    await expect(house.pool.query(attempt)).rejects.toMatchObject({ code: '42501' });
});
