import { beforeEach, describe, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { begin, create } from '../../kernel/record/act.ts';
import { backOut, changeHouse, items, lowRisk, type Row } from './change.fixture.ts';
import { lapseModels, proposeTrends } from './change.jobs.ts';
import { isSampled } from './change.sets.ts';
import { createTemplates } from './models/create.ts';

const house = await changeHouse();
const { at, requester, implementer, manager, boss, reviewer, service, dependent } = house;
beforeEach(() => at('2026-03-02T01:00:00Z'));

const body = {
  title: 'Restart of a mail node',
  use: 'standard',
  objective: 'The node answers again and the queue is empty.',
  subjectIds: [service.id],
  riskAnswers: lowRisk,
  implementationPlan: [
    { title: 'Drain the node', minutes: 5 },
    { title: 'Restart it and watch the queue', minutes: 5 },
  ],
  backOutPlan: backOut,
  testMethod: 'Tried on the staging node each month.',
};
/** Changes of the kind, each carried out and reviewed. */
async function prove(times: number, modelId: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const change = await house.implemented({ subjectIds: [service.id], modelId });
    await requester.does(change, 'open_review', house.afterwards);
    await reviewer.does(change, 'finish_review', house.review);
    ids.push(change.id);
  }
  at('2026-03-09T01:00:00Z');
  return ids;
}
const standard = (model: Row, input: object = {}) =>
  requester.post('/changes', {
    title: 'Restart node 2', category: 'standard', modelId: model.id, purpose: 'Its queue has stopped for the second time.',
    implementerId: implementer.id, plannedStartAt: '2026-03-10T01:00:00Z', plannedEndAt: '2026-03-10T02:00:00Z', ...input,
  }); // prettier-ignore

describe('a standard change', () => {
  let model: Row;
  test('its model is earned by three successful changes, has low risk, and is authorised by another person than its author', async () => {
    model = await requester.post('/change-models', body);
    await manager.does(model, 'authorise').refused('change.model_not_earned');
    const proofIds = await prove(2);
    await requester.patch(`/change-models/${model.number}`, { proofIds });
    await manager.does(model, 'authorise').refused('change.model_not_earned');
    await prove(1, model.id);
    await requester.does(model, 'authorise').status(403);
    await manager.patch(`/change-models/${model.number}`, { description: 'After two hours without mail.' });
    await manager.does(model, 'authorise').refused('change.model_own');
    await requester.patch(`/change-models/${model.number}`, {
      riskAnswers: { ...lowRisk, criticality: 4, tested: 4, users: 4 },
    });
    await manager.does(model, 'authorise').refused('change.model_risk', 'riskAnswers');
    await requester.patch(`/change-models/${model.number}`, {
      riskAnswers: lowRisk,
      backOutPlan: { ...backOut, steps: [{ title: 'roll back' }] },
    });
    await manager.does(model, 'authorise').refused('change.back_out_boilerplate');
    await requester.patch(`/change-models/${model.number}`, { backOutPlan: backOut });
    model = await manager.does(model, 'authorise');
    expect(model).toMatchObject({ state: 'in_force', expiresOn: '2027-03-09', authorisedById: manager.id });
    await requester
      .patch(`/change-models/${model.number}`, { title: 'Other' })
      .refused('problem.wrong_state');
  });
  test('is pre-authorised: submitted, it is approved, with the plans of its model', async () => {
    const change = await requester.does(await standard(model), 'submit');
    expect(await house.read(change)).toMatchObject({ state: 'approved', riskLevel: 'low' });
    expect((change['implementationPlan'] as unknown[]).length).toBe(2);
    const scheduled = await requester.does(change, 'schedule', { windowBasis: 'no_interruption' });
    expect(scheduled.state).toBe('scheduled');
  });
  test('needs a model in force and stays within it', async () => {
    await requester
      .post('/changes', { title: 'X', category: 'standard' })
      .refused('change.standard_needs_model', 'modelId');
    await standard(model, { subjectIds: [dependent.id] }).then(
      () => expect.unreachable(),
      () => undefined,
    );
    const draft = await requester.post('/change-models', { ...body, title: 'Another' });
    await standard(draft).then(
      () => expect.unreachable(),
      () => undefined,
    );
    await requester
      .post('/changes', { title: 'X', category: 'standard', modelId: draft.id })
      .refused('change.model_not_in_force', 'modelId');
  });
  test('of which a sample of five in a hundred is reviewed, drawn by nobody', () => {
    const ids = Array.from(
      { length: 4000 },
      (_, n) => `019cac0f-2680-7000-8000-${String(n).padStart(12, '0')}`,
    );
    const share = ids.filter((id) => isSampled(id, 5)).length / ids.length;
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.065);
    expect(ids.some((id) => isSampled(id, 0))).toBe(false);
  });
  test('closes without a review where it is not in the sample', async () => {
    const review = ((await manager.get('/changes/policy'))['parts'] as Record<string, { value: object }>)[
      'review'
    ];
    await manager.put('/changes/policy/review', { value: { ...review?.value, standardSample: 0 } });
    at('2026-03-09T02:00:00Z');
    const change = await requester.does(
      await standard(model, { plannedStartAt: '2026-03-11T01:00:00Z', plannedEndAt: '2026-03-11T02:00:00Z' }),
      'submit',
    );
    await requester.does(change, 'schedule', { windowBasis: 'no_interruption' });
    at('2026-03-11T01:10:00Z');
    await implementer.does(change, 'start');
    for (const step of [1, 2]) await implementer.does(change, 'log_step', { step, outcome: 'done' });
    await implementer.does(change, 'complete');
    const closed = await requester.does(change, 'close_unreviewed', {
      cisUpdated: 'not_affected',
      usersInformed: 'not_concerned',
    });
    expect(closed).toMatchObject({ state: 'closed', successful: true, reviewRequired: false });
    await manager.put('/changes/policy/review', { value: { ...review?.value, standardSample: 100 } });
  });
  test('that fails suspends its model, and is investigated', async () => {
    const change = await requester.does(
      await standard(model, { plannedStartAt: '2026-03-12T01:00:00Z', plannedEndAt: '2026-03-12T02:00:00Z' }),
      'submit',
    );
    await requester.does(change, 'schedule', { windowBasis: 'no_interruption' });
    at('2026-03-12T01:10:00Z');
    await implementer.does(change, 'start');
    await implementer.does(change, 'fail', { reason: 'The node does not come up.' });
    expect((await manager.get(`/change-models/${model.number}`)).state).toBe('suspended');
    await requester
      .post('/changes', { title: 'X', category: 'standard', modelId: model.id })
      .refused('change.model_not_in_force');
    expect((await manager.does(model, 'reauthorise')).state).toBe('in_force');
  });
  test('its model lapses when nobody authorises it again within the year', async () => {
    at('2027-02-20T01:00:00Z');
    await lapseModels.run(house.house);
    const told = await items(manager.get('/me/notifications'));
    expect(told.some((one) => one['kind'] === 'change_model.due')).toBe(true);
    at('2027-03-20T01:00:00Z');
    await lapseModels.run(house.house);
    expect((await manager.get(`/change-models/${model.number}`)).state).toBe('lapsed');
  });
});

