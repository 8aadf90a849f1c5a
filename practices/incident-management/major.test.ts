import { describe, expect, test } from 'vitest';
import { tickRecord } from '../../kernel/clock/tick.ts';
import { majorDesk, type Items } from './major.fixture.ts';

const desk = await majorDesk();
const {
  agent,
  engineer,
  manager,
  other,
  boss,
  user,
  auditor,
  report,
  follow,
  majorOf,
  judged,
  declared,
  leading,
  at,
} = desk;
const begins = '2026-03-02T01:00:00Z';
const later = (minutes: number) => new Date(Date.parse(begins) + minutes * 60_000).toISOString();
at(begins);

const clockOf = (record: Record<string, unknown>, name: string) =>
  (
    record['clocks'] as {
      name: string;
      status: string;
      dueAt: string | null;
      breachedAt: string | null;
      cycles: number;
    }[]
  ).find((clock) => clock.name === name);
const reviewed = {
  cause: 'A certificate ran out.',
  helped: 'The bridge was open within five minutes.',
  hindered: 'Nobody knew who renews certificates.',
  customerImpact: 'No payment for 50 minutes.',
  affectedUsers: 240,
};

describe('criteria (8.6.1 g)', () => {
  test('what meets one is proposed with what was measured, and not declared', async () => {
    const incident = await report({ impact: 1, urgency: 1 });
    await follow(incident.id);
    expect(await majorOf(incident.id)).toMatchObject({
      state: 'candidate',
      title: 'Nobody can pay',
      declaredAt: null,
      criteria: [{ key: 'critical_service', priority: 1, criticality: 'critical' }],
    });
    await follow(incident.id);
    const { items } = (await agent.get('/major-incidents')) as unknown as Items;
    expect(items).toHaveLength(1);
  });
  test('a declined one keeps its reason, and is proposed again only by a further criterion', async () => {
    const incident = await report({ impact: 1, urgency: 1 });
    await follow(incident.id);
    const major = await majorOf(incident.id);
    if (!major) throw new Error('not proposed');
    await manager
      .post(`/major-incidents/${major.number}/transitions/decline`, {})
      .refused('problem.required', 'reason');
    expect(await manager.does(major, 'decline', { reason: 'A drill' })).toMatchObject({
      state: 'declined',
      declineReason: 'A drill',
    });
    await follow(incident.id);
    expect(await majorOf(incident.id)).toMatchObject({ state: 'declined' });
    await agent.patch(`/incidents/${incident.number}`, { security: true });
    await follow(incident.id);
    const again = await majorOf(incident.id);
    expect(again).toMatchObject({ state: 'candidate' });
    expect((again?.['criteria'] as { key: string }[] | undefined)?.map((c) => c.key)).toEqual([
      'critical_service',
      'security',
    ]);
  });
  test('an ordinary incident is left alone', async () => {
    const incident = await report({ impact: 3, urgency: 3 });
    await follow(incident.id);
    expect(await majorOf(incident.id)).toBeUndefined();
  });
  test('they are data: who may changes them, and the decision cites the version', async () => {
    await agent.get('/major-incidents/runbook');
    const call = (who: typeof manager, criteria: unknown) =>
      desk.app.inject({
        method: 'PUT',
        url: '/api/v1/major-incidents/criteria',
        headers: { authorization: `Bearer ${who.token}` },
        payload: { criteria } as object,
      });
    expect((await call(agent, [{ key: 'x', priority: 1 }])).statusCode).toBe(403);
    expect((await call(manager, [{ key: 'x' }])).statusCode).toBe(422);
    const criteria = [
      { key: 'critical_service', priority: 1, criticality: ['critical'] },
      { key: 'three_users', affectedUsers: 3 },
    ];
    const changed = await call(manager, criteria);
    expect(changed.json()).toEqual({ criteria, version: 1 });
    const lead = await report({ impact: 3, urgency: 3 });
    for (const requester of [agent, engineer]) {
      const child = await report({ requesterId: requester.id });
      await agent.does(child, 'set_parent', { parentId: lead.id });
    }
    await follow(lead.id);
    expect(await majorOf(lead.id)).toMatchObject({
      criteriaVersion: 1,
      criteria: [{ key: 'three_users', affectedUsers: 3, linkedIncidents: 2 }],
    });
  });
  test('who judges says why; nobody but the software measures; one incident leads one', async () => {
    const incident = await report();
    const given = { leadingIncidentId: incident.id };
    await manager.post('/major-incidents', given).refused('major_incident.judgement_needed', 'reason');
    await manager
      .post('/major-incidents', {
        ...given,
        reason: 'x',
        criteria: [
          { key: 'k', priority: 1, criticality: null, affectedUsers: 1, linkedIncidents: 0, security: false },
        ],
      })
      .refused('major_incident.criteria_are_measured', 'criteria');
    await manager.post('/major-incidents', { ...given, reason: 'Press is calling' });
    await manager
      .post('/major-incidents', { ...given, reason: 'Twice' })
      .refused('problem.taken', 'leadingIncidentId');
    const child = await report();
    await agent.does(child, 'set_parent', { parentId: incident.id });
    await manager
      .post('/major-incidents', { leadingIncidentId: child.id, reason: 'x' })
      .refused('major_incident.leads_not');
    await user.post('/major-incidents', { ...given, reason: 'x' }).refused('problem.not_your_role');
  });
});

