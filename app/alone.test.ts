import { expect, test } from 'vitest';
import { system } from '../kernel/access/actor.ts';
import { changeSetting } from '../kernel/practice/change-setting.ts';
import { profile } from '../kernel/practice/settings.ts';
import { begin } from '../kernel/record/act.ts';
import { served } from './testing/served.ts';

const { house, someone, join } = await served();
const lead = await someone('Lin', ['service-desk-lead']);
const colleague = await someone('Ming', ['service-desk-lead']);
const user = await someone('Ursula', []);
const admin = await someone('Ada', ['administrator', 'service-level-manager', 'incident-manager']);
await join('Desk', [lead, colleague]);
const asked = { priorityOverride: 1, reason: 'The whole branch is closed' };

type Events = { items: { action: string; detail: Record<string, unknown> | null }[] };
const eventsOf = async (number: string) =>
  ((await lead.get(`/incidents/${number}/events`)) as unknown as Events).items;

const service = await admin.post('/services', { title: 'E-mail' });
const category = await admin.post('/categories', { title: 'Mailbox' });

async function triaged() {
  const incident = await lead.post('/incidents', {
    title: 'No mail',
    channel: 'phone',
    symptom: 'x',
    requesterId: user.id,
  });
  return lead.does(incident, 'triage', {
    serviceId: service.id,
    categoryId: category.id,
    impact: 4,
    urgency: 3,
  });
}

test('S6 in profile M: what was asked for waits until a second person confirms it', async () => {
  const incident = await triaged();
  const waiting = (await lead.does(incident, 'override_priority', asked).status(202)) as unknown as {
    pending: { id: string };
  };
  const path = `/incidents/${incident.number}/pending/${waiting.pending.id}/confirm`;
  await lead.post(path).refused('problem.second_person_is_first');
  expect(await colleague.post(path)).toMatchObject({ priority: 1 });
  const [confirmed] = await eventsOf(incident.number);
  expect(confirmed).toMatchObject({
    action: 'override_priority',
    detail: { secondPerson: { requestedBy: lead.id } },
  });
  expect(confirmed?.detail).not.toHaveProperty('sodException');
});

test('what could not be done anyway is refused at once, and does not wait for a second person', async () => {
  const incident = await triaged();
  await lead
    .does(incident, 'override_priority', { reason: 'Forgot which' })
    .refused('problem.required', 'priorityOverride');
  expect(await lead.get(`/incidents/${incident.number}`)).toMatchObject({ pending: [] });
});

test('S6 in profile S: one person may do it alone, and the trail records the exception', async () => {
  await begin(house, (work) => changeSetting(work, system(), profile, 'S'));
  const incident = await triaged();
  expect(await lead.does(incident, 'override_priority', asked)).toMatchObject({ priority: 1 });
  const [alone, before] = await eventsOf(incident.number);
  expect(alone).toMatchObject({ action: 'override_priority', detail: { sodException: 'S6' } });
  expect(before?.detail ?? {}).not.toHaveProperty('sodException');
});

test('and management sees each exception, with who did it and why; nobody else is shown the list', async () => {
  const boss = await someone('Tan', ['top-management']);
  const action = await admin.post('/action-items', { title: 'Second line', ownerId: lead.id, dueOn: '2027-01-01' });
  await lead.does(action, 'finish', { result: 'Installed.' });
  await lead.does(action, 'verify', { verification: 'It rings.' });
  const { items } = (await boss.get('/sod-exceptions')) as unknown as { items: object[] };
  expect(items).toMatchObject([
    { number: action.number, action: 'verify', by: 'Lin' },
    { type: 'incident', action: 'override_priority', by: 'Lin', reason: asked.reason },
  ]);
  await lead.get('/sod-exceptions').refused('problem.not_your_role');
  await user.get('/sod-exceptions').refused('problem.not_your_role');
}); // prettier-ignore
