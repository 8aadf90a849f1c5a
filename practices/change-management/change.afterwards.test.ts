import { expect, test } from 'vitest';
import type { Afterwards } from './change.afterwards.ts';
import { changeHouse, type Row } from './change.fixture.ts';

const { implemented, started, someone, service, dependent, manager, user, at } = await changeHouse();
const agent = await someone('Sun Mei', ['service-desk-agent']);
const incidentOn = async (serviceId: string, when: string) => {
  at(when);
  return agent.post('/incidents', { title: 'Mail is slow', channel: 'phone', symptom: 'Slow', requesterId: agent.id, serviceId });
}; // prettier-ignore
const read = async (change: Row, who = manager) =>
  ((await who.get(`/changes/${change.number}/afterwards`)) as unknown as { afterwards: Afterwards | null }).afterwards; // prettier-ignore

test('8.5.1.3: a review sees the incidents on what was touched, before and after the end, day by day', async () => {
  for (const when of ['2026-02-20T01:00:00Z', '2026-03-07T01:00:00Z']) await incidentOn(service.id, when);
  const change = await implemented();
  const ended = Date.parse(String((await manager.get(`/changes/${change.number}`))['endedAt']));
  await incidentOn(dependent.id, new Date(ended + 36 * 3_600_000).toISOString());
  at(new Date(ended + 3 * 86_400_000 + 1000).toISOString());
  const found = await read(change);
  expect(found).toMatchObject({ before: 1, after: 1, daysAfter: 3 });
  expect(found?.days).toHaveLength(28);
  expect(found?.days.filter(({ n }) => n > 0).map(({ day }) => day)).toEqual([-2, 1]);
  await user.get(`/changes/${change.number}/afterwards`).refused('problem.not_your_role');
});

test('before it has ended there is nothing to compare', async () => {
  expect(await read(await started())).toBeNull();
});
