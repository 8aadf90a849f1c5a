import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { applyEventRules } from '../kernel/event-rule/apply-rules.ts';
import { follow } from '../kernel/trail/follow.ts';
import { givenUpAfter, startDelivering } from '../kernel/webhook/deliver.ts';
import { queueForWebhooks } from '../kernel/webhook/follow-trail.ts';
import { sealWith } from '../platform/config/sealed.ts';
import { createLog } from '../platform/log/log.ts';
import { served, type Client } from './testing/served.ts';
import { words } from './words.ts';
import { soon } from '../platform/testing/soon.ts';

sealWith('a secret of at least thirty-two characters');
const log = createLog({ level: 'silent', production: true });
const house = await served();
const admin = await house.someone('Ada', ['administrator']);
const desk = await house.someone('Ann Agent', ['service-desk-agent']);
const user = await house.someone('Sun Li', []);

type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
const received: Received[] = [];
/** What the receiver answers, by path; 200 where nothing is said. */
const answers = new Map<string, number>();
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    const path = request.url ?? '';
    received.push({ path, headers: request.headers, body });
    response.statusCode = answers.get(path) ?? 200;
    if (response.statusCode === 302) response.setHeader('location', '/elsewhere');
    response.end(response.statusCode === 200 ? 'ok' : 'no thanks');
  });
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
const at = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;

const followers = [queueForWebhooks, applyEventRules].map((each) =>
  follow(house.house, each, { log, everyMs: 5 }),
);
const given = { words, publicUrl: 'https://desk.example.org', log, everyMs: 5 };
const delivering = startDelivering(house.house, { ...given, allowed: ['127.0.0.0/8'] });
await vi.waitFor(async () => {
  const { rowCount } = await house.owner.query(
    `select from trail_cursor where subscriber in ('webhooks', 'event-rules')`,
  );
  if (rowCount !== 2) throw new Error('the follower has not begun');
}, soon);
afterAll(async () => {
  await Promise.all([...followers, delivering].map((each) => each.close()));
  receiver.close();
});

const hook = (path: string, fields: object = {}, who: Client = admin) =>
  who.post('/webhooks', { title: `Hook ${path}`, url: at(path), ...fields });
const report = (title: string) => desk.post('/incidents', { title, channel: 'phone', requesterId: user.id });
const to = (path: string) => received.filter((each) => each.path === path);
type Delivery = {
  id: string;
  state: string;
  tries: number;
  status: number | null;
  reason: string | null;
  replayOf: string | null;
};
const logOf = async (made: { number: string }) =>
  ((await admin.get(`/webhooks/${made.number}/deliveries`)) as unknown as { items: Delivery[] }).items;
const does = (made: { number: string }, action: string) =>
  admin.post(`/webhooks/${made.number}/transitions/${action}`);
const ping = (made: { number: string }) => admin.post(`/webhooks/${made.number}/test`);

test('what happens to the chosen records is posted once, signed so that the receiver can verify it', async () => {
  const made = await hook('/json', { recordTypes: ['incident'] });
  const incident = await report('The printer is broken');
  await vi.waitFor(() => expect(to('/json')).toHaveLength(1), soon);
  const [{ headers, body }] = to('/json') as [Received];
  expect(JSON.parse(body)).toMatchObject({
    type: 'incident.create',
    by: 'Ann Agent',
    record: {
      number: incident.number,
      title: 'The printer is broken',
      url: `https://desk.example.org/incidents/${incident.number}`,
    },
  });
  const { secret } = (await admin.post(`/webhooks/${made.number}/secret`)) as unknown as { secret: string };
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  );
  await vi.waitFor(
    async () => expect(await logOf(made)).toMatchObject([{ state: 'delivered', status: 200, tries: 1 }]),
    soon,
  );

  await does(made, 'renew_secret');
  const renewed = (await admin.post(`/webhooks/${made.number}/secret`)) as unknown as { secret: string };
  expect(renewed.secret).not.toBe(secret);
  await does(made, 'retire');
});

test('only the chosen actions are told, and a chat gets a line in its language', async () => {
  const made = await hook('/chat', {
    recordTypes: ['incident'],
    actions: ['resolve'],
    form: 'wecom',
    language: 'zh-CN',
  });
  const incident = await report('打印机坏了');
  await ping(made);
  await vi.waitFor(() => expect(to('/chat')).toHaveLength(1), soon);
  const { text } = JSON.parse(to('/chat')[0]?.body ?? '') as { text: { content: string } };
  expect(text.content).toContain('这是一条测试消息');
  expect(await logOf(made)).toHaveLength(1);
  expect(received.some(({ path, body }) => path === '/chat' && body.includes(incident.number))).toBe(false);
  await does(made, 'retire');
});

