import { beforeEach, describe, expect, test } from 'vitest';
import { improvementHouse, type Row } from './improvement.fixture.ts';
import { remind } from './improvement.jobs.ts';
import { improvementCriteria } from './improvement.settings.ts';

const at = await improvementHouse();
const { lead, boss, engineer, agent, auditor, user, service, scores, target, baseline, found } = at;
beforeEach(() => at.at('2026-03-02T01:00:00Z'));

describe('10.2-b and -c: opportunities are written down and judged by criteria', () => {
  test('from any record in one step; its kind, service and link stay', async () => {
    const incident = await agent.post('/incidents', {
      title: 'Shop is down', channel: 'phone', requesterId: user.id, serviceId: service.id,
    }); // prettier-ignore
    expect(await agent.post('/improvements', { title: 'A second gateway', description: 'One is not enough', sourceId: incident.id })).toMatchObject({
      state: 'idea', origin: 'incident', sourceId: incident.id, serviceId: service.id,
    });
    await agent.post('/improvements', { title: 'x', description: 'y', sourceId: '00000000-0000-7000-8000-000000000000' })
      .refused('improvement.no_such_source', 'sourceId');
    await user.post('/improvements', { title: 'x', description: 'y' }).refused('problem.not_your_role');
  }); // prettier-ignore

  test('each criterion in force gets points, no other does, and alignment names its objective', async () => {
    const record = await at.proposed({ objective: undefined });
    const { value: _value, ...without } = scores;
    await engineer.does(record, 'score', { scores: without }).refused('improvement.scores_missing', 'scores');
    await engineer.does(record, 'score', { scores: { ...scores, beauty: 5 } }).refused('improvement.scores_unknown', 'scores');
    await engineer.does(record, 'score', { scores }).refused('improvement.objective_needed', 'objective');
    await engineer.does(record, 'score', { scores: { ...scores, value: 6 } }).status(422);
    // 30·4 + 25·5 + 15·1 + 20·3 + 10·4 = 360 of 500.
    expect(await engineer.does(record, 'score', { scores, objective: 'O-2' })).toMatchObject({ state: 'scored', score: 72, scoredById: engineer.id });
  }); // prettier-ignore

  test('the criteria are data: who leads sets them, and alignment stays among them', async () => {
    const before = (await agent.get('/improvement-criteria')) as unknown as { items: { key: string }[]; version: number };
    expect(before.items.map(({ key }) => key)).toEqual(improvementCriteria.initial.items.map(({ key }) => key));
    const [, second] = improvementCriteria.initial.items;
    await lead.put('/improvement-criteria', { items: [second, { ...second, key: 'other' }] }).refused('improvement.alignment_needed', 'items');
    const [first] = improvementCriteria.initial.items;
    await lead.put('/improvement-criteria', { items: [first, first] }).refused('improvement.criterion_twice', 'items');
    await agent.put('/improvement-criteria', { items: [first, second] }).refused('problem.not_your_role');
    const scored = await at.scored();
    await lead.put('/improvement-criteria', before.items.length > 0 ? { items: [first, second] } : {});
    const after = await engineer.does(scored, 'score', { scores: { alignment: 5, value: 5 } });
    expect([scored['criteriaVersion'], after['criteriaVersion'], after['score']]).toEqual([before.version, before.version + 1, 100]);
    await lead.put('/improvement-criteria', { items: before.items });
  }); // prettier-ignore

  test('nobody approves what they proposed; a refusal says why', async () => {
    const own = await lead.post('/improvements', { title: 'Mine', description: 'x', objective: 'O-1' });
    await lead.does(own, 'score', { scores });
    await lead.does(own, 'approve', target).refused('improvement.approver_proposed_it');
    await engineer.does(own, 'approve', target).refused('problem.not_your_role');
    await boss.does(own, 'refuse', {}).refused('problem.required', 'decisionReason');
    expect(await boss.does(own, 'refuse', { decisionReason: 'Costs more than it brings' })).toMatchObject({
      state: 'refused',
      decidedById: boss.id,
    });
  });
});

