import { expect, test } from 'vitest';
import { watchCompetence } from './competence.jobs.ts';
import { competenceHouse } from './competence.fixture.ts';

const at = await competenceHouse();
const { boss, manager, lead, engineer, auditor, user } = at;

test('7.2: a profile names what is mandatory, is put in force by who answers for the system, and there is one for a role', async () => {
  const empty = await at.drafted('engineer', { needs: [] });
  await manager.does(empty, 'adopt', { tasks: 'x', experience: 'x', ownerId: manager.id }).refused('competence_profile.demands_nothing');
  const twice = [0, 1].map(() => ({ competenceId: at.restore.id, level: 1, mandatory: true }));
  await lead.post('/competence-profiles', { title: 'x', role: 'engineer', needs: twice }).refused('competence_profile.twice', 'needs');
  const unknown = [{ competenceId: lead.id, level: 1, mandatory: true }];
  await lead.post('/competence-profiles', { title: 'x', role: 'engineer', needs: unknown }).refused('competence_profile.no_such_competence', 'needs');
  await engineer.post('/competence-profiles', { title: 'x', role: 'engineer' }).refused('problem.not_your_role');
  const draft = await at.drafted('engineer');
  await lead.does(draft, 'adopt', { tasks: 'x', experience: 'x', ownerId: lead.id }).refused('problem.not_your_role');
  expect(await manager.does(draft, 'adopt', { tasks: 'x', experience: 'x', ownerId: lead.id })).toMatchObject({ state: 'in_force', reviewDueOn: '2027-03-02' });
  const second = await at.drafted('engineer');
  await manager.does(second, 'adopt', { tasks: 'x', experience: 'x', ownerId: lead.id }).refused('competence_profile.other_in_force');
}); // prettier-ignore

test('7.2: somebody is assessed against the profile by another person, with evidence; gaps follow from it', async () => {
  await manager.post('/competence-assessments', { personId: engineer.id, role: 'change-manager' }).refused('competence_assessment.no_profile', 'role');
  const planned = await at.planned(engineer.id);
  await manager.post('/competence-assessments', { personId: engineer.id, role: 'engineer' }).refused('competence_assessment.planned_already');
  await lead.does(planned, 'assess', { levels: [], conclusion: 'x' }).refused('competence_assessment.not_all_rated', 'levels');
  await lead.does(planned, 'assess', { ...at.rated(2, 1), levels: [{ competenceId: at.restore.id, level: 2 }, { competenceId: at.records.id, level: 0 }] }).refused('competence_assessment.no_evidence', 'levels');
  await lead.does(planned, 'assess', at.rated(1, 0)).refused('competence_assessment.no_restriction', 'restriction');
  const assessed = await lead.does(planned, 'assess', at.rated(1, 0, { restriction: 'No P1 alone' }));
  expect(assessed).toMatchObject({ state: 'assessed', unmetMandatory: 1, validUntil: '2027-03-02', assessedById: lead.id });
  expect(await at.gapsOf(engineer.id)).toMatchObject([{ state: 'open', mandatory: true }, { state: 'open', mandatory: false }]);
  const own = await manager.post('/competence-assessments', { personId: lead.id, role: 'engineer' });
  await lead.does(own, 'assess', at.rated(2, 1)).refused('competence_assessment.own');
  // What was found out about somebody is theirs and of those who lead.
  await engineer.get(`/competence-assessments/${assessed.number}`).status(200);
  await engineer.get(`/competence-assessments/${own.number}`).refused('problem.not_found');
  await engineer.get('/competence/overview').refused('problem.not_your_role');
  await user.get('/learning/mine').refused('problem.not_your_role');
  const overview = (await auditor.get('/competence/overview')) as unknown as { items: Record<string, unknown>[] };
  expect(overview.items.find(({ personId, role }) => personId === engineer.id && role === 'engineer')).toMatchObject({ open: 2, mandatory: 1 });
}); // prettier-ignore

