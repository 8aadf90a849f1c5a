import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { keepAssessmentsWhole } from './assessment.making.ts';
import { readinessHouse } from './readiness.fixture.ts';

const { house, manager, user, owned, create } = await readinessHouse();
type Stage = { key: string; state: string; parts: { key: string; have: number | null; want: number }[] };
const board = async () => (await manager.get('/readiness/journey'))['items'] as Stage[];
const part = (stages: readonly Stage[], key: string) =>
  stages.flatMap(({ parts }) => parts).find((one) => one.key === key);

test('the board says how far each stage is, and holds certification back until all before it is done', async () => {
  await create('organisation', system(), { title: 'Acme', kind: 'own_unit' });
  await keepAssessmentsWhole.run(house);
  const before = await board();
  expect(before.map(({ key }) => key)).toEqual(['gap', 'build', 'run', 'audit', 'certificate']);
  expect(part(before, 'rated')).toMatchObject({ have: 0, want: 261 });
  expect(before.at(-1)?.state).toBe('held_back');
  const record = await owned('5.1-a');
  await manager.does(record, 'assess', { gapStatus: 'fulfilled' });
  const after = await board();
  expect(part(after, 'rated')).toMatchObject({ have: 1 });
  expect(after[0]?.state).toBe('going');
  expect(part(after, 'internal_audit')).toMatchObject({ have: 0, want: 1 });
  await user.get('/readiness/journey').refused('evidence.inside_only');
}); // prettier-ignore
