import { beforeEach, describe, expect, test } from 'vitest';
import { backOut, changeHouse, highRisk, impact, items, lowRisk } from './change.fixture.ts';

const house = await changeHouse();
const { at, requester, implementer, manager, boss, board, answers, contact, auditor, user, reviewer, service, dependent, customer } = house; // prettier-ignore

beforeEach(() => at('2026-03-02T01:00:00Z'));
let windows = 0;
/** Each in a window of its own, or each would collide with the one before. */
const apart = () => {
  windows += 1;
  const from = Date.parse('2026-04-01T00:00:00Z') + windows * 86_400_000;
  return {
    plannedStartAt: new Date(from).toISOString(),
    plannedEndAt: new Date(from + 3_600_000).toISOString(),
  };
};

describe('asking for a change', () => {
  test('says purpose, objective, services or items, category and window before it is submitted', async () => {
    const bare = await requester.post('/changes', { title: 'Something', category: 'minor' });
    const refused = await requester.does(bare, 'submit').status(422);
    expect((refused['errors'] as { field: string }[]).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['purpose', 'objective', 'subjectIds', 'plannedStartAt', 'plannedEndAt']),
    );
    const nothing = await house.request({ subjectIds: [], ...apart() });
    await requester.does(nothing, 'submit').refused('change.no_subjects', 'subjectIds');
    const thin = await house.request({ purpose: 'n/a', ...apart() });
    await requester.does(thin, 'submit').refused('change.too_thin', 'purpose');
  });
  test('a window that is reversed or over is refused', async () => {
    const { plannedStartAt, plannedEndAt } = apart();
    await requester
      .post('/changes', {
        title: 'X',
        category: 'minor',
        plannedStartAt: plannedEndAt,
        plannedEndAt: plannedStartAt,
      })
      .refused('change.window_reversed', 'plannedEndAt');
    const approved = await house.approved({}, apart());
    await requester
      .does(approved, 'schedule', {
        ...house.plan,
        plannedStartAt: plannedEndAt,
        plannedEndAt: plannedStartAt,
      })
      .refused('change.window_reversed', 'plannedEndAt');
    const over = await house.request({
      plannedStartAt: '2026-02-01T00:00:00Z',
      plannedEndAt: '2026-02-01T01:00:00Z',
    });
    await requester.does(over, 'submit').refused('change.window_over', 'plannedEndAt');
  });
  test('auditors and users do not ask for changes, and users see none', async () => {
    await auditor.post('/changes', { title: 'X', category: 'minor' }).status(403);
    await user.post('/changes', { title: 'X', category: 'minor' }).status(403);
    const change = await house.request(apart());
    await user.get(`/changes/${change.number}`).status(404);
    await auditor.get(`/changes/${change.number}`).status(200);
  });
  test('who did not ask for it neither submits nor withdraws it', async () => {
    const change = await house.request(apart());
    await reviewer.does(change, 'submit').refused('change.only_requester');
    await reviewer.does(change, 'withdraw', { reason: 'x' }).refused('change.only_requester');
    expect((await requester.does(change, 'withdraw', { reason: 'Not needed' })).state).toBe('cancelled');
  });
  test('the first service that is named becomes its main service', async () => {
    const change = await house.request(apart());
    expect(change['serviceId']).toBe(service.id);
  });
});

