import { expect, test } from 'vitest';
import { issueDue, openDue, remind } from './report.jobs.ts';
import type { Contents } from './service-report.fields.ts';
import { reportingHouse } from './reporting.fixture.ts';

/* 9.4: who is told what, from the data, frozen, decided on and followed. */
const at = await reportingHouse();
await at.planned({ measureKey: 'incident.mttr', title: 'Time to restore', direction: 'at_most', target: 2 });
const contentsOf = (report: Readonly<Record<string, unknown>>) => report['contents'] as Contents;

test('a report without purpose, figures or readers is not put in force, nor by whoever defined it', async () => {
  const { purpose: _purpose, ...without } = at.definition;
  const draft = await at.writer.post('/report-definitions', { ...without, figures: [], recipientIds: [] });
  await at.leader.does(draft, 'approve').refused('problem.required');
  await at.writer.patch(`/report-definitions/${draft.number}`, { purpose: 'For the board' });
  await at.leader.does(draft, 'approve').refused('report_definition.without_figures');
  await at.writer.patch(`/report-definitions/${draft.number}`, { figures: [{ measure: 'incident.opened' }] });
  await at.leader.does(draft, 'approve').refused('report_definition.without_recipients');
  await at.writer.patch(`/report-definitions/${draft.number}`, { recipientIds: [at.boss.id] });
  await at.writer.does(draft, 'approve').refused('report_definition.approver_wrote_it');
  await at.leader.does(draft, 'approve');
});

test('figures are known and named once; a customer’s report names its customer and goes to nobody else’s people', async () => {
  const post = (fields: Readonly<Record<string, unknown>>) =>
    at.writer.post('/report-definitions', { ...at.definition, ...fields });
  await post({ figures: [{ measure: 'incident.mood' }] }).refused('measurement.no_such_measure', 'figures');
  await post({ figures: [{ measure: 'incident.mttr' }, { measure: 'incident.mttr' }] }).refused(
    'report_definition.figure_twice',
    'figures',
  );
  await post({ ...at.forBank, customerId: undefined }).refused(
    'report_definition.customer_needed',
    'customerId',
  );
  await post({ customerId: at.bank.id }).refused('report_definition.customer_not_meant', 'customerId');
  await post({ ...at.forBank, recipientIds: [at.miller.id] }).refused(
    'report_definition.recipient_outside',
    'recipientIds',
  );
  await post({ recipientIds: [at.banker.id] }).refused('report_definition.recipient_outside', 'recipientIds');
});

test('a period that runs, one that does not begin there, and one that is reported already are refused', async () => {
  const { id } = await at.defined();
  const post = (periodFrom: string) => at.writer.post('/service-reports', { definitionId: id, periodFrom });
  await post('2026-03-01').refused('service_report.period_running', 'periodFrom');
  await post('2026-02-10').refused('service_report.no_such_period', 'periodFrom');
  await post('2026-02-01');
  await post('2026-02-01').refused('service_report.there_already', 'periodFrom');
});

test('an empty period is reported only with the reason for it', async () => {
  const { id } = await at.defined({ figures: [{ measure: 'release.success', target: 95 }] });
  const report = await at.writer.post('/service-reports', { definitionId: id, periodFrom: '2026-02-01' });
  await at.writer.does(report, 'draft', at.words).refused('service_report.period_empty', 'emptyReason');
  const drafted = await at.writer.does(report, 'draft', {
    ...at.words,
    emptyReason: 'Nothing was released: the year-end freeze lasted until March.',
  });
  expect(contentsOf(drafted)).toMatchObject({ empty: true, figures: [{ value: null, n: 0, met: null }] });
});

test('data that have not settled are reported only with the reason for it', async () => {
  at.at('2026-03-02T01:00:00Z');
  const report = await at.february();
  await at.writer
    .does(report, 'draft', at.words)
    .refused('service_report.still_settling', 'provisionalReason');
  expect(
    contentsOf(
      await at.writer.does(report, 'draft', { ...at.words, provisionalReason: 'The board meets tomorrow.' }),
    ).provisional,
  ).toBe(true);
  at.at('2026-03-05T01:00:00Z');
});

