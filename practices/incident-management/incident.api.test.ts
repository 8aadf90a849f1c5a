import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';

const house = await served();
const { owner } = house;
const agent = await house.someone('Li Na', ['service-desk-agent']);
const user = await house.someone('Sun Li', []);
const stranger = await house.someone('Zhou Min', []);
await house.join('Desk', [agent]);
const alarm = { source: 'zabbix', ci: 'DB-01', symptom: 'Disk full on /var' };

test('a monitoring event opens an incident, the same one again is counted there', async () => {
  const first = await agent.post('/incidents/events', alarm);
  const again = await agent.post('/incidents/events', { ...alarm, symptom: 'disk full  on /var' });
  expect(again.number).toBe(first.number);
  expect(again).toMatchObject({ repeatCount: 1, channel: 'monitoring' });
});

test('an event without its item is refused by field', async () => {
  await agent.post('/incidents/events', { source: 'zabbix', symptom: 'x' }).refused('problem.required', 'ci');
});

test('a user sees similar incidents only among their own, and no escalation path', async () => {
  const mine = await user.post('/incidents', { title: 'Mail is slow today' });
  await agent.post('/incidents', { title: 'Mail is slow today', channel: 'phone', requesterId: agent.id });
  expect(await user.get(`/incidents/${mine.number}/similar`)).toEqual({ items: [] });
  expect(
    ((await agent.get(`/incidents/${mine.number}/similar`)) as unknown as { items: object[] }).items,
  ).toHaveLength(1);
  await user.get(`/incidents/${mine.number}/escalation-path`).refused('problem.not_your_role');
});

test('the escalation path names the teams above and who must be told', async () => {
  const { number } = await agent.post('/incidents', {
    title: 'No mail',
    channel: 'phone',
    requesterId: user.id,
  });
  const path = (await agent.get(`/incidents/${number}/escalation-path`)) as unknown as {
    functional: object[];
    hierarchic: { role: string }[];
  };
  expect(path.functional).toEqual([]);
  expect(path.hierarchic.map((h) => h.role)).toEqual(['incident-manager', 'service-owner', 'top-management']);
});

test('a priority override through the API waits for another person', async () => {
  const { number } = await agent.post('/incidents', {
    title: 'Slow',
    channel: 'phone',
    requesterId: user.id,
    impact: 3,
    urgency: 3,
  });
  await agent
    .post(`/incidents/${number}/transitions/override_priority`, { priorityOverride: 1 })
    .refused('problem.required', 'reason');
  expect(
    await agent.post(`/incidents/${number}/transitions/override_priority`, {
      priorityOverride: 1,
      reason: 'Board',
    }),
  ).toMatchObject({ priority: 3 });
  const { rows } = await owner.query(
    `select p.id from pending_act p join record r on r.id = p.record_id where r.number = $1`,
    [number],
  );
  await agent
    .post(`/incidents/${number}/pending/${rows[0].id}/confirm`)
    .refused('problem.second_person_is_first');
});

test('search finds in one record type as in all of them, and only what is one’s own', async () => {
  const { number } = await user.post('/incidents', { title: 'Quetzal printer is jammed' });
  for (const where of ['', '&type=incident']) {
    for (const [who, found] of [
      [user, [number]],
      [agent, [number]],
      [stranger, []],
    ] as const) {
      const page = (await who.get(`/search?q=quetzal${where}`)) as unknown as { items: { number: string }[] };
      expect(page.items.map((item) => item.number)).toEqual(found);
    }
  }
});