describe('assessing it', () => {
  test('approval without assessment is refused', async () => {
    const change = await house.submitted(apart());
    await manager.does(change, 'approved').refused('problem.wrong_state');
    expect(await house.waiting(manager, change)).toBeUndefined();
    await manager.does(change, 'schedule', house.plan).refused('problem.wrong_state');
  });
  test('a blank security impact is refused, as is one that says nothing', async () => {
    const change = await house.submitted(apart());
    const { security: _gone, ...blank } = impact;
    const { assessment } = house;
    await requester
      .does(change, 'assess', { ...assessment, impactAnswers: blank })
      .refused('change.impact_blank', 'impactAnswers.security');
    await requester
      .does(change, 'assess', {
        ...assessment,
        impactAnswers: { ...impact, security: { affected: false, text: 'none' } },
      })
      .refused('change.impact_why_not', 'impactAnswers.security');
    await requester
      .does(change, 'assess', {
        ...assessment,
        impactAnswers: { ...impact, continuity: { affected: true, text: '' } },
      })
      .refused('change.impact_how', 'impactAnswers.continuity');
  });
  test('a minor change only says that an area is not affected, but says so of each', async () => {
    const change = await house.submitted({ category: 'minor', ...apart() });
    const brief = Object.fromEntries(
      Object.keys(impact).map((area) => [area, { affected: false, text: '' }]),
    );
    const { security: _gone, ...blank } = brief;
    const short = { implementerId: implementer.id, riskAnswers: lowRisk, costCents: 0 };
    await requester.does(change, 'assess', { ...short, impactAnswers: blank }).refused('change.impact_blank');
    expect((await requester.does(change, 'assess', { ...short, impactAnswers: brief })).state).toBe(
      'assessed',
    );
  });
  test('an unanswered question of risk is refused, and so are cost, benefit or feasibility left blank', async () => {
    const change = await house.submitted(apart());
    const { tested: _gone, ...partly } = lowRisk;
    await requester
      .does(change, 'assess', { ...house.assessment, riskAnswers: partly })
      .refused('change.risk_unanswered', 'riskAnswers.tested');
    await requester
      .does(change, 'assess', { ...house.assessment, benefit: null })
      .refused('change.too_thin', 'benefit');
    await requester
      .does(change, 'assess', { ...house.assessment, costCents: null })
      .refused('problem.required', 'costCents');
  });
  test('affected services and customers are listed by themselves', async () => {
    await house.promised();
    const change = await house.assessed({}, apart());
    expect(change['affectedServiceIds']).toEqual(expect.arrayContaining([service.id, dependent.id]));
    expect(change['affectedCustomerIds']).toContain(customer.id);
    const outlook = await requester.get(`/changes/${change.number}/outlook`);
    expect((outlook['affected'] as { serviceIds: string[] }).serviceIds).toContain(dependent.id);
  });
  test('a risky change is no minor one', async () => {
    const change = await house.submitted({ category: 'minor', ...apart() });
    await requester
      .does(change, 'assess', { ...house.assessment, riskAnswers: highRisk })
      .refused('change.too_risky', 'category');
  });
  test('what meets the criteria of major impact is called major', async () => {
    const change = await house.submitted(apart());
    await requester
      .does(change, 'assess', { ...house.assessment, costCents: 60_000_000 })
      .refused('change.is_major', 'category');
    const major = await requester.does(change, 'assess', {
      ...house.assessment,
      costCents: 60_000_000,
      category: 'major',
    });
    expect(major['majorCriteria']).toEqual(['costly']);
  });
  test('what else is planned on the same things at the same time is found, and something is decided about it', async () => {
    const window = apart();
    const first = await house.submitted(window);
    const second = await house.submitted(window);
    await requester
      .does(second, 'assess', house.assessment)
      .refused('change.collides', 'collisionResolution');
    const both = await requester.does(second, 'assess', {
      ...house.assessment,
      collisionResolution: 'Both are done by one engineer, one after the other.',
    });
    expect((both['collisions'] as { number: string }[]).map(({ number }) => number)).toEqual([first.number]);
  });
  test('the rule that scored the risk is cited with its version', async () => {
    const change = await house.assessed({}, apart());
    expect(change).toMatchObject({ riskImpact: 1, riskLikelihood: 1, riskScore: 1, riskLevel: 'low' });
    const { rows } = await house.owner.query<{ detail: { rules?: Record<string, number> } }>(
      `select detail from trail_event where record_id = $1 and action = 'assess'`,
      [change.id],
    );
    expect(rows[0]?.detail.rules).toEqual({ risk: 0 });
  });
});

