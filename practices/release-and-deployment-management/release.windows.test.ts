import { expect, test } from 'vitest';
import { releaseHouse } from './release.fixture.ts';

const house = await releaseHouse();
const { manager, developer, user, service, change, planned } = house;
const march = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const schedule = async (more = '') =>
  ((await manager.get(`/changes/schedule?${march}${more}`)) as unknown as { releases: { number: string }[] })
    .releases;

test('a release stands in the schedule beside the changes, with its window and what it is about', async () => {
  const release = await planned();
  expect(await schedule()).toMatchObject([
    { number: release.number, from: '2026-03-08T01:00:00.000Z', to: '2026-03-08T05:00:00.000Z', subjectIds: [service.id] },
  ]);
  expect(await schedule(`&service=${service.id}`)).toHaveLength(1);
  expect(await schedule(`&service=${release.id}`)).toEqual([]);
  await manager.does(release, 'cancel', { reason: 'Not this year' });
  expect(await schedule()).toEqual([]);
}); // prettier-ignore

test('a calendar program reads it too', async () => {
  const release = await planned({ title: 'Mail store 9.3' });
  const { path } = (await manager.post('/changes/schedule/feed')) as unknown as { path: string };
  const file = await house.app.inject({ method: 'GET', url: path });
  expect(file.body).toContain(`SUMMARY:${release.number} Mail store 9.3`);
  await manager.does(release, 'cancel', { reason: 'Not this year' });
});

test('a change says which releases carry it, a release which changes', async () => {
  const carried = await change('approved');
  const release = await planned({ changeIds: [carried.id] });
  expect(await developer.get(`/changes/${carried.number}/releases`)).toMatchObject({
    items: [{ number: release.number, state: 'planned', kind: 'minor', plannedStartAt: '2026-03-08T01:00:00.000Z' }],
  });
  expect(await developer.get(`/releases/${release.number}/changes`)).toMatchObject({
    items: [{ number: carried.number, state: 'approved', category: 'significant' }],
  });
  expect(await developer.get(`/changes/${(await change('approved')).number}/releases`)).toEqual({ items: [] });
  await user.get(`/releases/${release.number}/changes`).refused('problem.not_found');
  await developer.get('/changes/CHG-999999/releases').refused('problem.not_found');
  await manager.does(release, 'cancel', { reason: 'Not this year' });
}); // prettier-ignore

test('a change in the window of a release that does not carry it collides with it; the one it carries does not', async () => {
  const carried = await change('approved');
  const release = await planned({ changeIds: [carried.id] });
  const window = { plannedStartAt: '2026-03-08T02:00:00Z', plannedEndAt: '2026-03-08T03:00:00Z' };
  const other = await developer.post('/changes', { title: 'Another one', category: 'significant', subjectIds: [service.id], ...window });
  type Outlook = { collisions: { kind: string; number: string; relation: string }[] };
  const outlook = async (one: { number: string }) => ((await developer.get(`/changes/${one.number}/outlook`)) as unknown as Outlook).collisions.filter(({ kind }) => kind === 'release');
  expect(await outlook(other)).toMatchObject([{ number: release.number, relation: 'same' }]);
  await house.owner.query('update change set planned_start_at = $2, planned_end_at = $3 where id = $1', [carried.id, window.plannedStartAt, window.plannedEndAt]);
  expect(await outlook(carried)).toEqual([]);
}); // prettier-ignore
