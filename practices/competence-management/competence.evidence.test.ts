import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { turnsAlone } from '../../kernel/testing/evidence.ts';
import { topics } from './campaign.record.ts';
import { competenceHouse } from './competence.fixture.ts';

const at = await competenceHouse();
const { boss, manager, lead, engineer, auditor } = at;
const people = [boss, manager, lead, engineer, auditor];
const ids: Record<string, string> = {};

beforeAll(async () => {
  // Held as the house's people hold their roles, so that the whole of the clause can be met.
  const { rows } = await at.owner.query<{ role: string; id: string }>(
    `select distinct h.role, h.person_id as id from role_holder h join record r on r.id = h.id where r.state = 'active'`,
  );
  for (const role of new Set(rows.map((row) => row.role))) ids[`profile.${role}`] = (await at.adopted(role)).id;
  for (const { role, id } of rows) {
    const judge = id === lead.id ? manager : lead;
    const made = await judge.does(await at.planned(id, role), 'assess', at.rated(2, 1));
    if (id === engineer.id) ids['assessment'] = made.id;
  }
  const paper = { title: 'ITIL', personId: engineer.id, kind: 'certificate', issuer: 'PeopleCert', certificateNumber: '7', obtainedOn: '2025-01-01', expiresOn: '2026-12-01' };
  const certificate = await manager.post('/competence-records', paper);
  ids['certificate'] = (await manager.does(certificate, 'verify', { verification: 'Seen' })).id;
  const course = await at.course();
  await at.quiz(course.id);
  await engineer.post('/quiz-attempts', { courseId: course.id, answers: [[0], [0, 1], [1]] });
  const session = await lead.post('/training-sessions', { courseId: course.id, startsAt: '2026-03-01T01:00:00Z', trainerId: lead.id });
  ids['session'] = (await lead.does(session, 'hold', { attendedIds: [engineer.id, manager.id] })).id;
  const campaign = await lead.post('/awareness-campaigns', { title: 'All of it', topics: topics.filter((topic) => topic !== 'policy'), textEn: 'x', textZh: '内容' });
  await manager.does(campaign, 'start', { dueOn: '2026-04-01', ownerId: manager.id });
  for (const one of people) await one.post(`/awareness-campaigns/${campaign.number}/acknowledgement`, { contribution: 'My part' });
  ids['campaign'] = campaign.id;
  // A document that is in force takes two people; which one it is does not matter here.
  await at.owner.query('update awareness_campaign set topics = $2 where id = $1', [campaign.id, [...topics]]);
}); // prettier-ignore

test('7.2 and 7.3 as they should be: nothing is missing', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  const checks = answers
    .filter(({ requirement }) => /^7[.][23]-/.test(requirement))
    .flatMap((answer) => answer.checks.filter(({ key }) => key !== 'evidence.judged'));
  expect(checks).toHaveLength(14);
  expect(checks.filter(({ status }) => status !== 'met' && status !== 'none').map(({ key, found }) => ({ key, found }))).toEqual([]);
}); // prettier-ignore

test.each([
  [
    '7.2-a',
    'competence_profile.reviewed',
    'competence_profile',
    'profile.engineer',
    'review_due_on',
    '2026-02-01',
  ],
  ['7.2-b', 'training_session.effect_checked', 'training_session', 'session', 'check_due_on', '2026-01-01'],
  ['7.2-c', 'competence_record.in_date', 'competence_record', 'certificate', 'expires_on', '2026-02-01'],
] as const)(
  'a planted defect in %s is found by %s, and its repair is seen',
  (requirement, key, table, id, column, value) =>
    turnsAlone(at.house, at.owner, [requirement, key], { table, id: ids[id] ?? '', column }, value),
);

test('7.2-b: an assessment that ran out leaves the role without one', async () => {
  await at.owner.query(`update competence_assessment set valid_until = '2026-01-01' where id = $1`, [ids['assessment']]);
  const answers = await evaluateEvidence(at.house, { whole: true });
  const check = answers.find(({ requirement }) => requirement === '7.2-b')?.checks.find(({ key }) => key === 'competence_assessment.in_time');
  const { rows } = await at.owner.query<{ id: string }>('select id from role_holder where person_id = $1', [engineer.id]);
  expect(check).toMatchObject({ faults: 1, found: rows.map(({ id }) => id) });
  await at.owner.query(`update competence_assessment set valid_until = '2027-03-02' where id = $1`, [ids['assessment']]);
}); // prettier-ignore

test('7.3-c: below 95 % everybody who has not said so is named', async () => {
  const newcomer = await at.someone('New', ['engineer']);
  const answers = await evaluateEvidence(at.house, { whole: true });
  const found = (id: string, key: string) =>
    answers.find(({ requirement }) => requirement === id)?.checks.find((check) => check.key === key);
  expect(found('7.3-c', 'awareness_campaign.knows_consequences')).toMatchObject({
    faults: 1,
    found: [newcomer.id],
  });
  expect(found('7.3-b', 'awareness_campaign.knows_contribution')).toMatchObject({
    faults: 1,
    found: [newcomer.id],
  });
});

test('each figure equals plain SQL', async () => {
  await at.owner.query(`update competence_assessment set valid_until = current_date + 9`);
  type Figures = { items: { key: string; value: number | null; n: number; numerator?: number }[] };
  const { items } = (await manager.get('/measures?from=2026-03-01T00:00:00Z&to=2026-12-31T00:00:00Z')) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const count = async (sql: string) => (await at.owner.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
  const held = await count(`select count(*)::int as n from role_holder h join record r on r.id = h.id where r.state = 'active' and h.role not in ('user', 'customer-contact', 'unit-manager')`);
  const assessed = await count(`select count(*)::int as n from competence_assessment a join record r on r.id = a.id where r.state = 'assessed'`);
  expect(figure('competence_assessment.coverage')).toMatchObject({ n: held, numerator: assessed });
  expect(figure('competence_assessment.competent')).toMatchObject({ n: held, numerator: assessed });
  expect(assessed).toBe(held - 1);
  const staff = await count(`select count(*)::int as n from person p join record r on r.id = p.id where r.state = 'active' and p.kind = 'staff'`);
  expect(figure('awareness_campaign.coverage')).toMatchObject({ n: staff });
  expect(figure('training_session.coverage')).toMatchObject({ n: staff, numerator: 2 });
  expect(figure('quiz_attempt.passed')).toMatchObject({ value: 100, n: 1 });
  expect(figure('competence_gap.closed_on_time')).toMatchObject({ value: null, n: 0 });
  expect(figure('competence_record.expired')?.value).toBe(await count(`select count(*)::int as n from competence_record where expires_on < '2026-12-31'`));
}); // prettier-ignore