describe('approving it (S2)', () => {
  test('low risk is decided by the change manager, high risk goes to the board and to management', async () => {
    const low = await house.assessed({}, apart());
    expect((await house.decide(manager, low))['state']).toBe('approved');
    const high = await house.assessed({ riskAnswers: highRisk, ...house.plan }, apart());
    expect(high['riskLevel']).toBe('high');
    for (const [who, state] of [
      [manager, 'open'],
      [board, 'open'],
      [boss, 'approved'],
    ] as const)
      expect((await house.decide(who, high))['state']).toBe(state);
    expect((await house.read(high)).state).toBe('approved');
  });
  test('approvers of a risky change have its plans before them', async () => {
    const change = await house.submitted(apart());
    await requester
      .does(change, 'assess', { ...house.assessment, riskAnswers: highRisk })
      .refused('change.no_back_out', 'backOutPlan');
  });
  test('neither the requester nor the implementer is asked to approve', async () => {
    const { assessment } = house;
    const asked = await manager.post('/changes', { ...house.asked, ...apart() });
    await manager.does(asked, 'submit');
    await manager.does(asked, 'assess', assessment);
    expect(await house.waiting(manager, asked)).toBeUndefined();
    expect(await house.waiting(boss, asked)).toBeDefined();
    const carried = await house.assessed({ implementerId: manager.id }, apart());
    const seat = await house.waiting(boss, carried);
    await manager.post(`/approvals/${seat?.id}/approve`).refused('approval.own');
    await house.decide(boss, carried);
  });
  test('whoever approved it is not put in as implementer afterwards, nor begins it', async () => {
    const change = await house.approved({}, apart());
    await manager
      .does(change, 'schedule', { ...house.plan, implementerId: manager.id })
      .refused('change.approver_implements', 'implementerId');
    await manager.does(change, 'assign', { implementerId: manager.id }).refused('change.approver_implements');
    const scheduled = await requester.does(change, 'schedule', house.plan);
    at(String(scheduled['plannedStartAt']));
    await manager.does(scheduled, 'start').refused('change.approver_starts');
  });
  test('a rejection has its reason, and more can be asked for', async () => {
    const change = await house.assessed({}, apart());
    const asked = await house.waiting(manager, change);
    await manager.post(`/approvals/${asked?.id}/reject`).status(422);
    await requester.does(change, 'ask_more', { comment: 'Why?' }).refused('change.only_approvers_ask');
    const back = await manager.does(change, 'ask_more', { comment: 'Which users are told?' });
    expect(back.state).toBe('more_info');
    expect((await requester.does(back, 'submit', { scope: 'All mailboxes.' })).state).toBe('submitted');
  });
  test('where the customer has to agree, the customer’s representative decides first', async () => {
    await house.promised();
    const change = await house.assessed({ needsCustomerApproval: true }, apart());
    expect(await house.waiting(manager, change)).toBeUndefined();
    await house.decide(contact, change);
    expect((await house.decide(manager, change))['state']).toBe('approved');
  });
  test('what was approved stays as it was', async () => {
    const change = await house.approved({}, apart());
    await requester
      .patch(`/changes/${change.number}`, { objective: 'Something else entirely is reached.' })
      .refused('change.approved_as_it_was', 'objective');
    expect(
      (await requester.patch(`/changes/${change.number}`, { testEvidence: 'Protocol TST-18.' }))[
        'testEvidence'
      ],
    ).toBe('Protocol TST-18.');
  });
});

describe('planning it', () => {
  const missing = async (field: string, code: string, input: object) => {
    const change = await house.approved({}, apart());
    await requester.does(change, 'schedule', { ...house.plan, ...input }).refused(code, field);
  };
  test('a back-out plan such as “restore backup” is refused', async () => {
    const steps = [{ title: 'Restore backup' }, { title: '恢复备份' }, { title: 'Roll back the changes' }];
    await missing('backOutPlan.steps.0', 'change.back_out_boilerplate', {
      backOutPlan: { ...backOut, steps },
    });
    await missing('backOutPlan.steps.1', 'change.back_out_boilerplate', {
      backOutPlan: { ...backOut, steps },
    });
  });
  test('a back-out plan has enough steps, a decision point, a duration, and says how it was tested', async () => {
    await missing('backOutPlan', 'change.no_back_out', { backOutPlan: null });
    await missing('backOutPlan.steps', 'change.back_out_steps', {
      backOutPlan: { ...backOut, steps: backOut.steps.slice(0, 1) },
    });
    await missing('backOutPlan.decisionPoint', 'change.decision_point', {
      backOutPlan: { ...backOut, decisionPoint: '' },
    });
    await missing('backOutPlan.minutes', 'change.back_out_minutes', {
      backOutPlan: { ...backOut, minutes: null },
    });
    await missing('backOutPlan.testNote', 'change.back_out_why_untested', {
      backOutPlan: { ...backOut, tested: false, testNote: '' },
    });
  });
  test('each step has somebody who is responsible, the implementer where nobody else is named; the test is evidenced or reasoned away', async () => {
    await missing('implementationPlan', 'change.no_steps', { implementationPlan: [] });
    const early = await house.request({ implementationPlan: [{ title: 'Install it' }], ...apart() });
    const { planFaults } = (await requester.get(`/changes/${early.number}/outlook`)) as unknown as {
      planFaults: { code: string }[];
    };
    expect(planFaults.map(({ code }) => code)).toContain('change.step_nobodys');
    await missing('testEvidence', 'change.test_or_reason', { testEvidence: null });
    const change = await house.approved({}, apart());
    const reasoned = {
      ...house.plan,
      testEvidence: null,
      notTestableReason: 'There is only one such device in the world.',
    };
    const scheduled = await requester.does(change, 'schedule', {
      ...reasoned,
      implementationPlan: [{ title: 'Install it' }],
    });
    expect(scheduled.state).toBe('scheduled');
    expect(scheduled['implementationPlan']).toEqual([{ title: 'Install it', responsibleId: implementer.id }]);
  });
  test('the window is agreed maintenance, or somebody consented', async () => {
    await missing('windowEvidence', 'change.window_by_whom', {
      windowEvidence: null,
      windowBasis: 'customer_consent',
    });
    await missing('windowBasis', 'change.interrupts_after_all', {
      windowBasis: 'no_interruption',
      downtimeMinutes: 10,
    });
  });
  test('those whom it concerns are told when it is scheduled', async () => {
    const change = await house.approved({}, apart());
    await requester.does(change, 'schedule', house.plan);
    const told = await items(answers.get('/me/notifications'));
    expect(told.some((one) => one['kind'] === 'change.scheduled')).toBe(true);
  });
});

