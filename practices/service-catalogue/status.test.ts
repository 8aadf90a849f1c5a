import { expect, test, vi } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { servers } from '../../app/practices.ts';
import { system } from '../../kernel/access/actor.ts';
import { statusBoard } from '../../kernel/practice/status.ts';
import type { Tail } from '../../kernel/trail/tail.ts';
import { followThePlan } from './maintenance-notice.jobs.ts';

const house = await served();
house.at('2026-11-20T08:00:00Z');
const admin = await house.someone('Ada', ['administrator']);
const user = await house.someone('Sun Li', []);
const whole = {
  description: 'Orders', outcome: 'Orders are taken', audience: 'All', criticality: 'high', dependsOnNothing: true,
}; // prettier-ignore
async function published(title: string) {
  const made = await house.create('service', system(), { ...whole, title, ownerId: admin.id });
  await house.act(made, 'approve', system());
  return house.act(made, 'publish', system());
}
const orders = await published('Orders');
const mail = await published('Mail');

type Span = { title: { en: string; 'zh-CN': string } | null; text: object | null };
type Status = {
  services: { id: string; title: string; state: string; history: { kind: string }[] }[];
  now: Span[];
  planned: Span[];
  past: Span[];
};
const status = async () => (await user.get('/status')) as unknown as Status;
const stateOf = async (id: string) => (await status()).services.find((s) => s.id === id)?.state;

test('planned work is announced, under way and done, by the clock alone', async () => {
  const notice = await admin.post('/maintenance-notices', {
    title: 'New disks', titleZh: '更换硬盘', textZh: '暂停下单', serviceIds: [orders.id],
    startsAt: '2026-11-20T20:00:00Z', endsAt: '2026-11-20T22:00:00Z',
  }); // prettier-ignore
  expect(await status()).toMatchObject({
    planned: [{ title: { en: 'New disks', 'zh-CN': '更换硬盘' }, text: { en: '暂停下单' } }],
    now: [],
  });
  expect(await stateOf(orders.id)).toBe('operational');
  house.at('2026-11-20T20:00:30Z');
  await followThePlan.run(house.house);
  expect(await admin.get(`/maintenance-notices/${notice.number}`)).toMatchObject({ state: 'active' });
  expect(await stateOf(orders.id)).toBe('planned');
  expect(await stateOf(mail.id)).toBe('operational');
  house.at('2026-11-20T22:00:30Z');
  await followThePlan.run(house.house);
  expect(await admin.get(`/maintenance-notices/${notice.number}`)).toMatchObject({ state: 'done' });
  expect(await status()).toMatchObject({ now: [], planned: [], past: [{ title: { en: 'New disks' } }] });
});

test('work that ends before it begins is refused by its field', async () => {
  await admin
    .post('/maintenance-notices', {
      title: 'x',
      startsAt: '2026-11-21T20:00:00Z',
      endsAt: '2026-11-21T19:00:00Z',
    })
    .refused('maintenance_notice.ends_before_start', 'endsAt');
  await user.post('/maintenance-notices', { title: 'x' }).refused('problem.not_your_role');
});

test('an announced incident disturbs its service and no other; an unannounced one nobody', async () => {
  const quiet = await house.create('incident', system(), { title: 'Secret name of a customer', channel: 'phone', requesterId: admin.id, serviceId: mail.id, impact: 3, urgency: 2 });
  expect(await stateOf(mail.id)).toBe('operational');
  await house.owner.query(
    `update incident set announced_at = now(), announcement = '{"en": "Mail is slow", "zh-CN": "邮件变慢"}' where id = $1`,
    [quiet.id],
  );
  expect(await stateOf(mail.id)).toBe('disturbed');
  expect(await stateOf(orders.id)).toBe('operational');
  const found = await status();
  expect(found.now).toMatchObject([{ text: { en: 'Mail is slow', 'zh-CN': '邮件变慢' } }]);
  expect(JSON.stringify(found)).not.toContain('Secret name');
  expect(found.services.find((s) => s.id === mail.id)?.history).toMatchObject([{ kind: 'disturbed', to: null }]);
}); // prettier-ignore

test('strangers read it only where an administrator made it public', async () => {
  const stranger = () => house.app.inject({ url: '/api/v1/status' });
  expect((await stranger()).statusCode).toBe(401);
  await user.patch('/status', { public: true }).refused('problem.not_your_role');
  await admin.patch('/status', { public: true });
  const answer = await stranger();
  expect(answer.statusCode).toBe(200);
  const again = await house.app.inject({
    url: '/api/v1/status',
    headers: { 'if-none-match': String(answer.headers['etag']) },
  });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe('');
  await admin.patch('/status', { public: false });
  expect((await stranger()).statusCode).toBe(401);
});

test('once it follows the trail it is answered from memory until something concerns it', async () => {
  let read = 0;
  const listeners: ((events: { recordType: string }[]) => void)[] = [];
  const tail = {
    listen: (listener: (typeof listeners)[number]) => (listeners.push(listener), () => {}),
  } as unknown as Tail;
  const source = { on: ['incident'], services: async () => ((read += 1), []) };
  const board = statusBoard(house.house, [source]);
  board.follow(tail);
  for (let i = 0; i < 1000; i += 1) await board.current();
  expect(read).toBe(1);
  listeners[0]?.([{ recordType: 'person' }]);
  await board.current();
  expect(read).toBe(1);
  listeners[0]?.([{ recordType: 'incident' }]);
  await board.current();
  await vi.waitFor(() => expect(read).toBe(2));
  expect(servers.filter((server) => server.status).length).toBeGreaterThan(1);
});
