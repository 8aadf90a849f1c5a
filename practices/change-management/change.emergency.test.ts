import { beforeEach, describe, expect, test } from 'vitest';
import { begin } from '../../kernel/record/act.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { changeHouse, items } from './change.fixture.ts';
import { recordFound } from './practice.ts';

const house = await changeHouse();
const { at, requester, implementer, manager, ecab, boss, reviewer, service, user } = house;
const now = '2026-03-02T01:00:00Z';
beforeEach(() => at(now));

const emergency = (input: object = {}) =>
  house.request({ category: 'emergency', plannedStartAt: null, plannedEndAt: null, ...input });
const authorisation = {
  emergencyGround: 'restore_service',
  emergencyReason: 'The mail store is down and cannot wait for the board.',
  authorisedById: ecab.id,
  authorisedAt: '2026-03-02T00:50:00Z',
  authorisedVia: 'phone',
  implementerId: implementer.id,
};
const authorised = async (input: object = {}) =>
  requester.does(await emergency(), 'authorise', { ...authorisation, ...input });
const done = async () => {
  const change = await authorised();
  await implementer.does(change, 'start');
  return implementer.does(change, 'complete');
};
const documents = () => ({ ...house.assessment, ...house.plan, implementerId: implementer.id });

describe('an emergency', () => {
  test('is authorised by name and time, not submitted', async () => {
    const change = await emergency({
      plannedStartAt: '2026-03-02T02:00:00Z',
      plannedEndAt: '2026-03-02T03:00:00Z',
    });
    await requester.does(change, 'submit').refused('change.emergency_is_authorised');
    await requester
      .does(change, 'authorise', { ...authorisation, authorisedById: null })
      .refused('problem.required', 'authorisedById');
    await requester
      .does(change, 'authorise', { ...authorisation, authorisedAt: null })
      .refused('problem.required', 'authorisedAt');
    await requester
      .does(change, 'authorise', { ...authorisation, emergencyReason: 'asap' })
      .refused('change.why_not_later', 'emergencyReason');
    expect((await requester.does(change, 'authorise', authorisation)).state).toBe('approved');
  });
  test('is authorised by somebody of the emergency board, who neither asked for it nor carries it out', async () => {
    const change = await emergency();
    const by = (authorisedById: string) =>
      requester.does(change, 'authorise', { ...authorisation, authorisedById });
    await by(reviewer.id).refused('change.authoriser_may_not', 'authorisedById');
    await by(requester.id).refused('change.authoriser_requested', 'authorisedById');
    await by(implementer.id).refused('change.authoriser_implements', 'authorisedById');
    await requester
      .does(change, 'authorise', { ...authorisation, authorisedVia: 'in_person' })
      .refused('change.in_person_by_oneself', 'authorisedVia');
    await requester
      .does(change, 'authorise', { ...authorisation, authorisedAt: '2026-03-02T09:00:00Z' })
      .refused('change.authorised_in_future', 'authorisedAt');
  });
  test('begins at once, without a window, but not by whoever authorised it', async () => {
    const change = await authorised({ authorisedById: manager.id });
    await manager.does(change, 'start').refused('change.approver_starts');
    expect((await implementer.does(change, 'start')).state).toBe('implementing');
  });
  test('whoever authorised it by phone is asked, and only they confirm or deny it', async () => {
    const change = await authorised();
    const told = await items(ecab.get('/me/notifications'));
    expect(told.some((one) => one['kind'] === 'change.confirm_authorisation')).toBe(true);
    await requester.does(change, 'confirm_authorisation').refused('change.only_authoriser');
    await ecab.does(change, 'confirm_authorisation');
    await ecab.does(change, 'confirm_authorisation').refused('change.confirmed_already');
    const other = await authorised();
    expect(await ecab.does(other, 'deny_authorisation', { reason: 'Nobody called me.' })).toMatchObject({
      unauthorised: true,
    });
  });
  test('is documented before it is reviewed, with everything that an assessment asks, and reviewed always', async () => {
    const change = await done();
    expect(change['reviewRequired']).toBe(true);
    await requester.does(change, 'open_review', house.afterwards).refused('change.document_first');
    await requester.does(change, 'document', documents()).refused('change.unconfirmed');
    await ecab.does(change, 'confirm_authorisation');
    const { security: _gone, ...blank } = house.assessment.impactAnswers;
    await requester
      .does(change, 'document', { ...documents(), impactAnswers: blank })
      .refused('change.impact_blank');
    await requester
      .does(change, 'document', { ...documents(), backOutPlan: null })
      .refused('change.no_back_out');
    await requester.does(change, 'close_unreviewed', house.afterwards).status(422);
    expect((await requester.does(change, 'document', documents())).state).toBe('documented');
    await requester.does(change, 'open_review', house.afterwards);
    expect(await reviewer.does(change, 'finish_review', house.review)).toMatchObject({
      state: 'closed',
      successful: true,
    });
  });
  test('has a working day for its documentation, counted from the end of the work', async () => {
    const change = await done();
    const clocks = (await house.read(change))['clocks'] as {
      name: string;
      status: string;
      targetMs: number;
      dueAt: string;
    }[];
    expect(clocks.find(({ name }) => name === 'documentation')).toMatchObject({
      status: 'running',
      targetMs: 8 * 3_600_000,
      dueAt: '2026-03-02T09:00:00.000Z',
    });
  });
  test('is none without a ground that the policy knows', async () => {
    const before = (await manager.get('/changes/policy'))['parts'] as Record<
      string,
      { value: Record<string, unknown> }
    >;
    const rules = before['emergency']?.value ?? {};
    await manager.put('/changes/policy/emergency', { value: { ...rules, grounds: ['security'] } });
    await requester
      .does(await emergency(), 'authorise', authorisation)
      .refused('change.ground_not_allowed', 'emergencyGround');
    await manager.put('/changes/policy/emergency', { value: rules });
  });
});

