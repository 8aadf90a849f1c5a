import { expect, test } from 'vitest';
import { served } from './testing/served.ts';

const house = await served();
const desk = await house.someone('Li Na', ['service-desk-agent']);
const lead = await house.someone('Chen Jie', ['service-desk-lead']);
const user = await house.someone('Sun Li', []);
const other = await house.someone('Zhou Wei', []);

type Answer = {
  items: { number: string; distance: number; end: boolean }[];
  edges: { from: string; to: string; kind: string }[];
  milestones: { toState: string; actor: { name: string } | null }[];
  hidden: number;
};
const chainOf = async (who: typeof desk, number: string) =>
  (await who.get(`/incidents/${number}/chain`)) as unknown as Answer;
const report = (title: string, by: typeof desk, fields = {}) =>
  by.post('/incidents', { title, channel: 'phone', ...fields });
const link = (from: { number: string }, kind: string, to: { number: string }) =>
  desk.post(`/incidents/${from.number}/links`, { kind, to: to.number });

test('from any record of a story all of it is found, along every link both ways, in time order', async () => {
  const first = await report('Mail is slow', desk, {
    requesterId: user.id,
    occurredAt: '2026-03-01T08:00:00Z',
  });
  const second = await report('Disk is full', desk, {
    requesterId: user.id,
    occurredAt: '2026-02-27T08:00:00Z',
  });
  const third = await report('Archive job runs for ever', desk, {
    requesterId: user.id,
    occurredAt: '2026-02-20T08:00:00Z',
  });
  await report('Not part of it', desk, { requesterId: user.id });
  await link(first, 'caused_by', second);
  await link(second, 'caused_by', third);
  for (const [from, distances] of [
    [first, [2, 1, 0]],
    [second, [1, 0, 1]],
    [third, [0, 1, 2]],
  ] as const) {
    const { items, edges, hidden } = await chainOf(lead, from.number);
    expect(items.map((item) => item.number)).toEqual([third.number, second.number, first.number]);
    expect(items.map((item) => item.distance)).toEqual(distances);
    expect(edges.map((edge) => edge.kind)).toEqual(['caused_by', 'caused_by']);
    expect(hidden).toBe(0);
  }
});

test('a circle of links comes to an end', async () => {
  const [a, b] = [
    await report('A', desk, { requesterId: user.id }),
    await report('B', desk, { requesterId: user.id }),
  ];
  await link(a, 'caused_by', b);
  await link(b, 'caused_by', a);
  expect((await chainOf(desk, a.number)).items).toHaveLength(2);
});

test('who may not see a record of it learns only that there is one, and neither number nor what lies behind it', async () => {
  const mine = await report('My report', desk, { requesterId: user.id });
  const theirs = await report('Of somebody else', desk, { requesterId: other.id });
  const behind = await report('Behind it', desk, { requesterId: user.id });
  await link(mine, 'caused_by', theirs);
  await link(theirs, 'caused_by', behind);
  const seen = await chainOf(user, mine.number);
  expect(seen.items.map((item) => item.number)).toEqual([mine.number]);
  expect(seen.hidden).toBe(1);
  expect(JSON.stringify(seen)).not.toContain(theirs.number);
  expect(seen.milestones.every((one) => one.actor === null)).toBe(true);
  await other.get(`/incidents/${mine.number}/chain`).status(404);
});

test('a parent and its parts are one story', async () => {
  const parent = await report('Everything is down', desk, { requesterId: user.id });
  const part = await report('Mail is down', desk, { requesterId: user.id });
  await link(part, 'child_of', parent);
  const { items } = await chainOf(desk, part.number);
  expect(items.map((item) => item.number).toSorted()).toEqual([parent.number, part.number].toSorted());
});
