import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { testHouse } from '../testing/house.ts';
import { begin, create as createIn } from './act.ts';
import { fillNumberGaps, markNumbers } from './number-gaps.ts';

const { house, owner, create } = await testHouse();
const software = system();
const numberOf = async (title: string) => (await create('team', software, { title })).number;
const lost = (title: string) =>
  begin(house, async (work) => {
    await createIn(work, 'team', software, { title });
    throw new Error('changed my mind');
  }).catch(() => undefined);

/** Transactions of other tests count too; they end in a moment. */
async function fill(mark: Awaited<ReturnType<typeof markNumbers>>): Promise<number> {
  for (;;) {
    const found = await fillNumberGaps(house, mark);
    if (found !== undefined) return found;
    await sleep(20);
  }
}

test('a number lost by a rollback is found, and the next record has it', async () => {
  expect(await numberOf('One')).toBe('TEAM-000001');
  await lost('Never');
  expect(await numberOf('Two')).toBe('TEAM-000003');
  expect(await fill(await markNumbers(house))).toBe(1);
  expect(await numberOf('Three')).toBe('TEAM-000002');
  expect(await numberOf('Four')).toBe('TEAM-000004');
  expect(await fill(await markNumbers(house))).toBe(0);
});

test('a number in the hands of a creator who is still at work is not given to another', async () => {
  let mark: Awaited<ReturnType<typeof markNumbers>> | undefined;
  await begin(house, async (work) => {
    await createIn(work, 'team', software, { title: 'Slow' });
    mark = await markNumbers(house);
    expect(await fillNumberGaps(house, mark)).toBeUndefined();
  });
  if (mark) expect(await fill(mark)).toBe(0);
});

test('finders and creators at once give no number twice and lose none', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, i) => lost(`Lost ${i}`)));
  const mark = await markNumbers(house);
  await Promise.all([
    ...Array.from({ length: 30 }, (_, i) => numberOf(`Busy ${i}`)),
    ...Array.from({ length: 10 }, (_, i) => lost(`Gone ${i}`)),
    fill(mark),
    fill(mark),
  ]);
  await fill(await markNumbers(house));
  const { rows } = await owner.query(
    `select count(*) as records, (select count(*) from number_gap) as gaps, (select last_value from number_team) as last from record where type = 'team'`,
  );
  expect(rows[0].records + rows[0].gaps).toBe(rows[0].last);
});
