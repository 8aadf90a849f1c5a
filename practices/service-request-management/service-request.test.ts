import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { served, type Client } from '../../app/testing/served.ts';
import { createShippedModels } from './models/create.ts';
import { begin } from '../../kernel/record/act.ts';
import { closeFulfilled, reviewAccess } from './service-request.jobs.ts';

const desk = await served();
const { house, someone, join, at, create } = desk;
type Row = { id: string; number: string; state: string } & Record<string, unknown>;
const items = async (answer: PromiseLike<Record<string, unknown>>) => (await answer)['items'] as Row[];

const hours: [string, string][] = [['09:00', '17:00']];
const agent = await someone('Li Na', ['service-desk-agent']);
const engineer = await someone('Zhang Wei', ['engineer']);
const lead = await someone('Wang Fang', ['service-desk-lead']);
const coordinator = await someone('Liu Yang', ['sms-manager']);
const user = await someone('Sun Li', [], { kind: 'user', email: 'sun.li@example.org', language: 'zh-CN' });
const colleague = await someone('Zhou Min', [], { kind: 'user' });
const manager = await someone('Chen Jie', [], { kind: 'user' });
const clerk = await someone('Wu Gang', [], { kind: 'user' });

const model = async (title: string, who: Client = user): Promise<Row> => {
  const offered = await items(who.get('/me/request-models'));
  const found = offered.find((m) => m.title === title);
  if (!found) throw new Error(`${title} is not offered`);
  return found;
};
const ask = (who: Client, of: Row, answers: Record<string, unknown>, more: object = {}) =>
  who.post('/service-requests', { modelId: of.id, formVersion: of['formVersion'], answers, ...more });
const read = (number: string, who: Client = agent) => who.get(`/service-requests/${number}`);
/** In their order; a test that looks at a task which is not there fails at what it asks of it. */
const tasksOf = async (request: Row) =>
  (await items(agent.get(`/fulfilment-tasks?filter[requestId]=${request.id}&sort=createdAt`))).toSorted(
    (a, b) => Number(a['position']) - Number(b['position']),
  ) as [Row, Row, Row];
const approve = async (who: Client, verb: 'approve' | 'reject' = 'approve', input = {}) => {
  const [waiting] = await items(who.get('/me/approvals'));
  return who.post(`/approvals/${waiting?.id}/${verb}`, input);
};

const reset = { system: 'windows', account: 'sun.li' };
const shared = {
  kind: 'mailbox',
  resource: 'orders@',
  right: 'read',
  reason: 'Holiday cover',
  access_until: '2026-12-31',
};
let first: Row;
/** Where models of these tests are fulfilled. */
let place: { readonly calendarId: string; readonly teamId: string };

beforeAll(async () => {
  at('2026-03-02T01:00:00Z');
  const calendar = await create('calendar', system(), {
    title: '5×8', zone: 'Asia/Shanghai', weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  });
  const team = await join('Service desk', [agent, engineer, lead], { leadId: lead.id });
  place = { calendarId: calendar.id, teamId: team.id };
  const office = await join('Administration', [clerk], { leadId: clerk.id });
  await join('Customer hotline', [user, colleague, manager], { leadId: manager.id });
  await begin(house, (work) =>
    createShippedModels(work, system(), {
      teamId: team.id, officeTeamId: office.id, ownerId: lead.id, calendarId: calendar.id,
    }),
  );
  first = await ask(user, await model('密码重置'), reset);
}); // prettier-ignore

