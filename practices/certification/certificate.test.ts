import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { certificationHouse } from './certification.fixture.ts';
import { watchCertificates } from './certification.jobs.ts';

const at = await certificationHouse();
const { boss, manager, engineer, user, draft, dates, issued, stranger, audits } = at;
const told = async (kind: string, id: string) =>
  (await at.owner.query<{ id: string }>('select distinct person_id as id from notification where kind = $1 and record_id = $2', [kind, id])).rows.map((row) => row.id); // prettier-ignore

test('a certificate is entered by who keeps the system, with its paper and with days that can be', async () => {
  await engineer.post('/certificates', { title: 'x', standard: 'x', edition: '1' }).refused('problem.not_your_role');
  await draft({ checkUrl: 'javascript:alert(1)' }).refused('certificate.not_an_address', 'checkUrl');
  const made = await draft();
  await manager.does(made, 'issue', dates).refused('certificate.no_file');
  await at.attach(made);
  await manager.does(made, 'issue', { ...dates, expiresOn: '2029-07-11' }).refused('certificate.longer_than_its_cycle', 'expiresOn');
  await manager.does(made, 'issue', { ...dates, expiresOn: '2026-01-10' }).refused('problem.dates_reversed', 'expiresOn');
  await manager.does(made, 'issue', { ...dates, issuedOn: '2026-03-03' }).refused('certificate.issued_later', 'issuedOn');
  await manager.does(made, 'issue', { ...dates, decidedOn: '2026-01-11' }).refused('certificate.decided_after_issue', 'decidedOn');
  await manager.does(made, 'issue', { ...dates, certificateNumber: null }).refused('problem.required', 'certificateNumber');
  expect(await manager.does(made, 'issue', dates)).toMatchObject({ state: 'valid', recertifyBy: '2028-07-09', enteredById: manager.id });
}); // prettier-ignore

test('from its issue follow the last days of both surveillances and of the recertification, by the interval of the body', async () => {
  const usual = await audits(await issued());
  expect(usual.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['surveillance_1', '2027-01-10'], ['surveillance_2', '2028-01-10'], ['recertification', '2028-10-09'],
  ]);
  const other = await audits(await issued({ intervalMonths: 9, countedFrom: 'decision' }));
  expect(other.map(({ dueOn }) => dueOn)).toEqual(['2026-10-08', '2027-07-08', '2028-10-09']);
  const calendar = (await manager.get('/management-system/calendar?from=2026-01-01&to=2030-01-01')) as unknown as { items: { field: string; day: string }[] };
  expect(calendar.items.map(({ day }) => day)).toEqual(expect.arrayContaining(['2027-01-10', '2028-07-09', '2029-01-09']));
}); // prettier-ignore

test('stage 1 and 2 are planned once, in order, and closed before anything is issued', async () => {
  const made = await draft();
  await manager.does(made, 'plan_audits', { stage1On: '2026-05-01', stage2On: '2026-04-01' }).refused('problem.dates_reversed', 'stage2On');
  await manager.does(made, 'plan_audits', { stage1On: '2026-04-01', stage2On: '2026-05-01' });
  await manager.does(made, 'plan_audits', { stage1On: '2026-04-01', stage2On: '2026-05-01' }).refused('certificate.stages_planned');
  expect((await audits(made)).map(({ kind }) => kind)).toEqual(['stage_1', 'stage_2']);
  await at.attach(made);
  await manager.does(made, 'issue', dates).refused('certificate.stages_open');
}); // prettier-ignore

test('a late audit has its reason; an early one brings the next forward; majors are closed before it is', async () => {
  const [first, second] = await audits(await issued());
  if (!first || !second) throw new Error('no audits');
  await engineer.does(first, 'agree', { plannedOn: '2026-03-01', plannedUntil: '2026-03-02' }).refused('problem.not_your_role');
  await manager.does(first, 'agree', { plannedOn: '2027-01-20', plannedUntil: '2027-01-19' }).refused('problem.dates_reversed', 'plannedUntil');
  await manager.does(first, 'agree', { plannedOn: '2027-01-20', plannedUntil: '2027-01-22' }).refused('certification_audit.after_its_day', 'lateReason');
  await manager.does(first, 'agree', { plannedOn: '2027-01-20', plannedUntil: '2027-01-22', lateReason: 'Agreed in writing' });
  await manager.does(first, 'agree', { plannedOn: '2026-02-25', plannedUntil: '2026-02-27', auditorDays: 2.5, leadAuditor: 'Wang' });
  const held = { heldOn: '2026-02-25', heldUntil: '2026-02-27', majors: 1, minors: 2, observations: 0, result: 'after_actions' };
  await manager.does(first, 'hold', { ...held, heldUntil: '2026-03-05' }).refused('certification_audit.not_over', 'heldUntil');
  await manager.does(first, 'hold', held);
  expect(await manager.get(`/certification-audits/${second.number}`)).toMatchObject({ dueOn: '2027-02-27' });
  await manager.does(first, 'close', { decidedOn: '2026-03-01' }).refused('certification_audit.majors_not_raised');
  const fault = await manager.post('/nonconformities', { title: 'No test of continuity', description: 'None was held', requirement: '8.7.2-d', grade: 'major', sourceId: first.id });
  await manager.does(first, 'close', { decidedOn: '2026-03-01' }).refused('certification_audit.majors_open');
  await at.owner.query(`update record set state = 'closed' where id = $1`, [fault.id]);
  await manager.does(first, 'close', { decidedOn: '2026-02-01' }).refused('problem.dates_reversed', 'decidedOn');
  expect(await manager.does(first, 'close', { decidedOn: '2026-03-01' })).toMatchObject({ state: 'closed' });
}); // prettier-ignore

