import { afterAll, expect, test, vi } from 'vitest';
import { system } from '../kernel/access/actor.ts';
import { sendDigests } from '../kernel/notification/digest.ts';
import { startMailing } from '../kernel/notification/mailing.ts';
import { notify } from '../kernel/notification/notify.ts';
import { noticeSubscriber } from '../kernel/notification/told.ts';
import { begin } from '../kernel/record/act.ts';
import { follow } from '../kernel/trail/follow.ts';
import { createLog } from '../platform/log/log.ts';
import { servers } from './practices.ts';
import { served } from './testing/served.ts';
import { inbox, type Inbox } from './testing/smtp.ts';
import { words } from './words.ts';
import { soon } from '../platform/testing/soon.ts';

const log = createLog({ level: 'silent', production: true });
const publicUrl = 'https://desk.example.org';
const hostile = '<script>alert("x")</script> & "Umlaut ä" 打印机';

const house = await served();
const mailbox: { now: Inbox } = { now: await inbox() };
const url = mailbox.now.url;
const smtp = { url, from: 'Service desk <desk@example.org>' };
house.at('2026-03-02T01:00:00Z');

const software = system();
await house.create('organisation', software, { title: 'Harbour & Sons', kind: 'own_unit' });
const admin = await house.someone('Ada Admin', ['administrator'], { email: 'ada@example.org' });
const agent = await house.someone('Ann Agent', ['service-desk-agent'], { email: 'ann@example.org' });
const lead = await house.someone('Leo Lead', ['service-desk-lead'], {
  email: 'leo@example.org',
  zone: 'America/New_York',
});
const user = await house.someone('孙丽', [], {
  email: 'sunli@example.org',
  kind: 'user',
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
});
const english = await house.someone('Uma User', [], { email: 'uma@example.org', kind: 'user' });
const team = await house.join('Service desk', [agent, lead], { leadId: lead.id });
const category = await house.create('category', software, { title: 'Printing' });
const service = await house.create('service', software, { title: 'Printing' });
await begin(house.house, async (work) => {
  for (const server of servers)
    await server.setUp?.(work, software, { zone: 'Asia/Shanghai', language: 'en' });
});

let mailing = await startMailing(house.house, { smtp, publicUrl, words, log, everyMs: 20 });
const follower = follow(house.house, noticeSubscriber(servers.flatMap((s) => s.notices ?? [])), {
  log,
  everyMs: 20,
});
// A follower that is new begins at what is committed from now on.
await vi.waitFor(async () => {
  const { rowCount } = await house.owner.query(`select 1 from trail_cursor where subscriber = 'notices'`);
  if (rowCount !== 1) throw new Error('the follower has not begun');
}, soon);
afterAll(async () => {
  await follower.close();
  await mailing.close();
  await mailbox.now.stop();
});

const mailTo = (address: string, subject: RegExp) =>
  vi.waitFor(() => {
    const found = mailbox.now.of(address).filter((mail) => subject.test(mail.subject ?? ''));
    expect(found, mailbox.now.mails.map((m) => m.subject).join('\n')).toHaveLength(1);
    const [mail] = found;
    if (!mail) throw new Error('no mail');
    return mail;
  }, soon);
const report = (requesterId: string, title: string) =>
  agent.post('/incidents', {
    title,
    symptom: 'It does not print.',
    channel: 'phone',
    requesterId,
    serviceId: service.id,
    categoryId: category.id,
    impact: 2,
    urgency: 1,
  });
/** Everything that is written and due has been handled. */
const settled = async () => {
  await vi.waitFor(async () => {
    const { rows } = await house.owner.query<{ n: string }>(
      `select count(*) as n from trail_event e, trail_cursor c where c.subscriber = 'notices' and (e.txid, e.seq) > (c.txid, c.seq)`,
    );
    expect(Number(rows[0]?.n)).toBe(0);
  }, soon);
};

