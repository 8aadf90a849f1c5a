import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { standard } from '../../standard/catalogue.ts';
import { keepAssessmentsWhole } from './assessment.making.ts';
import { readinessHouse } from './readiness.fixture.ts';

const at = await readinessHouse();
const { house, boss, manager, owner, auditor, engineer, user, of, owned } = at;
const year = {
  noneFrom: '2025-03-03',
  noneTo: '2026-03-02',
  noneNote: 'The desk, monitoring and the bridge were asked',
};
type Map = { items: { requirement: string; gap: string; status: string | null; forecast: string; noneConfirmed: boolean }[] }; // prettier-ignore
const onMap = async (requirement: string, query = '') =>
  ((await manager.get(`/readiness${query}`)) as unknown as Map).items.find(
    (item) => item.requirement === requirement,
  );

test('every requirement of the standard has its record, once, however often it is looked', async () => {
  await at.create('organisation', system(), { title: 'Acme', kind: 'own_unit' });
  await keepAssessmentsWhole.run(house);
  expect((await manager.get('/requirement-assessments/count'))['count']).toBe(standard().requirements.length);
});

test('a requirement is neither made up nor switched off', async () => {
  await manager
    .post('/requirement-assessments', { title: 'x', standard: 'x', requirement: '1-a' })
    .refused('problem.not_your_role');
  const record = await owned('5.1-a');
  await manager.does(record, 'assess', { gapStatus: 'not_applicable' }).refused('problem.field', 'gapStatus');
  await manager.does(record, 'cancel').status(404);
});

test('a gap has a decision and its reason, and begins with what is usually lacking', async () => {
  const record = await owned('8.6.1-h');
  await owner
    .does(record, 'assess', { gapStatus: 'missing' })
    .refused('requirement_assessment.gap_needs_decision', 'decision');
  await owner
    .does(record, 'assess', { gapStatus: 'missing', decision: 'adapt' })
    .refused('requirement_assessment.decision_needs_reason', 'decisionReason');
  const assessed = await owner.does(record, 'assess', {
    gapStatus: 'missing',
    decision: 'adapt',
    decisionReason: 'The bridge works, the writing is missing',
    effortDays: 4,
  });
  expect(assessed).toMatchObject({ gapGroup: 'unclear_duties', assessedById: owner.id, effortDays: 4 });
  expect(assessed['gap']).toContain('no procedure');
  expect(await onMap('8.6.1-h')).toMatchObject({ gap: 'missing', forecast: 'major' });
  const closed = await owner.does(record, 'assess', { gapStatus: 'fulfilled' });
  expect(closed).toMatchObject({ gap: null, gapGroup: null, effortDays: null });
});

test('who audits does not assess, and whose requirement it is not does not either', async () => {
  const record = await owned('8.6.1-j');
  await auditor.does(record, 'assess', { gapStatus: 'fulfilled' }).refused('problem.not_your_role');
  await engineer.does(record, 'assess', { gapStatus: 'fulfilled' }).refused('problem.not_your_role');
});

test('only who leads the system, audits it or answers for all of it judges what is adequate', async () => {
  const record = await owned('8.6.3-d');
  const verdict = { verdict: 'adequate', verdictNote: 'Five causes read, each proven' };
  await owner.does(record, 'judge', verdict).refused('problem.not_your_role');
  await engineer.does(record, 'judge', verdict).refused('problem.not_your_role');
  const consultant = await at.someone('Paul Consultant', ['consultant']);
  await consultant.does(record, 'judge', verdict).status(403);
  await auditor.does(record, 'judge', { ...verdict, verdictNote: null }).refused('problem.required', 'verdictNote');
  await auditor
    .does(record, 'judge', { ...verdict, judgedUntil: '2026-03-02' })
    .refused('requirement_assessment.until_is_past', 'judgedUntil');
  for (const judge of [auditor, boss, manager])
    expect(await judge.does(record, 'judge', verdict)).toMatchObject({ judgedById: judge.id });
  const said = (await manager.get('/evidence/8.6.3-d')) as unknown as { judgement: Record<string, unknown> };
  expect(said.judgement).toMatchObject({ verdict: 'adequate', judgedById: manager.id });
  expect(String(said.judgement['judgedUntil'])).toMatch(/^20\d\d-\d\d-\d\dT00:00:00\.000Z$/);
}); // prettier-ignore

