import { expect, test } from 'vitest';
import { riskHouse } from './risk.fixture.ts';

const at = await riskHouse();
const { boss, manager, owner, engineer, auditor, user } = at;

test('6.1.1: a risk comes from somewhere, and names the service or the party that it concerns', async () => {
  const nothing = await at.told({ issueIds: [] });
  await owner.does(nothing, 'assess', at.rated(2, 2)).refused('risk.comes_from_nothing');
  await engineer.post('/risks', { title: 'x', kind: 'risk', category: 'service_requirement' }).refused('risk.names_no_service', 'serviceIds');
  await engineer.post('/risks', { title: 'x', kind: 'risk', category: 'other_party' }).refused('risk.names_no_party', 'organisationIds');
  await engineer.post('/risks', { title: 'x', kind: 'risk', category: 'other_party', organisationIds: [at.service.id] }).refused('problem.no_such_reference', 'organisationIds');
  await auditor.post('/risks', { title: 'x', kind: 'risk', category: 'organisation' }).refused('problem.not_your_role');
  await user.get('/risks/heat-map').refused('problem.not_your_role');
}); // prettier-ignore

test('6.1.2: it is rated by the scale, says what customers would notice, and is looked at the sooner the larger it is', async () => {
  const risk = await at.told();
  await owner.does(risk, 'assess', { likelihood: 4, impact: 4, ownerId: owner.id }).refused('problem.required', 'customerImpact');
  await owner.does(risk, 'assess', at.rated(6, 1)).refused('problem.invalid');
  const large = await owner.does(risk, 'assess', at.rated(4, 4));
  expect(large).toMatchObject({ state: 'assessed', score: 16, rating: 'high', aboveThreshold: true, reviewDueOn: '2026-06-02' });
  expect(await at.assessed(1, 2)).toMatchObject({ score: 2, rating: 'low', aboveThreshold: false, reviewDueOn: '2027-03-02' });
  expect(await at.assessed(5, 5, { kind: 'opportunity', category: 'improvement' })).toMatchObject({ aboveThreshold: false });
}); // prettier-ignore

test('6.1.3: a treatment has actions, and whether it worked is judged when they are done', async () => {
  const risk = await at.assessed(4, 4);
  await owner.does(risk, 'plan', { ...at.planned, treatment: 'pursue' }).refused('risk.treatment_does_not_fit', 'treatment');
  await owner.does(risk, 'plan', { ...at.planned, treatment: 'accept' }).refused('risk.nothing_to_do', 'treatment');
  await owner.does(risk, 'plan', { ...at.planned, treatmentDueOn: '2026-02-01' }).refused('risk.due_is_past', 'treatmentDueOn');
  await owner.does(risk, 'plan', at.planned);
  await owner.does(risk, 'start').refused('risk.no_action');
  const todo = await at.action(risk);
  await owner.does(risk, 'start');
  await owner.does(risk, 'judge', at.judged).refused('risk.actions_open');
  await engineer.does(todo, 'finish', { result: 'Ordered and tested' });
  await owner.does(risk, 'judge', { residualLikelihood: 1, residualImpact: 4 }).refused('problem.required', 'effectiveness');
  expect(await owner.does(risk, 'judge', at.judged)).toMatchObject({
    state: 'residual_assessed', residualScore: 4, residualRating: 'low', aboveThreshold: false, residualById: owner.id,
  });
}); // prettier-ignore

test('S9: above the threshold only top management accepts; below it who answers for it', async () => {
  const high = await at.assessed(4, 4);
  const why = { acceptanceReason: 'The new site opens in June' };
  await owner.does(high, 'accept', why).refused('risk.top_management_accepts');
  await manager.does(high, 'accept', why).refused('risk.top_management_accepts');
  await boss.does(high, 'accept', {}).refused('problem.required', 'acceptanceReason');
  expect(await boss.does(high, 'accept', why)).toMatchObject({ state: 'accepted', treatment: 'accept', acceptedById: boss.id, acceptedByTop: true });
  const low = await at.treated(4, 4);
  await engineer.does(low, 'accept', why).refused('risk.owner_accepts');
  const accepted = await owner.does(low, 'accept', why);
  expect(accepted).toMatchObject({ acceptedById: owner.id, acceptedByTop: false, reviewDueOn: '2027-03-02' });
  await owner.does(low, 'review', {}).refused('problem.required', 'reviewNote');
  expect(await owner.does(low, 'review', { reviewNote: 'Second line holds', reviewMonths: 3 })).toMatchObject({ state: 'monitored', reviewDueOn: '2026-06-02' });
  await owner.does(low, 'close', {}).refused('problem.required', 'reason');
  await owner.does(low, 'assess', at.rated(5, 5)).status(200);
  expect(await owner.get(`/risks/${low.number}`)).toMatchObject({ residualScore: null, acceptedById: null, aboveThreshold: true });
}); // prettier-ignore

test('criteria are top management’s, hold together, and what was rated keeps citing its version', async () => {
  type Given = { value: Record<string, unknown>; version: number };
  const { value, version } = (await engineer.get('/risks/criteria')) as unknown as Given;
  await manager.put('/risks/criteria', { value, version }).refused('problem.not_your_role');
  await boss.put('/risks/criteria', { value: { ...value, highFrom: 4 }, version }).refused('risk.high_below_medium');
  await boss.put('/risks/criteria', { value: { ...value, acceptors: ['nobody'] }, version }).refused('problem.one_of', 'value.acceptors');
  await boss.put('/risks/criteria', { value: { ...value, acceptAbove: 8 }, version }).status(200);
  await boss.put('/risks/criteria', { value, version }).refused('problem.changed_meanwhile');
  expect(await at.assessed(2, 4)).toMatchObject({ score: 8, aboveThreshold: true });
  await boss.put('/risks/criteria', { value, version: version + 1 });
}); // prettier-ignore

test('the heat map shows what is open now, and what stood where on an earlier day', async () => {
  type Map = { items: { number: string; likelihood: number; impact: number; state: string }[] };
  const on = async (query: string) => ((await auditor.get(`/risks/heat-map${query}`)) as unknown as Map).items;
  await auditor.get('/risks/heat-map?at=yesterday').refused('calendar.date', 'at');
  await auditor.get('/risks/heat-map?kind=x').refused('problem.one_of', 'kind');
  const risk = await at.assessed(5, 4, { title: 'Heat' });
  const there = async (query: string) => (await on(query)).find(({ number }) => number === risk.number);
  expect(await there('')).toMatchObject({ likelihood: 5, impact: 4, state: 'assessed' });
  at.at('2026-04-10T01:00:00Z');
  await owner.does(risk, 'assess', at.rated(2, 1));
  await owner.does(risk, 'accept', { acceptanceReason: 'Small' });
  await owner.does(risk, 'close', { reason: 'Gone' });
  expect(await there('')).toBeUndefined();
  expect(await there('?at=2026-03-15')).toMatchObject({ likelihood: 5, impact: 4, state: 'assessed' });
  expect(await there('?at=2026-02-01')).toBeUndefined();
  const before = (await on('?at=2026-03-15')).map(({ number }) => number);
  expect(new Set(before).size).toBe(before.length);
}); // prettier-ignore
