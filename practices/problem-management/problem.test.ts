import { describe, expect, test } from 'vitest';
import { problemDesk, type Row } from './problem.fixture.ts';

const desk = await problemDesk();
const { agent, engineer, manager, second, serviceOwner, stranger, auditor, user, service, category } = desk;
const { report, raised, whys, cause, does, investigating, causeKnown, knownError, change, solved, at } = desk;
const day = 86_400_000;
const begins = Date.parse('2026-03-02T01:00:00Z');
const goTo = (days: number) => at(new Date(begins + days * day).toISOString());
const on = (days: number) => new Date(begins + days * day).toISOString().slice(0, 10);
const draft = { title: 'Payments hang', origin: 'incidents', serviceId: service.id };
goTo(0);

describe('raising and accepting', () => {
  test('a problem names its source and its service; incidents that are not there are told by their number', async () => {
    await manager.post('/problems', { title: 'x' }).refused('problem.required', 'origin');
    await manager
      .post('/problems', { ...draft, incidents: ['INC-999999'] })
      .refused('link.no_such_record', 'incidents');
    await auditor.post('/problems', draft).status(403);
    await user.post('/problems', draft).status(403);
    await user.get('/problems').status(200);
    expect(((await user.get('/problems')) as unknown as { items: unknown[] }).items).toEqual([]);
  });
  test('it is accepted with an incident, or with what points to it, and not without either', async () => {
    const bare = await manager.post('/problems', { ...draft, categoryId: category.id });
    await manager.does(bare, 'accept').refused('problem.source_needed');
    const incident = await report();
    await manager.does(bare, 'link_incidents', { incidents: [incident.number] });
    expect(await manager.does(bare, 'accept')).toMatchObject({ state: 'accepted', incidentCount: 1 });
    const bulletin = await manager.post('/problems', {
      ...draft,
      categoryId: category.id,
      origin: 'supplier',
    });
    await manager.does(bulletin, 'accept').refused('problem.source_needed');
    await manager.patch(`/problems/${bulletin.number}`, { originNote: 'Bulletin 2026-17' });
    expect(await manager.does(bulletin, 'accept')).toMatchObject({ state: 'accepted' });
  });
  test('it is rejected with a reason only', async () => {
    const problem = await raised();
    await manager.does(problem, 'reject').refused('problem.required', 'reason');
    expect(await manager.does(problem, 'reject', { reason: 'Two different faults' })).toMatchObject({
      state: 'rejected',
      rejectReason: 'Two different faults',
    });
  });
  test('the incidents are linked as its effects, and their trails say so', async () => {
    const incident = await report();
    const problem = await raised({ incidents: [incident.number] });
    const links = (await agent.get(`/incidents/${incident.number}/links`)) as unknown as { items: unknown[] };
    expect(links.items).toMatchObject([
      { kind: 'caused_by', direction: 'out', record: { number: problem.number } },
    ]);
    const { rows } = await desk.owner.query(
      'select action, detail from trail_event where record_id = $1 order by seq',
      [incident.id],
    );
    expect(rows.at(-1)).toMatchObject({
      action: 'link',
      detail: { kind: 'caused_by', number: problem.number },
    });
  });
  test('the story of an incident goes through its problem', async () => {
    const incident = await report();
    const problem = await raised({ incidents: [incident.number] });
    const chain = (await agent.get(`/incidents/${incident.number}/chain`)) as unknown as {
      items: { number: string }[];
    };
    expect(chain.items.map(({ number }) => number)).toEqual([incident.number, problem.number]);
  });
  test('an agent raises one from an incident in one call, and does not run it', async () => {
    const incident = await report();
    const problem = await agent.post('/problems', {
      ...draft,
      categoryId: category.id,
      incidents: [incident.number],
    });
    expect(problem).toMatchObject({ state: 'new', incidentCount: 1 });
    await agent.does(problem, 'accept').status(403);
  });
});

