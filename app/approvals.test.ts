import { onConnection } from '../platform/db/tx.ts';
import { beforeEach, expect, test } from 'vitest';
import { system } from '../kernel/access/actor.ts';
import { remindApprovers } from '../kernel/approval/approval.jobs.ts';
import { sealNext } from '../kernel/trail/seal.ts';
import { verify } from '../kernel/trail/verify.ts';
import { permits, permitTables } from './testing/permits.ts';
import { served, type Client } from './testing/served.ts';

const { app, house, owner, someone, join, at, create } = await served([permits]);
await permitTables(owner);
const agent = await someone('Agnes', ['service-desk-agent']);
const requester = await someone('Rita', []);
const beneficiary = await someone('Benno', []);
const [ann, bob, cho, dan] = [
  await someone('Ann', []),
  await someone('Bob', []),
  await someone('Cho', [], { language: 'zh-CN' }),
  await someone('Dan', []),
];
const stranger = await someone('Stan', []);

type Item = {
  id: string;
  record: { number: string };
  step: number;
  of: number;
  onBehalfOf?: { name: string };
};
type Asked = { approverIds: string[]; quorum: 'any' | 'all' | number; dueAt?: number };
const ids = (...people: { id: string }[]) => people.map((p) => p.id);
const one = (...people: { id: string }[]): Asked => ({ approverIds: ids(...people), quorum: 'any' });
const all = (...people: { id: string }[]): Asked => ({ approverIds: ids(...people), quorum: 'all' });

beforeEach(() => at('2026-03-02T01:00:00Z'));

async function asking(...steps: Asked[]) {
  const { number, id } = await agent.post('/permits', {
    title: 'Server room',
    requesterId: requester.id,
    beneficiaryId: beneficiary.id,
  });
  await agent.does({ number }, 'submit', { steps });
  const shown = (await agent.get(`/permits/${number}/approvals`)) as unknown as { items: { id: string }[] };
  return { number, recordId: id, id: shown.items[0]?.id ?? '' };
}
const inbox = async (who: Client) => ((await who.get('/me/approvals')) as unknown as { items: Item[] }).items;
const waits = async (who: Client, number: string) =>
  (await inbox(who)).find((i) => i.record.number === number);
const approve = (who: Client, id: string, reason?: string) =>
  who.post(`/approvals/${id}/approve`, reason === undefined ? {} : { reason });
const reject = (who: Client, id: string, reason?: string) =>
  who.post(`/approvals/${id}/reject`, reason === undefined ? {} : { reason });
const stateOf = async (number: string) => (await agent.get(`/permits/${number}`)).state;
const decisions = async (id: string) =>
  (await owner.query('select * from approval_decision where approval_id = $1', [id])).rows.length;

test('a step opens only after the one before is approved, and the last one grants', async () => {
  const asked = await asking(one(ann, bob), all(cho, dan));
  expect(await waits(ann, asked.number)).toMatchObject({ step: 1, of: 2, purpose: 'access' });
  expect(await waits(cho, asked.number)).toBeUndefined();
  await approve(cho, asked.id).refused('approval.step_not_open');
  await approve(ann, asked.id);
  expect(await waits(bob, asked.number)).toBeUndefined();
  await approve(bob, asked.id).refused('approval.step_over');
  await approve(cho, asked.id);
  expect(await stateOf(asked.number)).toBe('asked');
  expect(await approve(dan, asked.id, 'fine')).toMatchObject({ state: 'approved', step: 2, of: 2 });
  expect(await stateOf(asked.number)).toBe('granted');
  await approve(bob, asked.id).refused('approval.ended_approved');
});

test('of a quorum, a rejection ends it only when the others could no longer reach it', async () => {
  const two = await asking({ approverIds: ids(ann, bob, cho), quorum: 2 });
  await reject(ann, two.id, 'too many keys');
  expect(await stateOf(two.number)).toBe('asked');
  expect(await reject(bob, two.id, 'no')).toMatchObject({ state: 'rejected' });
  expect(await stateOf(two.number)).toBe('refused');
  await approve(cho, two.id).refused('approval.ended_rejected');
  const everybody = await asking(all(ann, bob), one(cho));
  await reject(bob, everybody.id, 'no');
  expect(await stateOf(everybody.number)).toBe('refused');
});

