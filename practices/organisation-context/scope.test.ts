import { expect, test } from 'vitest';
import { contextHouse } from './context.fixture.ts';

const at = await contextHouse();
const { boss, manager, engineer, auditor } = at;

test('a first draft begins with what is there, and lacks what nobody has weighed', async () => {
  const draft = await manager.post('/scope-statements', { title: 'Scope' });
  expect(draft).toMatchObject({
    edition: 1, organisationName: 'Huaxin Services', serviceIds: [at.mail.id], unitIds: [at.unit.id], siteIds: [at.site.id], authorIds: [manager.id],
  });
  await manager.does(draft, 'submit').refused('scope_statement.lacks');
  await manager.post('/scope-statements', { title: 'Another' }).refused('scope_statement.version_in_work');
  await engineer.post('/scope-statements', { title: 'x' }).refused('problem.not_your_role');
  await manager.does(draft, 'withdraw', { reason: 'Begun too early' });
}); // prettier-ignore

test('4.3: the scope equals what is delivered; who wrote it does not approve it (S1); a new version replaces the old', async () => {
  await at.issue();
  await at.party('users');
  const draft = await at.drafted({ ownProcesses: [] });
  await manager.does(draft, 'submit').refused('scope_statement.all_by_others');
  await manager.patch(`/scope-statements/${draft.number}`, { ownProcesses: ['IM'], basis: 'Clause 8.4.2 is not applicable to us' }).refused('scope_statement.clause_left_out', 'basis');
  await manager.patch(`/scope-statements/${draft.number}`, { ownProcesses: ['IM'], serviceIds: [] });
  await manager.does(draft, 'submit').refused('scope_statement.lacks');
  const print = await at.live('Printing');
  await manager.patch(`/scope-statements/${draft.number}`, { serviceIds: [at.mail.id] });
  await manager.does(draft, 'submit').refused('scope_statement.service_undecided');
  const found = (await auditor.get(`/scope-statements/${draft.number}/differences`)) as unknown as { items: object[]; statement: { en: string } };
  expect(found.items).toMatchObject([{ kind: 'service_undecided', title: 'Printing' }]);
  await manager.patch(`/scope-statements/${draft.number}`, { leftOut: [{ id: print.id, reason: '第 8.5 条不适用' }] }).refused('scope_statement.clause_left_out', 'leftOut');
  await manager.patch(`/scope-statements/${draft.number}`, { leftOut: [{ id: print.id, reason: 'Run by the landlord for all tenants' }] });
  await boss.patch(`/scope-statements/${draft.number}`, { technologies: 'Linux' });
  await manager.does(draft, 'submit');
  await boss.does(draft, 'approve').refused('scope_statement.approver_wrote_it');
  await manager.does(draft, 'approve').refused('problem.not_your_role');
  const other = await at.someone('Wu Lei', ['top-management']);
  const first = await other.does(draft, 'approve');
  expect(first).toMatchObject({
    state: 'in_force', approvedById: other.id, reviewDueOn: '2027-03-02', sodException: false,
    statementEn: 'The service management system of Huaxin Services supporting the provision of E-mail to all its customers from Shanghai.',
    statementZh: 'Huaxin Services的服务管理体系，支持从Shanghai向全部客户提供E-mail。',
  });
  // The catalogue moves on; the approved statement stays as it was and the difference is named.
  const chat = await at.live('Chat');
  await manager.does(first, 'review', { reviewNote: 'Looked' }).refused('scope_statement.service_undecided');
  expect(await engineer.get('/context')).toMatchObject({ scope: { edition: 1, differences: 1 } });
  const second = await manager.post('/scope-statements', { title: 'Scope', serviceIds: [at.mail.id, chat.id] });
  expect(second).toMatchObject({ edition: 2, supersedesId: first.id, leftOut: [{ id: print.id }], ownProcesses: ['IM'] });
  await manager.does(second, 'submit');
  await boss.does(second, 'approve');
  expect(await manager.get(`/scope-statements/${first.number}`)).toMatchObject({ state: 'superseded', statementEn: first['statementEn'] });
}); // prettier-ignore
