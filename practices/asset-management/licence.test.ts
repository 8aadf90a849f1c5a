import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { watchExpiry } from './asset.jobs.ts';

const house = await served();
house.at('2026-06-10T02:00:00Z');
const manager = await house.someone('Qian Lin', ['asset-manager']);
const engineer = await house.someone('Zhang Wei', ['engineer']);
const boss = await house.someone('Liu Yang', ['top-management']);
const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => house.someone(name, [])));
const [a, b, c] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];

let made = 0;
async function licence(more: object = {}) {
  const draft = await manager.post('/licences', { product: 'Visio', metric: 'user', entitled: 2, ...more });
  return manager.does(draft, 'activate', {
    entitlementNumber: `E-${(made += 1)}`,
    validFrom: '2026-01-01',
    ownerId: manager.id,
  });
}
const position = (one: { number: string }) => manager.get(`/licences/${one.number}/position`);

test('more seats than were bought are refused, unless somebody with the authority accepts the risk for a time', async () => {
  const one = await licence();
  await engineer.does(one, 'assign', { assigneeId: a.id });
  await engineer.does(one, 'assign', { assigneeId: b.id });
  await engineer.does(one, 'assign', { assigneeId: c.id }).refused('licence.not_enough');
  const decision = {
    acceptedOver: 1,
    acceptedUntil: '2026-06-30',
    riskDecision: 'Ordered, arrives this month.',
  };
  await manager.does(one, 'accept_overuse', decision).refused('problem.not_your_role');
  await boss.does(one, 'accept_overuse', { ...decision, acceptedUntil: '2026-06-09' }).refused('licence.accepted_in_past', 'acceptedUntil'); // prettier-ignore
  expect(await boss.does(one, 'accept_overuse', decision)).toMatchObject({ acceptedById: boss.id });
  expect(await engineer.does(one, 'assign', { assigneeId: c.id })).toMatchObject({ used: 3 });
  expect(await position(one)).toMatchObject({ entitled: 2, accepted: 1, used: 3, left: -1 });
});

test('two who assign the last seat at once do not both get it', async () => {
  const one = await licence({ entitled: 1 });
  const answers = await Promise.allSettled(
    [a, b].map(({ id }) => engineer.does(one, 'assign', { assigneeId: id })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await position(one)).toMatchObject({ used: 1, left: 0 });
});

test('nobody gets the same licence twice, and a released seat is free again', async () => {
  const one = await licence({ entitled: 1 });
  await engineer.does(one, 'assign', { assigneeId: a.id });
  await engineer.does(one, 'assign', { assigneeId: a.id }).refused('licence.assigned_already', 'assigneeId');
  await engineer.does(one, 'assign', { assigneeId: one.id }).refused('licence.no_assignee', 'assigneeId');
  const { items } = (await position(one)) as unknown as { items: { id: string }[] };
  await engineer.does(one, 'release', { assignmentId: items[0]?.id });
  await engineer.does(one, 'release', { assignmentId: items[0]?.id }).refused('licence.no_such_assignment', 'assignmentId'); // prettier-ignore
  expect(await engineer.does(one, 'assign', { assigneeId: b.id })).toMatchObject({ used: 1 });
});

test('an entitlement is not lowered below what is assigned, and not ended while it is used', async () => {
  const one = await licence();
  await engineer.does(one, 'assign', { assigneeId: a.id, quantity: 2 });
  await manager
    .patch(`/licences/${one.number}`, { entitled: 1 })
    .refused('licence.fewer_than_used', 'entitled');
  await manager.does(one, 'terminate', { reason: 'Too dear' }).refused('licence.still_used');
});

test('a retired asset frees its seats', async () => {
  const one = await licence({ metric: 'device' });
  const asset = await manager.post('/assets', {
    title: 'PC', kind: 'hardware', entryState: 'in_use', tag: 'PC-1', ownerId: manager.id, costCentre: 'CC',
  }); // prettier-ignore
  await engineer.does(one, 'assign', { assigneeId: asset.id });
  await engineer.does(asset, 'retire', { retireCode: 'replaced', reason: 'New one' });
  expect(await manager.get(`/licences/${one.number}`)).toMatchObject({ used: 0 });
  await engineer.does(one, 'assign', { assigneeId: asset.id }).refused('licence.assignee_gone', 'assigneeId');
});

test('the reconciliation takes what was found, also when it is too much, and the position says so', async () => {
  const one = await licence();
  await engineer.does(one, 'reconcile', { measured: 9 }).refused('problem.required', 'comment');
  await engineer.does(one, 'reconcile', { measured: 9, comment: 'Inventory of 9 June.' });
  expect(await position(one)).toMatchObject({ measured: 9, left: -7 });
});

test('a licence is announced before it expires, expires after its last day, and then covers nothing', async () => {
  const one = await licence({ validTo: '2026-06-12' });
  await engineer.does(one, 'assign', { assigneeId: a.id });
  await watchExpiry.run(house.house);
  await watchExpiry.run(house.house);
  const told = await house.owner.query(
    `select kind from notification n join record r on r.id = n.record_id where r.number = $1`,
    [one.number],
  );
  // Within 90, 30 and 7 days: each once.
  expect(told.rows).toEqual([
    { kind: 'licence.expiring' },
    { kind: 'licence.expiring' },
    { kind: 'licence.expiring' },
  ]);
  house.at('2026-06-13T02:00:00Z');
  await watchExpiry.run(house.house);
  expect(await manager.get(`/licences/${one.number}`)).toMatchObject({ state: 'expired' });
  expect(await position(one)).toMatchObject({ left: -1 });
  await manager.does(one, 'renew', { validTo: '2026-06-01' }).refused('licence.renewed_in_past', 'validTo');
  expect(await manager.does(one, 'renew', { validTo: '2027-06-12' })).toMatchObject({ state: 'active' });
});