test('a rejection needs a reason, an approval does not, and nothing is written without it', async () => {
  const asked = await asking(one(ann));
  await reject(ann, asked.id).refused('problem.required', 'reason');
  await reject(ann, asked.id, '   ').refused('problem.required', 'reason');
  expect(await decisions(asked.id)).toBe(0);
  await approve(ann, asked.id);
});

test('deciding twice is refused, also when the step or the whole has ended', async () => {
  const asked = await asking(all(ann, bob));
  await approve(ann, asked.id);
  await approve(ann, asked.id).refused('approval.decided_already');
  await reject(ann, asked.id, 'changed my mind').refused('approval.decided_already');
  expect(await decisions(asked.id)).toBe(1);
  await approve(bob, asked.id);
  await approve(bob, asked.id).refused('approval.decided_already');
});

test('who asked and who benefits may not decide, even when named (S7)', async () => {
  const asked = await asking(one(ann, requester, beneficiary));
  expect(await waits(requester, asked.number)).toBeUndefined();
  await approve(requester, asked.id).status(403);
  await approve(requester, asked.id).refused('approval.own');
  await approve(ann, asked.id);
});

test('who is not asked may not decide: told so when they see the record, else it is not there', async () => {
  const asked = await asking(one(ann));
  await approve(agent, asked.id).refused('approval.not_asked');
  await approve(stranger, asked.id).refused('problem.not_found');
  await approve(ann, 'nonsense').refused('problem.not_found');
  await approve(ann, '00000000-0000-7000-8000-000000000001').refused('problem.not_found');
});

test('what was taken back or has moved on meanwhile is told, and nothing is half written', async () => {
  const back = await asking(one(ann));
  await agent.does(back, 'withdraw');
  expect(await waits(ann, back.number)).toBeUndefined();
  await approve(ann, back.id).refused('approval.cancelled');
  const lost = await asking(one(ann));
  await agent.does(lost, 'lose');
  await approve(ann, lost.id).refused('approval.moved_on');
  expect(await decisions(lost.id)).toBe(0);
});

test('the refusal is in the language of whoever decides', async () => {
  const asked = await asking(one(ann, cho));
  await approve(cho, asked.id);
  const refused = await app.inject({
    method: 'POST',
    url: `/api/v1/approvals/${asked.id}/approve`,
    headers: { authorization: `Bearer ${cho.token}` },
  });
  expect(refused.json()).toMatchObject({ status: 409, title: '您已对此作出决定，决定不可更改。' });
});

