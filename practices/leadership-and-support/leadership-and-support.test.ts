import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

const at = await served();
const boss = await at.someone('Ma Jun', ['top-management']);
const manager = await at.someone('Chen Jie', ['sms-manager']);
const owner = await at.someone('Zhang Wei', ['service-owner']);
const user = await at.someone('Sun Li', [], { kind: 'user' });
const service = await at.create('service', system(), { title: 'E-mail' });
at.at('2026-03-02T01:00:00Z');

type Support = {
  panels: {
    key: string;
    lines: { key: string; kind: string; n: number; records: string }[];
    figures: { key: string; n: number; value: number | null }[];
  }[];
};
const support = async (who = manager) => (await who.get('/support')) as unknown as Support;
const lineOf = async (panel: string, key: string) =>
  (await support()).panels.find((one) => one.key === panel)?.lines.find((line) => line.key === key);
type Leadership = {
  items: { key: string; state: string; latest: string | null; acts: { number: string; byTop: boolean }[] }[];
};
const leadership = async () => (await manager.get('/leadership')) as unknown as Leadership;
const item = async (key: string) => (await leadership()).items.find((one) => one.key === key);

const need = (title: string) =>
  owner.post('/resource-needs', {
    title,
    year: 2026,
    resourceClass: 'people',
    need: 2,
    available: 1,
    unit: 'x',
    serviceId: service.id,
    ownerId: owner.id,
  });

test('clause 7 has five panels, and each figure opens exactly its records', async () => {
  const { panels } = await support();
  expect(panels.map(({ key }) => key)).toEqual(['resources', 'competence', 'awareness', 'communication', 'documents']);
  const one = await need('Second line');
  await need('Third line');
  await boss.does(one, 'decide', { decision: 'provide', reason: 'Too thin', dueOn: '2026-03-10' });
  expect(await lineOf('resources', 'undecided')).toMatchObject({ kind: 'missing', n: 1 });
  expect(await lineOf('resources', 'provide_soon')).toMatchObject({ kind: 'due', n: 1 });
  at.at('2026-03-11T01:00:00Z');
  expect(await lineOf('resources', 'provide_soon')).toMatchObject({ n: 0 });
  expect(await lineOf('resources', 'provide_overdue')).toMatchObject({ n: 1 });
  for (const { lines } of (await support()).panels)
    for (const { n, records } of lines) {
      const { items } = (await manager.get(`/${records}`)) as unknown as { items: object[] };
      expect([records, items.length]).toEqual([records, n]);
    }
  at.at('2026-03-02T01:00:00Z');
}); // prettier-ignore

test('nothing counted is no figure, and what was counted has its n', async () => {
  const figures = (await support()).panels.flatMap((panel) => panel.figures);
  expect(figures.find(({ key }) => key === 'resource_need.decided')).toMatchObject({ n: 2, value: 50 });
  expect(figures.find(({ key }) => key === 'benefit_case.realised')).toMatchObject({ n: 0, value: null });
});

test('5.1: six matters; only what top management did itself counts, and within a year', async () => {
  expect((await leadership()).items).toHaveLength(6);
  expect(await item('resources')).toMatchObject({ state: 'fresh', latest: '2026-03-02', acts: [{ byTop: true }] });
  expect(await item('improvement')).toMatchObject({ state: 'none', acts: [] });
  const draft = await manager.post('/awareness-campaigns', { title: 'Policy', topics: ['policy'], textEn: 'Why', audience: 'everybody' });
  await at.owner.query(`update record set state = 'running' where id = $1`, [draft.id]);
  await at.owner.query(`update awareness_campaign set started_on = '2026-03-01' where id = $1`, [draft.id]);
  expect(await item('communication')).toMatchObject({ state: 'none', latest: null, acts: [{ number: draft.number, byTop: false }] });
  at.at('2027-03-10T01:00:00Z');
  expect(await item('resources')).toMatchObject({ state: 'old' });
  at.at('2026-03-02T01:00:00Z');
}); // prettier-ignore

test('they are for who works inside', async () => {
  await user.get('/support').status(403);
  await user.get('/leadership').status(403);
});
