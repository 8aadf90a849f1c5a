import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { servers } from '../../app/practices.ts';
import { system } from '../../kernel/access/actor.ts';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import { begin } from '../../kernel/record/act.ts';
import { createDefaults } from '../service-level-management/practice.ts';

const house = await served();
const software = system();
house.at('2026-11-20T08:30:00Z');
await begin(house.house, (work) => createDefaults(work, software, 'Asia/Shanghai', 'en'));
await house.house.reference.refresh();
const bank = await house.create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
const sales = await house.create('organisation', software, { title: 'Sales', kind: 'own_unit' });
const agent = await house.someone('Li Na', ['service-desk-agent']);
const user = await house.someone('Sun Li', [], {
  kind: 'user',
  orgUnitId: sales.id,
  zone: 'Asia/Shanghai',
});
const client = await house.someone('Qian Hua', [], { kind: 'user', customerId: bank.id });
const head = await house.someone('He Lin', ['unit-manager'], { kind: 'user', orgUnitId: sales.id });
const contact = await house.someone('Wu Gang', ['customer-contact'], { customerId: bank.id });
const team = await house.join('Desk', [agent]);
const service = await house.create('service', software, { title: 'Computers' });
const category = await house.create('category', software, { title: 'Hardware' });
forgetActors(house.house);

type Clock = { name: string; dueAt: string | null };
type Promised = Record<'response' | 'resolution', { dueAt: string } | null>;
type Line = { number: string; turn: string; open: boolean; promises: Clock[] };
type Page = { items: Line[]; scopes: string[] };
const as = async <T>(answer: PromiseLike<unknown>) => (await answer) as T;

test.each([
  [4, 3, '2026-11-20T08:30:00Z'],
  [4, 1, '2026-11-20T09:59:00Z'],
  [3, 1, '2026-11-21T20:00:00Z'],
  [2, 2, '2026-12-31T15:59:59Z'],
])('what is promised before sending is what the clock says afterwards: impact %i, urgency %i, at %s', async (impact, urgency, at) => {
  house.at(at);
  const told = await as<Promised>(user.get(`/me/promise?serviceId=${service.id}&impact=${impact}&urgency=${urgency}`));
  const { number } = await user.post('/incidents', { title: 'My computer is broken', channel: 'portal', serviceId: service.id, impact, urgency });
  const { items } = await as<{ items: Clock[] }>(user.get(`/incidents/${number}/clocks`));
  for (const name of ['response', 'resolution'] as const) {
    expect(told[name]?.dueAt).toBeTruthy();
    expect(told[name]?.dueAt).toBe(items.find((c) => c.name === name)?.dueAt);
  }
}); // prettier-ignore

test('asking for a promise writes nothing, and a level that does not exist is told by its name', async () => {
  const { rows: before } = await house.owner.query('select count(*) from record');
  await user.get('/me/promise?impact=4&urgency=2');
  const { rows: after } = await house.owner.query('select count(*) from record');
  expect(after).toEqual(before);
  await user.get('/me/promise?impact=9').refused('problem.invalid', 'impact');
  expect(await user.get('/me/promise')).toMatchObject({ priority: null, response: null, resolution: null });
});