describe('10.2-d: target and baseline', () => {
  test('without a target it cannot be approved', async () => {
    const record = await at.scored();
    const cannot = (fields: object, code: string, field: string) =>
      boss.does(record, 'approve', { ...target, ...fields }).refused(code, field);
    await cannot({ targetValue: undefined }, 'problem.required', 'targetValue');
    await cannot({ metric: undefined }, 'improvement.metric_needed', 'metric');
    await cannot({ direction: undefined }, 'problem.required', 'direction');
    await cannot({ targetOn: '2026-03-01' }, 'improvement.target_is_past', 'targetOn');
    await cannot({ measureKey: 'incident.beauty' }, 'improvement.no_such_measure', 'measureKey');
    await cannot({ decisionReason: undefined }, 'problem.required', 'decisionReason');
  });

  test('a baseline has its period and its n, is over, and the target is better', async () => {
    const record = await at.approved();
    const cannot = (fields: object, code: string, field: string) =>
      engineer.does(record, 'plan', { ...baseline, ...fields }).refused(code, field);
    await cannot({ baselineFrom: undefined }, 'problem.required', 'baselineFrom');
    await cannot({ baselineN: undefined }, 'improvement.n_needed', 'baselineN');
    await cannot({ baselineN: 0 }, 'improvement.n_needed', 'baselineN');
    await cannot({ baselineValue: undefined }, 'problem.required', 'baselineValue');
    await cannot({ baselineTo: '2025-12-01' }, 'problem.dates_reversed', 'baselineTo');
    await cannot({ baselineTo: '2026-03-02' }, 'improvement.period_not_over', 'baselineTo');
    await cannot({ baselineValue: 1.9 }, 'improvement.target_no_better', 'targetValue');
    expect(await engineer.does(record, 'plan', baseline)).toMatchObject({ state: 'planned', baselineValue: 4, baselineN: 24 });
  }); // prettier-ignore

  test('a figure of the house is its own baseline and result, computed with n from the records', async () => {
    for (let i = 0; i < 3; i += 1) await engineer.post('/improvements', { title: `Idea ${i}`, description: 'x' });
    const record = await at.scored();
    const key = 'improvement.registered';
    const own = { measureKey: key, metric: undefined, unit: undefined, direction: undefined, targetValue: 5000 };
    await boss.does(record, 'approve', { ...target, ...own });
    at.at('2026-03-20T01:00:00Z');
    const plan = { ...baseline, baselineValue: undefined, baselineN: undefined };
    await engineer.does(record, 'plan', { ...plan, baselineFrom: '2025-01-01', baselineTo: '2025-02-01' })
      .refused('improvement.nothing_measured', 'baselineFrom');
    const planned = await engineer.does(record, 'plan', { ...plan, baselineFrom: '2026-03-01', baselineTo: '2026-03-10' });
    const { rows } = await at.owner.query<{ n: number }>(
      `select count(*)::int as n from record where type = 'improvement' and state <> 'withdrawn' and service_id = $1 and created_at >= '2026-03-01' and created_at < '2026-03-11'`,
      [service.id],
    );
    expect(planned).toMatchObject({ baselineValue: rows[0]?.n, baselineN: rows[0]?.n, direction: 'higher' });
    const compared = (await lead.get(`/improvements/${record.number}/comparison`)) as unknown as { months: { month: string; n: number }[] };
    expect(compared.months).toMatchObject([{ month: '2026-03', n: rows[0]?.n }]);
  }); // prettier-ignore
});