describe('priority', () => {
  test('impact is the sum of the linked incidents’ effect, and priority follows by the matrix', async () => {
    const one = await report({ impact: 3 });
    const problem = await raised({ incidents: [one.number] });
    expect(problem).toMatchObject({ impact: 3, effectPoints: 3, priority: 3 });
    const more = [await report({ impact: 2 }), await report({ impact: 4 })];
    const linked = await manager.does(problem, 'link_incidents', { incidents: more.map((i) => i.number) });
    expect(linked).toMatchObject({ incidentCount: 3, effectPoints: 14, impact: 2, priority: 2 });
    const grave = await report({ impact: 1 });
    expect(await manager.does(problem, 'link_incidents', { incidents: [grave.number] })).toMatchObject({
      impact: 1,
      priority: 1,
    });
  });
  test('what was expected counts only while no incident is linked', async () => {
    const problem = await manager.post('/problems', {
      ...draft,
      origin: 'supplier',
      originNote: 'x',
      urgency: 1,
      expectedImpact: 1,
      categoryId: category.id,
    });
    expect(problem).toMatchObject({ impact: 1, priority: 1 });
    const minor = await report({ impact: 4 });
    expect(await manager.does(problem, 'link_incidents', { incidents: [minor.number] })).toMatchObject({
      impact: 4,
      priority: 3,
    });
  });
  test('the investigation begins with an owner and a priority', async () => {
    const problem = await raised({ urgency: null });
    await manager.does(problem, 'accept');
    await manager
      .does(problem, 'investigate', { ownerId: engineer.id })
      .refused('problem.required', 'urgency');
    await manager.does(problem, 'investigate', { urgency: 2 }).refused('problem.required', 'ownerId');
    expect(await manager.does(problem, 'investigate', { ownerId: engineer.id, urgency: 2 })).toMatchObject({
      state: 'investigating',
      priority: 3,
    });
  });
});

describe('root cause', () => {
  test('five whys: three answers at least, each with its evidence', async () => {
    const problem = await investigating();
    await manager.does(problem, 'find_cause', cause).refused('problem.whys_needed');
    await manager.does(problem, 'analyse', { whys: [whys[0], whys[1], { answer: 'It leaks' }] });
    await manager.does(problem, 'find_cause', cause).refused('problem.why_without_evidence');
    await manager
      .does(problem, 'analyse', { whys: [{ answer: '' }] })
      .refused('problem.required', 'whys.0.answer');
    await manager.does(problem, 'analyse', { whys });
    const found = await manager.does(problem, 'find_cause', cause);
    expect(found).toMatchObject({ state: 'cause_known', whys });
    expect(found['rootCauseAt']).not.toBeNull();
  });
  test('cause and effect: one confirmed with evidence, every other confirmed or excluded', async () => {
    const problem = await investigating();
    const fishbone = (causes: unknown[]) => ({ fishbone: [{ category: 'technology', causes }] });
    const by = { ...cause, rcaMethod: 'cause_effect' };
    await manager.does(problem, 'analyse', fishbone([{ text: 'Leak' }]));
    await manager.does(problem, 'find_cause', by).refused('problem.confirmed_cause_needed');
    await manager.does(problem, 'analyse', fishbone([{ text: 'Leak', state: 'confirmed' }]));
    await manager.does(problem, 'find_cause', by).refused('problem.cause_without_evidence');
    const leak = { text: 'Leak', state: 'confirmed', evidence: 'Code', causes: [{ text: 'No review' }] };
    await manager.does(problem, 'analyse', fishbone([leak]));
    await manager.does(problem, 'find_cause', by).refused('problem.cause_undecided');
    await manager.does(
      problem,
      'analyse',
      fishbone([{ ...leak, causes: [{ text: 'No review', state: 'excluded' }] }]),
    );
    expect(await manager.does(problem, 'find_cause', by)).toMatchObject({ state: 'cause_known' });
  });
  test('the symptom is no cause, nor is what would not have prevented it', async () => {
    const problem = await investigating();
    await manager.does(problem, 'analyse', { whys });
    await manager
      .does(problem, 'find_cause', { ...cause, rootCause: 'Payments hang!' })
      .refused('problem.cause_is_symptom', 'rootCause');
    await manager
      .does(problem, 'find_cause', { ...cause, removalPrevents: false })
      .refused('problem.would_not_have_prevented', 'removalPrevents');
    const { removalReason: _, ...unsaid } = cause;
    await manager.does(problem, 'find_cause', unsaid).refused('problem.required', 'removalReason');
  });
  test('human error alone is refused in both languages, and human action needs what made it possible', async () => {
    const problem = await investigating();
    await manager.does(problem, 'analyse', { whys });
    for (const rootCause of [
      'Human error',
      'The operator made a simple mistake: user error.',
      '人为失误',
      '运维误操作所致',
      '由于员工粗心大意',
    ])
      await manager
        .does(problem, 'find_cause', { ...cause, rootCause })
        .refused('problem.human_error_alone', 'rootCause');
    const acted = {
      ...cause,
      rootCause: 'The wrong host was restarted, as both are named alike.',
      causeClass: 'human_action',
    };
    await manager
      .does(problem, 'find_cause', acted)
      .refused('problem.enabling_condition_needed', 'enablingCondition');
    await manager
      .does(problem, 'find_cause', { ...acted, enablingCondition: 'Carelessness' })
      .refused('problem.enabling_condition_needed', 'enablingCondition');
    expect(
      await manager.does(problem, 'find_cause', { ...acted, enablingCondition: 'No naming rule for hosts' }),
    ).toMatchObject({ state: 'cause_known' });
  });
});

