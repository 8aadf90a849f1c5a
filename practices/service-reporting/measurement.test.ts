import { expect, test } from 'vitest';
import { dictionary } from './dictionary.ts';
import { reportingHouse } from './reporting.fixture.ts';

/* 9.1: what is measured, how, when, by whom, against what; and what of it was kept. */
const at = await reportingHouse();
type Value = {
  from: string;
  value: number | null;
  n: number;
  state: string;
  excluded: number | null;
  met: boolean | null;
  records: Record<string, string>;
};
const values = async (number: string) =>
  (await at.writer.get(`/measurements/${number}/values`))['items'] as Value[];

test('a figure that nothing computes, one without a target, and one that is planned already are refused', async () => {
  await at.writer
    .post('/measurements', { ...at.plan, measureKey: 'incident.mood' })
    .refused('measurement.no_such_measure', 'measureKey');
  const { target: _target, ...without } = at.plan;
  await at.writer.post('/measurements', without).refused('measurement.target_needed', 'target');
  const made = await at.writer.post('/measurements', {
    ...without,
    direction: 'observe',
    measureKey: 'incident.opened',
  });
  await at.writer
    .post('/measurements', { ...at.plan, measureKey: 'incident.opened' })
    .refused('measurement.there_already', 'measureKey');
  await at.boss.does(made, 'retire', { reason: 'Only tried' });
});

test('whoever wrote a measurement does not approve it, and one without a method is not approved', async () => {
  const draft = await at.leader.post('/measurements', {
    ...at.plan,
    measureKey: 'incident.mttr',
    target: 16,
    direction: 'at_most',
    method: undefined,
  });
  await at.leader.does(draft, 'approve').refused('problem.required');
  await at.leader.patch(`/measurements/${draft.number}`, { method: 'Elapsed over the calendar ÷ resolved' });
  await at.leader.does(draft, 'approve').refused('measurement.approver_wrote_it');
  expect(await at.boss.does(draft, 'approve')).toMatchObject({
    state: 'in_force',
    unit: 'hours',
    evaluationDueOn: '2026-06-05',
  });
});

test('values are kept when a period is over, evaluated by their analyst, and stay although the records change', async () => {
  const made = await at.planned();
  await at.leader.does(made, 'evaluate', { conclusion: 'Too early' }).refused('measurement.nothing_kept');
  await at.keep();
  const before = await values(made.number);
  expect(before.map(({ from, state }) => [from, state])).toEqual([
    ['2026-01-01', 'kept'],
    ['2026-02-01', 'kept'],
    ['2026-03-01', 'running'],
  ]);
  const february = before[1];
  expect(february?.n).toBe(11);
  expect(february?.met).toBe(false);
  await at.owner.query(`update clock set breached_at = null where name = 'resolution'`);
  expect((await values(made.number))[1]?.value).toBe(february?.value);
  await at.owner.query(
    `update clock set breached_at = started_at + interval '4 hours' where name = 'resolution' and elapsed_ms > target_ms`,
  );
  await at.leader.does(made, 'evaluate', {}).refused('problem.required', 'conclusion');
  expect(await at.leader.does(made, 'evaluate', { conclusion: 'A third is late' })).toMatchObject({
    evaluatedOn: '2026-03-05',
    evaluationDueOn: '2026-06-05',
  });
});

test('each figure opens exactly the records that it counts', async () => {
  const plan = (await at.leader.get('/measurements/plan'))['items'] as {
    number: string;
    key: string;
    trend: unknown[];
    last: { n: number } | null;
  }[];
  const one = plan.find(({ key }) => key === 'incident.resolution_attainment');
  expect(one?.trend).toHaveLength(12);
  const february = (await values(one?.number ?? ''))[1];
  for (const [part, n] of [
    ['all', february?.n],
    ['numerator', 7],
    ['rest', 4],
  ] as const) {
    const found = await at.agent.get(`/${february?.records[part] ?? ''}`);
    expect((found['items'] as unknown[]).length, part).toBe(n);
  }
});

test('nothing counted is no value, not 100 %', async () => {
  const made = await at.planned({ measureKey: 'release.success', title: 'Releases that succeed' });
  await at.keep();
  expect((await values(made.number))[1]).toMatchObject({ value: null, n: 0, met: null });
});