test('every figure stands against its target and the former period; the plan’s target holds where the report has none', async () => {
  const [attained, mttr, opened] = contentsOf(await at.drafted()).figures;
  expect(attained).toMatchObject({
    target: 95,
    met: false,
    n: 11,
    numerator: 7,
    former: { n: 8 },
    excluded: 0,
  });
  expect(mttr).toMatchObject({ target: 2, direction: 'at_most', met: false, unit: 'hours' });
  expect(opened).toMatchObject({
    value: 14,
    target: null,
    direction: 'observe',
    met: null,
    former: { value: 10 },
  });
  expect(attained?.trend).toHaveLength(12);
});

test('who drafted does not approve, and nothing is approved that the records tell otherwise by then', async () => {
  const report = await at.drafted();
  await at.writer.does(report, 'approve').refused('service_report.approver_wrote_it');
  const moved = at.incidents[12]?.id;
  await at.owner.query(`update record set state = 'cancelled' where id = $1`, [moved]);
  await at.leader.does(report, 'approve').refused('service_report.figures_moved');
  await at.writer.does(report, 'draft', {});
  expect(await at.leader.does(report, 'approve')).toMatchObject({ state: 'approved', sodException: false });
  await at.owner.query(`update record set state = 'resolved' where id = $1`, [moved]);
});

test('an issued report does not change with its records; what they tell otherwise is shown', async () => {
  const report = await at.issued();
  const before = await at.leader.get(`/service-reports/${report.number}`);
  const moved = at.incidents[12]?.id;
  await at.owner.query(`update record set state = 'cancelled' where id = $1`, [moved]);
  const after = await at.leader.get(`/service-reports/${report.number}`);
  expect(after['contents']).toEqual(before['contents']);
  expect(after['contentsHash']).toMatch(/^[0-9a-f]{64}$/);
  const { items } = (await at.leader.get(`/service-reports/${report.number}/differences`)) as unknown as {
    items: { key: string; then: { n: number }; now: { n: number } }[];
  };
  expect(items.find(({ key }) => key === 'incident.opened')).toMatchObject({
    then: { n: 14 },
    now: { n: 13 },
  });
  await at.owner.query(`update record set state = 'resolved' where id = $1`, [moved]);
  expect((await at.leader.get(`/service-reports/${report.number}/differences`))['items']).toEqual([]);
  await at.writer.does(report, 'draft', at.words).status(409);
});

test('it goes to its readers by mail, with its figures', async () => {
  const report = await at.issued();
  const told = await at.told('service_report.issued', report.id);
  expect(told.map(({ person_id }) => person_id).toSorted()).toEqual([at.boss.id, at.leader.id].toSorted());
  const facts = told[0]?.params['facts'] as [string, { en: string }][];
  expect(facts[0]?.[0]).toBe('@incident.measure.resolution_attainment');
  expect(facts[0]?.[1].en).toBe('63.6 % (≥ 95 %), n = 11');
});

test('each missed figure is answered; to act means an action with its owner and day, and the report closes when it is done', async () => {
  const report = await at.issued();
  const missed = [at.missed, { ...at.missed, key: 'incident.mttr' }];
  await at.writer
    .does(report, 'review', { decisions: missed })
    .refused('service_report.reviewed_by_management');
  await at.boss.does(report, 'review', { decisions: [] }).refused('service_report.not_answered', 'decisions');
  await at.boss
    .does(report, 'review', { decisions: missed.slice(0, 1) })
    .refused('service_report.not_answered', 'decisions');
  const acting = { key: 'incident.mttr', decision: 'act', note: 'It is done by hand.' };
  await at.boss
    .does(report, 'review', { decisions: [at.missed, acting] })
    .refused('service_report.action_needed', 'decisions');
  const action = { title: 'Restart the gateway by script', ownerId: at.engineer.id, dueOn: '2026-03-31' };
  await at.boss.does(report, 'review', { decisions: [at.missed, { ...acting, action }] });
  await at.writer.does(report, 'tell', { toldNote: 'In the weekly meeting' });
  expect(await at.told('service_report.told', report.id)).toHaveLength(2);
  const { actions } = (await at.leader.get(`/service-reports/${report.number}/around`)) as unknown as {
    actions: { number: string }[];
  };
  expect(actions).toMatchObject([{ title: action.title, owner: 'Zhang Wei', dueOn: '2026-03-31' }]);
  await at.writer.does(report, 'close').refused('service_report.actions_open');
  await at.engineer.does({ number: actions[0]?.number ?? '' }, 'finish', { result: 'The script runs.' });
  expect((await at.writer.does(report, 'close')).state).toBe('closed');
});

