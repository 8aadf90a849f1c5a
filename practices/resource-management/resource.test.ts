import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { foundAlone } from '../../kernel/testing/evidence.ts';
import { watchResources } from './resource.jobs.ts';

const at = await served();
const boss = await at.someone('Ma Jun', ['top-management']);
const manager = await at.someone('Chen Jie', ['sms-manager']);
const owner = await at.someone('Zhang Wei', ['service-owner']);
const agent = await at.someone('Li Na', ['service-desk-agent']);
const auditor = await at.someone('Qian Yi', ['internal-auditor']);
const service = await at.create('service', system(), { title: 'E-mail' });

const needed = (resourceClass: string, need: number, available: number) =>
  owner.post('/resource-needs', {
    title: resourceClass,
    year: 2026,
    resourceClass,
    need,
    available,
    unit: 'x',
    serviceId: service.id,
    ownerId: owner.id,
  });
const grant = { decision: 'provide', reason: 'The second line is too thin', dueOn: '2026-06-01' };
const ids: Record<string, string> = {};

test('7.1, 5.1: a gap is decided by top management, with a reason and a day; not by who asked for it', async () => {
  await agent.post('/resource-needs', { title: 'x', year: 2026, resourceClass: 'people' }).refused('problem.not_your_role');
  await auditor.post('/resource-needs', { title: 'x', year: 2026, resourceClass: 'people' }).refused('problem.not_your_role');
  await owner.post('/resource-needs', { title: 'x', year: 1, resourceClass: 'people' }).refused('problem.invalid');
  const people = await needed('people', 5, 3);
  expect(people).toMatchObject({ gap: 2, state: 'draft' });
  await owner.does(people, 'confirm_covered').refused('resource_need.short');
  await owner.does(people, 'decide', grant).refused('problem.not_your_role');
  await boss.does(people, 'decide', { ...grant, dueOn: null }).refused('problem.required', 'dueOn');
  await boss.does(people, 'decide', { ...grant, dueOn: '2026-01-01' }).refused('resource_need.due_is_past', 'dueOn');
  await boss.does(people, 'decide', { ...grant, reason: null }).refused('problem.required', 'reason');
  await boss.does(people, 'decide', { ...grant, decision: 'postpone' }).refused('problem.one_of', 'decision');
  expect(await boss.does(people, 'decide', grant)).toMatchObject({ state: 'decided', decidedById: boss.id });
  ids['people'] = people.id;
  const own = await boss.post('/resource-needs', { title: 'Mine', year: 2027, resourceClass: 'money', need: 2, available: 1, unit: 'x', ownerId: boss.id });
  await boss.does(own, 'decide', grant).refused('resource_need.own_need');
  await boss.does(own, 'refuse', { decision: 'do_without', reason: 'Not needed after all' });
  const refused = await needed('technology', 2, 1);
  expect(await boss.does(refused, 'refuse', { decision: 'postpone', reason: 'Next year' })).toMatchObject({ state: 'refused' });
  ids['refused'] = refused.id;
  const enough = await needed('information', 1, 1);
  await boss.does(enough, 'decide', grant).refused('resource_need.enough');
  await owner.does(enough, 'confirm_covered');
  await owner.does(await needed('money', 1, 1), 'confirm_covered');
}); // prettier-ignore

test('a benefit case is measured by a figure of the house, after its baseline, by another person', async () => {
  const draft = { title: 'Two more people', kind: 'efficiency', investment: 'Two people', promise: 'Done in time', direction: 'higher', targetValue: 60, measureOn: '2026-09-01', ownerId: owner.id };
  await owner.post('/benefit-cases', { ...draft, measureKey: 'no.such' }).refused('benefit_case.no_such_measure', 'measureKey');
  const made = await owner.post('/benefit-cases', { ...draft, measureKey: 'action_item.done_on_time' });
  const baseline = { baselineFrom: '2026-01-01', baselineTo: '2026-01-31' };
  await boss.does(made, 'approve', { ...baseline, baselineTo: '2026-03-31' }).refused('benefit_case.period_not_over', 'baselineTo');
  await boss.does(made, 'approve', { baselineFrom: '2026-02-01', baselineTo: '2026-01-31' }).refused('problem.dates_reversed', 'baselineTo');
  await boss.does(made, 'approve', baseline).refused('benefit_case.nothing_counted', 'baselineFrom');
  const finished = async (instant: string, dueOn: string) => {
    at.at(instant);
    const todo = await manager.post('/action-items', { title: 'x', ownerId: owner.id, dueOn });
    await owner.does(todo, 'finish', { result: 'Done' });
  };
  await finished('2026-01-10T01:00:00Z', '2026-01-05');
  await finished('2026-01-11T01:00:00Z', '2026-01-20');
  await finished('2026-01-12T01:00:00Z', '2026-01-05');
  at.at('2026-03-02T01:00:00Z');
  expect(await boss.does(made, 'approve', baseline)).toMatchObject({ state: 'approved', baselineN: 3, approvedById: boss.id });
  await finished('2026-07-10T01:00:00Z', '2026-07-20');
  at.at('2026-09-02T01:00:00Z');
  await watchResources.run(at.house);
  const { rows } = await at.owner.query<{ id: string }>('select person_id as id from notification where record_id = $1', [made.id]);
  expect(rows.map(({ id }) => id)).toEqual([manager.id]);
  const found = { foundFrom: '2026-07-01', foundTo: '2026-07-31', conclusion: 'All in time now' };
  await owner.does(made, 'measure', found).refused('benefit_case.measurer_had_part');
  await manager.does(made, 'measure', { ...found, foundFrom: '2026-01-31' }).refused('benefit_case.overlaps', 'foundFrom');
  await manager.does(made, 'measure', { ...found, foundTo: '2026-12-31' }).refused('benefit_case.period_not_over', 'foundTo');
  expect(await manager.does(made, 'measure', found)).toMatchObject({ foundValue: 100, foundN: 1, targetMet: true, state: 'measured' });
  ids['benefit'] = made.id;
}); // prettier-ignore

test('7.1 as it should be: nothing is missing', async () => {
  at.at('2026-05-01T01:00:00Z');
  const answers = await evaluateEvidence(at.house, { whole: true });
  const checks = answers.filter(({ requirement }) => requirement === '7.1-a').flatMap((answer) => answer.checks);
  expect(checks.filter(({ status, key }) => status !== 'met' && status !== 'none' && key !== 'evidence.judged')).toEqual([]);
}); // prettier-ignore

// Whether it is enough is a person's word, which nobody gave: the requirement is partly met before and after.
test.each([
  ['people', 'due_on', '2026-03-01'],
  ['refused', 'reason', ' '],
])('a planted defect (%s: %s) is found by exactly this check, and its repair is seen', async (id, column, value) => {
  await foundAlone(at.house, at.owner, ['7.1-a', 'resource_need.gap_decided'], { table: 'resource_need', id: ids[id] ?? '', column }, value);
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  type Figures = { items: { key: string; value: number | null; n: number }[] };
  const { items } = (await manager.get('/measures?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z')) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const { rows } = await at.owner.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(decided_on)::int as k from resource_need where need > available or decided_on is not null`,
  );
  const { n = 0, k = 0 } = rows[0] ?? {};
  expect(figure('resource_need.decided')).toMatchObject({ n });
  expect(figure('resource_need.decided')?.value).toBeCloseTo((100 * k) / n);
  expect(figure('resource_need.provided_on_time')).toMatchObject({ n: 1, value: 0 });
  expect(figure('benefit_case.realised')).toMatchObject({ n: 1, value: 100 });
}); // prettier-ignore