test('S4: whether an action on a gap helped is judged by another person, at the work, after its time', async () => {
  const [gap, other] = await at.gapsOf(engineer.id);
  if (!gap || !other) throw new Error('no gaps');
  const plan = { way: 'training', plan: 'The course, then two drills', ownerId: lead.id, dueOn: '2026-04-30' };
  await lead.does(gap, 'plan', plan).refused('competence_gap.no_course', 'courseId');
  await lead.does(gap, 'plan', { ...plan, way: 'mentoring', dueOn: '2026-01-01' }).refused('competence_gap.due_is_past', 'dueOn');
  await lead.does(gap, 'plan', { ...plan, way: 'mentoring' });
  await engineer.does(gap, 'finish', { result: 'Two drills' });
  const judged = { reached: 2, effectivenessNote: 'Restored mail alone on 5 April' };
  await manager.does(gap, 'confirm_effective', judged).refused('competence_gap.too_early');
  at.at('2026-04-10T01:00:00Z');
  await lead.does(gap, 'confirm_effective', judged).refused('competence_gap.checker_had_part');
  await manager.does(gap, 'confirm_effective', { ...judged, reached: 1 }).refused('competence_gap.not_reached', 'reached');
  const back = await manager.does(gap, 'find_ineffective', { reached: 1, effectivenessNote: 'Asked again' });
  expect(back).toMatchObject({ state: 'open', reopenCount: 1, way: null });
  // A newer assessment finds one met; the former is superseded.
  const again = await at.planned(engineer.id);
  await lead.does(again, 'assess', at.rated(1, 1, { restriction: 'No P1 alone' }));
  const { items } = (await manager.get(`/competence-assessments?filter[personId]=${engineer.id}&sort=createdAt`)) as unknown as { items: { state: string }[] };
  expect(items.map(({ state }) => state)).toEqual(['superseded', 'assessed']);
}); // prettier-ignore

test('7.2: a session is given, attended, and its effect judged by who neither taught nor sat in it', async () => {
  const draft = await lead.post('/training-courses', { title: 'Empty', kind: 'other' });
  await lead.does(draft, 'offer', { aim: 'x', ableTo: 'x', effectMethod: 'x', ownerId: lead.id, hours: 1 }).refused('training_course.for_nobody', 'roles');
  await lead.post('/training-sessions', { courseId: draft.id, startsAt: '2026-05-01T01:00:00Z', trainerId: lead.id }).refused('training_session.course_not_offered', 'courseId');
  const course = await at.course();
  const session = await lead.post('/training-sessions', { courseId: course.id, startsAt: '2026-05-01T01:00:00Z', trainerId: lead.id });
  expect(session).toMatchObject({ title: 'Restoring' });
  await engineer.does(session, 'enrol');
  await engineer.does(session, 'enrol').refused('training_session.enrolled');
  await lead.does(session, 'hold', { attendedIds: [engineer.id] }).refused('training_session.not_begun');
  at.at('2026-05-01T05:00:00Z');
  await lead.does(session, 'hold', { attendedIds: [] }).refused('training_session.nobody_came');
  expect(await lead.does(session, 'hold', { attendedIds: [engineer.id, boss.id] })).toMatchObject({ state: 'held', checkDueOn: '2026-05-31' });
  const found = { effectiveness: 'partly', effectivenessNote: 'Half of them' };
  await manager.does(session, 'check', found).refused('training_session.too_early');
  at.at('2026-06-01T05:00:00Z');
  await lead.does(session, 'check', found).refused('training_session.checker_had_part');
  await boss.does(session, 'check', found).refused('training_session.checker_had_part');
  await manager.does(session, 'check', found).refused('training_session.no_follow_up', 'followUp');
  expect(await manager.does(session, 'check', { ...found, followUp: 'A second drill' })).toMatchObject({ state: 'checked' });
}); // prettier-ignore

test('7.2: a passed test becomes a record of competence; its answers are told to nobody who takes it', async () => {
  const course = await at.course({ title: 'Logging', competenceId: at.records.id, givesLevel: 1 });
  const answers = [[0], [0, 1], [1]];
  await engineer.post('/quiz-attempts', { courseId: course.id, answers }).refused('quiz_attempt.no_quiz', 'courseId');
  await lead.post('/training-quizzes', { title: 'x', courseId: course.id, questions: [{ question: 'a', options: ['b', 'c'], right: [5] }] }).refused('training_quiz.no_such_option', 'questions');
  const few = await lead.post('/training-quizzes', { title: 'x', courseId: course.id, questions: at.questions.slice(0, 2) });
  await lead.does(few, 'put_in_use').refused('training_quiz.too_few');
  const quiz = await at.quiz(course.id);
  await engineer.get(`/training-quizzes/${quiz.number}`).refused('problem.not_found');
  const put = await engineer.get(`/training-courses/${course.number}/quiz`);
  expect(JSON.stringify(put)).not.toContain('right');
  await engineer.post('/quiz-attempts', { courseId: course.id, answers: [[0], [], [1]] }).refused('quiz_attempt.incomplete', 'answers');
  expect(await engineer.post('/quiz-attempts', { courseId: course.id, answers: [[0], [0], [1]] })).toMatchObject({ score: 67, passed: false, wrong: [2] });
  expect(await engineer.post('/quiz-attempts', { courseId: course.id, answers })).toMatchObject({ score: 100, passed: true, personId: engineer.id });
  await engineer.post('/quiz-attempts', { courseId: course.id, answers });
  await engineer.post('/quiz-attempts', { courseId: course.id, answers }).refused('quiz_attempt.too_often');
  const { items } = (await engineer.get('/competence-records?filter[kind]=quiz')) as unknown as { items: unknown[] };
  expect(items[0]).toMatchObject({ state: 'verified', personId: engineer.id, competenceId: at.records.id, level: 1 });
  const { courses } = (await engineer.get('/learning/mine')) as unknown as { courses: { number: string; passedOn: string | null }[] };
  expect(courses.find(({ number }) => number === course.number)).toMatchObject({ passedOn: '2026-06-01', hasQuiz: true });
}); // prettier-ignore

