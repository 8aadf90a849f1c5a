import { expect, test } from 'vitest';
import { turnedBy, turnsAlone } from '../../kernel/testing/evidence.ts';
import { nonconformityHouse } from './nonconformity.fixture.ts';

/* One defect in a nonconformity that was closed as it should be: exactly its requirement turns, and turns back. */
const at = await nonconformityHouse();
const { id } = await at.closed();

test.each([
  ['10.1-a', 'nonconformity.contained', 'correction', ' '],
  ['10.1-b', 'nonconformity.cause_found', 'extent_check', null],
  ['10.1-d', 'nonconformity.effect_checked', 'checked_at', '2026-03-03T00:00:00Z'],
  ['10.1-e', 'nonconformity.complete', 'effectiveness_note', null],
])('%s: %s', (requirement, key, column, value) =>
  turnsAlone(at.house, at.owner, [requirement, key], { table: 'nonconformity', id, column }, value),
);

test('10.1-d: who carried it out turns out to have checked its effect', () =>
  turnsAlone(
    at.house, at.owner, ['10.1-d', 'nonconformity.effect_checked'], { table: 'nonconformity', id, column: 'checked_by_id' }, at.engineer.id,
  )); // prettier-ignore

test('10.1-c: a corrective action is let pass its day', async () => {
  const record = await at.contained();
  await at.doer.does(record, 'find_cause', at.cause);
  await at.act(record, { dueOn: '2026-04-10' });
  await at.doer.does(record, 'plan', { ...at.plan, dueOn: '2026-08-01' });
  const turned = await turnedBy(at.house, async () => at.at('2026-04-12T01:00:00Z'));
  expect(turned.filter(({ requirement }) => requirement.startsWith('10.1'))).toMatchObject([
    { requirement: '10.1-c', checks: [{ key: 'nonconformity.acted_on', faults: 1, found: [record.id] }] },
  ]);
});