describe('what is offered', () => {
  test('twelve models, in the language of whoever asks, with what their form knows already', async () => {
    const offered = await items(user.get('/me/request-models'));
    expect(offered).toHaveLength(12);
    const mine = offered.find((m) => m.title === '密码重置');
    expect(mine).toMatchObject({
      targetHours: 2,
      needsApproval: false,
      initial: { account: 'sun.li@example.org' },
    });
    expect(await model('Password reset', agent)).toMatchObject({ cost: null });
  });
  test('a model for some is not shown to others, and refused when they ask for it all the same', async () => {
    const own = await create('organisation', system(), { title: 'Acme', kind: 'own_unit' });
    const branch = await create('organisation', system(), {
      title: 'Branch',
      kind: 'branch',
      parentId: own.id,
    });
    const insider = await someone('He Ping', [], { kind: 'user', orgUnitId: branch.id });
    const made = await agentModel({ titleEn: 'Parking', titleZh: '车位', entitledUnitIds: [own.id] });
    expect(await model('Parking', insider)).toMatchObject({ id: made.id });
    expect((await items(user.get('/me/request-models'))).map((m) => m.id)).not.toContain(made.id);
    await ask(user, { ...made, formVersion: 1 }, {}).refused('request.not_entitled', 'modelId');
    const forRole = await agentModel({
      titleEn: 'Audit room',
      titleZh: '审计室',
      entitledRoles: ['internal-auditor'],
    });
    await ask(user, { ...forRole, formVersion: 1 }, {}).refused('request.not_entitled', 'modelId');
  });
  test('the desk sees what is offered to somebody else, a user does not', async () => {
    expect(await items(agent.get(`/me/request-models?for=${user.id}`))).toHaveLength(12);
    await user.get(`/me/request-models?for=${agent.id}`).refused('problem.not_your_role');
  });
});

const agentModel = async (input: object) => {
  const made = await lead.post('/request-models', {
    descriptionEn: 'x', descriptionZh: 'x', category: 'facilities', instructionEn: 'Do it.', targetHours: 8,
    ...place, ...input,
  });
  return lead.does(made, 'activate');
}; // prettier-ignore

describe('a model', () => {
  test('is offered only with its instruction, its target and its calendar', async () => {
    const made = await lead.post('/request-models', {
      titleEn: 'Key', titleZh: '钥匙', descriptionEn: 'A key', descriptionZh: '钥匙', category: 'facilities',
      teamId: (await items(lead.get('/teams')))[0]?.id,
    }); // prettier-ignore
    await lead.does(made, 'activate').refused('request.no_instruction', 'instructionEn');
    await lead.patch(`/request-models/${made.number}`, { instructionZh: '交付钥匙。' });
    await lead.does(made, 'activate').refused('request.no_target', 'targetHours');
    await lead.patch(`/request-models/${made.number}`, { targetHours: 8 });
    await lead.does(made, 'activate').refused('request.no_calendar', 'calendarId');
    await ask(user, { ...made, formVersion: 1 }, {}).refused('request.model_not_active', 'modelId');
  });
  test('that grants access asks until when, and says when it is reviewed', async () => {
    const base = { titleEn: 'Right', titleZh: '权限', grantsAccess: true };
    const made = await lead.post('/request-models', {
      ...base, descriptionEn: 'x', descriptionZh: 'x', category: 'access', instructionEn: 'x', targetHours: 8,
      calendarId: (await items(lead.get('/calendars')))[0]?.id, teamId: (await items(lead.get('/teams')))[0]?.id,
    }); // prettier-ignore
    await lead.does(made, 'activate').refused('request.no_recertification', 'recertifyMonths');
    await lead.patch(`/request-models/${made.number}`, { recertifyMonths: 6 });
    await lead.does(made, 'activate').refused('request.no_access_end', 'form');
  });
  test('keeps every form: the version goes up when it changes, and only then', async () => {
    const label = { en: 'Which?', 'zh-CN': '哪个？' };
    const made = await agentModel({ titleEn: 'Badge', titleZh: '门禁卡', form: { questions: [{ key: 'which', label, kind: 'text', required: true }] } });
    const path = `/request-models/${made.number}`;
    const asked = await ask(user, made, { which: 'blue' });
    expect(await lead.patch(path, { form: { questions: [{ kind: 'text', key: 'which', label, required: true }] } })).toMatchObject({ formVersion: 1 });
    const changed = { questions: [{ key: 'which', label, kind: 'text' }, { key: 'more', label, kind: 'long', required: true }] };
    expect(await lead.patch(path, { form: changed })).toMatchObject({ formVersion: 2 });
    expect(await user.get(`/service-requests/${asked.number}/form`)).toMatchObject({ formVersion: 1, form: { questions: [{ key: 'which' }] } });
    const refused = await ask(user, made, { which: 'red' }).status(409);
    expect(refused).toMatchObject({ code: 'problem.form_changed', formVersion: 2, form: changed });
    await lead.patch(path, { form: { questions: [{ key: 'Bad Key', label, kind: 'text' }] } }).status(422);
  }); // prettier-ignore
  test('names teams and people that are there', async () => {
    const made = await agentModel({ titleEn: 'Locker', titleZh: '储物柜' });
    const path = `/request-models/${made.number}`;
    const title = { en: 'a', 'zh-CN': 'a' };
    await lead.patch(path, { tasks: [{ key: 'a', title, teamId: user.id }] }).refused('request.task_team_unknown', 'tasks');
    await lead.patch(path, { approvalSteps: [{ by: 'person', personId: made.id }] }).refused('request.step_person_unknown', 'approvalSteps');
    await lead.patch(path, { costQuestion: 'price' }).refused('request.cost_question_unknown', 'costQuestion');
  }); // prettier-ignore
});