test('7.2: a certificate names its issuer, is verified by another, and is told before it expires', async () => {
  const paper = { title: 'ITIL 4 Foundation', personId: engineer.id, kind: 'certificate', obtainedOn: '2025-01-10' };
  await engineer.post('/competence-records', paper).refused('problem.required', 'issuer');
  const whole = { ...paper, issuer: 'PeopleCert', certificateNumber: 'GR 77' };
  await engineer.post('/competence-records', { ...whole, personId: lead.id }).refused('competence_record.own_only', 'personId');
  await engineer.post('/competence-records', { ...whole, expiresOn: '2025-01-01' }).refused('problem.dates_reversed', 'expiresOn');
  await engineer.post('/competence-records', { ...whole, obtainedOn: '2027-01-01' }).refused('competence_record.obtained_later', 'obtainedOn');
  const made = await engineer.post('/competence-records', { ...whole, expiresOn: '2026-07-01' });
  await engineer.does(made, 'verify', { verification: 'It is mine' }).refused('problem.not_your_role');
  const leads = await lead.post('/competence-records', { ...whole, personId: lead.id, certificateNumber: '8' });
  await lead.does(leads, 'verify', { verification: 'It is mine' }).refused('competence_record.verifies_own');
  await manager.does(made, 'verify', { verification: 'Original seen' });
  await watchCompetence.run(at.house);
  const { rows } = await at.owner.query('select person_id from notification where record_id = $1 and kind = $2', [made.id, 'competence_record.expiring']);
  expect(rows.map((row: { person_id: string }) => row.person_id).toSorted()).toEqual([engineer.id, manager.id].toSorted());
  at.at('2026-07-02T05:00:00Z');
  await watchCompetence.run(at.house);
  expect(await engineer.get(`/competence-records/${made.number}`)).toMatchObject({ state: 'expired' });
  expect(await engineer.does(made, 'renew', { obtainedOn: '2026-07-01', expiresOn: '2029-07-01' })).toMatchObject({ state: 'noted' });
}); // prettier-ignore

test('7.3: everybody is asked, says how they contribute, and it ends when enough know or with a reason', async () => {
  const made = await lead.post('/awareness-campaigns', { title: 'Policy 2026', topics: ['policy', 'contribution'] });
  await manager.does(made, 'start', { dueOn: '2026-08-01', ownerId: manager.id }).refused('awareness_campaign.no_text');
  await lead.patch(`/awareness-campaigns/${made.number}`, { textEn: 'We keep promises.', textZh: '信守承诺。' });
  await manager.does(made, 'start', { dueOn: '2026-08-01', ownerId: manager.id }).refused('awareness_campaign.no_document');
  await lead.patch(`/awareness-campaigns/${made.number}`, { topics: ['objectives', 'contribution'] });
  await manager.does(made, 'start', { dueOn: '2026-01-01', ownerId: manager.id }).refused('awareness_campaign.due_is_past', 'dueOn');
  await engineer.post(`/awareness-campaigns/${made.number}/acknowledgement`, {}).refused('awareness_campaign.not_running');
  await manager.does(made, 'start', { dueOn: '2026-08-01', ownerId: manager.id });
  await user.post(`/awareness-campaigns/${made.number}/acknowledgement`, {}).refused('problem.not_your_role');
  await engineer.post(`/awareness-campaigns/${made.number}/acknowledgement`, {}).refused('awareness_campaign.contribution_needed', 'contribution');
  await engineer.post(`/awareness-campaigns/${made.number}/acknowledgement`, { contribution: 'I restore mail' }).status(201);
  const coverage = await engineer.get(`/awareness-campaigns/${made.number}/coverage`);
  expect(coverage).toMatchObject({ acknowledged: 1, mine: { asked: true }, people: [] });
  expect(await manager.get(`/awareness-campaigns/${made.number}/coverage`)).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ contribution: 'I restore mail' })]) as unknown });
  await manager.does(made, 'end', {}).refused('awareness_campaign.not_reached', 'closingNote');
  expect(await manager.does(made, 'end', { closingNote: 'The rest follows in the next' })).toMatchObject({ state: 'ended', acknowledged: 1 });
}); // prettier-ignore
