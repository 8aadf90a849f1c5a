import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { foundAlone, planted } from '../../kernel/testing/evidence.ts';
import { riskHouse } from './risk.fixture.ts';

const at = await riskHouse();
const ids: Record<string, string> = {};
/** Everything is evaluated three times. */
const slow = 60_000;

beforeAll(async () => {
  ids['org'] = (await at.treated(4, 4)).id;
  ids['service'] = (
    await at.assessed(3, 3, { category: 'service_requirement', serviceIds: [at.service.id] })
  ).id;
  ids['party'] = (await at.assessed(2, 2, { category: 'other_party', organisationIds: [at.carrier.id] })).id;
  ids['chance'] = (await at.assessed(3, 3, { kind: 'opportunity', category: 'improvement' })).id;
  const top = await at.assessed(5, 4);
  ids['top'] = (await at.boss.does(top, 'accept', { acceptanceReason: 'Until June' })).id;
  const running = await at.assessed(4, 4);
  await at.owner.does(running, 'plan', at.planned);
  ids['action'] = (await at.action(running)).id;
  ids['running'] = (await at.owner.does(running, 'start')).id;
});

test('a register as it should be: only the documented method is still missing', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  const checks = answers
    .filter(({ requirement }) => requirement.startsWith('6.1.'))
    .flatMap((answer) => answer.checks.filter(({ key }) => key !== 'evidence.judged'));
  expect(checks.filter(({ status }) => status !== 'met' && status !== 'none').map(({ key }) => key)).toEqual([
    'risk.method_documented',
  ]);
});

test.each([
  ['6.1.1-a', 'risk.from_context', 'running', 'review_due_on', '2026-03-01'],
  ['6.1.2-c', 'risk.customer_impact', 'org', 'customer_impact', ' '],
  ['6.1.2-d', 'risk.accepted_by_top', 'top', 'accepted_by_top', false],
  ['6.1.3-a', 'risk.treated', 'running', 'treatment_due_on', '2026-03-01'],
  ['6.1.3-b', 'risk.effect_judged', 'org', 'effectiveness', null],
])(
  'a planted defect in %s is found by %s, and its repair is seen',
  async (requirement, key, name, column, value) => {
    const id = ids[name] ?? '';
    await foundAlone(at.house, at.tables, [requirement, key], { table: 'risk', id, column }, value);
  },
  slow,
);

test('6.1.2-a: a live service without a current risk is named', async () => {
  const repair = await planted(at.tables, { table: 'risk', id: ids['service'] ?? '', column: 'service_ids' }, []);
  const answers = await evaluateEvidence(at.house, { whole: true });
  const check = answers.find(({ requirement }) => requirement === '6.1.2-a')?.checks.find(({ key }) => key === 'risk.of_services');
  expect(check).toMatchObject({ faults: 1, found: [at.service.id] });
  await repair();
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  type Figures = { items: { key: string; value: number | null; n: number }[] };
  const { items } = (await at.manager.get(
    '/measures?from=2026-03-01T00:00:00Z&to=2026-12-01T00:00:00Z',
  )) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const count = async (sql: string) => (await at.tables.query<{ n: number }>(sql)).rows[0]?.n;
  expect(figure('risk.above_threshold')?.value).toBe(
    await count(`select count(*)::int as n from risk t join record r on r.id = t.id where r.state <> 'closed' and t.kind = 'risk'
      and coalesce(t.residual_likelihood, t.likelihood) * coalesce(t.residual_impact, t.impact) >= 12`),
  );
  expect(figure('risk.above_unaccepted')?.value).toBe(
    await count(`select count(*)::int as n from risk t join record r on r.id = t.id where t.kind = 'risk' and t.accepted_by_id is null
      and coalesce(t.residual_score, t.score) >= 12`),
  );
  expect(figure('risk.treatment_effective')).toMatchObject({ value: 100, n: 1 });
  expect(figure('risk.opportunities_pursued')).toMatchObject({ value: 0, n: 1 });
  expect(figure('risk.overdue')?.value).toBe(
    await count(`select count(*)::int as n from risk where review_due_on < '2026-12-01'`),
  );
});
