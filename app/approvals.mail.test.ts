import { afterAll, expect, test, vi } from 'vitest';
import { startMailing } from '../kernel/notification/mailing.ts';
import { createLog } from '../platform/log/log.ts';
import { permits, permitTables } from './testing/permits.ts';
import { served } from './testing/served.ts';
import { inbox } from './testing/smtp.ts';
import { words } from './words.ts';
import { soon } from '../platform/testing/soon.ts';

const { app, house, owner, someone } = await served([permits]);
await permitTables(owner);
const mailbox = await inbox();
const agent = await someone('Agnes', ['service-desk-agent']);
const requester = await someone('Rita', [], { email: 'rita@example.org' });
const boss = await someone('Bea Boss', [], { email: 'bea@example.org' });
const deputy = await someone('王伟', [], { email: 'wei@example.org', language: 'zh-CN' });
const mailing = await startMailing(house, {
  smtp: { url: mailbox.url, from: 'Desk <desk@example.org>' },
  publicUrl: 'https://desk.example.org',
  words,
  log: createLog({ level: 'silent', production: true }),
  everyMs: 20,
});
afterAll(async () => {
  await mailing.close();
  await mailbox.stop();
});

const mailTo = (address: string, subject: RegExp) =>
  vi.waitFor(() => {
    const found = mailbox.of(address).find((mail) => subject.test(mail.subject ?? ''));
    expect(found, mailbox.mails.map((m) => m.subject).join('\n')).toBeDefined();
    return found;
  }, soon);
const linkIn = (text: string | undefined) =>
  /https:\/\/desk\.example\.org\/approvals\/([\w-]{43})/.exec(text ?? '')?.[1] ?? '';

test('approver and deputy each get a mail in their language whose own link decides without signing in', async () => {
  await boss.post('/me/delegations', { deputyId: deputy.id, from: '2026-03-01', to: '2026-03-31' });
  const { number } = await agent.post('/permits', { title: 'Server room', requesterId: requester.id });
  await agent.does({ number }, 'submit', { steps: [{ approverIds: [boss.id], quorum: 'any' }] });

  const english = await mailTo('bea@example.org', /Please approve/);
  const chinese = await mailTo('wei@example.org', /请审批/);
  expect(english?.text).toContain('Access for Server room');
  expect(chinese?.text).toContain('申请内容');
  const [hers, his] = [linkIn(english?.text), linkIn(chinese?.text)];
  expect(hers).not.toBe(his);
  expect(english?.html).toContain(`href="https://desk.example.org/approvals/${hers}"`);
  const kept = await owner.query(
    `select 1 from notification where params::text like '%' || $1 || '%' or params::text like '%' || $2 || '%'`,
    [hers, his],
  );
  expect(kept.rows).toEqual([]);

  const decided = await app.inject({
    method: 'POST',
    url: `/api/v1/approval-links/${his}/reject`,
    payload: { reason: 'Ask for a visitor’s badge instead.' },
  });
  expect(decided.json()).toMatchObject({ state: 'rejected' });
  const told = await mailTo('rita@example.org', /rejected/);
  expect(told?.text).toContain('Ask for a visitor’s badge instead.');
  const late = await app.inject({
    method: 'POST',
    url: `/api/v1/approval-links/${hers}/approve`,
    payload: {},
  });
  expect(late.json()).toMatchObject({ status: 409, code: 'approval.ended_rejected' });
});
