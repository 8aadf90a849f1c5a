import { expect, test } from 'vitest';
import { keepValues } from './objective.jobs.ts';
import { objectiveHouse } from './objective.fixture.ts';

const at = await objectiveHouse();
const { boss, manager, owner, engineer, auditor } = at;

test('6.2.1: an objective without measure or target is refused', async () => {
  const { measureKey: _key, source: _source, ...unmeasured } = at.whole;
  await owner.post('/objectives', unmeasured).refused('objective.without_measure', 'source');
  await owner.post('/objectives', { ...unmeasured, source: 'kpi' }).refused('objective.without_measure', 'measureKey');
  await owner.post('/objectives', { ...unmeasured, source: 'entered', formula: 'a / b' }).refused('objective.without_measure', 'unit');
  await owner.post('/objectives', { ...at.whole, measureKey: 'no.such' }).refused('objective.no_such_measure', 'measureKey');
  await owner.post('/objectives', { ...at.whole, measureFilter: { colour: 'red' } }).refused('problem.invalid');
  const { target: _target, ...aimless } = at.whole;
  await owner.post('/objectives', aimless).refused('objective.without_target', 'target');
  await owner.post('/objectives', { ...at.whole, dueOn: '2025-12-31' }).refused('problem.dates_reversed', 'dueOn');
  await engineer.post('/objectives', at.whole).refused('problem.not_your_role');
  await auditor.post('/objectives', at.whole).refused('problem.not_your_role');
  expect(await at.proposed()).toMatchObject({ state: 'proposed', unit: 'percent', authorIds: [owner.id] });
}); // prettier-ignore

test('6.2.2: it is approved by top management when policy, plan, persons and judging are there, never by who wrote it', async () => {
  const bare = await at.proposed({ plan: [], policySentence: null });
  await boss.does(bare, 'approve').refused('objective.no_policy');
  await owner.patch(`/objectives/${bare.number}`, { policySentence: 'We keep what we promise.' });
  await boss.does(bare, 'approve').refused('objective.no_plan');
  await owner.patch(`/objectives/${bare.number}`, { plan: [{ what: 'Train' }] });
  await boss.does(bare, 'approve').refused('objective.plan_step_lacks');
  await boss.patch(`/objectives/${bare.number}`, { plan: at.whole.plan });
  await boss.does(bare, 'approve').refused('objective.approver_wrote_it');
  await manager.does(bare, 'approve').refused('problem.not_your_role');
  const other = await at.someone('Wu Lei', ['top-management']);
  expect(await other.does(bare, 'approve')).toMatchObject({ state: 'approved', approvedById: other.id, sodException: false });
  await owner.patch(`/objectives/${bare.number}`, { target: 10 }).refused('problem.wrong_state');
}); // prettier-ignore

test('entered values: of periods that are over, once each; achieved is what they say, missed needs a decision', async () => {
  const one = await at.active(at.entered);
  const told = (periodFrom: string, value: number) => owner.does(one, 'record_value', { periodFrom, value, n: 120 });
  await told('2026-01-15', 90).refused('objective.no_such_period', 'periodFrom');
  await told('2026-03-01', 90).refused('objective.period_not_over', 'periodFrom');
  await owner.does(one, 'achieve', { comment: 'Done' }).refused('objective.no_value');
  expect(await told('2026-02-01', 91)).toMatchObject({ lastValue: 91, lastMet: false });
  await told('2026-02-01', 99).refused('objective.period_is_kept', 'periodFrom');
  expect(await told('2026-01-01', 96)).toMatchObject({ lastValue: 91, lastMet: false });
  await owner.does(one, 'achieve', { comment: 'Done' }).refused('objective.target_not_met');
  type Course = { items: { from: string; value: number | null; state: string; met: boolean | null }[] };
  const { items } = (await engineer.get(`/objectives/${one.number}/course`)) as unknown as Course;
  expect(items).toMatchObject([
    { from: '2026-01-01', value: 96, state: 'kept', met: true },
    { from: '2026-02-01', value: 91, state: 'kept', met: false },
    { from: '2026-03-01', value: null, state: 'running' },
  ]);
  await manager.does(one, 'miss', { decision: 'extend' }).refused('problem.required', 'decisionReason');
  await owner.does(one, 'miss', { decision: 'extend', decisionReason: 'x' }).refused('problem.not_your_role');
  expect(await manager.does(one, 'miss', { decision: 'extend', decisionReason: 'The tool came late' })).toMatchObject({ state: 'missed', decidedById: manager.id });
  await boss.does(one, 'extend', { dueOn: '2026-02-01', reason: 'x' }).refused('objective.due_is_past', 'dueOn');
  expect(await boss.does(one, 'extend', { dueOn: '2027-06-30', reason: 'The tool is there now' })).toMatchObject({ state: 'active', dueOn: '2027-06-30' });
}); // prettier-ignore