describe('asking', () => {
  test('goes straight to fulfilment where nobody has to approve; the title says what', async () => {
    expect(first).toMatchObject({ title: '密码重置: 电脑与邮箱', requesterId: user.id, beneficiaryId: user.id });
    const request = await read(first.number);
    expect(request).toMatchObject({ state: 'fulfilling', priority: 3, formVersion: 1 });
    expect(request['clocks']).toContainEqual(
      expect.objectContaining({ name: 'fulfilment', status: 'running', targetMs: 7_200_000, dueAt: '2026-03-02T03:00:00.000Z' }),
    );
    expect(await tasksOf(first)).toMatchObject([{ state: 'open', clocks: [{ name: 'task', targetMs: 7_200_000 }] }]);
  }); // prettier-ignore
  test('every fault stands at its question, in the words of whoever asks; unknown answers are dropped', async () => {
    const problem = (await ask(user, await model('VPN 与远程接入'), { device: 'fax', abroad: true, access_until: '2020-01-01' }).status(422)) as unknown as { errors: { field: string; message: string }[] };
    expect(problem.errors.map((e) => e.field)).toEqual(['answers.device', 'answers.area', 'answers.countries', 'answers.mobile', 'answers.reason', 'answers.access_until']);
    expect(problem.errors[0]?.message).toBe('请从列表中选择。');
    const made = await ask(user, await model('密码重置'), { ...reset, other_system: 'hidden', nonsense: 5 });
    expect(made['answers']).toEqual(reset);
  }); // prettier-ignore
  test('a person who is named must be there', async () => {
    await ask(user, await model('离职权限回收'), { leaver: first.id, last_day: '2026-03-03', at_once: false }).refused('answer.person', 'answers.leaver');
  }); // prettier-ignore
  test('a user asks in their own name, for a colleague too; in the name of others the desk asks', async () => {
    await ask(user, await model('密码重置'), reset, { requesterId: colleague.id }).refused('request.requester_is_somebody_else', 'requesterId');
    expect(await ask(user, await model('密码重置'), reset, { beneficiaryId: colleague.id })).toMatchObject({ requesterId: user.id, beneficiaryId: colleague.id });
    const phoned = await ask(agent, await model('Password reset', agent), reset, { requesterId: user.id, occurredAt: '2026-03-02T00:50:00Z' });
    expect(phoned).toMatchObject({ requesterId: user.id, beneficiaryId: user.id, createdBy: agent.id, occurredAt: '2026-03-02T00:50:00.000Z' });
    await read(first.number, colleague).status(404);
  }); // prettier-ignore
  test('a draft is kept as it is and looked at when it is submitted', async () => {
    const draft = await ask(user, await model('密码重置'), {}, { draft: true });
    expect(draft.state).toBe('draft');
    await user.does(draft, 'submit').refused('answer.required', 'answers.system');
    await user.patch(`/service-requests/${draft.number}`, { answers: reset });
    await user.does(draft, 'submit');
    expect((await read(draft.number)).state).toBe('fulfilling');
  });
  test('people of my organisation are found by name, and only their names', async () => {
    expect(await items(user.get('/me/colleagues?q=Zh'))).toEqual(
      expect.arrayContaining([{ id: colleague.id, title: 'Zhou Min' }]),
    );
    expect(await items(user.get('/me/colleagues?q=%25'))).toEqual([]);
  });
});

