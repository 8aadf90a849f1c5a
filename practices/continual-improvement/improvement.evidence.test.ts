import { expect, test } from 'vitest';
import { turnedBy, turnsAlone } from '../../kernel/testing/evidence.ts';
import { improvementHouse } from './improvement.fixture.ts';

/* One defect in an improvement that was measured as it should be: exactly its requirement turns, and turns back. */
const at = await improvementHouse();
const { id } = await at.measured();

test.each([
  ['10.2-b', 'improvement.decided', 'decision_reason', ' '],
  ['10.2-c', 'improvement.described', 'description', null],
  ['10.2-d', 'improvement.targeted', 'baseline_n', null],
  ['10.2-e', 'improvement.carried_out', 'plan', null],
])('%s: %s', (requirement, key, column, value) =>
  turnsAlone(at.house, at.owner, [requirement, key], { table: 'improvement', id, column }, value),
);

test('10.2-f: a result that nobody reports, and 10.2-e: a plan whose day passes', async () => {
  at.at('2026-03-02T01:00:00Z');
  await at.planned();
  at.at('2026-07-02T01:00:00Z');
  const turned = await turnedBy(at.house, async () => at.at('2026-09-05T01:00:00Z'));
  expect(turned.filter(({ requirement }) => requirement === '10.2-f')).toMatchObject([
    { checks: [{ key: 'improvement.measured', faults: 1, found: [id] }] },
  ]);
});
