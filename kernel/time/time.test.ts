import { beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { forgetActors } from '../directory/actor.store.ts';
import { served, type Client } from '../../app/testing/served.ts';

const house = await served();
let agent: Client;
let engineer: Client;
let lead: Client;
let admin: Client;
let user: Client;
let incident: { number: string; id: string };
let service: { id: string };
type Entry = {
  id: string;
  minutes: number;
  costCents: number | null;
  currency: string | null;
  date: string;
  cancels: string | null;
  cancelled: boolean;
};
type Total = {
  key: string;
  title: string;
  minutes: number;
  billableMinutes: number;
  costCents: number | null;
  currency: string;
};

const path = () => `/incidents/${incident.number}/time`;
const booked = async (who: Client = agent) =>
  (await who.get(path())) as unknown as { items: Entry[]; timer: { number: string } | null };
const work = (more: object = {}) => ({ minutes: 30, date: '2026-03-02', activity: 'analysis', ...more });
const book = async (who: Client, more: object = {}) =>
  (await who.post(path(), work(more))) as unknown as Entry;
const totals = async (query: string) =>
  ((await lead.get(`/time-totals?from=2026-01-01&to=2026-12-31&${query}`)) as unknown as { items: Total[] })
    .items;

beforeAll(async () => {
  admin = await house.someone('Ada', ['administrator']);
  agent = await house.someone('Ming', ['service-desk-agent']);
  engineer = await house.someone('Egon', ['engineer']);
  lead = await house.someone('Lea', ['service-desk-lead']);
  user = await house.someone('Uma', ['user']);
  const team = await house.create('team', system(), { title: 'Network', memberIds: [engineer.id] });
  forgetActors(house.house);
  service = await house.create('service', system(), { title: 'VPN' });
  incident = await house.create('incident', system(), {
    title: 'Slow',
    channel: 'phone',
    requesterId: user.id,
    serviceId: service.id,
  });
  const rate = (title: string, more: object) =>
    admin.post('/time-rates', { title, currency: 'CNY', validFrom: '2026-01-01', ...more });
  await rate('Everybody', { hourlyCents: 6000 });
  await rate('Agents until February', {
    hourlyCents: 9000,
    role: 'service-desk-agent',
    validTo: '2026-02-28',
  });
  await rate('Agents from March', {
    hourlyCents: 10_000,
    role: 'service-desk-agent',
    validFrom: '2026-03-01',
  });
  await rate('Network', { hourlyCents: 20_000, teamId: team['id'] });
});

test('the cost follows the rate of team, then role, then everybody, valid on the day of the work', async () => {
  expect(await book(agent, { minutes: 45 })).toMatchObject({
    costCents: 7500,
    currency: 'CNY',
    date: '2026-03-02',
  });
  expect(await book(agent, { minutes: 20, date: '2026-02-27' })).toMatchObject({ costCents: 3000 });
  expect(await book(lead, { minutes: 1 })).toMatchObject({ costCents: 100 });
  expect(await book(lead, { minutes: 10, date: '2025-12-31' })).toMatchObject({
    costCents: null,
    currency: null,
  });
});

test('an hourly rate ends and is followed by another; its price does not change under what was booked', async () => {
  const made = await admin.post('/time-rates', {
    title: 'x',
    hourlyCents: 1,
    currency: 'EUR',
    validFrom: '2030-01-01',
  });
  await admin
    .patch(`/time-rates/${made.number}`, { hourlyCents: 2 })
    .refused('problem.unknown_field', 'hourlyCents');
  await admin
    .patch(`/time-rates/${made.number}`, { validTo: '2029-01-01' })
    .refused('problem.dates_reversed', 'validTo');
  await agent
    .post('/time-rates', { title: 'x', hourlyCents: 1, currency: 'EUR', validFrom: '2030-01-01' })
    .refused('problem.not_your_role');
});

test('a booking is taken back by its opposite, once, with a reason; sums need no rule', async () => {
  const entry = await book(agent, { minutes: 60, note: 'Wrong record' });
  const back = `${path()}/${entry.id}/cancel`;
  await agent.post(back, {}).refused('problem.required', 'reason');
  expect(await agent.post(back, { reason: 'Wrong record' })).toMatchObject({
    minutes: -60,
    costCents: -10_000,
    cancels: entry.id,
  });
  await agent.post(back, { reason: 'Again' }).refused('time.cancelled_already');
  const { items } = await booked();
  expect(items.find((i) => i.id === entry.id)).toMatchObject({ cancelled: true });
  const opposite = items.find((i) => i.cancels === entry.id);
  await agent.post(`${path()}/${opposite?.id}/cancel`, { reason: 'Back' }).status(404);
});

test('each is in the trail, which staff read; a requester sees neither time nor cost', async () => {
  const { items } = (await agent.get(`/incidents/${incident.number}/events`)) as unknown as {
    items: { action: string }[];
  };
  expect(items.map((i) => i.action)).toEqual(expect.arrayContaining(['book_time', 'cancel_time']));
  await user.get(path()).refused('problem.not_your_role');
  await user.post(path(), work()).refused('problem.not_your_role');
  await user.get('/time-totals?from=2026-01-01&to=2026-12-31').refused('problem.not_your_role');
  const seen = (await user.get(`/incidents/${incident.number}/events`)) as unknown as {
    items: { action: string }[];
  };
  expect(seen.items.map((i) => i.action)).not.toContain('book_time');
});

test('what cannot be is refused: the future, more than a day, another’s work, the database’s hand', async () => {
  await agent.post(path(), work({ date: '2026-03-09' })).refused('time.in_future', 'date');
  await agent.post(path(), work({ minutes: 0 })).refused('problem.field', 'minutes');
  await agent.post(path(), work({ activity: 'sleeping' })).refused('problem.field', 'activity');
  await agent.post(path(), work({ personId: engineer.id })).refused('time.not_for_others');
  await lead.post(path(), work({ personId: incident.id })).refused('problem.no_such_reference', 'personId');
  expect(await book(lead, { personId: engineer.id, minutes: 1439, date: '2026-02-01' })).toMatchObject({
    costCents: 479_667,
  });
  await lead
    .post(path(), work({ personId: engineer.id, minutes: 2, date: '2026-02-01' }))
    .refused('time.day_full', 'minutes');
  const both = await Promise.all(
    [1, 2].map(() =>
      house.app.inject({
        method: 'POST',
        url: `/api/v1${path()}`,
        headers: { authorization: `Bearer ${lead.token}` },
        payload: work({ personId: engineer.id, minutes: 1, date: '2026-02-01' }),
      }),
    ),
  );
  expect(both.map((r) => r.statusCode).toSorted((a, b) => a - b)).toEqual([201, 422]);
  await expect(house.house.pool.query('update servanda.time_entry set minutes = 1')).rejects.toThrow();
});

test('one timer per person; stopped, it books whole minutes on the day it began where the person is', async () => {
  house.at('2026-03-03T10:00:00Z');
  await agent.post(`/incidents/${incident.number}/timer`).status(201);
  await agent.post(`/incidents/${incident.number}/timer`).refused('time.timer_running');
  expect((await booked()).timer).toMatchObject({ number: incident.number });
  house.at('2026-03-03T10:12:10Z');
  expect(await agent.post('/me/timer/stop', { activity: 'solution', billable: true })).toMatchObject({
    minutes: 13,
    date: '2026-03-03',
    billable: true,
  });
  await agent.post('/me/timer/stop', { activity: 'solution' }).refused('time.no_timer');
  await agent.post(`/incidents/${incident.number}/timer`);
  house.at('2026-03-05T10:12:10Z');
  await agent.post('/me/timer/stop', { activity: 'solution' }).refused('time.ran_too_long');
  expect(await agent.delete('/me/timer')).toMatchObject({ ended: true });
});

test('totals by record, service, person and activity, with an export; only over what one may see', async () => {
  const byRecord = await totals('by=record');
  const { items } = await booked();
  const inYear = items.filter((i) => i.date.startsWith('2026'));
  const sum = (list: Entry[]) => list.reduce((n, i) => n + i.minutes, 0);
  expect(byRecord.reduce((n, t) => n + t.minutes, 0)).toBe(sum(inYear));
  expect(byRecord[0]).toMatchObject({ number: incident.number, currency: 'CNY' });
  expect((await totals('by=service'))[0]).toMatchObject({ title: 'VPN' });
  const people = await totals('by=person');
  expect(people.find((t) => t.title === 'Ming')).toMatchObject({
    minutes: 78,
    billableMinutes: 13,
    costCents: 12_667,
  });
  expect((await totals('by=activity')).map((t) => t.key)).toEqual(['analysis', 'solution']);
  // Who leads nobody sees their own sums alone.
  const own = (await engineer.get('/time-totals?from=2026-01-01&to=2026-12-31&by=person')) as unknown as {
    items: Total[];
  };
  expect(own.items.map((t) => t.title)).toEqual(['Egon']);
  await lead.get('/time-totals?from=2026-02-01&to=2026-01-01').refused('problem.dates_reversed', 'to');
  const response = await house.app.inject({
    url: '/api/v1/time-totals?from=2026-01-01&to=2026-12-31&by=person&format=csv',
    headers: { authorization: `Bearer ${lead.token}` },
  });
  expect(response.body).toContain('Ming,');
  expect(response.body).toContain('126.67,CNY');
});