describe('deciding', () => {
  test('a known error has a workaround and a service', async () => {
    const problem = await causeKnown();
    await manager.does(problem, 'publish').refused('problem.required', 'workaround');
    const published = await manager.does(problem, 'publish', { workaround: 'Restart the client' });
    expect(published).toMatchObject({ state: 'known_error', publishedById: manager.id, retiredAt: null });
  });
  test('a fix is planned by a change that exists', async () => {
    const problem = await causeKnown();
    await manager.does(problem, 'plan_fix').refused('problem.change_needed', 'change');
    await manager.does(problem, 'plan_fix', { change: 'CHG-1' }).refused('link.no_such_record', 'change');
    const number = await change('approved');
    expect(await manager.does(problem, 'plan_fix', { change: number })).toMatchObject({
      state: 'fix_planned',
      decision: 'change',
    });
    const { rows } = await desk.owner.query(`select kind from link where from_id = $1`, [problem.id]);
    expect(rows).toEqual([{ kind: 'solved_by' }]);
  });
  test('only the owner of the service decides to live with it, with a reason and a review date', async () => {
    const problem = await knownError();
    const decision = { reason: 'Two incidents a year, the rewrite costs 400 hours', reviewOn: on(180) };
    await manager.does(problem, 'accept_risk', decision).status(403);
    await stranger.does(problem, 'accept_risk', decision).refused('problem.service_owner_decides');
    await serviceOwner
      .does(problem, 'accept_risk', { reviewOn: on(180) })
      .refused('problem.required', 'reason');
    await serviceOwner.does(problem, 'accept_risk', { reason: 'x' }).refused('problem.required', 'reviewOn');
    await serviceOwner
      .does(problem, 'accept_risk', { ...decision, reviewOn: on(400) })
      .refused('problem.review_date', 'reviewOn');
    expect(await serviceOwner.does(problem, 'accept_risk', decision)).toMatchObject({
      state: 'fix_planned',
      decision: 'accept',
      decidedById: serviceOwner.id,
    });
    await manager
      .does(problem, 'resolve', { resolution: 'x', verification: 'y' })
      .refused('problem.accepted_is_not_solved');
    expect(await manager.does(problem, 'reconsider', { reason: 'It grew' })).toMatchObject({
      state: 'known_error',
      decision: null,
    });
  });
  test('suspended with a reason and a review date of 90 days at most, and taken up where it was', async () => {
    const problem = await causeKnown();
    await manager
      .does(problem, 'suspend', { reason: 'Supplier works on it' })
      .refused('problem.required', 'reviewOn');
    await manager.does(problem, 'suspend', { reviewOn: on(30) }).refused('problem.required', 'reason');
    await manager
      .does(problem, 'suspend', { reason: 'x', reviewOn: on(91) })
      .refused('problem.review_date', 'reviewOn');
    await manager
      .does(problem, 'suspend', { reason: 'x', reviewOn: on(0) })
      .refused('problem.review_date', 'reviewOn');
    expect(
      await manager.does(problem, 'suspend', { reason: 'Supplier works on it', reviewOn: on(90) }),
    ).toMatchObject({ state: 'suspended' });
    expect(await manager.does(problem, 'resume', { reason: 'Patch is here' })).toMatchObject({
      state: 'cause_known',
      reviewOn: null,
    });
  });
});

