import { expect, test } from 'vitest';
import { rolesHouse } from './roles.fixture.ts';
import { endLetters } from './roles.jobs.ts';

const at = await rolesHouse();
const { boss, manager, incidents, engineer, auditor, user } = at;
type Overview = {
  findings: { kind: string; title: string; roles: string[] }[];
  roles: { role: string; holders: object[] }[];
};
const overview = async () => (await engineer.get('/roles')) as unknown as Overview;
const found = async (kind: string) => (await overview()).findings.filter((one) => one.kind === kind);

test('5.3: roles that nobody holds are named until somebody does', async () => {
  const vacant = (await found('vacant')).map(({ roles }) => roles[0]);
  expect(vacant).toContain('problem-manager');
  expect(vacant).not.toContain('incident-manager');
  await at.someone('Wang Fang', ['problem-manager']);
  expect((await found('vacant')).map(({ roles }) => roles[0])).not.toContain('problem-manager');
  await user.get('/roles').refused('problem.not_your_role');
});

test('5.3: one role is accountable for a process; nobody and a vacant role are named', async () => {
  const im = await at.process('IM');
  await engineer.patch(`/sms-processes/${im.number}`, { raci: {} }).refused('problem.not_your_role');
  await manager.patch(`/sms-processes/${im.number}`, { raci: { 'incident-manager': 'A', engineer: 'AR' } }).refused('sms_process.two_accountable', 'raci');
  await manager.patch(`/sms-processes/${im.number}`, { raci: { 'incident-manager': 'R' } });
  expect((await found('none_accountable')).map(({ title }) => title)).toEqual(['Incident']);
  await manager.patch(`/sms-processes/${im.number}`, { raci: { 'incident-manager': 'AR' }, ownerId: incidents.id });
  expect(await found('none_accountable')).toEqual([]);
  expect((await found('accountable_vacant')).map(({ title }) => title)).toContain('Release and deployment');
  expect((await found('no_owner')).map(({ title }) => title)).not.toContain('Incident');
  await manager.patch(`/sms-processes/${im.number}`, { interfaceIds: [im.id] }).refused('sms_process.interface_to_itself', 'interfaceIds');
  await manager.patch(`/sms-processes/${im.number}`, { recordTypes: ['nothing'] }).refused('sms_process.no_such_type', 'recordTypes');
}); // prettier-ignore

test('5.3: an appointment is issued by another of top management, accepted by its holder, and there once', async () => {
  const letter = await at.letter(incidents, 'incident-manager', { deputyId: engineer.id });
  await at.letter(incidents, 'incident-manager').then(() => expect.fail('made twice'), () => undefined);
  await manager.patch(`/appointments/${letter.number}`, { deputyId: incidents.id }).refused('appointment.own_deputy', 'deputyId');
  await manager.does(letter, 'issue').refused('problem.not_your_role');
  const issued = await boss.does(letter, 'issue');
  expect(issued).toMatchObject({ state: 'issued', issuedById: boss.id, ownerId: incidents.id });
  await engineer.does(letter, 'accept').refused('appointment.holder_accepts');
  expect(await incidents.does(letter, 'accept')).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-02' });
  const own = await at.letter(boss, 'top-management');
  await boss.does(own, 'issue').refused('appointment.issuer_holds_it');
  // Whoever sees only their own accepts theirs all the same.
  const audits = await at.letter(auditor, 'internal-auditor');
  await boss.does(audits, 'issue');
  expect(await auditor.does(audits, 'accept')).toMatchObject({ state: 'accepted' });
  expect((await found('no_letter')).map(({ roles }) => roles[0])).not.toContain('incident-manager');
  expect((await found('no_deputy')).map(({ roles }) => roles[0])).not.toContain('incident-manager');
}); // prettier-ignore

test('0.3: duties that are kept apart are not given to one person, and are found where they were', async () => {
  const both = await at.someone('Zhao Min', ['internal-auditor', 'change-manager']);
  const letter = await at.letter(both, 'internal-auditor');
  await boss.does(letter, 'issue').refused('appointment.duties_conflict');
  expect(await found('duties_conflict')).toMatchObject([{ title: 'Zhao Min', roles: ['change-manager', 'internal-auditor'] }]);
  await manager.post('/role-definitions', { title: 'x', role: 'unit-manager', incompatible: ['unit-manager'] }).refused('role_definition.incompatible_with_itself', 'incompatible');
  await manager.post('/role-definitions', { title: 'x', role: 'engineer' }).refused('problem.taken', 'role');
}); // prettier-ignore

test('the letter is a paper in the reader’s language', async () => {
  const letter = await at.letter(engineer, 'engineer');
  const get = (format: string) =>
    at.app.inject({ method: 'GET', url: `/api/v1/appointments/${letter.number}/letter?format=${format}&language=zh-CN`, headers: { authorization: `Bearer ${manager.token}` } });
  const word = await get('docx');
  expect(word.statusCode).toBe(200);
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await get('odt')).statusCode).toBe(422);
}); // prettier-ignore

test('0.1.6: that a process was silent is confirmed by its owner, for a period that is over and was silent', async () => {
  const im = await at.process('IM');
  const silence = { silence: 'Looked at desk and mail', silentFrom: '2026-01-01', silentTo: '2026-02-28' };
  await manager.does(im, 'confirm_silence', silence).refused('sms_process.not_its_owner');
  await incidents.does(im, 'confirm_silence', { ...silence, silentTo: '2026-03-31' }).refused('sms_process.silence_not_over', 'silentTo');
  await at.create('incident', { ...boss.actor, holdings: [{ role: 'system' }] }, { title: 'Down', startedAt: '2026-03-02T00:00:00Z' }).catch(() => undefined);
  expect(await incidents.does(im, 'confirm_silence', silence)).toMatchObject({ silentById: incidents.id });
}); // prettier-ignore

test('a letter ends with the role that it gave', async () => {
  const held = await at.holding(engineer.id, 'engineer');
  await at.tables.query(`update role_holder set valid_to = '2026-03-01' where id = $1`, [held.id]);
  await endLetters.run(at.house);
  const { items } = (await manager.get(`/appointments?filter[holderId]=${held.id}`)) as unknown as { items: { state: string }[] };
  expect(items).toMatchObject([{ state: 'ended' }]);
}); // prettier-ignore