test('a rule on events calls one receiver, which is told by which rule; a paused one is refused and noted', async () => {
  const made = await hook('/ruled');
  const trigger = { type: 'incident', on: 'created' };
  const steps = [{ do: 'call', webhook: made.id }];
  const conditions = [{ field: 'title', op: 'contains', value: 'payment' }];
  const asRule = (input: object) => admin.post('/event-rules', { title: 'Tell the shop', trigger, conditions, ...input });
  await asRule({ steps: [{ do: 'call', webhook: admin.id }] }).refused('event_rule.no_such_webhook', 'steps');
  await asRule({ steps: [{ do: 'call', webhook: '' }] }).status(422);
  const rule = await asRule({ steps });
  await admin.does(rule, 'activate');
  const [fits] = [await report('The payment page is slow'), await report('The door is stuck')];
  await vi.waitFor(() => expect(to('/ruled')).toHaveLength(1), soon);
  expect(JSON.parse(to('/ruled')[0]?.body ?? '')).toMatchObject({
    type: 'incident.create',
    rule: rule.number,
    record: { number: fits.number },
  });
  await does(made, 'pause');
  await report('The payment page is down');
  const runs = async () =>
    ((await admin.get(`/event-rules/${rule.number}/runs`)) as unknown as { items: object[] }).items;
  await vi.waitFor(async () => expect(await runs()).toMatchObject([{ outcome: 'refused' }, { outcome: 'done' }]), soon);
  expect(to('/ruled')).toHaveLength(1);
  await admin.does(rule, 'retire');
}); // prettier-ignore

test('what is not taken is tried again later and later, and can be sent again by hand', async () => {
  answers.set('/later', 503);
  const made = await hook('/later');
  await ping(made);
  await vi.waitFor(
    async () =>
      expect(await logOf(made)).toMatchObject([
        { state: 'queued', tries: 1, status: 503, reason: 'no thanks' },
      ]),
    soon,
  );
  answers.delete('/later');
  house.at(new Date(house.house.now() + 11_000).toISOString());
  await vi.waitFor(
    async () => expect(await logOf(made)).toMatchObject([{ state: 'delivered', tries: 2 }]),
    soon,
  );
  const [first, second] = to('/later');
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);

  const [sent] = await logOf(made);
  await admin.post(`/webhooks/${made.number}/deliveries/${sent?.id}/replay`);
  await vi.waitFor(
    async () => expect((await logOf(made))[0]).toMatchObject({ state: 'delivered', replayOf: sent?.id }),
    soon,
  );
  expect(to('/later')).toHaveLength(3);
});

test('a receiver that takes nothing for half a day is switched off and its administrators are told', async () => {
  answers.set('/dead', 500);
  const made = await hook('/dead');
  for (let i = 0; i < 2; i += 1) await ping(made);
  const begun = house.house.now();
  await vi.waitFor(
    async () => {
      house.at(new Date(house.house.now() + 3_600_000).toISOString());
      expect(await admin.get(`/webhooks/${made.number}`)).toMatchObject({ state: 'disabled' });
    },
    { timeout: 20_000, interval: 60 },
  );
  expect(house.house.now() - begun).toBeGreaterThanOrEqual(givenUpAfter.ms);
  const { rows } = await house.owner.query(
    `select person_id from notification where kind = 'webhook.disabled' and record_id = $1`,
    [made.id],
  );
  expect(rows).toContainEqual({ person_id: admin.id });

  answers.delete('/dead');
  await does(made, 'activate');
  await ping(made);
  await vi.waitFor(async () => expect((await logOf(made))[0]).toMatchObject({ state: 'delivered' }), soon);
});

test('410 switches a receiver off at once; a redirection is not followed', async () => {
  answers.set('/gone', 410).set('/moved', 302);
  const [gone, moved] = [await hook('/gone'), await hook('/moved')];
  await ping(gone);
  await ping(moved);
  await vi.waitFor(
    async () => expect(await admin.get(`/webhooks/${gone.number}`)).toMatchObject({ state: 'disabled' }),
    soon,
  );
  await vi.waitFor(
    async () => expect(await logOf(moved)).toMatchObject([{ state: 'queued', status: 302 }]),
    soon,
  );
  expect(to('/elsewhere')).toHaveLength(0);
});

test('no address inside the network is reached unless it was allowed, by whatever name or spelling', async () => {
  await delivering.close();
  const strict = startDelivering(house.house, { ...given, allowed: [] });
  const { port } = receiver.address() as AddressInfo;
  const before = received.length;
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f000001', '169.254.169.254']) {
    const made = await admin.post('/webhooks', { title: host, url: `http://${host}:${port}/inside` });
    await ping(made);
    await vi.waitFor(
      async () =>
        expect(await logOf(made), host).toMatchObject([
          { status: null, reason: expect.stringContaining('private network') as string },
        ]),
      soon,
    );
  }
  expect(received).toHaveLength(before);
  await strict.close();
});

test('only administrators see and set up webhooks, and bad input names its field', async () => {
  await hook('/x', {}, desk).status(403);
  const made = await hook('/y');
  for (const path of ['', '/deliveries']) await desk.get(`/webhooks/${made.number}${path}`).status(404);
  await desk.post(`/webhooks/${made.number}/secret`).status(404);
  await admin
    .post('/webhooks', { title: 'x', url: 'ftp://example.org' })
    .refused('webhook.not_an_address', 'url');
  await admin
    .post('/webhooks', { title: 'x', url: 'https://me:hush@example.org' })
    .refused('webhook.no_sign_in', 'url');
  await hook('/z', { recordTypes: ['unicorn'] }).refused('webhook.no_such_type', 'recordTypes');
  await hook('/z', { recordTypes: ['incident'], actions: ['fly'] }).refused(
    'webhook.no_such_action',
    'actions',
  );
  await admin.post(`/webhooks/${made.number}/deliveries/not-an-id/replay`).status(404);
});