test('a KPI feeds it: each period is kept as it was when it was over, and stays so', async () => {
  const one = await at.active();
  await owner.does(one, 'record_value', { periodFrom: '2026-02-01', value: 1 }).refused('objective.fed_by_kpi');
  const law = await at.law();
  await owner.does(law, 'evaluate', { result: 'compliant', evaluation: 'Looked at logs' });
  await at.tables.query(`update obligation set evaluation_due_on = current_date + 300 where id = $1`, [law.id]);
  await keepValues.run(at.house);
  const now = await owner.get(`/objectives/${one.number}`);
  expect(now).toMatchObject({ lastValue: 100, lastMet: true, lastPeriod: '2026-02-01..2026-02-28' });
  // What changes afterwards does not change what was reported.
  await at.tables.query(`update obligation set evaluated_on = null where id = $1`, [law.id]);
  await keepValues.run(at.house);
  type Course = { items: { from: string; value: number | null; n: number; state: string; records: string | null }[] };
  const { items } = (await engineer.get(`/objectives/${one.number}/course`)) as unknown as Course;
  expect(items.map(({ value, state }) => `${value} ${state}`)).toEqual(['100 kept', '100 kept', '0 running']);
  expect(items[2]?.records).toContain('filter[measure]=obligation.evaluated'.replaceAll('[', '%5B').replaceAll(']', '%5D'));
  expect(await owner.does(one, 'achieve', { comment: 'All kept' })).toMatchObject({ state: 'achieved' });
}); // prettier-ignore

test('around the clock: the hours that nobody covers are named', async () => {
  const day = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], people: 2 };
  const whole = [
    { ...day, from: '08:00', to: '20:00' },
    { ...day, from: '20:00', to: '08:00' },
  ];
  const gapsOf = async (coverage: readonly object[]) => {
    const one = await at.proposed({ kind: 'always_on', coverage });
    return ((await owner.get(`/objectives/${one.number}/course`)) as unknown as { gaps: object[] }).gaps;
  };
  expect(await gapsOf(whole)).toEqual([]);
  expect(await gapsOf([whole[0] ?? {}, { ...whole[1], days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }])).toEqual([
    { day: 'mon', from: '00:00', to: '08:00' },
    { day: 'sun', from: '20:00', to: '24:00' },
  ]);
  expect(await gapsOf([])).toHaveLength(7);
}); // prettier-ignore

test('from strategy to resources: what hangs on what', async () => {
  const top = await at.proposed({ strategicLink: 'Grow by services' });
  const below = await at.proposed({ level: 'function', parentId: top.id, policySentence: null });
  await owner
    .patch(`/objectives/${top.number}`, { parentId: top.id })
    .refused('objective.its_own_parent', 'parentId');
  type Trace = { items: { number: string; parentId: string | null; plan: object[] }[] };
  const { items } = (await auditor.get('/objectives/trace')) as unknown as Trace;
  expect(items.find(({ number }) => number === below.number)).toMatchObject({
    parentId: top.id,
    plan: [{ what: 'Train the desk', resources: '10 days', person: 'Zhang Wei' }],
  });
});