test('who entered it does not compare it; what was not compared is not public; a correction is compared anew', async () => {
  const made = await issued();
  await manager.does(made, 'publish').refused('certificate.not_compared');
  await manager.does(made, 'verify', { verification: 'Seen' }).refused('certificate.verifier_entered_it');
  await boss.does(made, 'verify', { verification: 'Paper and CNCA entry, line by line' });
  expect(await manager.does(made, 'correct', { reason: 'Typing error', address: 'Road 1' })).toMatchObject({ verifiedOn: null });
  await manager.does(made, 'publish').refused('certificate.not_compared');
}); // prettier-ignore

const opened = async (fields: Readonly<Record<string, unknown>> = {}) => {
  const made = await issued(fields);
  await boss.does(made, 'verify', { verification: 'Compared' });
  const shown = await manager.does(made, 'publish');
  return { made, path: `/api/v1/certificate-verifications/${String(shown['publicToken'])}` };
};

test('a stranger with the link sees what the paper says and nothing else, and honestly what became of it', async () => {
  const { made, path } = await opened();
  const seen = await stranger(path);
  expect(seen.statusCode).toBe(200);
  expect(seen.headers['cache-control']).toBe('no-store');
  expect(Object.keys(seen.json()).toSorted()).toEqual([
    'accreditation', 'address', 'body', 'bodyApproval', 'certificateNumber', 'checkUrl', 'day', 'edition', 'endedOn', 'expiresOn', 'holder', 'issuedOn',
    'nationalStandard', 'scopeText', 'scopeTextZh', 'standard', 'standing', 'suspendedOn',
  ]);
  expect(seen.json()).toMatchObject({ standing: 'valid', certificateNumber: '0012026ITSM001', expiresOn: '2029-01-09' });
  await manager.does(made, 'suspend', { suspendedOn: '2026-03-01', suspendedUntil: '2026-12-01', suspensionReason: 'Late' }).refused('certificate.suspended_too_long', 'suspendedUntil');
  await manager.does(made, 'suspend', { suspendedOn: '2026-03-01', suspendedUntil: '2026-08-01', suspensionReason: 'Late' });
  expect((await stranger(path)).json()).toMatchObject({ standing: 'suspended', suspendedOn: '2026-03-01' });
  await manager.does(made, 'restore', { reason: 'Audit was held' });
  expect((await stranger(path)).json()).toMatchObject({ standing: 'valid', suspendedOn: null });
  await manager.does(made, 'withdraw', { endedOn: '2026-03-05', reason: 'x' }).refused('certificate.not_yet', 'endedOn');
  await manager.does(made, 'withdraw', { endedOn: '2026-03-02', reason: 'The body withdrew it' });
  expect((await stranger(path)).json()).toMatchObject({ standing: 'withdrawn', endedOn: '2026-03-02' });
  await manager.does(made, 'unpublish');
  expect((await stranger(path)).statusCode).toBe(404);
}); // prettier-ignore

test('a link made anew ends the one before; what is guessed leads nowhere, and guessing is slowed down', async () => {
  const { made, path } = await opened();
  await manager.does(made, 'publish');
  expect((await stranger(path)).statusCode).toBe(404);
  expect((await stranger('/api/v1/certificate-verifications/null')).json()).toMatchObject({ code: 'certificate.no_such_link' });
  const codes = [];
  for (let i = 0; i < 32; i += 1) codes.push((await stranger(`/api/v1/certificate-verifications/${'a'.repeat(43)}`, '192.0.2.9')).statusCode);
  expect([codes[0], codes.at(-1)]).toEqual([404, 429]);
}); // prettier-ignore