describe('approval', () => {
  test('waits for the manager, who is neither requester nor beneficiary (S7)', async () => {
    const made = await ask(user, await model('共享邮箱、群组或权限'), shared);
    expect((await read(made.number)).state).toBe('awaiting_approval');
    expect(await items(user.get('/me/approvals'))).toEqual([]);
    await agent.does(made, 'fulfil', { assetUpdate: 'not_affected' }).refused('problem.wrong_state');
    await approve(manager);
    expect(await read(made.number)).toMatchObject({
      state: 'fulfilling',
      approvedAt: '2026-03-02T01:00:00.000Z',
    });
    expect((await tasksOf(made)).map((t) => t.state)).toEqual(['open', 'waiting']);
  });
  test('an approver who may not open the request reads the answers in their language, in the inbox and in the mail’s notice', async () => {
    const made = await ask(user, await model('共享邮箱、群组或权限'), shared);
    const [waiting] = await items(manager.get('/me/approvals'));
    const facts = waiting?.['facts'] as { label: string; value: string }[];
    expect(waiting).toMatchObject({ canOpen: false, record: { number: made.number } });
    expect(facts[0]).toEqual({ label: 'For', value: 'Sun Li' });
    expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['orders@', 'Holiday cover', '2026-12-31']));
    const { rows } = await desk.owner.query<{ params: { facts: [{ en: string; 'zh-CN': string }, unknown][] } }>(
      `select params from notification where kind = 'approval.asked' and record_id = $1`, [made.id],
    );
    expect(rows[0]?.params.facts.map(([label]) => label['zh-CN'])).toContain('使用人');
    // Whoever asked reads it on the request's own page.
    const own = await user.get(`/me/records/${made.number}`);
    expect((own['facts'] as { label: string }[]).map(({ label }) => label)).not.toContain('For');
    expect((own['facts'] as { value: string }[]).map(({ value }) => value)).toContain('orders@');
    await approve(manager);
  }); // prettier-ignore
  test('a slow approval is late, unless the model says that the target counts from the approval', async () => {
    const by = [{ by: 'person', personId: engineer.id }];
    const usual = await agentModel({ titleEn: 'Badge', titleZh: '工牌', targetHours: 8, approvalSteps: by });
    const agreed = await agentModel({
      titleEn: 'Desk', titleZh: '工位', targetHours: 8, approvalSteps: by, targetFrom: 'approved',
    });
    const [early, late] = [await ask(user, usual, {}), await ask(user, agreed, {})];
    const clockOf = async (made: Row, name: string) =>
      ((await read(made.number))['clocks'] as { name: string; dueAt: string | null; status: string }[]).find((c) => c.name === name);
    expect(await clockOf(early, 'fulfilment')).toMatchObject({ dueAt: '2026-03-02T09:00:00.000Z' });
    expect(await clockOf(late, 'fulfilment')).toMatchObject({ status: 'none', dueAt: null });
    expect(await clockOf(late, 'delivery')).toMatchObject({ status: 'none', dueAt: null });
    at('2026-03-04T01:00:00Z');
    await approve(engineer);
    await approve(engineer);
    expect(await clockOf(early, 'fulfilment')).toMatchObject({ dueAt: '2026-03-02T09:00:00.000Z' });
    expect(await clockOf(late, 'delivery')).toMatchObject({ status: 'running', dueAt: '2026-03-04T09:00:00.000Z' });
    at('2026-03-02T01:00:00Z');
  }); // prettier-ignore
  test('rejected, it is over, with the reason', async () => {
    const made = await ask(colleague, await model('Shared mailbox, group or permission', colleague), shared);
    await approve(manager, 'reject', { reason: 'Not your mailbox' });
    expect(await read(made.number)).toMatchObject({ state: 'rejected', endedAt: '2026-03-02T01:00:00.000Z' });
    expect(await tasksOf(made)).toEqual([]);
  });
  test('who leads a team asks somebody above; where nobody is, the coordinator', async () => {
    const made = await ask(manager, await model('Shared mailbox, group or permission', manager), shared);
    expect(await items(manager.get('/me/approvals'))).toEqual([]);
    await approve(coordinator);
    expect((await read(made.number)).state).toBe('fulfilling');
  });
  test('a price above the step’s limit asks a second approver', async () => {
    const of = await model('软件安装或许可');
    const buy = (price: number) =>
      ask(user, of, { software: 'CAD', listed: true, price, reason: 'Drawings' });
    const cheap = await buy(100);
    await approve(manager);
    expect(await read(cheap.number)).toMatchObject({
      state: 'fulfilling',
      costCents: 10_000,
      currency: 'CNY',
    });
    const dear = await buy(60_000);
    await approve(manager);
    expect((await read(dear.number)).state).toBe('awaiting_approval');
    await approve(coordinator);
    expect((await read(dear.number)).state).toBe('fulfilling');
  });
  test('above the organisation’s limit somebody approves even where the model names nobody', async () => {
    const made = await agentModel({ titleEn: 'Server room', titleZh: '机房', costCents: 900_000 });
    const asked = await ask(user, made, {});
    expect((await read(asked.number)).state).toBe('awaiting_approval');
    await user.does(asked, 'cancel', { reason: 'Too dear' });
    expect(await items(manager.get('/me/approvals'))).toEqual([]);
  });
  test('whoever approved it does not fulfil it', async () => {
    const made = await agentModel({ titleEn: 'Token', titleZh: '令牌', approvalSteps: [{ by: 'person', personId: engineer.id }], tasks: [{ key: 'a', title: { en: 'Give it', 'zh-CN': '发放' } }] });
    const asked = (await ask(user, made, {}));
    await approve(engineer);
    const [only] = await tasksOf(asked);
    await engineer.does(only, 'finish').refused('request.approver_fulfils');
    await agent.does(only, 'finish');
  }); // prettier-ignore
});

