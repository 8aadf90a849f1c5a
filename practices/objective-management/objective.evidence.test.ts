import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { foundAlone } from '../../kernel/testing/evidence.ts';
import { keepValues } from './objective.jobs.ts';
import { objectiveHouse } from './objective.fixture.ts';

const at = await objectiveHouse();
const ids: Record<string, string> = {};
/** Everything is evaluated three times. */
const slow = 60_000;

beforeAll(async () => {
  const law = await at.law();
  await at.engineer.does(law, 'evaluate', { result: 'compliant', evaluation: 'Looked' });
  ids['law'] = law.id;
  const top = await at.active();
  ids['top'] = top.id;
  ids['below'] = (await at.active({ level: 'process', parentId: top.id })).id;
  await keepValues.run(at.house);
  const plan = await at.manager.post('/service-management-plans', at.plan);
  await at.manager.does(plan, 'submit');
  ids['plan'] = (await at.boss.does(plan, 'approve')).id;
});

test('objectives and plan as they should be: only the published document is still missing', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  const checks = answers
    .filter(({ requirement }) => /^6[.][23]/.test(requirement))
    .flatMap((answer) => answer.checks.filter(({ key }) => key !== 'evidence.judged'));
  expect(checks.filter(({ status }) => status !== 'met' && status !== 'none').map(({ key }) => key)).toEqual([
    'objective.published',
  ]);
});

test.each([
  ['6.2.1-a', 'objective.on_policy', 'objective', 'top', 'policy_sentence', ' '],
  ['6.2.1-b', 'objective.measurable', 'objective', 'below', 'baseline', null],
  ['6.2.1-d', 'objective.approved', 'objective', 'top', 'approved_by_id', null],
  ['6.2.2-a', 'objective.planned', 'objective', 'below', 'plan', []],
  ['6.2.2-b', 'objective.dated', 'objective', 'top', 'evaluation', ''],
  ['6.3-b', 'service_management_plan.limitations', 'service_management_plan', 'plan', 'limitations', ' '],
  ['6.3-c', 'obligation.evaluated_in_time', 'obligation', 'law', 'evaluated_on', null],
  ['6.3-e', 'service_management_plan.resources', 'service_management_plan', 'plan', 'financial', null],
  ['6.3-g', 'service_management_plan.checking', 'service_management_plan', 'plan', 'auditing', ''],
])(
  'a planted defect in %s is found by %s, and its repair is seen',
  async (requirement, key, table, name, column, value) => {
    const id = ids[name] ?? '';
    await foundAlone(at.house, at.tables, [requirement, key], { table, id, column }, value);
  },
  slow,
);

test('6.2.1-c: a period that was over a month ago and has no value is found', async () => {
  await at.tables.query(`delete from objective_value where objective_id = $1 and period_from = '2026-01-01'`, [ids['top']]);
  const answers = await evaluateEvidence(at.house, { whole: true });
  const check = answers.find(({ requirement }) => requirement === '6.2.1-c')?.checks.find(({ key }) => key === 'objective.values_told');
  expect(check).toMatchObject({ faults: 1, found: [ids['top']] });
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  type Figures = { items: { key: string; value: number | null; n: number }[] };
  const { items } = (await at.manager.get('/measures?from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z')) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const { rows } = await at.tables.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(*) filter (where last_met)::int as k from objective t join record r on r.id = t.id where r.state = 'active'`,
  );
  expect(figure('objective.on_course')).toMatchObject({ n: rows[0]?.n, value: (100 * (rows[0]?.k ?? 0)) / (rows[0]?.n ?? 1) });
  expect(figure('objective.overdue')).toMatchObject({ value: rows[0]?.n });
  expect(figure('objective.attained')).toMatchObject({ value: null, n: 0 });
}); // prettier-ignore