test('the day after its last it is over: to a stranger at once, and in the register by the software, which tells people', async () => {
  const { made, path } = await opened();
  at.at('2028-07-12T01:00:00Z');
  await watchCertificates.run(at.house);
  await watchCertificates.run(at.house);
  expect((await told('certificate.ending', made.id)).toSorted()).toEqual([boss.id, manager.id].toSorted());
  expect((await told('certification_audit.due_late', (await audits(made))[0]?.id ?? '')).length).toBe(2);
  at.at('2029-01-10T01:00:00Z');
  expect((await stranger(path, '192.0.2.2')).json()).toMatchObject({ standing: 'expired' });
  await watchCertificates.run(at.house);
  expect(await manager.get(`/certificates/${made.number}`)).toMatchObject({ state: 'expired' });
  at.at('2026-03-02T01:00:00Z');
}); // prettier-ignore

test('what follows takes over what stays the same, one at a time, and on its issue replaces the one before', async () => {
  const made = await issued();
  const next = await manager.post('/certificates', { title: 'Next', standard: 'ISO/IEC 20000-1', edition: '2018', predecessorId: made.id, origin: 'transfer', body: 'Another body', ownerId: manager.id });
  expect(next).toMatchObject({ holder: 'Huaxin Services', body: 'Another body', certificateNumber: null });
  await manager.post('/certificates', { title: 'Third', standard: 'x', edition: '1', predecessorId: made.id }).refused('certificate.has_successor', 'predecessorId');
  await manager.post('/certificates', { title: 'Third', standard: 'x', edition: '1', predecessorId: next.id }).refused('certificate.no_predecessor', 'predecessorId');
  await at.attach(next);
  await manager.does(next, 'issue', { ...dates, certificateNumber: '77' });
  expect(await manager.get(`/certificates/${made.number}`)).toMatchObject({ state: 'transferred' });
}); // prettier-ignore

test('where certificate and scope in force part is told by name; both registers are counted, each by itself', async () => {
  const made = await issued({ serviceIds: [at.mail.id] });
  const scope = () => manager.get(`/certificates/${made.number}/scope`) as unknown as Promise<{ differences: { kind: string; name: string }[] }>;
  expect((await scope()).differences).toMatchObject([{ kind: 'no_scope' }]);
  const statement = await manager.post('/scope-statements', { title: 'Scope', organisationName: 'Huaxin Services', ownProcesses: ['IM'] });
  const chat = await at.create('service', system(), { title: 'Chat' });
  await at.owner.query(`update record set state = 'in_force' where id = $1`, [statement.id]);
  await at.owner.query(`update scope_statement set service_ids = array[$2, $3]::uuid[], site_ids = '{}', statement_en = $4 where id = $1`, [statement.id, at.mail.id, chat.id, 'The service management system of Huaxin Services supporting the provision of e-mail.']);
  expect((await scope()).differences).toEqual([{ kind: 'service_not_certified', name: 'Chat' }]);
  await manager.does(made, 'correct', { reason: 'As printed', serviceIds: [at.mail.id, chat.id] });
  expect((await scope()).differences).toEqual([]);
  await manager.does(made, 'correct', { reason: 'As printed', scopeText: 'All services of Huaxin' });
  expect((await scope()).differences.map(({ kind }) => kind)).toEqual(['words']);
  const person = await manager.post('/competence-records', { title: 'ITIL 4', personId: engineer.id, kind: 'certificate', issuer: 'PeopleCert', certificateNumber: '1', obtainedOn: '2026-01-01' });
  await boss.does(person, 'verify', { verification: 'Seen' });
  const overview = (await manager.get('/certification')) as unknown as { persons: object; items: { number: string; differences: object[] }[] };
  expect(overview.persons).toMatchObject({ valid: 1, unverified: 0 });
  expect(overview.items.find(({ number }) => number === made.number)?.differences).toHaveLength(1);
  await user.get('/certification').status(403);
  await user.get(`/certificates/${made.number}/scope`).status(403);
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  const { items } = (await manager.get('/measures?from=2026-01-01T00:00:00Z&to=2029-01-01T00:00:00Z&key=certification_audit.on_time,certification_audit.nonconformities')) as unknown as { items: { key: string; value: number | null; n: number }[] };
  const { rows } = await at.owner.query<{ n: number; k: number; held: number; found: number }>(
    `select count(*) filter (where due_on < '2029-01-01')::int as n, count(*) filter (where held_until <= due_on and due_on < '2029-01-01')::int as k,
       count(held_until)::int as held, sum(majors + minors)::int as found from certification_audit`);
  const { n = 0, k = 0, held = 0, found = 0 } = rows[0] ?? {};
  expect(items.find(({ key }) => key === 'certification_audit.on_time')).toMatchObject({ n });
  expect(items.find(({ key }) => key === 'certification_audit.on_time')?.value).toBeCloseTo((100 * k) / n);
  expect(items.find(({ key }) => key === 'certification_audit.nonconformities')).toMatchObject({ n: held, value: found / held });
}); // prettier-ignore