describe('10.2-f: the result', () => {
  test('is measured after it came into force, with n; attainment and confidence are computed', async () => {
    const record = await at.inForce();
    at.at('2026-07-02T01:00:00Z');
    const cannot = (fields: object, code: string, field: string) =>
      engineer.does(record, 'measure', { ...found, ...fields }).refused(code, field);
    await cannot({ foundFrom: '2026-02-01' }, 'improvement.measured_before', 'foundFrom');
    await cannot({ foundN: undefined }, 'improvement.n_needed', 'foundN');
    await cannot({ foundBenefit: undefined }, 'problem.required', 'foundBenefit');
    await cannot({ foundTo: '2026-07-02' }, 'improvement.period_not_over', 'foundTo');
    // From 4 h to 1.5 h, of the way to 2 h.
    expect(await engineer.does(record, 'measure', found)).toMatchObject({
      state: 'measured',
      attainment: 125,
      targetMet: true,
      confidence: 'fair',
    });
    expect(await engineer.does(record, 'report', { reportedTo: 'Review of July' })).toMatchObject({
      state: 'reported',
    });
  });

  test('a target that was missed is followed, or planned again', async () => {
    const record = await at.measured({ foundValue: 3, foundN: 9 });
    expect(record).toMatchObject({ attainment: 50, targetMet: false, confidence: 'low' });
    await engineer.does(record, 'report', { reportedTo: 'x' }).refused('improvement.follow_up_needed', 'followUp');
    await engineer.does(record, 'plan_again', { plan: 'Second duty engineer', dueOn: '2026-09-01' }).refused('problem.required', 'reason');
    expect(await engineer.does(record, 'plan_again', { plan: 'Second duty engineer', dueOn: '2026-09-01', targetOn: '2026-12-31', reason: 'Nights' }))
      .toMatchObject({ state: 'planned', foundValue: null, baselineValue: 4 });
  }); // prettier-ignore

  test('outcomes of a period: claimed against found, each with period and n', async () => {
    const record = await at.measured();
    const { items, n, met } = (await lead.get('/improvement-outcomes?from=2026-07-01&to=2026-12-31')) as unknown as {
      items: Row[]; n: number; met: number;
    };
    const { rows } = await at.owner.query<{ n: number; met: number }>(
      `select count(*)::int as n, (count(*) filter (where target_met))::int as met from improvement t join record r on r.id = t.id
       where measured_at >= '2026-07-01' and r.state in ('measured', 'reported')`,
    );
    expect([n, met]).toEqual([rows[0]?.n, rows[0]?.met]);
    expect(items.find(({ number }) => number === record.number)).toMatchObject({
      claimedBenefit: 'Half the lost sales of last year', foundBenefit: 'A third of the lost sales of last year',
      baselineValue: 4, baselineN: 24, baselineFrom: '2026-01-01', foundValue: 1.5, foundN: 31, foundTo: '2026-06-30',
    });
    await lead.get('/improvement-outcomes?from=2026-07-01&to=2026-06-30').refused('problem.dates_reversed', 'to');
    await user.get('/improvement-outcomes?from=2026-07-01&to=2026-07-30').status(403);
  }); // prettier-ignore

  test('whose it is is told once when its day is over, and when it is to be measured', async () => {
    const late = await at.planned();
    const unmeasured = await at.inForce();
    at.at('2026-07-02T01:00:00Z');
    await remind(at.house);
    await remind(at.house);
    const told = async (id: string) =>
      (await at.owner.query<{ kind: string }>(`select kind from notification where record_id = $1 and kind in ('improvement.overdue', 'improvement.to_measure')`, [id])).rows;
    expect(await told(late.id)).toEqual([{ kind: 'improvement.overdue' }]);
    expect(await told(unmeasured.id)).toEqual([{ kind: 'improvement.to_measure' }]);
  }); // prettier-ignore

  test('who did not propose it, is not responsible and does not lead does not move it', async () => {
    const record = await at.approved();
    await agent.does(record, 'plan', baseline).refused('improvement.not_its_owner');
    await auditor.does(record, 'plan', baseline).refused('problem.not_your_role');
  });
});

test('every figure is what plain SQL counts', async () => {
  at.at('2026-07-02T01:00:00Z');
  const met = await at.measured();
  await engineer.does(met, 'report', { reportedTo: 'Review' });
  const missed = await at.measured({ foundValue: 3 });
  await engineer.does(missed, 'report', { reportedTo: 'Review', followUp: 'Duty at night' });
  const figure = async (key: string) =>
    ((await lead.get(`/measures?key=improvement.${key}&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z`)) as unknown as {
      items: { value: number | null; n: number; numerator?: number }[];
    }).items[0];
  const { rows } = await at.owner.query<Record<string, number>>(
    `select (count(*) filter (where state <> 'withdrawn'))::int as registered, (count(*) filter (where decided_at is not null))::int as decided,
       (count(*) filter (where decided_at is not null and state <> 'refused'))::int as approved, (count(*) filter (where state = 'reported'))::int as reported,
       (count(*) filter (where state = 'reported' and target_met))::int as met, avg(attainment)::float8 as attainment,
       (avg(extract(epoch from implemented_at - created_at) * 1000))::float8 as lead,
       (count(*) filter (where planned_at is not null and due_on < '2027-01-01' and implemented_at is null))::int as overdue
     from improvement t join record r on r.id = t.id`,
  );
  const counted = rows[0] ?? {};
  expect(await figure('registered')).toMatchObject({ value: counted['registered'] });
  expect(await figure('approved_share')).toMatchObject({ n: counted['decided'], numerator: counted['approved'] });
  expect(await figure('realised')).toMatchObject({ n: counted['reported'], numerator: counted['met'] });
  expect((await figure('attainment'))?.value).toBeCloseTo(counted['attainment'] ?? 0, 6);
  expect((await figure('lead_time'))?.value).toBeCloseTo(counted['lead'] ?? 0, 0);
  expect(await figure('overdue')).toMatchObject({ value: counted['overdue'] });
}); // prettier-ignore