test('parallel decisions come one after the other: each voice once, the record moved once', async () => {
  const asked = await asking(all(ann, bob, cho, dan));
  const answers = await Promise.all(
    [ann, bob, cho, dan, ann, bob, cho, dan].map((who) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/approvals/${asked.id}/approve`,
        headers: { authorization: `Bearer ${who.token}` },
      }),
    ),
  );
  expect(answers.map((a) => a.statusCode).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 200, 409, 409, 409, 409,
  ]);
  expect(await decisions(asked.id)).toBe(4);
  const moved = await owner.query(`select 1 from trail_event where record_id = $1 and action = 'approved'`, [
    asked.recordId,
  ]);
  expect(moved.rows).toHaveLength(1);
});

test('nobody eligible: the manager is asked, then the owner of the process; else the refusal says what to configure', async () => {
  const draft = () =>
    agent.post('/permits', { title: 'x', requesterId: requester.id, beneficiaryId: beneficiary.id });
  const lone = await draft();
  await agent.does(lone, 'submit', { steps: [one(requester)] }).refused('approval.nobody_eligible');
  expect(await stateOf(lone.number)).toBe('draft');
  await agent
    .does(lone, 'submit', { steps: [{ approverIds: ids(ann, bob), quorum: 3 }] })
    .refused('approval.nobody_eligible');
  const lead = await someone('Lea', []);
  await join('Buyers', [requester], { leadId: lead.id });
  await agent.does(lone, 'submit', { steps: [one(requester)] });
  expect(await waits(lead, lone.number)).toMatchObject({ step: 1 });
  const manager = await someone('Max', ['sms-manager']);
  const other = await draft();
  await agent.does(other, 'submit', { steps: [one(beneficiary)] });
  expect(await waits(manager, other.number)).toMatchObject({ step: 1 });
});

test('a deputy sees and decides on behalf, in the dates of the delegation only', async () => {
  const away = await someone('Wei', [], { zone: 'Asia/Shanghai' });
  const deputy = await someone('Dora', []);
  await away
    .post('/me/delegations', { deputyId: deputy.id, from: '2026-03-03', to: '2026-03-04' })
    .status(201);
  const asked = await asking(one(away));
  expect(await waits(deputy, asked.number)).toBeUndefined();
  at('2026-03-02T16:30:00Z'); // 3 March in Shanghai
  expect(await waits(deputy, asked.number)).toMatchObject({ onBehalfOf: { name: 'Wei' } });
  at('2026-03-04T16:30:00Z'); // 5 March in Shanghai
  await approve(deputy, asked.id).refused('problem.not_found');
  at('2026-03-04T10:00:00Z');
  await approve(deputy, asked.id);
  const { rows } = await owner.query(
    `select actor_id, detail from trail_event where record_id = $1 and action = 'approve_step'`,
    [asked.recordId],
  );
  expect(rows).toMatchObject([{ actor_id: deputy.id, detail: { onBehalfOf: away.id, step: 1, of: 1 } }]);
  await approve(away, asked.id).refused('approval.ended_approved');
  const two = await asking(all(away, ann));
  await approve(deputy, two.id);
  await approve(away, two.id).refused('approval.deputy_decided');
  await approve(ann, two.id);
  expect(await stateOf(two.number)).toBe('granted');
});

test('a deputy who is an approver too has one voice, and a deputy who asked has none', async () => {
  const away = await someone('Willa', []);
  await away.post('/me/delegations', { deputyId: ann.id, from: '2026-03-01', to: '2026-03-31' });
  const both = await asking(all(away, ann));
  expect((await inbox(ann)).filter((i) => i.record.number === both.number)).toHaveLength(1);
  await approve(ann, both.id);
  await approve(ann, both.id).refused('approval.decided_already');
  expect(await stateOf(both.number)).toBe('asked');
  await approve(away, both.id);
  expect(await stateOf(both.number)).toBe('granted');

  const gone = await someone('Gus', []);
  await gone.post('/me/delegations', { deputyId: requester.id, from: '2026-03-01', to: '2026-03-31' });
  const own = await asking(one(gone));
  expect(await waits(requester, own.number)).toBeUndefined();
  await approve(requester, own.id).refused('approval.own');
});

test('a deputy of a deputy decides nothing, and naming somebody who is away is refused', async () => {
  const [first, second, third] = [await someone('F1', []), await someone('F2', []), await someone('F3', [])];
  const days = { from: '2026-03-01', to: '2026-03-10' };
  await first.post('/me/delegations', { deputyId: second.id, ...days });
  const chained = await second.post('/me/delegations', {
    deputyId: third.id,
    from: '2026-03-05',
    to: '2026-03-20',
  });
  expect(chained['standsInFor']).toEqual([{ name: 'F1', ...days }]);
  await third
    .post('/me/delegations', { deputyId: second.id, from: '2026-03-20', to: '2026-03-22' })
    .refused('approval.deputy_is_away');
  at('2026-03-06T01:00:00Z');
  const asked = await asking(one(first));
  expect(await waits(second, asked.number)).toBeDefined();
  expect(await waits(third, asked.number)).toBeUndefined();
  await approve(third, asked.id).refused('problem.not_found');
});

test('a delegation must make sense, and can be ended', async () => {
  const p = await someone('Pia', []);
  const days = { from: '2026-03-05', to: '2026-03-09' };
  await p
    .post('/me/delegations', { deputyId: p.id, ...days })
    .refused('approval.deputy_is_oneself', 'deputyId');
  await p
    .post('/me/delegations', { deputyId: ann.id, from: '2026-03-05', to: '2026-03-04' })
    .refused('problem.dates_reversed', 'to');
  await p
    .post('/me/delegations', { deputyId: ann.id, from: '2026-02-01', to: '2026-02-04' })
    .refused('approval.delegation_past', 'to');
  await p
    .post('/me/delegations', { deputyId: '00000000-0000-7000-8000-000000000001', ...days })
    .refused('problem.no_such_reference', 'deputyId');
  await p.post('/me/delegations', { deputyId: 'x', ...days }).status(422);
  const made = await p.post('/me/delegations', { deputyId: dan.id, ...days });
  await p
    .post('/me/delegations', { deputyId: cho.id, from: '2026-03-09', to: '2026-03-12' })
    .refused('approval.delegation_overlaps');
  expect(await dan.get('/me/delegations')).toMatchObject({
    items: [],
    standsInFor: [{ person: { name: 'Pia' } }],
  });
  await ann.delete(`/me/delegations/${made.id}`).status(404);
  await p.delete(`/me/delegations/${made.id}`);
  expect(await p.get('/me/delegations')).toMatchObject({ items: [] });
  expect(await p.get('/me/deputies?q=da')).toMatchObject({ items: [{ name: 'Dan' }] });
});

test('two who name each other at once: one of them is refused', async () => {
  const [x, y] = [await someone('Xa', []), await someone('Yo', [])];
  const days = { from: '2026-03-05', to: '2026-03-09' };
  const send = (who: Client, deputyId: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/me/delegations',
      headers: { authorization: `Bearer ${who.token}` },
      payload: { deputyId, ...days },
    });
  const answers = await Promise.all([send(x, y.id), send(y, x.id)]);
  expect(answers.map((a) => a.statusCode).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

const noticesOf = async (personId: string, recordId: string) => {
  const { rows } = await owner.query<{ params: Record<string, unknown>; kind: string }>(
    'select kind, params from notification where person_id = $1 and record_id = $2 order by at, id',
    [personId, recordId],
  );
  return rows;
};

test('approvers and deputies are told, reminded once a day around the due date, and the requester learns the outcome', async () => {
  const dueAt = Date.parse('2026-03-04T09:00:00Z');
  const deputy = await someone('Dilys', []);
  await bob.post('/me/delegations', { deputyId: deputy.id, from: '2026-03-02', to: '2026-03-02' });
  const asked = await asking({ ...all(ann, bob), dueAt }, one(cho));
  const told = async (who: Client) => (await noticesOf(who.id, asked.recordId)).map((r) => r.kind);
  expect(await told(ann)).toEqual(['approval.asked']);
  expect(await told(deputy)).toEqual(['approval.asked']);
  expect(await told(cho)).toEqual([]);
  await remindApprovers(house);
  expect(await told(ann)).toHaveLength(1);
  await approve(bob, asked.id);
  at('2026-03-03T10:00:00Z');
  await remindApprovers(house);
  await remindApprovers(house);
  expect(await told(ann)).toEqual(['approval.asked', 'approval.reminder']);
  expect(await told(bob)).toEqual(['approval.asked']);
  at('2026-03-05T10:00:00Z');
  await remindApprovers(house);
  expect(await told(ann)).toHaveLength(3);
  await approve(ann, asked.id);
  expect(await told(cho)).toEqual(['approval.asked']);
  await reject(cho, asked.id, 'no budget');
  expect(await told(requester)).toEqual(['approval.decided']);
  at('2026-03-06T10:00:00Z');
  await remindApprovers(house);
  expect(await told(ann)).toHaveLength(3);
});

const byLink = (method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${path.replace('/approvals/', '/approval-links/')}`,
    remoteAddress: '10.9.9.9',
    ...(payload ? { payload } : {}),
  });
/** As the mail to this person has it, once it is made. */
const linkOf = async (who: Client, recordId: string) => {
  const [told] = await noticesOf(who.id, recordId);
  const mailPath = house.notices.get('approval.asked')?.mailPath;
  const made = await onConnection(house.pool, async (tx) =>
    mailPath?.(tx, house.now(), { personId: who.id, params: told?.params ?? {} }),
  );
  return made ?? '';
};

test('a mail’s link shows what is asked without signing in, decides on a click only, and only once', async () => {
  const asked = await asking(all(ann, bob));
  const link = await linkOf(ann, asked.recordId);
  const seen = await byLink('GET', link);
  expect(seen.json()).toMatchObject({
    record: { number: asked.number },
    summary: 'Access for Server room',
    approver: 'Ann',
    requestedBy: 'Rita',
    canDecide: { ok: true },
  });
  expect(seen.headers['cache-control']).toBe('no-store');
  await byLink('GET', link);
  expect(await decisions(asked.id)).toBe(0);
  expect((await byLink('GET', `${link}/approve`)).statusCode).toBe(404);
  expect((await byLink('POST', `${link}/reject`, {})).statusCode).toBe(422);
  const both = await Promise.all([
    byLink('POST', `${link}/approve`, {}),
    byLink('POST', `${link}/approve`, {}),
  ]);
  expect(both.map((a) => a.statusCode).filter((s) => s === 200)).toHaveLength(1);
  const again = await byLink('POST', `${link}/approve`, {});
  expect(again.json()).toMatchObject({ status: 410, code: 'approval.link_used' });
  expect((await byLink('GET', link)).json()).toMatchObject({ status: 410, code: 'approval.link_used' });
  const { rows } = await owner.query('select via, decided_by from approval_decision where approval_id = $1', [
    asked.id,
  ]);
  expect(rows).toEqual([{ via: 'mail', decided_by: ann.id }]);
});

test('a link expires after seven days, serves its own step only, and is kept as a hash', async () => {
  const asked = await asking(one(ann, bob), one(ann));
  const link = await linkOf(ann, asked.recordId);
  const { rows } = await owner.query('select hash from approval_link where person_id = $1', [ann.id]);
  expect(rows.every(({ hash }) => Buffer.isBuffer(hash) && hash.length === 32)).toBe(true);
  await approve(bob, asked.id);
  expect((await byLink('POST', `${link}/approve`, {})).json()).toMatchObject({ code: 'approval.step_over' });
  expect((await byLink('GET', link)).json()).toMatchObject({
    canDecide: { ok: false, why: 'approval.step_over' },
  });
  at('2026-03-09T01:00:01Z');
  expect((await byLink('GET', link)).json()).toMatchObject({ status: 410, code: 'approval.link_expired' });
  expect((await byLink('GET', '/approvals/nonsense')).json()).toMatchObject({
    status: 404,
    code: 'approval.link_unknown',
  });
});

test('who decides inside is internal to a customer’s contact: they see that and when, not by whom', async () => {
  const { id: customerId } = await create('organisation', system(), { title: 'Client', kind: 'customer' });
  const contact = await someone('Carla', ['customer-contact'], { customerId });
  const { number } = await agent.post('/permits', { title: 'Portal', requesterId: contact.id });
  await agent.does({ number }, 'submit', { steps: [one(ann)] });
  const { id } = (await waits(ann, number)) ?? { id: '' };
  await approve(ann, id, 'internal words');
  const { items } = (await contact.get(`/permits/${number}/approvals`)) as unknown as { items: unknown[] };
  expect(items).toMatchObject([
    {
      state: 'approved',
      steps: [{ approvers: [{ name: '', decision: { reason: null, by: { name: '' } } }] }],
    },
  ]);
});

test('guessing links is slowed down like signing in', async () => {
  const codes: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const { statusCode } = await app.inject({
      url: `/api/v1/approval-links/guess${i}`,
      remoteAddress: '10.7.7.7',
    });
    codes.push(statusCode);
  }
  expect(codes.filter((c) => c === 404)).toHaveLength(30);
  expect(codes.at(-1)).toBe(429);
});

test('the record’s page shows steps, who decided, who is awaited and since when; every voice is in the sealed trail', async () => {
  const asked = await asking(all(ann, bob), one(cho));
  at('2026-03-02T02:00:00Z');
  await approve(ann, asked.id, 'go ahead');
  const { items } = (await agent.get(`/permits/${asked.number}/approvals`)) as unknown as {
    items: unknown[];
  };
  expect(items).toMatchObject([
    {
      state: 'open',
      requestedBy: { name: 'Rita' },
      canDecide: { ok: false, why: 'approval.not_asked' },
      steps: [
        {
          n: 1,
          state: 'open',
          needed: 2,
          openedAt: '2026-03-02T01:00:00.000Z',
          approvers: [
            {
              name: 'Ann',
              decision: { decision: 'approve', reason: 'go ahead', via: 'api', by: { name: 'Ann' } },
            },
            { name: 'Bob', decision: null },
          ],
        },
        { n: 2, state: 'waiting', approvers: [{ name: 'Cho', decision: null }] },
      ],
    },
  ]);
  await stranger.get(`/permits/${asked.number}/approvals`).status(404);
  const { rows } = await owner.query<{ action: string; reason: string | null }>(
    'select action, reason from trail_event where record_id = $1 order by seq',
    [asked.recordId],
  );
  expect(rows.map((r) => r.action)).toEqual(['create', 'submit', 'ask_approval', 'approve_step']);
  expect(rows.at(-1)?.reason).toBe('go ahead');
  expect(await sealNext(house.pool)).toBeGreaterThan(0);
  expect(await verify(house.pool)).toMatchObject({ ok: true });
});
