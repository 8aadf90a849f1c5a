import { beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { served, type Client } from '../../app/testing/served.ts';

const house = await served();
let lead: Client;
let agent: Client;
let user: Client;
type Answer = { title: string; text: string; language: string; missing: string[] };

const answers = async (number: string, query = '') =>
  (await agent.get(`/incidents/${number}/answers${query}`)) as unknown as {
    language: string;
    items: Answer[];
  };

beforeAll(async () => {
  lead = await house.someone('Lea Lead', ['service-desk-lead']);
  agent = await house.someone('Ming', ['service-desk-agent']);
  user = await house.someone('Uma User', ['user'], { language: 'zh-CN' });
});

test('an unknown placeholder is refused when it is saved, with those that there are', async () => {
  const draft = { title: 'Hello', bodyEn: 'Dear {{requester.nam}}, {{ record.number }}' };
  await lead.post('/answer-templates', draft).refused('template.unknown_placeholder', 'bodyEn');
  await lead.post('/answer-templates', { title: 'Empty' }).refused('template.no_body', 'bodyEn');
  const made = await lead.post('/answer-templates', { title: 'Fine', bodyEn: 'Dear {{requester.name}}' });
  await lead
    .patch(`/answer-templates/${made.number}`, { bodyZh: '{{whatever}}' })
    .refused('template.unknown_placeholder', 'bodyZh');
  await lead
    .patch(`/answer-templates/${made.number}`, { bodyEn: null })
    .refused('template.no_body', 'bodyEn');
  await lead.post(`/answer-templates/${made.number}/transitions/deactivate`);
});

test('it comes in the requester’s language with the record’s own words; what is missing stays and is told', async () => {
  const service = await house.create('service', system(), { title: 'Printing' });
  await lead.post('/answer-templates', {
    title: 'Received',
    recordType: 'incident',
    bodyEn: 'Dear {{requester.name}}, {{record.number}} “{{record.title}}” of {{service.title}}. {{me.name}}',
    bodyZh: '{{requester.name}}您好，{{ record.number }}已收到。{{owner.name}}',
  });
  const made = await agent.post('/incidents', {
    title: 'Paper <b>jam</b> {{me.name}}',
    channel: 'phone',
    requesterId: user.id,
    serviceId: service.id,
  });
  const own = await answers(made.number);
  expect(own.language).toBe('zh-CN');
  expect(own.items[0]).toMatchObject({
    language: 'zh-CN',
    text: `Uma User您好，${made.number}已收到。{{owner.name}}`,
    missing: ['owner.name'],
  });
  const english = await answers(made.number, '?language=en');
  // What a record holds is put in as it is, and never read for placeholders again.
  expect(english.items[0]?.text).toBe(
    `Dear Uma User, ${made.number} “Paper <b>jam</b> {{me.name}}” of Printing. Ming`,
  );
});

test('only those of the record’s type, category and team, or of one’s own teams, are offered', async () => {
  const category = await house.create('category', system(), { title: 'Network' });
  const [mine, other] = await Promise.all(
    ['Mine', 'Other'].map((title) =>
      house.create('team', system(), { title, memberIds: title === 'Mine' ? [agent.id] : [] }),
    ),
  );
  const body = { bodyEn: 'x' };
  await lead.post('/answer-templates', { title: 'Service only', recordType: 'service', ...body });
  await lead.post('/answer-templates', { title: 'Network only', categoryId: category.id, ...body });
  await lead.post('/answer-templates', { title: 'My team', teamId: mine?.id, ...body });
  await lead.post('/answer-templates', { title: 'Other team', teamId: other?.id, ...body });
  const plain = await agent.post('/incidents', { title: 'x', channel: 'phone', requesterId: user.id });
  const titles = async (number: string) => (await answers(number)).items.map((a) => a.title);
  const seen = await titles(plain.number);
  expect(seen).toContain('Received');
  for (const no of ['Service only', 'Network only', 'Other team', 'Fine']) expect(seen).not.toContain(no);
  expect(seen).toContain('My team');
  const network = await agent.post('/incidents', {
    title: 'x',
    channel: 'phone',
    requesterId: user.id,
    categoryId: category.id,
  });
  expect((await titles(network.number))[0]).toBe('Network only');
});

test('who answers keeps their own and their team’s; a requester sees none', async () => {
  const leads = await lead.post('/answer-templates', { title: 'Of the lead', bodyEn: 'x' });
  await agent
    .patch(`/answer-templates/${leads.number}`, { title: 'Mine now' })
    .refused('problem.not_your_role');
  const own = await agent.post('/answer-templates', { title: 'Of the agent', bodyEn: 'x' });
  await agent.patch(`/answer-templates/${own.number}`, { title: 'Better' });
  const made = await user.post('/incidents', { title: 'Broken' });
  await user.get(`/incidents/${made.number}/answers`).refused('problem.not_your_role');
  await user.get(`/answer-templates/${own.number}`).status(404);
});