describe('carrying it out', () => {
  test('it does not begin before it is approved, before it is scheduled, or outside its window', async () => {
    const window = apart();
    const assessed = await house.assessed({}, window);
    at(window.plannedStartAt);
    await implementer.does(assessed, 'start').refused('problem.wrong_state');
    await house.decide(manager, assessed);
    await implementer.does(assessed, 'start').refused('change.schedule_first');
    at('2026-03-02T01:00:00Z');
    await requester.does(assessed, 'schedule', house.plan);
    await implementer.does(assessed, 'start').refused('change.outside_window');
    at(new Date(Date.parse(window.plannedEndAt) + 60 * 60_000).toISOString());
    await implementer.does(assessed, 'start').refused('change.outside_window');
    at(new Date(Date.parse(window.plannedStartAt) - 10 * 60_000).toISOString());
    expect((await implementer.does(assessed, 'start')).state).toBe('implementing');
  });
  test('it is rescheduled with a reason, and not onto something else', async () => {
    const change = await house.scheduled({}, apart());
    const other = await house.submitted(apart());
    const there = { plannedStartAt: other['plannedStartAt'], plannedEndAt: other['plannedEndAt'] };
    await requester.does(change, 'reschedule', there).status(422);
    await requester
      .does(change, 'reschedule', { ...there, reason: 'Staff is ill' })
      .refused('change.collides');
    const moved = await requester.does(change, 'reschedule', { ...apart(), reason: 'Staff is ill' });
    expect(moved.state).toBe('scheduled');
  });
  test('each step is logged with its time; what is not told of is not over', async () => {
    const change = await house.started(apart0());
    await implementer
      .does(change, 'log_step', { step: 3, outcome: 'done' })
      .refused('change.no_such_step', 'step');
    await implementer
      .does(change, 'log_step', { step: 1, outcome: 'skipped' })
      .refused('change.say_what_happened', 'note');
    await implementer
      .does(change, 'log_step', { step: 1, outcome: 'done', happenedAt: '2026-03-09T00:00:00Z' })
      .refused('change.log_in_future', 'happenedAt');
    await implementer
      .does(change, 'log_step', { step: 1, outcome: 'done', happenedAt: '2026-03-08T01:00:00Z' })
      .refused('change.log_before_start', 'happenedAt');
    await reviewer.does(change, 'log_step', { step: 1, outcome: 'done' }).refused('change.only_implementer');
    await manager.does(change, 'log_step', { step: 1, outcome: 'done' }).refused('change.approver_starts');
    await implementer.does(change, 'log_step', { step: 1, outcome: 'done' });
    await implementer.does(change, 'complete').refused('change.steps_open');
    await implementer.does(change, 'log_step', {
      step: 2,
      outcome: 'skipped',
      note: 'Was installed already.',
    });
    expect((await implementer.does(change, 'complete')).state).toBe('implemented');
    const log = await items(reviewer.get(`/changes/${change.number}/log`));
    expect(log.map(({ step, outcome }) => [step, outcome])).toEqual([
      [1, 'done'],
      [2, 'skipped'],
    ]);
  });
  test('one step takes it back; it is investigated and not closed before that is done', async () => {
    const change = await house.started(apart0());
    await implementer.does(change, 'back_out').status(422);
    const back = await implementer.does(change, 'back_out', { reason: 'Test mails did not arrive.' });
    expect(back).toMatchObject({
      state: 'backed_out',
      result: 'backed_out',
      inWindow: true,
      reviewRequired: true,
    });
    const [task] = await items(manager.get(`/change-tasks?filter[changeId]=${change.id}`));
    expect(task).toMatchObject({ kind: 'investigation', state: 'open' });
    await requester.does(back, 'open_review', house.afterwards);
    await reviewer
      .does(back, 'finish_review', { ...house.review, objectiveMet: 'no' })
      .refused('change.investigation_open');
    if (!task) throw new Error('no investigation');
    await requester.does(task, 'leave_out', { reason: 'x' }).refused('change.investigation_stays');
    await requester.does(task, 'finish', { result: 'Found it.' }).refused('change.finding_needed', 'cause');
    await requester.does(task, 'finish', {
      result: 'The package was built for another system.',
      cause: 'The repository mirrors packages of two systems under one name.',
      prevention: 'The mirror is split; the checksum is compared before installing.',
    });
    const closed = await reviewer.does(back, 'finish_review', { ...house.review, objectiveMet: 'no' });
    expect(closed).toMatchObject({ state: 'closed', successful: false });
  });
  test('a task on the things themselves waits for the change; whoever approved does not do it', async () => {
    const change = await house.scheduled({}, apart());
    const due = { changeId: change.id, dueAt: '2026-05-01T00:00:00Z' };
    await requester
      .post('/change-tasks', { title: 'Switch over', ownerId: manager.id, ...due })
      .refused('change.approver_starts');
    const task = await requester.post('/change-tasks', {
      title: 'Switch over',
      ownerId: implementer.id,
      ...due,
    });
    await implementer.does(task, 'start').refused('change.not_begun');
    await reviewer.does(task, 'start').refused('change.only_task_owner');
    at(String(change['plannedStartAt']));
    await implementer.does(change, 'start');
    expect((await implementer.does(task, 'start')).state).toBe('in_progress');
  });
});