test('a customer’s report counts that customer alone, and that customer’s people see it alone, once it is issued', async () => {
  const drafted = await at.drafted(at.forBank);
  expect(contentsOf(drafted).figures[2]).toMatchObject({ key: 'incident.opened', value: 7 });
  await at.banker.get(`/service-reports/${drafted.number}`).status(404);
  await at.writer.does(await at.leader.does(drafted, 'approve'), 'issue');
  expect(await at.banker.get(`/service-reports/${drafted.number}`)).toMatchObject({ state: 'issued' });
  expect((await at.banker.get('/service-reports'))['items']).toHaveLength(1);
  await at.miller.get(`/service-reports/${drafted.number}`).status(404);
  await at.miller.get(`/service-reports/${drafted.number}/paper`).status(404);
  await at.miller.get(`/service-reports/${drafted.number}/around`).status(404);
  expect((await at.miller.get('/service-reports'))['items']).toEqual([]);
  await at.banker.get('/measurements/plan').status(403);
  await at.banker.does(drafted, 'review', { decisions: [] }).status(403);
});

test('the report is there as PDF and Word, in both languages', async () => {
  const report = await at.issued();
  for (const [format, begins] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const)
    for (const language of ['en', 'zh-CN']) {
      const found = await at.app.inject({
        method: 'GET',
        url: `/api/v1/service-reports/${report.number}/paper?format=${format}&language=${language}`,
        headers: { authorization: `Bearer ${at.leader.token}` },
      });
      expect(found.statusCode, found.body.slice(0, 300)).toBe(200);
      expect(found.rawPayload.subarray(0, begins.length).toString()).toBe(begins);
    }
  const due = await at.february();
  await at.leader.get(`/service-reports/${due.number}/paper`).refused('service_report.not_drafted');
}, 60_000);

test('by itself a report becomes due, is missed when it is late, and goes out when it is approved', async () => {
  const definition = await at.defined({ title: 'By the clock', startsOn: '2026-01-01' });
  await openDue(at.house);
  await openDue(at.house);
  const { items } = (await at.leader.get(
    `/service-reports?filter[definitionId]=${definition.id}`,
  )) as unknown as { items: { number: string; id: string; periodFrom: string }[] };
  expect(items.map(({ periodFrom }) => periodFrom).toSorted()).toEqual(['2026-01-01', '2026-02-01']);
  const february = items.find(({ periodFrom }) => periodFrom === '2026-02-01') ?? { number: '', id: '' };
  expect(await at.told('service_report.due', february.id)).toHaveLength(1);
  await at.writer.does(february, 'draft', at.words);
  await at.leader.does(february, 'approve');
  await issueDue(at.house);
  expect((await at.leader.get(`/service-reports/${february.number}`)).state).toBe('approved');
  at.at('2026-03-10T01:00:00Z');
  await issueDue(at.house);
  await remind(at.house);
  expect((await at.leader.get(`/service-reports/${february.number}`)).state).toBe('issued');
  const january = items.find(({ periodFrom }) => periodFrom === '2026-01-01');
  expect((await at.told('service_report.late', january?.id)).length).toBeGreaterThan(0);
  at.at('2026-03-05T01:00:00Z');
});