describe('declaring', () => {
  test('needs a manager and a bridge that can be reached, by who may', async () => {
    const { major } = await judged();
    const declare = (who: typeof manager, input: object) =>
      who.post(`/major-incidents/${major.number}/transitions/declare`, input);
    await declare(engineer, leading).refused('problem.not_your_role');
    await declare(agent, leading).refused('problem.not_your_role');
    await declare(manager, { bridge: leading.bridge }).refused('problem.required', 'managerId');
    await declare(manager, { managerId: manager.id }).refused('problem.required', 'bridge');
    await declare(manager, { ...leading, bridge: 'the usual one' }).refused(
      'major_incident.bridge_unreachable',
      'bridge',
    );
    await declare(manager, { ...leading, managerId: user.id }).refused(
      'major_incident.not_staff',
      'managerId',
    );
    await declare(manager, { ...leading, technicalLeadId: manager.id }).refused(
      'major_incident.manager_repairs',
      'technicalLeadId',
    );
    expect(await declare(manager, { ...leading, bridge: '+86 10 1234 5678' })).toMatchObject({
      state: 'declared',
      managerId: manager.id,
    });
    await declare(manager, leading).refused('problem.wrong_state');
  });
  test('its crew is told', async () => {
    const { major } = await declared();
    const { rows } = await desk.owner.query(
      'select person_id from notification where record_id = $1 and kind = $2',
      [major.id, 'major.declared'],
    );
    expect(rows.map((row) => row.person_id)).toContain(other.id);
    expect(rows.map((row) => row.person_id)).not.toContain(manager.id);
  });
});

describe('top management is informed within 30 minutes (8.6.1 i)', () => {
  const inform = (number: string, personIds: string[]) =>
    manager.post(`/major-incidents/${number}/transitions/inform_management`, {
      personIds,
      way: 'phone',
      text: 'Shop is down',
    });
  test('who, when and how is recorded, and the clock runs to the next time', async () => {
    at(begins);
    const { major } = await declared();
    expect(clockOf(await manager.get(`/major-incidents/${major.number}`), 'management')).toMatchObject({
      status: 'running',
      dueAt: later(30).replace('Z', 'Z'),
    });
    await inform(major.number, [agent.id]).refused('major_incident.not_top_management', 'personIds');
    at(later(12));
    await inform(major.number, [boss.id]);
    const told = await manager.get(`/major-incidents/${major.number}`);
    expect(told).toMatchObject({ managementInformedAt: later(12) });
    expect(clockOf(told, 'management')).toMatchObject({
      status: 'running',
      dueAt: later(12 + 240),
      breachedAt: null,
      cycles: 1,
    });
    const { items, refs } = (await manager.get(
      `/major-incidents/${major.number}/entries`,
    )) as unknown as Items;
    expect(items[0]).toMatchObject({
      kind: 'management',
      way: 'phone',
      people: [boss.id],
      authorId: manager.id,
      texts: { en: 'Shop is down' },
    });
    expect(refs[boss.id]?.title).toBe('Liu Yang');
  });
  test('a breach is stamped by the clock alone, and stays', async () => {
    at(begins);
    const { major } = await declared();
    at(later(31));
    await tickRecord(desk.house, { id: major.id, type: 'major-incident' });
    await inform(major.number, [boss.id]);
    const told = await manager.get(`/major-incidents/${major.number}`);
    expect(clockOf(told, 'management')?.breachedAt).toBe(later(30));
    expect(told).toMatchObject({ managementDueAt: later(30), managementInformedAt: later(31) });
  });
  test('a public comment restarts neither clock', async () => {
    at(begins);
    const { major } = await declared();
    at(later(5));
    await manager.does(major, 'comment', { comment: 'Hello', public: true });
    const after = await manager.get(`/major-incidents/${major.number}`);
    expect(clockOf(after, 'management')?.cycles).toBe(0);
    expect(clockOf(after, 'update')?.cycles).toBe(0);
  });
});