/** The window that `started` works in; free again since each of these changes ends. */
const apart0 = () => ({ subjectIds: [dependent.id] });

describe('looking back on it (S4)', () => {
  test('the reviewer neither carried it out nor answers for it', async () => {
    const change = await house.implemented(apart0());
    await requester
      .does(change, 'open_review', { ...house.afterwards, reviewerId: implementer.id })
      .refused('change.reviewer_took_part', 'reviewerId');
    await requester
      .does(change, 'open_review', { ...house.afterwards, monitoringResult: 'ok' })
      .refused('change.too_thin', 'monitoringResult');
    await requester
      .does(change, 'open_review', { ...house.afterwards, cisUpdated: null })
      .refused('problem.required', 'cisUpdated');
    const open = await requester.does(change, 'open_review', house.afterwards);
    await implementer.does(open, 'finish_review', house.review).refused('change.reviewer_took_part');
    await requester.does(open, 'finish_review', house.review).refused('change.reviewer_took_part');
    await reviewer
      .does(open, 'finish_review', { ...house.review, lessons: '无' })
      .refused('change.too_thin', 'lessons');
    expect(await reviewer.does(open, 'finish_review', house.review)).toMatchObject({
      state: 'closed',
      successful: true,
    });
  });
  test('incidents that it caused are explained and count against it', async () => {
    const change = await house.implemented(apart0());
    const incident = await house.create('incident', { ...manager.actor, holdings: [{ role: 'system' }] }, {
      title: 'Mail is slow', impact: 1, urgency: 1, serviceId: service.id, channel: 'phone', requesterId: user.id,
    });
    await house.owner.query(
      `insert into link (from_id, kind, to_id, at) values ($1, 'caused_by', $2, now())`, [incident.id, change.id],
    );
    const open = await requester.does(change, 'open_review', house.afterwards);
    await reviewer.does(open, 'finish_review', house.review).refused('change.explain_incidents', 'incidentsNote');
    const closed = await reviewer.does(open, 'finish_review', { ...house.review, incidentsNote: 'The index was rebuilt at peak time.' });
    expect(closed['successful']).toBe(false);
  }); // prettier-ignore
  test('the review has its clock from the end of the work', async () => {
    const change = await house.implemented(apart0());
    const clocks = (await house.read(change))['clocks'] as {
      name: string;
      status: string;
      targetMs: number | null;
    }[];
    expect(clocks.find(({ name }) => name === 'review')).toMatchObject({
      status: 'running',
      targetMs: 5 * 8 * 3_600_000,
    });
    expect(clocks.find(({ name }) => name === 'documentation')?.targetMs).toBeNull();
  });
});