describe('fulfilment', () => {
  const travelling = {
    city: '上海',
    leaves: '2026-03-09',
    returns: '2026-03-10',
    by: 'train',
    hotel: true,
    cost: 900,
    reason: '客户会议',
  };
  test('tasks run in parallel and in sequence, and the last one fulfils the request', async () => {
    const made = (await ask(user, await model('商务出差'), travelling));
    await approve(manager);
    const [tickets, hotel, itinerary] = await tasksOf(made);
    expect([tickets.state, hotel.state, itinerary.state]).toEqual(['open', 'open', 'waiting']);
    await clerk.does(made, 'fulfil', { assetUpdate: 'not_affected' }).refused('request.tasks_open');
    await clerk.does(tickets, 'start');
    await clerk.does(tickets, 'finish', { minutesSpent: 20 });
    expect((await tasksOf(made))[2].state).toBe('waiting');
    await clerk.does(hotel, 'skip', { reason: 'Stays with friends' });
    expect((await tasksOf(made))[2].state).toBe('open');
    await clerk.does(itinerary, 'finish');
    expect(await read(made.number)).toMatchObject({ state: 'fulfilled', assetUpdate: 'not_affected', fulfilledById: clerk.id });
  }); // prettier-ignore
  test('the team works on it without a role in IT; whoever merely asked does not, nor another team', async () => {
    const made = await ask(user, await model('商务出差'), travelling);
    await approve(manager);
    const [tickets] = await tasksOf(made);
    expect(await clerk.get(`/service-requests/${made.number}`)).toMatchObject({ number: made.number });
    await user.does(made, 'convert', { changeRef: 'CHG-1', reason: 'x' }).refused('request.only_fulfillers');
    await user.does(tickets, 'finish').status(404);
    await engineer.does(tickets, 'finish').status(403);
  });
  test('leaving out the task that updates the assets needs somebody to say that they are', async () => {
    const made = (await ask(user, await model('离职权限回收'), { leaver: colleague.id, last_day: '2026-03-03', at_once: false }));
    for (const task of await tasksOf(made)) {
      if (task['updatesAssets'] === true) await agent.does(task, 'skip', { reason: 'No equipment' });
      else await agent.does(task, 'finish');
    }
    expect((await read(made.number)).state).toBe('fulfilling');
    await agent.does(made, 'fulfil', { assetUpdate: 'not_affected' }).refused('request.assets_skipped', 'assetUpdate');
    expect(await agent.does(made, 'fulfil', { assetUpdate: 'updated' })).toMatchObject({ state: 'fulfilled' });
  }); // prettier-ignore
  test('the requester confirms or reopens; without an answer it closes by itself', async () => {
    const [task] = await tasksOf(first);
    await agent.does(task, 'finish');
    await user.does(first, 'reopen', { comment: '仍无法登录' });
    expect(await read(first.number)).toMatchObject({
      state: 'fulfilling',
      reopenCount: 1,
      fulfilledAt: null,
    });
    await agent.does(first, 'fulfil', { assetUpdate: 'not_affected' });
    await clerk.does(first, 'close').status(404);
    expect(await user.does(first, 'close')).toMatchObject({
      state: 'closed',
      closureCode: 'confirmed_by_requester',
    });
    const made = await ask(user, await model('密码重置'), reset);
    await agent.does((await tasksOf(made))[0], 'finish');
    at('2026-03-08T01:00:00Z');
    await closeFulfilled.run(house);
    at('2026-03-02T01:00:00Z');
    expect(await read(made.number)).toMatchObject({ state: 'closed', closureCode: 'no_answer' });
  });
  test('what is cancelled stops its tasks', async () => {
    const made = await ask(user, await model('密码重置'), reset);
    await user.does(made, 'cancel', { reason: 'It works again' });
    expect((await tasksOf(made)).map((t) => t.state)).toEqual(['skipped']);
    expect((await read(made.number))['clocks']).toContainEqual(
      expect.objectContaining({ name: 'fulfilment', status: 'stopped' }),
    );
  });
  test('where the risk must be assessed it becomes a change, and nothing else', async () => {
    const made = await agentModel({ titleEn: 'Open firewall', titleZh: '防火墙开放', needsChange: true });
    const asked = (await ask(user, made, {}));
    expect((await read(asked.number)).state).toBe('submitted');
    await agent.does(asked, 'convert', { reason: 'Production' }).refused('problem.required', 'changeRef');
    expect(await agent.does(asked, 'convert', { reason: 'Production', changeRef: 'CHG-000001' })).toMatchObject({ state: 'converted', changeRef: 'CHG-000001' });
    expect((await read(asked.number))['clocks']).toContainEqual(
      expect.objectContaining({ name: 'fulfilment', status: 'stopped' }),
    );
  }); // prettier-ignore
});