test('the template for upgrades asks for its seven points and pre-authorises nothing', async () => {
  await begin(house.house, (work) => createTemplates(work, system()));
  const [template] = await items(manager.get('/change-models?filter[use]=template'));
  if (!template) throw new Error('no template');
  const whole = await manager.get(`/change-models/${template.number}`);
  expect(whole).toMatchObject({ state: 'in_force' });
  expect((whole['items'] as unknown[]).length).toBe(7);
  await requester
    .post('/changes', { title: 'X', category: 'standard', modelId: template.id })
    .refused('change.template_is_no_model', 'modelId');
  const change = await house.request({ modelId: template.id, category: 'minor' });
  const refused = await requester.does(change, 'submit').status(422);
  expect((refused['errors'] as unknown[]).length).toBe(7);
});

describe('the trend analysis', () => {
  test('is proposed for the quarter that has ended, once, with its figures', async () => {
    at('2026-04-02T01:00:00Z');
    await proposeTrends.run(house.house);
    await proposeTrends.run(house.house);
    const found = await items(manager.get('/change-trends'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ title: '2026 Q1', state: 'proposed', ownerId: manager.id });
    const { now } = (await manager.get(`/change-trends/${found[0]?.number}`))['figures'] as {
      now: Record<string, number>;
    };
    expect(now['implemented']).toBeGreaterThan(3);
    expect(now['failed']).toBe(1);
  });
  test('ends with conclusions, and with actions where some are needed', async () => {
    const [trend] = await items(manager.get('/change-trends'));
    if (!trend) throw new Error('no trend');
    await requester.does(trend, 'conclude', { conclusions: 'x', decision: 'no_action' }).status(403);
    await manager
      .does(trend, 'conclude', { conclusions: 'ok', decision: 'no_action' })
      .refused('change.conclusions', 'conclusions');
    const said = {
      conclusions: 'One node fails again and again; the hardware is replaced.',
      decision: 'actions',
    };
    await manager.does(trend, 'conclude', said).refused('change.actions_first', 'decision');
    await begin(house.house, (work) =>
      create(work, 'action-item', system(), {
        title: 'Replace node 2',
        ownerId: boss.id,
        dueOn: '2026-05-01',
        sourceId: trend.id,
      }),
    );
    expect((await manager.does(trend, 'conclude', said)).state).toBe('concluded');
  });
});

test('each figure of 0.6 opens the changes that were counted', async () => {
  at('2026-04-02T01:00:00Z');
  const measures = await items(manager.get('/measures?from=2026-03-01&to=2026-04-01'));
  const figure = (key: string) =>
    measures.find((one) => one['key'] === key) as unknown as {
      n: number;
      numerator: number;
      value: number;
      records: Record<string, string>;
    };
  expect(figure('change.success_rate').n).toBe(4);
  expect(figure('change.success_rate').numerator).toBe(4);
  for (const key of [
    'change.success_rate',
    'change.emergency_share',
    'change.lead_time',
    'change.review_on_time',
    'change.backlog',
    'change.collision_rate',
  ]) {
    const { n, records } = figure(key);
    expect((await items(manager.get(`/${records['all']}&limit=100`))).length, key).toBe(n);
  }
});
