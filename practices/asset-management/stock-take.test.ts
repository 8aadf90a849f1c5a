import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';

const house = await served();
const manager = await house.someone('Qian Lin', ['asset-manager']);
const engineer = await house.someone('Zhang Wei', ['engineer']);
const auditor = await house.someone('Zhao Lei', ['internal-auditor']);

let made = 0;
const pc = (location: string, more: object = {}) =>
  manager.post('/assets', {
    title: 'PC', kind: 'hardware', entryState: 'in_use', tag: `PC-${(made += 1)}`, ownerId: manager.id, costCentre: 'CC', location, ...more,
  }); // prettier-ignore
const take = (scopeLocation: string) =>
  manager.post('/stock-takes', { title: `Count ${scopeLocation}`, ownerId: manager.id, scopeLocation });
type Lines = { items: { id: string; assetId: string | null; tag: string; result: string }[] };
const lines = async (one: { number: string }, only = 'all') =>
  ((await manager.get(`/stock-takes/${one.number}/lines?only=${only}`)) as unknown as Lines).items;
const count = (one: { number: string }, code: unknown, more: object = {}) =>
  engineer.post(`/stock-takes/${one.number}/counts`, { code, ...more });

test('what is expected is frozen when the counting begins, and nothing is counted before', async () => {
  const empty = await take('Nowhere');
  await manager.does(empty, 'start').refused('stock_take.nothing_in_scope');
  const first = await pc('A / 1');
  await pc('A / 2');
  await pc('AB');
  const one = await take('a');
  await count(one, first['tag']).refused('problem.wrong_state');
  expect(await manager.does(one, 'start')).toMatchObject({ state: 'counting', expectedCount: 2 });
  await pc('A / 3');
  expect(await lines(one)).toHaveLength(2);
  await manager.patch(`/stock-takes/${one.number}`, { scopeLocation: 'B' }).refused('problem.wrong_state');
  await expect(house.house.pool.query(`update stock_take_line set expected = false`)).rejects.toThrow(
    'permission denied',
  );
});

test('found, elsewhere, unexpected and unknown labels are told apart, and counting twice counts once', async () => {
  const [here, moved, gone] = [await pc('B / 1'), await pc('B / 2'), await pc('B / 3')];
  const foreign = await pc('C / 1');
  const one = await take('B');
  await manager.does(one, 'start');
  expect(await count(one, `https://x.example/assets/${here.number}`, { location: 'B' })).toMatchObject({ line: { result: 'found' } });
  await count(one, here['tag']);
  expect(await count(one, moved['tag'], { location: 'B / 9' })).toMatchObject({ line: { result: 'elsewhere' } });
  expect(await count(one, foreign['tag'])).toMatchObject({ line: { result: 'unexpected', assetId: foreign.id } });
  await count(one, 'WHAT-1');
  await count(one, 'what-1');
  await count(one, '').refused('problem.required', 'code');
  expect(await engineer.does(one, 'finish_counting')).toMatchObject({
    state: 'reconciling', expectedCount: 3, foundCount: 1, elsewhereCount: 1, missingCount: 1, unexpectedCount: 2, openDifferences: 4,
  });
  expect(await manager.get(`/assets/${gone.number}`)).toMatchObject({ countResult: 'missing' });
  expect(await manager.get(`/assets/${here.number}`)).toMatchObject({ countResult: 'found' });
}); // prettier-ignore

test('a stock-take closes only when every difference has a decision with a reason, and the decisions correct the register', async () => {
  const [here, moved, gone] = [await pc('D / 1'), await pc('D / 2'), await pc('D / 3')];
  const one = await take('D');
  await manager.does(one, 'start');
  await count(one, here['tag']);
  await count(one, moved['tag'], { location: 'D / 7' });
  await count(one, 'NEW-1');
  await engineer.does(one, 'finish_counting');
  await manager.does(one, 'close', { conclusion: 'All well' }).refused('stock_take.open_differences');
  const find = async (result: string) => (await lines(one, result))[0]?.id;
  const [elsewhere, missing, unexpected] = [await find('elsewhere'), await find('missing'), await find('unexpected')];
  const reason = 'Asked in the office';
  await manager.does(one, 'resolve', { lineId: elsewhere, decision: 'register_corrected' }).refused('problem.required', 'reason');
  await manager.does(one, 'resolve', { lineId: elsewhere, decision: 'lost', reason }).refused('stock_take.decision_does_not_fit', 'decision');
  await engineer.does(one, 'resolve', { lineId: elsewhere, decision: 'moved_back', reason }).refused('problem.not_your_role');
  await manager.does(one, 'resolve', { lineId: elsewhere, decision: 'register_corrected', reason });
  await manager.does(one, 'resolve', { lineId: elsewhere, decision: 'moved_back', reason }).refused('stock_take.decided_already', 'lineId');
  await manager.does(one, 'resolve', { lineId: missing, decision: 'lost', reason });
  await manager.does(one, 'resolve', { lineId: unexpected, decision: 'registered', reason }).refused('stock_take.not_registered', 'decision');
  await pc('D / 8', { tag: 'New-1' });
  await manager.does(one, 'resolve', { lineId: unexpected, decision: 'registered', reason });
  expect(await manager.get(`/assets/${moved.number}`)).toMatchObject({ location: 'D / 7' });
  expect(await manager.get(`/assets/${gone.number}`)).toMatchObject({ state: 'retired', retireCode: 'lost' });
  expect(await manager.does(one, 'close', { conclusion: 'Desks were moved in May.' })).toMatchObject({ state: 'closed', openDifferences: 0 });
  await count(one, here['tag']).refused('problem.wrong_state');
  // 1 found of 3 expected and 1 more that nobody expected.
  const now = house.house.now();
  const period = `from=${new Date(now - 1000).toISOString()}&to=${new Date(now + 1000).toISOString()}`;
  expect(await manager.get(`/measures?key=stock_take.inventory_match&${period}`)).toMatchObject({ items: [{ value: 25, n: 1 }] });
}); // prettier-ignore

test('counting goes on with a reason, and then nothing is missing yet', async () => {
  const one = await take('E');
  const late = await pc('E / 1');
  await manager.does(one, 'start');
  await engineer.does(one, 'finish_counting');
  await manager.does(one, 'count_again').refused('problem.required', 'reason');
  expect(await manager.does(one, 'count_again', { reason: 'A room was locked' })).toMatchObject({ state: 'counting', missingCount: 0, openDifferences: 0 });
  await count(one, late['tag']);
  expect(await engineer.does(one, 'finish_counting')).toMatchObject({ foundCount: 1, missingCount: 0, openDifferences: 0 });
}); // prettier-ignore

test('an auditor sees a stock-take and does not count', async () => {
  const one = await take('E');
  await manager.does(one, 'start');
  await auditor.get(`/stock-takes/${one.number}/lines`).status(200);
  await auditor.post(`/stock-takes/${one.number}/counts`, { code: 'PC-1' }).refused('problem.not_your_role');
});