test('that nothing occurred is confirmed by its owner alone, for a period that is over', async () => {
  const record = await of('8.6.1-a');
  await manager.does(record, 'confirm_none', year).refused('requirement_assessment.no_owner');
  await owned('8.6.1-a');
  await manager.does(record, 'confirm_none', year).refused('requirement_assessment.not_its_owner');
  const confirm = (more: object) => owner.does(record, 'confirm_none', { ...year, ...more });
  await confirm({ noneTo: '2026-03-03' }).refused('requirement_assessment.not_over_yet', 'noneTo');
  await confirm({ noneFrom: '2026-03-02', noneTo: '2026-03-01' }).refused('problem.dates_reversed', 'noneTo');
  await confirm({ noneFrom: null }).refused('problem.required', 'noneFrom');
  await evaluateEvidence(house);
  expect(await onMap('8.6.1-a')).toMatchObject({ status: 'none', noneConfirmed: false, forecast: 'open' });
  await confirm({});
  expect(await onMap('8.6.1-a')).toMatchObject({ noneConfirmed: true, forecast: 'none' });
});

test('what occurred cannot be confirmed not to have, and the refusal says how often it did', async () => {
  const record = await of('8.6.1-a');
  for (const symptom of ['No mail', 'No printer'])
    await at.create('incident', system(), {
      title: symptom,
      symptom,
      channel: 'phone',
      requesterId: user.id,
    });
  const refused = await at.app.inject({
    method: 'POST',
    url: `/api/v1/requirement-assessments/${record.number}/transitions/confirm_none`,
    headers: { authorization: `Bearer ${owner.token}`, 'accept-language': 'en' },
    payload: year,
  });
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ code: 'requirement_assessment.it_occurred' });
  expect(refused.body).toContain('2 records');
  // Before there was any, nothing occurred.
  await owner.does(record, 'confirm_none', { ...year, noneTo: '2026-03-01' });
});

test('what must be there whatever happens is never “no occurrence”, nor is what nothing counts', async () => {
  const criteria = await owned('8.6.1-g');
  await owner.does(criteria, 'confirm_none', year).refused('requirement_assessment.must_exist');
  // Which no practice answers yet.
  const continuity = await owned('8.7.2-a');
  await owner.does(continuity, 'confirm_none', year).refused('requirement_assessment.nothing_counts_it');
});

test('a past day is shown as it was, and a day without evaluation says so with the nearest ones', async () => {
  const record = await owned('8.6.2-a');
  await owner.does(record, 'assess', { gapStatus: 'fulfilled' });
  await evaluateEvidence(house);
  at.at('2026-03-05T01:00:00Z');
  await owner.does(record, 'assess', { gapStatus: 'partly', decision: 'adapt', decisionReason: 'No form' });
  await evaluateEvidence(house);
  expect(await onMap('8.6.2-a', '?day=2026-03-02')).toMatchObject({ gap: 'fulfilled' });
  expect(await onMap('8.6.2-a')).toMatchObject({ gap: 'partly', forecast: 'minor' });
  const missing = await at.app.inject({
    url: '/api/v1/readiness?day=2026-03-04',
    headers: { authorization: `Bearer ${manager.token}` },
  });
  expect(missing.statusCode).toBe(404);
  expect(missing.json()).toMatchObject({
    code: 'readiness.not_evaluated',
    before: '2026-03-02',
    after: '2026-03-05',
  });
  await manager.get('/readiness?day=yesterday').refused('calendar.date', 'day');
  at.at('2026-03-02T01:00:00Z');
});

test('around a requirement stand its typical gap and what other standards say; one that is not there is told', async () => {
  const around = await manager.get('/readiness/requirements/10.1-a');
  expect(around).toMatchObject({ before: '9.4-d', after: '10.1-b', typicalGap: { group: 'no_monitoring' } });
  expect(around['themes']).toMatchObject([{ key: 'nonconformity', others: { 'iso-9001-2015': ['10.2'] } }]);
  await manager.get('/readiness/requirements/11.1-a').status(404);
  await manager.get('/evidence/11.1-a').status(404);
});

test('the gate before an audit says of each item how much is there, or that its practice is not built', async () => {
  const gate = (await manager.get('/readiness/trial-run')) as unknown as { items: { key: string; state: string; have: number | null }[] };
  const state = (key: string) => gate.items.find((item) => item.key === key);
  expect(state('continuity_test')).toMatchObject({ state: 'not_built', have: null });
  expect(state('management_review')).toMatchObject({ state: 'missing', have: 0 });
  expect(state('verification')).toMatchObject({ state: 'missing', have: 0 });
  expect(state('records_of_months')).toMatchObject({ state: 'missing' });
}); // prettier-ignore

test('users and customers see none of it', async () => {
  for (const path of ['', '/plan', '/themes', '/trial-run', '/requirements/4.1-a'])
    await user.get(`/readiness${path}`).status(403);
  await user.get(`/requirement-assessments/${(await of('4.1-a')).number}`).status(404);
});
