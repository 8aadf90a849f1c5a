import { expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { turnedBy, turnsAlone } from '../../kernel/testing/evidence.ts';
import { reportingHouse } from './reporting.fixture.ts';

/* One defect in a plan and a report that are as they should be: exactly its requirement turns, and turns back. */
const at = await reportingHouse();
const measurement = await at.planned();
await at.planned({ measureKey: 'improvement.realised', subject: 'system', title: 'Improvements' });
await at.planned({
  measureKey: 'incident.reopen_rate',
  subject: 'process',
  title: 'Opened again',
  direction: 'at_most',
  target: 5,
});
const definition = await at.defined();
await at.keep();
const report = await at.writer.post('/service-reports', {
  definitionId: definition.id,
  periodFrom: '2026-02-01',
});
await at.writer.does(report, 'draft', at.words);
await at.leader.does(report, 'approve');
await at.writer.does(report, 'issue');
await at.boss.does(report, 'review', { decisions: [at.missed] });
await at.writer.does(report, 'tell', {});

const system = { title: 'First half', kind: 'system', periodFrom: '2026-01-01', periodTo: '2026-02-28' };

test('an evaluation needs a period that is over, something measured, and a verdict that follows from it', async () => {
  await at.leader
    .post('/performance-evaluations', { ...system, periodTo: '2026-06-30' })
    .refused('performance_evaluation.period_running', 'periodTo');
  await at.leader
    .post('/performance-evaluations', { ...system, kind: 'service' })
    .refused('performance_evaluation.service_needed', 'serviceId');
  const empty = await at.leader.post('/performance-evaluations', {
    ...system,
    periodFrom: '2020-01-01',
    periodTo: '2020-06-30',
  });
  const said = { verdict: 'effective', conclusion: 'All is well.' };
  await at.leader.does(empty, 'conclude', said).refused('performance_evaluation.nothing_measured');
  const shop = await at.leader.post('/performance-evaluations', {
    ...system,
    kind: 'service',
    serviceId: at.service.id,
  });
  await at.leader.does(shop, 'conclude', said).refused('performance_evaluation.mostly_missed', 'verdict');
  const done = await at.leader.does(shop, 'conclude', {
    verdict: 'partly',
    conclusion: 'A third is late; the new gateway comes.',
  });
  expect(done['basis']).toMatchObject({
    figures: [{ key: 'incident.resolution_attainment', n: 19, met: false }],
  });
});

test('9.1 and 9.4 are answered by what was planned, kept, evaluated, reported and decided', async () => {
  const made = await at.leader.post('/performance-evaluations', system);
  await at.leader.does(made, 'conclude', {
    verdict: 'partly',
    conclusion: 'Promises are not kept yet; nothing is opened again.',
  });
  const answers = (await evaluateEvidence(at.house, { whole: true })).filter(({ requirement }) =>
    /^9\.[14]-/.test(requirement),
  );
  expect(Object.fromEntries(answers.map(({ requirement, status }) => [requirement, status]))).toEqual({
    '9.1-a': 'met', '9.1-b': 'met', '9.1-c': 'met', '9.1-d': 'none', '9.4-a': 'met', '9.4-b': 'met', '9.4-c': 'met', '9.4-d': 'met',
  }); // prettier-ignore
});

test.each([
  ['9.1-a', 'measurement.planned', 'measurement', 'analyst_id', null],
  ['9.1-a', 'measurement.evaluated', 'measurement', 'evaluation_due_on', '2026-03-01'],
  ['9.1-b', 'measurement.kept', 'measurement', 'measure_key', 'incident.mtta'],
  ['9.4-a', 'report_definition.purposeful', 'report_definition', 'decides', ' '],
  ['9.4-b', 'service_report.with_trend', 'service_report', 'contents_hash', null],
  ['9.4-c', 'service_report.decided', 'service_report', 'decisions', []],
  ['9.4-d', 'service_report.told', 'service_report', 'told_at', null],
])('%s: %s', (requirement, key, table, column, value) =>
  turnsAlone(
    at.house,
    at.owner,
    [requirement, key],
    {
      table,
      id: { measurement, report_definition: definition, service_report: report }[table]?.id ?? '',
      column,
    },
    value,
  ),
);

test('9.4-b: a month goes by without its report', async () => {
  const turned = await turnedBy(at.house, async () => {
    at.at('2026-04-25T01:00:00Z');
    await at.keep();
  });
  expect(turned.filter(({ requirement }) => requirement === '9.4-b')).toMatchObject([
    { to: 'partly', checks: [{ key: 'report_definition.reported', faults: 1, found: [definition.id] }] },
  ]);
});

test('9.1-d: a service that has been live for half a year was never evaluated', async () => {
  const turned = await turnedBy(
    at.house,
    () =>
      at.owner.query(`update record set state = 'published', created_at = '2025-01-01' where id = $1`, [
        at.service.id,
      ]),
    { whole: true },
  );
  expect(turned.filter(({ requirement }) => requirement === '9.1-d')).toMatchObject([{ to: 'met' }]);
  await at.owner.query(
    `update performance_evaluation set concluded_on = '2025-01-01' where kind = 'service'`,
  );
  const again = await evaluateEvidence(at.house, { whole: true });
  expect(again.find(({ requirement }) => requirement === '9.1-d')).toMatchObject({
    checks: [{ faults: 1, found: [at.service.id] }],
  });
});