test('the whole dictionary can be adopted, and every entry of it is computed', async () => {
  const { items } = (await at.leader.get('/measurements/dictionary')) as unknown as {
    items: { key: string; formula: string; usual: boolean }[];
  };
  for (const { measure } of dictionary) {
    const kpi = items.find(({ key }) => key === measure);
    expect(kpi?.usual, measure).toBe(true);
    expect(kpi?.formula, measure).not.toContain('.formula.');
  }
  const adopted = {
    measures: dictionary.map(({ measure }) => measure),
    ownerId: at.writer.id,
    analystId: at.leader.id,
    startsOn: '2026-01-01',
  };
  await at.leader
    .post('/measurements/adopt', { ...adopted, measures: ['incident.mood'] })
    .refused('measurement.no_such_measure', 'measures');
  const { numbers } = (await at.leader.post('/measurements/adopt', adopted)) as unknown as {
    numbers: string[];
  };
  expect(numbers.length).toBe(dictionary.length - 3);
  expect(
    ((await at.leader.post('/measurements/adopt', adopted)) as unknown as { numbers: string[] }).numbers,
  ).toEqual([]);
  await at.agent.get('/measurements/plan').status(200);
  await at.user.get('/measurements/plan').status(403);
});

/* Each KPI as plain SQL that knows nothing of measures. */
const resolved = `from record r join incident i using (id) where r.type = 'incident' and i.resolved_at is not null and r.state not in ('cancelled', 'duplicate')
  and i.ended_at >= '2026-02-01' and i.ended_at < '2026-03-01'`;
const clock = (name: string, what: string) =>
  `(select ${what} from clock c where c.record_id = r.id and c.name = '${name}')`;
test.each([
  [
    'incident.resolution_attainment',
    `select 100.0 * count(*) filter (where ${clock('resolution', 'breached_at')} is null) / count(*) as v ${resolved}`,
  ],
  [
    'incident.response_attainment',
    `select 100.0 * count(*) filter (where ${clock('response', 'breached_at')} is null) / count(*) as v ${resolved}`,
  ],
  ['incident.mttr', `select avg(${clock('resolution', 'elapsed_ms')}) / 3600000 as v ${resolved}`],
  [
    'incident.time_to_restore',
    `select extract(epoch from avg(coalesce(i.restored_at, i.resolved_at) - r.occurred_at)) / 3600 as v ${resolved}`,
  ],
  [
    'incident.reopen_rate',
    `select 100.0 * sum(case when i.reopen_count > 0 then 1 else 0 end) / count(*) as v ${resolved}`,
  ],
  ['incident.reassignment_rate', `select sum(i.reassignment_count)::float / count(*) as v ${resolved}`],
  ['incident.resolved', `select count(*) as v ${resolved}`],
  [
    'incident.caused_by_change',
    `select 100.0 * sum((i.cause_class = 'change')::int) / count(*) as v ${resolved}`,
  ],
  [
    'incident.opened',
    `select count(*) as v from record where type = 'incident' and state not in ('cancelled', 'duplicate') and created_at >= '2026-02-01' and created_at < '2026-03-01'`,
  ],
  [
    'incident.backlog',
    `select count(*) as v from record r join incident i using (id) where r.created_at <= '2026-03-01' and (i.ended_at is null or i.ended_at > '2026-03-01')`,
  ],
  [
    'incident.backlog_over_30_days',
    `select count(*) as v from record r join incident i using (id) where r.created_at <= '2026-03-01' and (i.ended_at is null or i.ended_at > '2026-03-01') and r.occurred_at <= timestamptz '2026-03-01' - interval '31 days'`,
  ],
  [
    'incident.monitoring_share',
    `select 100.0 * sum((i.channel = 'monitoring')::int) / count(*) as v from record r join incident i using (id) where r.created_at >= '2026-02-01' and r.created_at < '2026-03-01'`,
  ],
  [
    'incident.backlog_ratio',
    `select (select count(*) from record r join incident i using (id) where r.created_at <= '2026-03-01' and (i.ended_at is null or i.ended_at > '2026-03-01')) / ((select count(*) ${resolved}) / 28.0) as v`,
  ],
])('%s equals plain SQL', async (key, text) => {
  const { rows } = await at.owner
    .query<{ v: string | number }>(`set time zone 'UTC'; ${text}`)
    .then((found) => (Array.isArray(found) ? found[1] : found) as { rows: { v: string }[] });
  const plan = (await at.leader.get('/measurements/plan'))['items'] as { number: string; key: string }[];
  let number = plan.find((one) => one.key === key)?.number;
  number ??= (
    await at.writer.post('/measurements', { ...at.plan, title: key, measureKey: key, direction: 'observe' })
  ).number;
  const february = (await values(number)).find(({ from }) => from === '2026-02-01');
  expect(february?.value).toBeCloseTo(Number(rows[0]?.v), 6);
});