describe('updates and timeline', () => {
  test('an update reaches its audiences and restarts its clock', async () => {
    at(begins);
    const { major, incident } = await declared();
    const path = `/major-incidents/${major.number}/transitions/post_update`;
    at(later(20));
    await engineer.post(path, { audiences: [], texts: { en: 'x' } }).refused('problem.field', 'audiences');
    await engineer
      .post(path, { audiences: ['technical'], texts: {} })
      .refused('major_incident.text_required', 'texts');
    await engineer
      .post(path, { audiences: ['public'], texts: { en: 'x' } })
      .refused('major_incident.public_needs_both', 'texts');
    const texts = { en: 'Payment is down.', 'zh-CN': '支付中断。' };
    await engineer.post(path, { audiences: ['management', 'public', 'affected'], texts });
    const after = await manager.get(`/major-incidents/${major.number}`);
    expect(clockOf(after, 'update')).toMatchObject({ dueAt: later(50), cycles: 1 });
    const { items } = (await manager.get(`/major-incidents/${major.number}/entries`)) as unknown as Items;
    expect(items[0]).toMatchObject({
      kind: 'update',
      texts,
      audiences: ['management', 'public', 'affected'],
      authorId: engineer.id,
      at: later(20),
    });
    expect(await manager.get(`/incidents/${incident.number}`)).toMatchObject({ announcement: texts });
    const { rows } = await desk.owner.query(
      `select params from notification where record_id = $1 and kind = 'major.update' and person_id = $2`,
      [major.id, boss.id],
    );
    expect(rows[0].params).toEqual({ text: 'Payment is down.' });
  });
  test('an entry is written once; a mistake is corrected by a further one', async () => {
    at(begins);
    const { major } = await declared();
    at(later(10));
    const path = `/major-incidents/${major.number}/transitions/record_entry`;
    await agent
      .post(path, { kind: 'observation', texts: { en: 'x' }, at: later(11) })
      .refused('major_incident.in_future', 'at');
    await agent
      .post(path, { kind: 'observation', texts: { en: 'x' }, at: '2026-03-01T00:00:00Z' })
      .refused('major_incident.before_start', 'at');
    await auditor.post(path, { kind: 'observation', texts: { en: 'x' } }).refused('problem.not_your_role');
    await agent.post(path, { kind: 'observation', texts: { en: 'DB-02 is full' }, at: later(3) });
    const entries = async () =>
      ((await manager.get(`/major-incidents/${major.number}/entries`)) as unknown as Items).items;
    const wrong = (await entries()).find((entry) => entry['kind'] === 'observation');
    await agent
      .post(path, { kind: 'observation', texts: { en: 'x' }, corrects: major.id })
      .refused('major_incident.no_such_entry', 'corrects');
    await agent.post(path, { kind: 'observation', texts: { en: 'It is DB-03' }, corrects: wrong?.['id'] });
    expect((await entries())[0]).toMatchObject({ correctsId: wrong?.['id'], recordedAt: later(10) });
    await expect(desk.house.pool.query(`update major_entry set kind = 'decision'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(desk.house.pool.query('delete from major_entry')).rejects.toThrow(/permission denied/);
  });
});

describe('from restored to closed', () => {
  const restored = async () => {
    at(begins);
    const made = await declared();
    at(later(40));
    await engineer.does(made.major, 'stabilise', { reason: 'Traffic on the second site' });
    at(later(50));
    return {
      ...made,
      major: await engineer.does(made.major, 'restore', {
        reason: 'Certificate renewed',
        restoredAt: later(50),
      }),
    };
  };
  const end = async (incident: { number: string }) => {
    await agent.does(incident, 'triage', {
      serviceId: desk.service.id,
      categoryId: desk.category.id,
      impact: 1,
      urgency: 1,
    });
    await agent.does(incident, 'start', {});
    await agent.does(incident, 'resolve', {
      resolution: 'Renewed.',
      resolutionCode: 'fixed',
      causeClass: 'configuration',
      ci: 'CERT',
      problemRef: 'PRB-1',
    });
  };
  test('it cannot have been restored in the future', async () => {
    at(begins);
    const { major } = await declared();
    await engineer
      .post(`/major-incidents/${major.number}/transitions/restore`, { reason: 'x', restoredAt: later(5) })
      .refused('major_incident.in_future', 'restoredAt');
  });
  test('the review falls due five working days later', async () => {
    const { major } = await restored();
    expect(String(major['reviewDueAt'])).toBe('2026-03-09T01:50:00.000Z');
    expect(clockOf(await manager.get(`/major-incidents/${major.number}`), 'review')).toMatchObject({
      status: 'running',
    });
  });
  test('the leading incident closes only when the review is opened with its due date', async () => {
    const { major, incident } = await restored();
    await end(incident);
    const close = () =>
      agent.post(`/incidents/${incident.number}/transitions/close`, {
        closureCode: 'confirmed_through_desk',
        reason: 'By telephone',
      });
    await close().refused('incident.major_not_reviewed');
    await manager.does(major, 'open_review', { reviewerId: other.id });
    expect(await close()).toMatchObject({ state: 'closed' });
  });
  test('nor is it cancelled meanwhile', async () => {
    const { incident } = await restored();
    await agent
      .post(`/incidents/${incident.number}/transitions/cancel`, {
        closureCode: 'recorded_in_error',
        reason: 'x',
      })
      .refused('incident.major_not_reviewed');
  });
  test('whoever led it does not review it (S4); cause, figures and actions are there; it closes when the actions are verified', async () => {
    const { major } = await restored();
    const path = (action: string) => `/major-incidents/${major.number}/transitions/${action}`;
    await manager
      .post(path('open_review'), { reviewerId: manager.id })
      .refused('major_incident.reviewer_led_it', 'reviewerId');
    await manager.post(path('open_review'), { reviewerId: other.id });
    await manager.post(path('finish_review'), reviewed).refused('major_incident.reviewer_led_it');
    await other
      .post(path('finish_review'), { ...reviewed, hindered: undefined, noActionsReason: 'x' })
      .refused('problem.required', 'hindered');
    await other.post(path('finish_review'), reviewed).refused('major_incident.no_actions', 'noActionsReason');
    const action = await other.post('/action-items', {
      title: 'Name who renews certificates',
      ownerId: engineer.id,
      dueOn: '2026-03-20',
      sourceId: major.id,
    });
    expect(await other.post(path('finish_review'), reviewed)).toMatchObject({
      state: 'reviewed',
      sodException: false,
    });
    await other.post(path('close')).refused('major_incident.actions_open');
    await engineer.does(action, 'finish', { result: 'Wang does' });
    await engineer
      .post(`/action-items/${action.number}/transitions/verify`, { verification: 'x' })
      .refused('action_item.verifier_did_it');
    await other.does(action, 'verify', { verification: 'The next one was renewed in time.' });
    expect(await other.post(path('close'))).toMatchObject({ state: 'closed' });
  });
  test('what breaks again is declared again', async () => {
    const { major } = await restored();
    expect(await engineer.does(major, 'relapse', { reason: 'Down again' })).toMatchObject({
      state: 'declared',
      restoredAt: null,
      reviewDueAt: null,
    });
  });
  test('impact is counted live', async () => {
    const { major, incident } = await restored();
    const child = await report({ requesterId: agent.id });
    await agent.does(child, 'set_parent', { parentId: incident.id });
    expect(await manager.get(`/major-incidents/${major.number}/impact`)).toMatchObject({
      linkedIncidents: 1,
      reporters: 2,
      affectedUsers: 2,
      counted: true,
      durationMs: 50 * 60_000,
    });
  });
});

test('the measures: how many, management in time, reviewed on time, time to restore', async () => {
  const { items } = (await manager.get(
    '/measures?practice=incident-management&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z',
  )) as unknown as Items;
  const figure = (key: string) => items.find((item) => item['key'] === `major_incident.${key}`);
  expect(Number(figure('count')?.['value'])).toBeGreaterThan(5);
  expect(figure('informed_in_time')).toMatchObject({ numerator: 1, unit: 'percent' });
  expect(figure('reviewed_on_time')).toMatchObject({ numerator: 1 });
  expect(figure('time_to_restore')).toMatchObject({ value: 50 * 60_000 });
  expect(figure('time_to_declare')).toMatchObject({ value: 0 });
});

test('the runbook names who is contacted first, how often it is told, and the review', async () => {
  expect(await agent.get('/major-incidents/runbook')).toMatchObject({
    informManagement: { first: 30 },
    updateEveryMinutes: 30,
    reviewWithinWorkingDays: 5,
    contacts: [
      { role: 'service-desk-lead' },
      { role: 'incident-manager', people: [{ name: 'Chen Jie' }, { name: 'Wang Fang' }] },
      { role: 'service-owner' },
      { role: 'top-management', people: [{ name: 'Liu Yang' }] },
    ],
  });
  await user.get('/major-incidents/runbook').refused('problem.not_your_role');
});