describe('in a small organisation', () => {
  test('whoever asked may authorise, never who carries it out; the exception is recorded', async () => {
    const as = (value: 'S' | 'M') =>
      begin(house.house, (work) => changeSetting(work, manager.actor, profile, value));
    await as('S');
    const change = await manager.post('/changes', { ...house.asked, category: 'emergency' });
    const input = { ...authorisation, authorisedById: manager.id, authorisedVia: 'in_person' };
    await manager
      .does(change, 'authorise', { ...input, implementerId: manager.id })
      .refused('change.authoriser_implements');
    expect(await manager.does(change, 'authorise', input)).toMatchObject({
      state: 'approved',
      sodException: true,
    });
    const asked = await manager.post('/changes', {
      ...house.asked,
      plannedStartAt: '2026-05-01T00:00:00Z',
      plannedEndAt: '2026-05-01T01:00:00Z',
    });
    await manager.does(asked, 'submit');
    await manager.does(asked, 'assess', house.assessment);
    await house.decide(manager, asked);
    expect((await house.read(asked))['sodException']).toBe(true);
    await as('M');
  });
});

describe('a change that was found', () => {
  test('is recorded as unauthorised, investigated, and reviewed like any other', async () => {
    await requester
      .post('/changes', { ...house.asked, found: true })
      .refused('change.found_by_managers', 'found');
    const { id, number } = await begin(house.house, (work) =>
      recordFound(work, manager.actor, {
        title: 'Memory of node 2 was doubled',
        purpose: 'Discovery shows 64 GB where 32 GB were recorded.',
        subjectIds: [service.id],
        ownerId: requester.id,
      }),
    );
    const change = await house.read({ number });
    expect(change).toMatchObject({
      state: 'implemented',
      unauthorised: true,
      inWindow: false,
      reviewRequired: true,
    });
    const [task] = await items(manager.get(`/change-tasks?filter[changeId]=${id}`));
    expect(task).toMatchObject({ kind: 'investigation', ownerId: requester.id });
    await requester.does(change, 'open_review', house.afterwards);
    await reviewer.does(change, 'finish_review', house.review).refused('change.investigation_open');
  });
});

describe('the policy', () => {
  test('is changed part by part by those who own it; each change makes a version', async () => {
    const parts = async () =>
      (await manager.get('/changes/policy'))['parts'] as Record<
        string,
        { value: Record<string, unknown>; version: number }
      >;
    const { planning } = await parts();
    if (!planning) throw new Error('no planning');
    await requester.put('/changes/policy/planning', { value: planning.value }).status(403);
    await user.get('/changes/policy').status(403);
    await manager.put('/changes/policy/nothing', { value: {} }).status(404);
    await manager
      .put('/changes/policy/planning', { value: { ...planning.value, windowTolerance: -1 } })
      .refused('problem.field', 'windowTolerance');
    await manager.put('/changes/policy/planning', { value: { ...planning.value, windowTolerance: 5 } });
    expect((await parts())['planning']).toMatchObject({
      version: planning.version + 1,
      value: { windowTolerance: 5 },
    });
  });
  test('a rule of risk whose limits do not rise is refused', async () => {
    const { risk } = (await manager.get('/changes/policy'))['parts'] as Record<
      string,
      { value: Record<string, unknown> }
    >;
    await manager
      .put('/changes/policy/risk', {
        value: { ...risk?.value, levelFrom: { medium: 9, high: 8, very_high: 12 } },
      })
      .refused('change.ascending', 'levelFrom');
  });
  test('another matrix sends changes to other people', async () => {
    const { approval_matrix: matrix } = (await manager.get('/changes/policy'))['parts'] as Record<
      string,
      { value: Record<string, unknown> }
    >;
    const low = [{ by: 'role', role: 'top-management', quorum: 'any' }];
    await manager.put('/changes/policy/approval_matrix', { value: { ...matrix?.value, low } });
    const change = await house.assessed(
      {},
      { plannedStartAt: '2026-06-01T00:00:00Z', plannedEndAt: '2026-06-01T01:00:00Z' },
    );
    expect(await house.waiting(manager, change)).toBeUndefined();
    expect(await house.waiting(boss, change)).toBeDefined();
    await manager.put('/changes/policy/approval_matrix', { value: matrix?.value });
  });
});
