import { expect, test } from 'vitest';
import { arranged } from '../kernel/ways/ways.ts';
import { changeHouse } from '../practices/change-management/change.fixture.ts';

const { request, submitted, requester, manager, auditor, user, at } = await changeHouse();
type Answer = {
  by: string;
  n: number;
  kinds: {
    value: string;
    n: number;
    alike: number;
    ways: { states: string[]; n: number; examples: string[] }[];
  }[];
};
const period = 'from=2026-03-01&to=2026-04-01';

test('8.1: the same thing handled otherwise is seen, each way with its records', async () => {
  at('2026-03-02T01:00:00Z');
  const [one, two, other] = [await request(), await request(), await submitted()];
  for (const change of [one, two, other])
    await requester.does(change, 'withdraw', { reason: 'Not needed any more' });
  const found = (await auditor.get(`/ways?type=change&by=category&${period}`)) as unknown as Answer;
  expect(found).toMatchObject({ by: 'category', n: 3 });
  expect(found.kinds).toMatchObject([
    {
      value: 'significant',
      n: 3,
      alike: 2,
      ways: [
        { states: ['draft', 'cancelled'], n: 2, share: 2 / 3 },
        { states: ['draft', 'submitted', 'cancelled'], n: 1, examples: [other.number] },
      ],
    },
  ]);
  expect(new Set(found.kinds[0]?.ways[0]?.examples)).toEqual(new Set([one.number, two.number]));
  // What ended in another period is not looked at, nor what the reader may not see.
  expect(await manager.get('/ways?type=change&from=2026-04-01&to=2026-05-01')).toMatchObject({
    n: 0,
    kinds: [],
  });
  expect(await user.get(`/ways?type=change&${period}`)).toMatchObject({ n: 0 });
});

test('what is asked wrongly is named', async () => {
  await auditor.get(`/ways?type=cloud&${period}`).refused('problem.one_of', 'type');
  await auditor.get(`/ways?type=change&by=title&${period}`).refused('problem.one_of', 'by');
  await auditor
    .get('/ways?type=change&from=2026-04-01&to=2026-03-01')
    .refused('problem.dates_reversed', 'to');
  await auditor
    .get('/ways?type=change&from=yesterday&to=2026-03-01')
    .refused('problem.range', 'filter[period]');
});

test('kinds with the most records off the usual way come first, and rare ways are only counted', () => {
  const row = (value: string, state: string, n: number) => ({ value, states: ['new', state], n, medianMs: 1, examples: [] });
  const rare = Array.from({ length: 30 }, (_, i) => row('b', `s${i}`, 1));
  const { kinds, capped } = arranged([row('a', 'closed', 90), row('a', 'cancelled', 5), ...rare]);
  expect(kinds.map(({ value, alike, more }) => [value, alike, more])).toEqual([['b', 1, 5], ['a', 90, 0]]);
  expect(capped).toBe(false);
}); // prettier-ignore