test('a requester follows their report without reading what is internal', async () => {
  const made = await user.post('/incidents', { title: 'Screen is black', channel: 'portal', symptom: 'Since noon' });
  const { number } = made;
  const other = await agent.post('/incidents', { title: 'Another customer’s secret', channel: 'phone', requesterId: client.id });
  await agent.does(made, 'triage', { serviceId: service.id, categoryId: category.id, impact: 3, urgency: 2 });
  await agent.does(made, 'assign', { teamId: team.id });
  await agent.does(made, 'start');
  await agent.post(`/incidents/${number}/comments`, { body: 'He dropped it again', public: false });
  await agent.post(`/incidents/${number}/comments`, { body: 'We bring you another one', public: true });
  await agent.patch(`/incidents/${number}`, { problemRef: 'PRB-7', causedByRef: 'CHG-9' });
  await agent.does(made, 'set_parent', { parentId: other.id });
  await agent.does(made, 'escalate', { reason: 'The third one this week' });
  await agent.does(made, 'override_priority', { priorityOverride: 1, reason: 'Cousin of the CFO' });
  const secrets = /dropped it|PRB-7|CHG-9|another customer|third one this week|Cousin/i;
  for (const path of [
    `/me/records/${number}`, `/incidents/${number}`, `/incidents/${number}/comments`, `/incidents/${number}/events`,
    `/incidents/${number}/links`, `/incidents/${number}/clocks/resolution/explanation`, '/incidents', '/me/records',
    `/incidents/${number}/as-of?at=${encodeURIComponent(new Date(house.house.now()).toISOString())}`,
  ]) {
    const text = JSON.stringify(await user.get(path));
    expect(text, path).not.toMatch(secrets);
    expect(text, path).not.toMatch(/"(causeClass|escalationLevel|parentId|problemRef|dedupKey|overrideReason)":[^n]/);
  } // prettier-ignore
  const { body } = await house.app.inject({
    url: '/api/v1/incidents/export',
    headers: { authorization: `Bearer ${user.token}` },
  });
  expect(body).not.toMatch(secrets);
  expect(JSON.stringify(await user.does(made, 'comment', { comment: 'Thanks', public: true }))).not.toMatch(secrets);
  const mine = await as<Line & { comments: { body: string }[]; owner: { title: string } }>(user.get(`/me/records/${number}`));
  expect(mine.comments.map((c) => c.body).toSorted()).toEqual(['Thanks', 'We bring you another one']);
  expect(mine.owner.title).toBe('Li Na');
  // Staff read it as outsiders do here, and as before everywhere else.
  expect(await agent.get(`/incidents/${number}`)).toMatchObject({ problemRef: 'PRB-7', escalationLevel: 1 });
}); // prettier-ignore

test('whose turn it is follows the states, until the requester confirms', async () => {
  const made = await user.post('/incidents', { title: 'Keyboard', channel: 'portal' });
  const turn = async () => (await as<Line>(user.get(`/me/records/${made.number}`))).turn;
  expect(await turn()).toBe('us');
  await agent.does(made, 'triage', { serviceId: service.id, categoryId: category.id, impact: 4, urgency: 2 });
  await agent.does(made, 'assign', { teamId: team.id });
  await agent.does(made, 'start');
  await agent.does(made, 'await_customer', { pendingReason: 'information', reason: 'x', comment: 'Which one?' });
  expect(await turn()).toBe('answer');
  await agent.does(made, 'resume');
  await agent.does(made, 'resolve', {
    resolution: 'New keyboard', resolutionCode: 'replaced', causeClass: 'hardware', ci: 'KB-1',
    restoredAt: new Date(house.house.now()).toISOString(),
  }); // prettier-ignore
  expect(await turn()).toBe('confirm');
  const { actions } = await as<{ actions: Record<'confirm', { name: string; input: object }> }>(user.get(`/me/records/${made.number}`));
  await user.does(made, actions.confirm.name, actions.confirm.input);
  expect(await turn()).toBe('over');
}); // prettier-ignore

test('everybody sees their own; heads of units and contacts of customers theirs, and nobody more', async () => {
  const ofUser = await user.post('/incidents', { title: 'Mine', channel: 'portal' });
  const ofClient = await client.post('/incidents', { title: 'Theirs', channel: 'portal' });
  const numbers = async (who: typeof user, scope: string) =>
    (await as<Page>(who.get(`/me/records?scope=${scope}&open=true`))).items.map((i) => i.number);
  expect(await numbers(user, 'mine')).toContain(ofUser.number);
  expect(await numbers(user, 'mine')).not.toContain(ofClient.number);
  expect(await numbers(user, 'unit')).not.toContain(ofClient.number);
  expect(await numbers(head, 'mine')).toEqual([]);
  expect(await numbers(head, 'unit')).toContain(ofUser.number);
  expect(await numbers(head, 'unit')).not.toContain(ofClient.number);
  expect(await numbers(contact, 'customer')).toContain(ofClient.number);
  expect(await numbers(contact, 'customer')).not.toContain(ofUser.number);
  expect((await as<Page>(head.get('/me/records'))).scopes).toEqual(['unit']);
  await client.get(`/me/records/${ofUser.number}`).refused('problem.not_found');
});

test('every state of a portal type says whose turn it is', () => {
  for (const server of servers) {
    for (const portal of server.portal ?? []) {
      const type = server.practice.records.find((t) => t.type === portal.type);
      expect(Object.keys(portal.turns).toSorted()).toEqual(
        Object.keys(type?.process.states ?? {}).toSorted(),
      );
    }
  }
});