describe('solving and closing', () => {
  const solution = { resolution: 'Client 4.2', verification: 'A week without a leak' };
  test('it is solved when its change was carried out with success', async () => {
    for (const [state, outcome, code] of [
      ['scheduled', null, 'problem.change_not_done'],
      ['failed', 'failed', 'problem.change_failed'],
      ['in_review', 'backed_out', 'problem.change_failed'],
    ] as const) {
      const problem = await knownError();
      await manager.does(problem, 'plan_fix', { change: await change(state, outcome) });
      await manager.does(problem, 'resolve', solution).refused(code);
    }
    const problem = await knownError();
    await manager.does(problem, 'plan_fix', { change: await change('in_review', 'implemented') });
    await manager.does(problem, 'resolve', { resolution: 'x' }).refused('problem.required', 'verification');
    expect(await manager.does(problem, 'resolve', solution)).toMatchObject({
      state: 'resolved',
      verifiedById: manager.id,
    });
  });
  const closedIncidents = (problem: Row) =>
    desk.owner.query(
      `update record set open = false, state = 'closed' where id in (select from_id from link where to_id = $1)`,
      [problem.id],
    );
  test('closing waits for the known error, the linked incidents and the watched days', async () => {
    goTo(0);
    const problem = await solved();
    await manager.does(problem, 'close').refused('problem.known_error_in_force');
    await manager.does(problem, 'retire_known_error');
    await manager.does(problem, 'close').refused('problem.incidents_open');
    await closedIncidents(problem);
    await manager.does(problem, 'close').refused('problem.still_watched', 'closeStatement');
    await second
      .does(problem, 'close', { closeStatement: 'Replaced' })
      .refused('problem.owner_states', 'closeStatement');
    goTo(31);
    expect(await manager.does(problem, 'close')).toMatchObject({ state: 'closed' });
  });
  test('an equal incident after the fix keeps it open, unless its owner states why', async () => {
    goTo(0);
    const problem = await solved();
    await manager.does(problem, 'retire_known_error');
    goTo(5);
    const again = await report();
    await manager.does(problem, 'link_incidents', { incidents: [again.number] });
    await closedIncidents(problem);
    goTo(60);
    await manager.does(problem, 'close').refused('problem.came_back', 'closeStatement');
    await manager.does(problem, 'close', { closeStatement: 'It was a test call of the vendor' });
  });
  test('a closed problem is reopened with a reason', async () => {
    goTo(0);
    const problem = await solved();
    await manager.does(problem, 'reopen').refused('problem.required', 'reason');
    expect(await manager.does(problem, 'reopen', { reason: 'Came back' })).toMatchObject({
      state: 'investigating',
      reopenCount: 1,
      resolvedAt: null,
    });
  });
  test('effectiveness is reviewed after 90 days by somebody who did not solve it, with the counted incidents', async () => {
    goTo(-20);
    const early = [await report(), await report(), await report(), await report()];
    goTo(0);
    const problem = await solved({ incidents: early.map((i) => i.number) });
    goTo(10);
    const late = await report();
    await manager.does(problem, 'link_incidents', { incidents: [late.number] });
    const said = { effectivenessConclusion: 'One left, of an old client' };
    await second.does(problem, 'review_effectiveness', said).refused('problem.review_too_early');
    goTo(91);
    await manager.does(problem, 'review_effectiveness', said).refused('problem.reviewer_did_it');
    await second.does(problem, 'review_effectiveness').refused('problem.required', 'effectivenessConclusion');
    expect(await second.does(problem, 'review_effectiveness', said)).toMatchObject({
      incidentsBefore: 4,
      incidentsAfter: 1,
      effectivenessPercent: 75,
    });
    await second.does(problem, 'review_effectiveness', said).refused('problem.reviewed_already');
    goTo(0);
  });
  test('the whole way is refused out of order', async () => {
    const problem = await raised();
    for (const action of ['investigate', 'find_cause', 'publish', 'plan_fix', 'resolve', 'close', 'reopen'])
      await manager
        .does(problem, action, {})
        .status(action === 'plan_fix' || action === 'close' ? 409 : action === 'reopen' ? 422 : 409);
    await does(problem, ['manager', 'accept']);
  });
});
