import { beforeAll, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { isDue } from '../../kernel/proposal/learn.job.ts';
import { learnFrom } from '../../kernel/proposal/learn.ts';
import { incidentProposals } from './incident.proposals.ts';

const house = await served();
const agent = await house.someone('Li Na', ['service-desk-agent']);
const lead = await house.someone('Wang Wei', ['incident-manager']);
const user = await house.someone('Sun Li', ['user']);
const [network, desktop] = await Promise.all(
  ['Network', 'Desktop'].map((title) => lead.post('/categories', { title })),
);
const said = [
  ['VPN drops every hour', 'VPN 无法连接', 'Wifi is slow in the lobby'],
  ['Printer jams', '打印机卡纸', 'The screen stays black'],
];

type Answer = {
  items: {
    field: string;
    value: unknown;
    label: string;
    confidence: number;
    accuracy: { n: number; top1: number; baseline: number };
    reasons: string[];
  }[];
  similar: { number: string; words: string[]; score: number; title: string }[];
};
const proposals = async (client: typeof agent, body: object) =>
  (await client.post('/incidents/proposals', body)) as unknown as Answer;

beforeAll(async () => {
  for (let i = 0; i < 120; i += 1) {
    await agent.post('/incidents', {
      title: `${said[i % 2]?.[Math.floor(i / 2) % 3]} (${i})`, channel: 'phone', requesterId: user.id, impact: 3, urgency: 2,
      categoryId: (i % 2 ? desktop : network)?.id,
    }); // prettier-ignore
  }
  await learnFrom(house.house, incidentProposals);
});

test('a category is proposed with its confidence, its measured accuracy and its reasons', async () => {
  const { items } = await proposals(agent, { title: 'My VPN drops again', channel: 'phone' });
  const category = items.find((item) => item.field === 'categoryId');
  expect(category).toMatchObject({ value: network?.id, label: 'Network', accuracy: { n: 40 } });
  expect(category?.confidence).toBeGreaterThan(0.7);
  expect(category?.accuracy.top1).toBeGreaterThan(category?.accuracy.baseline ?? 1);
  expect(category?.reasons).toContain('vpn');
});

test('in Chinese too', async () => {
  const { items } = await proposals(agent, { title: '三楼的打印机又卡纸了' });
  expect(items[0]).toMatchObject({ field: 'categoryId', label: 'Desktop' });
  expect(items[0]?.reasons).toContain('打印');
});

test('what is no better than always naming the most frequent one is not proposed, and nothing without a word', async () => {
  const { items } = await proposals(agent, { title: 'My VPN drops again' });
  expect(items.map((item) => item.field)).not.toContain('priority');
  expect((await proposals(agent, { channel: 'phone' })).items).toEqual([]);
});

test('what is no longer in use is not proposed', async () => {
  const old = await lead.post('/categories', { title: 'Fax' });
  for (let i = 0; i < 60; i += 1)
    await agent.post('/incidents', { title: `Fax is engaged ${i}`, channel: 'phone', requesterId: user.id, categoryId: old.id }); // prettier-ignore
  await learnFrom(house.house, incidentProposals);
  const fax = { title: 'The fax is engaged' };
  expect((await proposals(agent, fax)).items[0]?.label).toBe('Fax');
  await lead.does(old, 'deactivate');
  expect((await proposals(agent, fax)).items.map((item) => item.label)).not.toContain('Fax');
});

test('similar ones come with the words they share, and only what one may see', async () => {
  const { similar } = await proposals(agent, { title: 'Wifi in the lobby' });
  expect(similar[0]?.title).toMatch(/^Wifi is slow in the lobby/);
  expect(similar[0]?.words).toEqual(expect.arrayContaining(['wifi', 'lobby']));
  await user.post('/incidents/proposals', { title: 'Wifi in the lobby' }).refused('problem.not_your_role');
});

test('of an existing record its own values count, and it is not similar to itself', async () => {
  const made = await agent.post('/incidents', { title: 'Printer jams in room 7', channel: 'phone', requesterId: user.id }); // prettier-ignore
  const { items, similar } = await proposals(agent, { number: made.number });
  expect(items[0]).toMatchObject({ field: 'categoryId', label: 'Desktop' });
  expect(similar.map((s) => s.number)).not.toContain(made.number);
  await agent.post('/incidents/proposals', { number: 'INC-999999' }).status(404);
});

test('what became of a proposal is counted, and nothing else changes', async () => {
  const made = await agent.post('/incidents', { title: 'VPN drops', channel: 'phone', requesterId: user.id, categoryId: network?.id }); // prettier-ignore
  const shown = { field: 'categoryId', value: network?.id, confidence: 0.9, taken: true };
  await agent.post(`/incidents/${made.number}/proposals/outcome`, { items: [shown] }).status(200);
  await agent
    .post(`/incidents/${made.number}/proposals/outcome`, { items: [{ ...shown, taken: false }] })
    .status(200);
  await user
    .post(`/incidents/${made.number}/proposals/outcome`, { items: [shown] })
    .refused('problem.not_your_role');
  const models = (await agent.get('/proposal-models')) as unknown as {
    items: { targets: { target: string; offered: boolean; inUse: object }[] }[];
    mayLearn: boolean;
  };
  expect(models.mayLearn).toBe(false);
  expect(models.items[0]?.targets).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        target: 'categoryId',
        offered: true,
        inUse: { shown: 1, taken: 0, ended: 0, right: 0 },
      }),
      expect.objectContaining({ target: 'priority', offered: false }),
    ]),
  );
  expect(await agent.get(`/incidents/${made.number}`)).toMatchObject({ version: 1 });
});

test('learning again is asked for by those who may, and is then due', async () => {
  house.at('2026-03-02T05:00:00Z');
  expect(await isDue(house.house, 'incident')).toBe(false);
  await agent.post('/proposal-models/incident/learn').refused('problem.not_your_role');
  await lead.post('/proposal-models/person/learn').status(404);
  await lead.post('/proposal-models/incident/learn').status(202);
  expect(await isDue(house.house, 'incident')).toBe(true);
  await learnFrom(house.house, incidentProposals);
  expect(await isDue(house.house, 'incident')).toBe(false);
});

test('at night it learns when anything is new', async () => {
  house.at('2026-03-04T02:30:00Z');
  expect(await isDue(house.house, 'incident')).toBe(false);
  await agent.post('/incidents', { title: 'Something new', channel: 'phone', requesterId: user.id });
  expect(await isDue(house.house, 'incident')).toBe(true);
  expect(await isDue(house.house, 'incident', true)).toBe(true);
});