describe('access', () => {
  const grantOf = async (request: Row) =>
    (await items(agent.get(`/access-grants?filter[requestId]=${request.id}`)))[0] as Row;
  const reviewOf = async (grant: Row) =>
    (await items(agent.get(`/fulfilment-tasks?filter[accessId]=${grant.id}&filter[open]=true`)))[0] as Row;
  const given = async () => {
    const made = await ask(user, await model('共享邮箱、群组或权限'), shared);
    await approve(manager);
    for (const task of await tasksOf(made)) await agent.does(task, 'finish');
    return grantOf(made);
  };
  test('has its end and its next review; the owner says that it is still needed', async () => {
    const grant = await given();
    expect(grant).toMatchObject({ state: 'active', personId: user.id, until: '2026-12-31', recertifyDue: '2026-09-02', ownerId: lead.id });
    at('2026-09-02T06:00:00Z');
    await reviewAccess.run(house);
    await reviewAccess.run(house);
    const review = await reviewOf(grant);
    expect(review).toMatchObject({ kind: 'recertification', ownerId: lead.id, state: 'open' });
    await lead.does(review, 'finish').refused('request.review_decides');
    await user.does(review, 'keep_access', { reason: 'Mine' }).status(404);
    await lead.does(review, 'keep_access', { reason: 'Still on the team' });
    expect(await grantOf({ id: grant['requestId'] } as Row)).toMatchObject({ state: 'active', recertifyDue: '2026-12-31', recertifiedById: lead.id });
    at('2026-03-02T01:00:00Z');
  }); // prettier-ignore
  test('a refused review ends it, and somebody takes it away', async () => {
    const grant = await given();
    at('2026-09-02T06:00:00Z');
    await reviewAccess.run(house);
    await lead.does(await reviewOf(grant), 'refuse_access', { reason: 'Moved to another team' });
    expect(await grantOf({ id: grant['requestId'] } as Row)).toMatchObject({
      state: 'ended',
      endCode: 'refused',
    });
    expect(await reviewOf(grant)).toMatchObject({ kind: 'removal', state: 'open' });
    at('2026-03-02T01:00:00Z');
  });
  test('its last day ends it', async () => {
    const grant = await given();
    at('2027-01-01T06:00:00Z');
    await reviewAccess.run(house);
    expect(await grantOf({ id: grant['requestId'] } as Row)).toMatchObject({
      state: 'ended',
      endCode: 'expired',
    });
    expect(await reviewOf(grant)).toMatchObject({ kind: 'removal' });
    at('2026-03-02T01:00:00Z');
  });
});