test('a requester is mailed in their language, with number and promised times, as HTML and as text', async () => {
  const chinese = await report(user.id, hostile);
  const uma = await report(english.id, 'The printer is broken');
  const zh = await mailTo('sunli@example.org', /已收到/);
  const en = await mailTo('uma@example.org', /We have received/);

  expect(zh.subject).toContain(chinese.number);
  expect(zh.text).toContain('响应期限');
  expect(zh.html).toContain('lang="zh-CN"');
  expect(en.subject).toBe(`[${uma.number}] We have received your report: The printer is broken`);
  expect(en.text).toContain(`Open ${uma.number}: ${publicUrl}/portal/records/${uma.number}`);
  expect(en.text).toContain('Response due: ');
  expect(en.text).toContain('because you want to hear of “Your report was received” at once');
  expect(en.html).toContain('Harbour &amp; Sons');
  expect(en.html).toContain(`href="${publicUrl}/portal/records/${uma.number}"`);
  expect(en.from?.value[0]).toEqual({ name: 'Service desk', address: 'desk@example.org' });
  expect(en.headers.get('auto-submitted')).toBe('auto-generated');
  expect(en.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
});

test('a hostile title is shown and does nothing: escaped in HTML, one line in the header', async () => {
  const record = await report(user.id, 'Harmless');
  await mailTo('sunli@example.org', /Harmless/);
  // No form lets a line break into a title; whoever writes into the database itself must not write headers either.
  await house.owner.query('update record set title = $2 where id = $1', [
    record.id,
    `${hostile} $t(mail.name) {{number}}\r\nBcc: victim@example.org\r\n\r\n<b>body</b>`,
  ]);
  await agent.does(record, 'comment', { comment: '<img src=x onerror=alert(1)>\nsecond line', public: true });
  const mail = await mailTo('sunli@example.org', /新留言/);
  expect(mail.subject).toContain(
    '<script>alert("x")</script> & "Umlaut ä" 打印机 $t(mail.name) {{number}} Bcc: victim',
  );
  expect(mail.bcc).toBeUndefined();
  expect(mailbox.now.of('victim@example.org')).toEqual([]);
  expect(mail.html).not.toMatch(/<script|<img|<b>/);
  expect(mail.html).toContain('&lt;script&gt;');
  expect(mail.html).toMatch(/&lt;img src=x onerror=alert\(1\)&gt;<br \/>second line/);
  expect(mail.text).toContain('> second line');
});

test('an internal comment reaches no requester, and nobody is told what they did themselves', async () => {
  const record = await report(english.id, 'Quiet');
  await mailTo('uma@example.org', /received your report: Quiet/);
  await agent.does(record, 'triage');
  await agent.does(record, 'comment', { comment: 'The user broke it', public: false });
  await agent.does(record, 'assign', { teamId: team.id, ownerId: agent.id, comment: 'internal words' });
  await settled();
  const { items } = (await agent.get('/me/notifications')) as unknown as { items: { kind: string }[] };
  expect(items.filter(({ kind }) => kind === 'incident.assigned')).toEqual([]);
  const told = (await english.get('/me/notifications')) as unknown as { items: { kind: string }[] };
  expect(told.items.map(({ kind }) => kind)).not.toContain('incident.commented');
  expect(
    mailbox.now.of('uma@example.org').some((mail) => /broke it|internal words/.test(mail.text ?? '')),
  ).toBe(false);
});

test('the way to an answer: assigned, waiting, answered, resolved, reopened; the bell counts and is read', async () => {
  const record = await report(english.id, 'Long way');
  await agent.does(record, 'triage');
  await agent.does(record, 'assign', { teamId: team.id, ownerId: lead.id });
  await mailTo('leo@example.org', /Assigned to you: Long way/);
  await lead.does(record, 'start');
  await lead.does(record, 'await_customer', {
    pendingReason: 'information',
    reason: 'Which printer?',
    comment: 'Which printer is it?',
  });
  const waiting = await mailTo('uma@example.org', /We need your answer: Long way/);
  expect(waiting.text).toContain('Leo Lead:\n> Which printer is it?');
  await english.does(record, 'comment', { comment: 'The blue one', public: true });
  await vi.waitFor(async () => {
    const { items } = (await lead.get('/me/notifications?unread=true')) as unknown as {
      items: { id: string; kind: string; title: string; quote: string; record: { plural: string } }[];
    };
    expect(items.find(({ kind }) => kind === 'incident.answered')).toMatchObject({
      title: 'New comment: Long way',
      quote: 'The blue one',
      record: { plural: 'incidents', number: record.number },
    });
  }, soon);
  const before = (await lead.get('/me/notifications/count')) as unknown as { unread: number };
  const page = (await lead.get('/me/notifications?limit=1')) as unknown as {
    items: { id: string }[];
    nextCursor: string;
  };
  await lead.post(`/me/notifications/${page.items[0]?.id}/read`);
  expect(await lead.get('/me/notifications/count')).toEqual({ unread: before.unread - 1 });
  const next = (await lead.get(`/me/notifications?limit=1&cursor=${page.nextCursor}`)) as unknown as {
    items: { id: string }[];
  };
  expect(next.items[0]?.id).not.toBe(page.items[0]?.id);
  // Nobody reads another one's.
  await english.post(`/me/notifications/${next.items[0]?.id}/read`);
  expect(await lead.get('/me/notifications/count')).toEqual({ unread: before.unread - 1 });
  await lead.post('/me/notifications/read');
  expect(await lead.get('/me/notifications/count')).toEqual({ unread: 0 });
});

test('what a person chose is kept to: off, in the bell only, or one mail a day at eight where they live', async () => {
  await english.post('/me/notifications/read');
  const path = '/api/v1/me/notification-preferences';
  const put = (body: unknown) =>
    house.app.inject({
      method: 'PUT',
      url: path,
      headers: { authorization: `Bearer ${english.token}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  expect(
    (await put({ 'incident.received': 'digest', 'incident.commented': 'off', 'incident.resolved': 'in_app' }))
      .statusCode,
  ).toBe(200);
  expect((await put({ 'no.such': 'off' })).statusCode).toBe(422);
  expect((await put({ 'incident.received': 'sometimes' })).statusCode).toBe(422);
  const list = (await english.get('/me/notification-preferences')) as unknown as {
    items: { kind: string; mode: string; name: string }[];
  };
  expect(list.items.find(({ kind }) => kind === 'incident.received')).toMatchObject({
    mode: 'digest',
    usual: 'mail',
    name: 'Your report was received',
  });
  expect(list.items.map(({ kind }) => kind)).not.toContain('incident.breached');

  house.at('2026-03-03T09:00:00Z');
  const first = await report(english.id, 'Digest one');
  const second = await report(english.id, 'Digest two');
  await agent.does(first, 'comment', { comment: 'not to be told', public: true });
  await settled();
  expect(await english.get('/me/notifications/count')).toEqual({ unread: 2 });
  const mailed = mailbox.now.of('uma@example.org').length;
  house.at('2026-03-04T07:55:00Z');
  await sendDigests.run(house.house);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(mailbox.now.of('uma@example.org')).toHaveLength(mailed);
  house.at('2026-03-04T08:01:00Z');
  await Promise.all([sendDigests.run(house.house), sendDigests.run(house.house)]);
  await sendDigests.run(house.house);
  const digest = await mailTo('uma@example.org', /2 notices/);
  expect(digest.subject).toBe('March 4, 2026: 2 notices');
  for (const number of [first.number, second.number]) expect(digest.text).toContain(number);
  expect(digest.text).not.toContain('not to be told');
});

test(
  'an hour without the mail server: everything waits, nothing is lost, nothing comes twice',
  { timeout: 60_000 },
  async () => {
    house.at('2026-03-05T01:00:00Z');
    const before = mailbox.now;
    await before.stop();
    const record = await report(user.id, '服务器停机');
    const other = await report(user.id, '第二个');
    await vi.waitFor(async () => {
      expect(await admin.get('/mails/state')).toMatchObject({
        queued: 2,
        lastError: expect.stringMatching(/ECONNREFUSED/),
      });
    }, soon);
    for (const [tries, minutes] of [
      [1, '00'],
      [2, '10'],
      [3, '40'],
    ]) {
      house.at(`2026-03-05T01:${minutes}:00Z`);
      await vi.waitFor(async () => {
        // Given back, and no longer taken: the lease is three minutes.
        const { rows } = await house.owner.query(
          `select 1 from mail where state = 'queued' and tries >= ${tries} and next_try_at < '2026-03-05T01:${minutes}:00Z'::timestamptz + interval '2 minutes'`,
        );
        expect(rows).toHaveLength(2);
      }, soon);
    }
    // Another worker, as after a restart.
    await mailing.close();
    mailbox.now = await inbox(Number(new URL(url).port));
    mailing = await startMailing(house.house, { smtp, publicUrl, words, log, everyMs: 20 });
    const second = await startMailing(house.house, { smtp, publicUrl, words, log, everyMs: 20 });
    house.at('2026-03-05T02:05:00Z');
    await mailTo('sunli@example.org', /服务器停机/);
    await mailTo('sunli@example.org', /第二个/);
    house.at('2026-03-05T04:00:00Z');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(mailbox.now.of('sunli@example.org').map((m) => m.subject)).toHaveLength(2);
    expect(await admin.get('/mails/state')).toMatchObject({ queued: 0, lastError: null });
    expect(
      [record.number, other.number].every((n) => mailbox.now.mails.some((m) => m.subject?.includes(n))),
    ).toBe(true);
    await second.close();
  },
);

test('what the server refuses for good fails with its reason; the administrator sees it and tries again', async () => {
  mailbox.now.refused.add('sunli@example.org');
  const record = await report(user.id, '拒收');
  const failed = async () =>
    (await admin.get('/mails?state=failed')) as unknown as {
      items: { id: string; reason: string; address: string; about: string }[];
    };
  await vi.waitFor(async () => expect((await failed()).items).toHaveLength(1), soon);
  const [mail] = (await failed()).items;
  expect(mail).toMatchObject({
    address: 'sunli@example.org',
    about: 'Your report was received',
    reason: expect.stringContaining('no such mailbox'),
  });
  await agent.get('/mails').refused('problem.not_your_role');
  await agent.post(`/mails/${mail?.id}/retry`).refused('problem.not_your_role');
  mailbox.now.refused.clear();
  await admin.post(`/mails/${mail?.id}/retry`);
  await mailTo('sunli@example.org', new RegExp(record.number));
  await admin.post(`/mails/${mail?.id}/retry`).refused('problem.not_found');
});

test('a test mail comes to the administrator who asks; without a mail server it is refused, and notices stay in the bell', async () => {
  await admin.post('/mails/test');
  const mail = await mailTo('ada@example.org', /works/);
  expect(mail.text).toContain(`${publicUrl}/mail`);
  await mailing.close();
  const none = await startMailing(house.house, { smtp: undefined, publicUrl, words, log });
  await admin.post('/mails/test').refused('mail.not_configured');
  expect(await admin.get('/mails/state')).toMatchObject({ configured: false, server: null });
  const { rows } = await house.owner.query<{ n: string }>('select count(*) as n from mail');
  house.at('2026-03-05T05:00:00Z');
  const record = await report(user.id, '只在铃铛里');
  await settled();
  const { items } = (await user.get('/me/notifications')) as unknown as {
    items: { record: { number: string }; title: string }[];
  };
  expect(items[0]).toMatchObject({ record: { number: record.number }, title: '已收到您的报告：只在铃铛里' });
  expect((await house.owner.query<{ n: string }>('select count(*) as n from mail')).rows).toEqual(rows);
  await none.close();
  mailing = await startMailing(house.house, { smtp, publicUrl, words, log, everyMs: 20 });
});

test('a key tells once, and what is not declared cannot be told', async () => {
  const record = await report(english.id, 'Once');
  const tell = (kind: string) =>
    begin(house.house, (work) =>
      notify(work, { kind, recordId: record.id, personIds: [lead.id, lead.id], key: 'same' }),
    );
  await tell('incident.warning');
  await tell('incident.warning');
  const { rows } = await house.owner.query(`select 1 from notification where key = 'same'`);
  expect(rows).toHaveLength(1);
  await expect(tell('incident.no_such')).rejects.toThrow('no notice kind incident.no_such');
});
