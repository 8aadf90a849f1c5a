import { beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { forgetActors } from '../directory/actor.store.ts';
import { served, type Client } from '../../app/testing/served.ts';

const house = await served();
let agent: Client;
let colleague: Client;
let stranger: Client;
let lead: Client;
let user: Client;
let team: { readonly id: string };
type View = { id: string; name: string; mine: boolean; isDefault: boolean; owner: { name: string } };

const views = async (who: Client) =>
  ((await who.get('/views?recordType=incident')) as unknown as { items: View[] }).items;
const names = async (who: Client) => (await views(who)).map((v) => v.name);
const query = {
  'filter[open]': 'true',
  'filter[ownerId]': 'me',
  sort: 'nextDue',
  columns: 'number,title,state',
};
const draft = (name: string, more: object = {}) => ({ recordType: 'incident', name, query, ...more });

beforeAll(async () => {
  agent = await house.someone('Ming', ['service-desk-agent']);
  colleague = await house.someone('Carl', ['service-desk-agent']);
  stranger = await house.someone('Sven', ['engineer']);
  lead = await house.someone('Lea', ['service-desk-lead']);
  user = await house.someone('Uma', ['user']);
  team = await house.create('team', system(), {
    title: 'Desk',
    memberIds: [agent.id, colleague.id],
    leadId: lead.id,
  });
  forgetActors(house.house);
});

test('one’s own is seen by nobody else, and comes back as it was saved', async () => {
  const made = await agent.post('/views', draft('Private')).status(201);
  expect(made).toMatchObject({ name: 'Private', query, sharedWith: 'nobody', mine: true, isDefault: false });
  expect(await names(agent)).toEqual(['Private']);
  expect(await names(colleague)).toEqual([]);
  await colleague.patch(`/views/${made.id}`, { name: 'x' }).status(404);
});

test('what the list would refuse is refused when it is saved', async () => {
  await agent
    .post('/views', draft('x', { query: { 'filter[nothing]': '1' } }))
    .refused('problem.no_such_filter');
  await agent.post('/views', draft('x', { query: { 'filter[state]': 'asleep' } })).refused('problem.one_of');
  await agent.post('/views', draft('x', { query: { sort: 'mood' } })).refused('problem.one_of', 'query.sort');
  await agent
    .post('/views', draft('x', { query: { cursor: 'x' } }))
    .refused('view.unknown_part', 'query.cursor');
  await agent.post('/views', draft('x', { recordType: 'ship' })).refused('view.no_such_type', 'recordType');
  await agent.post('/views', draft('')).refused('problem.required', 'name');
});

test('shared with a team by its members and its lead: they see it, only the owner changes it', async () => {
  await agent.post('/views', draft('x', { sharedWith: 'team' })).refused('view.team_needed', 'teamId');
  await stranger
    .post('/views', draft('x', { sharedWith: 'team', teamId: team.id }))
    .refused('view.not_your_team');
  const made = await agent.post('/views', draft('Of the team', { sharedWith: 'team', teamId: team.id }));
  const { id } = made;
  expect(await names(colleague)).toContain('Of the team');
  expect(await names(lead)).toContain('Of the team');
  expect(await names(stranger)).not.toContain('Of the team');
  await colleague.patch(`/views/${id}`, { name: 'Mine now' }).refused('view.not_yours');
  await colleague.delete(`/views/${id}`).refused('view.not_yours');
  await lead.post('/views', draft('Of the lead', { sharedWith: 'team', teamId: team.id })).status(201);
  await agent.patch(`/views/${id}`, { sharedWith: 'nobody' });
  expect(await names(colleague)).not.toContain('Of the team');
});

test('shared with everybody by a lead only; requesters see none of it', async () => {
  await agent.post('/views', draft('x', { sharedWith: 'all' })).refused('view.not_for_all');
  await lead.post('/views', draft('For all', { sharedWith: 'all' })).status(201);
  expect(await names(stranger)).toContain('For all');
  expect(await names(user)).toEqual([]);
});

test('anybody opens their list with a view they see; it is theirs alone, and goes with the view', async () => {
  const shared = (await views(agent)).find((v) => v.name === 'For all');
  const mine = (await views(agent)).find((v) => v.name === 'Private');
  await agent.post(`/views/${shared?.id}/default`);
  await agent.post(`/views/${mine?.id}/default`);
  expect((await views(agent)).filter((v) => v.isDefault).map((v) => v.name)).toEqual(['Private']);
  expect((await views(colleague)).some((v) => v.isDefault)).toBe(false);
  await colleague.post(`/views/${mine?.id}/default`).status(404);
  await agent.delete(`/views/${mine?.id}`);
  expect((await views(agent)).some((v) => v.isDefault)).toBe(false);
  await agent.post(`/views/${shared?.id}/default`);
  await agent.delete(`/views/${shared?.id}/default`);
  expect((await views(agent)).some((v) => v.isDefault)).toBe(false);
});