describe('who has to fulfil it', () => {
  const reset1 = async () => ask(user, await model('密码重置'), reset);
  test('is disputed with a reason, decided by the process owner, and by nobody in their own case', async () => {
    const made = await reset1();
    await engineer.does(made, 'take');
    await engineer.does(made, 'dispute').refused('problem.required', 'reason');
    const disputed = await engineer.does(made, 'dispute', { reason: 'Accounts are the directory team’s.' });
    expect(disputed).toMatchObject({ ownerId: engineer.id });
    expect(disputed['disputedAt']).not.toBeNull();
    const { rows } = await desk.owner.query(
      `select person_id from notification where record_id = $1 and kind = 'service_request.disputed'`,
      [made.id],
    );
    expect(rows).toEqual([{ person_id: lead.id }]);
    await agent.does(made, 'dispute', { reason: 'x' }).refused('request.disputed_already');
    const settling = { teamId: place.teamId, ownerId: agent.id, reason: 'The desk has the tool.' };
    await engineer.does(made, 'settle_dispute', settling).refused('problem.not_your_role');
    expect(await lead.does(made, 'settle_dispute', settling)).toMatchObject({ ownerId: agent.id, disputedAt: null });
    await lead.does(made, 'settle_dispute', settling).refused('request.not_disputed');
    await lead.does(made, 'take');
    await agent.does(made, 'dispute', { reason: 'Whose is it now?' });
    await lead.does(made, 'settle_dispute', settling).refused('request.own_dispute');
  }); // prettier-ignore
  test('and who took or assigned it by a slip takes that back', async () => {
    const made = await reset1();
    for (const [action, input] of [
      ['take', {}],
      ['assign', { teamId: place.teamId, ownerId: lead.id }],
    ] as const) {
      const done = await agent.does(made, action, input);
      const back = await agent.post(`/service-requests/${made.number}/undo`, { version: done['version'] });
      expect(back).toMatchObject({ ownerId: null, state: 'fulfilling' });
    }
    const [task] = await tasksOf(made);
    const begun = await agent.does(task, 'start');
    const back = await agent.post(`/fulfilment-tasks/${task.number}/undo`, { version: begun['version'] });
    expect(back).toMatchObject({ state: 'open', ownerId: task['ownerId'], startedAt: null });
  });
});

test('the figures count what they say', async () => {
  const answer = await agent.get('/measures?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z');
  const figures = (answer as unknown as { items: { key: string; n: number; value: number | null }[] }).items;
  const figure = (key: string) => figures.find((f) => f.key === `service_request.${key}`);
  expect(figure('on_time')).toMatchObject({ value: 100 });
  expect(figure('first_touch')?.value).toBeLessThan(100);
  expect(figure('cost')).toMatchObject({ value: 900, n: 1 });
  expect(figure('touch_time')).toMatchObject({ n: 1 });
  expect(figure('rejection_rate')?.value).toBeGreaterThan(0);
  expect(figure('backlog')?.value).toBeGreaterThan(0);
  expect(figures.find((f) => f.key === 'request_model.with_instruction')).toMatchObject({ value: 100 });
});
