import { expect, test } from 'vitest';
import { tickRecord } from '../../kernel/clock/tick.ts';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { turnedBy, type Turned } from '../../kernel/testing/evidence.ts';
import { trailSettled } from '../../kernel/testing/settled.ts';
import { hour, serviceDesk } from './incident.fixture.ts';

const desk = await serviceDesk();
const { house, owner, act, resolved, started } = desk;
const ids = (turned: readonly Turned[]) => turned.map((t) => t.requirement);
const evaluated = async () => {
  await trailSettled(house);
  return evaluateEvidence(house);
};
const statusOf = async (requirement: string) =>
  (await evaluated()).find((a) => a.requirement === requirement);

test('nothing happened yet: no occurrence, never “met”, and criteria that are set are met', async () => {
  expect(await statusOf('8.6.1-a')).toMatchObject({ status: 'none', n: 0 });
  expect(await statusOf('8.6.1-g')).toMatchObject({ status: 'met' });
});

test('work as it should be done answers its requirements', async () => {
  await act(await resolved(), 'close', desk.user);
  await resolved();
  for (const requirement of ['8.6.1-a', '8.6.1-b', '8.6.1-d', '8.6.1-e', '8.6.1-f'])
    expect(await statusOf(requirement), requirement).toMatchObject({ status: 'met', faults: 0 });
});

test.each([
  ['8.6.1-a', 'incident.classified', 'category_id', null],
  ['8.6.1-b', 'incident.prioritised', 'urgency', null],
  ['8.6.1-d', 'incident.solution', 'resolution', ' '],
])(
  '%s turns by one incident that lacks what %s demands, names it, and turns back',
  async (requirement, key, column, value) => {
    const { id } = await resolved();
    const { rows } = await owner.query<Record<string, unknown>>(
      `select ${column} as kept from incident where id = $1`,
      [id],
    );
    const set = (to: unknown) => owner.query(`update incident set ${column} = $2 where id = $1`, [id, to]);
    const turned = await turnedBy(house, () => set(value), { whole: true });
    expect(ids(turned)).toEqual([requirement]);
    expect(turned[0]).toMatchObject({ from: 'met', to: 'partly' });
    expect(turned[0]?.checks).toMatchObject([{ key, faults: 1, found: [id] }]);
    const back = await turnedBy(house, () => set(rows[0]?.['kept']), { whole: true });
    expect(back).toMatchObject([{ requirement, from: 'partly', to: 'met' }]);
  },
);

test('8.6.1-c turns when a promise is broken and nobody is called, and back when somebody is', async () => {
  desk.promise('resolution', 2, hour);
  desk.at('2026-03-03T01:00:00Z');
  const late = await started();
  const turned = await turnedBy(house, async () => {
    desk.at('2026-03-03T09:00:00Z');
    await tickRecord(house, { id: late.id, type: 'incident' });
  });
  expect(ids(turned)).toEqual(['8.6.1-c']);
  expect(turned[0]?.checks).toMatchObject([{ key: 'incident.escalated', faults: 1, found: [late.id] }]);
  const back = await turnedBy(house, () => act(late, 'escalate', desk.software, { reason: 'missed' }));
  expect(back).toMatchObject([{ requirement: '8.6.1-c', to: 'met' }]);
});

test('what is counted by the day equals what is counted from nothing', async () => {
  const byDay = await evaluated();
  expect(await evaluateEvidence(house, { whole: true })).toEqual(byDay);
});

test('a query that fails makes its requirement one that cannot be evaluated, and no other', async () => {
  // No practice of documents in this house: the check of 8.6.1-h asks for records that are not there.
  expect(await statusOf('8.6.1-h')).toMatchObject({ status: 'failed' });
  expect((await evaluated()).filter((a) => a.status === 'failed')).toHaveLength(1);
});
