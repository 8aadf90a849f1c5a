import { expect, test } from 'vitest';
import { contextHouse } from './context.fixture.ts';

const at = await contextHouse();
const { boss, manager, engineer, auditor, user } = at;

test('4.1: an issue is taken up with what it means and by whom it is watched, and looked at again', async () => {
  const made = await engineer.post('/context-issues', { title: 'One supplier', side: 'external', factor: 'suppliers_and_labour' });
  await engineer.does(made, 'confirm', {}).refused('problem.not_your_role');
  await manager.does(made, 'confirm', { effect: 'hinders', description: 'Lines' }).refused('problem.required', 'consequence');
  const taken = await manager.does(made, 'confirm', { ownerId: engineer.id, effect: 'hinders', description: 'Lines', consequence: 'We fail with it', reviewMonths: 6 });
  expect(taken).toMatchObject({ state: 'active', reviewedOn: '2026-03-02', reviewDueOn: '2026-09-02' });
  await engineer.does(taken, 'review', {}).refused('problem.required', 'reviewNote');
  expect(await engineer.does(taken, 'review', { reviewNote: 'Still one', reviewMonths: 3 })).toMatchObject({ reviewDueOn: '2026-06-02' });
  await auditor.post('/context-issues', { title: 'x', side: 'external', factor: 'law' }).refused('problem.not_your_role');
  await user.get('/context').refused('problem.not_your_role');
}); // prettier-ignore

test('Amendment 1: the climate question is asked once, is answered with a reason, and stays', async () => {
  await engineer.post('/context-issues', { title: 'Climate?', side: 'internal', factor: 'climate' }).refused('context_issue.climate_is_external', 'side');
  const climate = await engineer.post('/context-issues', { title: 'Climate?', side: 'external', factor: 'climate' });
  await engineer.post('/context-issues', { title: 'Climate again?', side: 'external', factor: 'climate' }).refused('context_issue.climate_is_there', 'factor');
  await manager.does(climate, 'confirm', {}).refused('context_issue.climate_is_decided');
  await boss.does(climate, 'decide', { relevance: 'relevant' }).refused('problem.required', 'rationale');
  const decided = await boss.does(climate, 'decide', { relevance: 'not_relevant', rationale: 'Looked at sites, energy, customers' });
  expect(decided).toMatchObject({ state: 'active', decidedById: boss.id, decidedOn: '2026-03-02', ownerId: boss.id });
  await manager.does(climate, 'retire', { reason: 'Not relevant' }).refused('context_issue.climate_stays');
  await engineer.patch(`/context-issues/${climate.number}`, { factor: 'other' }).refused('context_issue.climate_stays', 'factor');
  const other = await at.issue();
  await boss.does(other, 'decide', { relevance: 'relevant', rationale: 'x' }).refused('context_issue.not_climate');
}); // prettier-ignore

test('4.2: a party is taken up with what it needs, and what binds is met somewhere', async () => {
  const party = await engineer.post('/interested-parties', { title: 'Customers', kind: 'customers', coversAll: true });
  await engineer.post('/interested-parties', { title: 'Us', kind: 'employees', coversAll: true }).refused('interested_party.covers_none', 'coversAll');
  await engineer.post('/interested-parties', { title: 'Bank', kind: 'customers', organisationIds: [at.carrier.id] }).refused('interested_party.other_kind', 'organisationIds');
  const whole = { ownerId: manager.id, stake: 'Their business', channel: 'Reviews' };
  await manager.does(party, 'confirm', whole).refused('interested_party.no_requirement');
  const wants = await engineer.post('/party-requirements', { title: 'Levels are kept', partyId: party.id, kind: 'performance' });
  await manager.does(wants, 'bind', { source: 'Contract 7' }).refused('party_requirement.unanswered', 'answeredByIds');
  await manager.does(wants, 'bind', { source: 'Contract 7', answeredByIds: [manager.id] }).refused('problem.no_such_reference', 'answeredByIds');
  await manager.does(wants, 'bind', { source: 'Contract 7', answeredByIds: [at.mail.id] });
  expect(await manager.does(party, 'confirm', whole)).toMatchObject({ state: 'active', reviewDueOn: '2027-03-02' });
}); // prettier-ignore

test('6.3 c: an obligation applies for a reason, is evaluated, and what is not kept gets an action', async () => {
  const law = await engineer.post('/obligations', { title: 'Data Security Law', kind: 'law', preset: 'cn.data_security_law' });
  await engineer.post('/obligations', { title: 'Data Security Law', kind: 'law', preset: 'cn.data_security_law' }).refused('problem.taken', 'preset');
  await engineer.post('/obligations', { title: 'Contract', kind: 'contract' }).refused('obligation.contract_unnamed', 'agreementId');
  await manager.does(law, 'apply', { bearing: 'Classes of data', ownerId: engineer.id }).refused('problem.required', 'applicabilityReason');
  const applied = await manager.does(law, 'apply', { applicabilityReason: 'We keep data of customers', bearing: 'Classes of data', ownerId: engineer.id });
  expect(applied).toMatchObject({ state: 'applicable', evaluationDueOn: '2026-03-02' });
  await engineer.does(law, 'evaluate', { result: 'partly', evaluation: 'Two systems without classes' }).refused('obligation.lapse_needs_action', 'action');
  await engineer.does(law, 'evaluate', { result: 'partly', evaluation: 'x', action: 'Class them', actionDueOn: '2026-03-01' }).refused('obligation.action_is_past', 'actionDueOn');
  const done = await engineer.does(law, 'evaluate', { result: 'partly', evaluation: 'Two systems without classes', action: 'Class them', actionDueOn: '2026-04-01' });
  expect(done).toMatchObject({ evaluatedById: engineer.id, evaluationDueOn: '2027-03-02' });
  expect(await engineer.get(`/action-items?filter[sourceId]=${law.id}`)).toMatchObject({ items: [{ title: 'Class them', ownerId: engineer.id, dueOn: '2026-04-01' }] });
  await manager.does(law, 'rule_out', {}).refused('problem.required', 'applicabilityReason');
}); // prettier-ignore

test('examples are told for a kind of organisation and in the language of who asks, and those taken are marked', async () => {
  await engineer.get('/context/presets?of=laws').refused('problem.one_of', 'of');
  await engineer.get('/context/presets?of=issue&sector=x').refused('problem.one_of', 'sector');
  type Told = { items: { key: string; taken: boolean; values: { title: string } }[] };
  const laws = (await engineer.get('/context/presets?of=obligation&sector=e_commerce')) as unknown as Told;
  expect(laws.items.map(({ key }) => key)).toContain('cn.e_commerce_law');
  expect(laws.items.map(({ key }) => key)).not.toContain('cn.state_secrets');
  expect(laws.items.find(({ key }) => key === 'cn.data_security_law')).toMatchObject({ taken: true });
  const parties = (await engineer.get('/context/presets?of=party')) as unknown as Told;
  expect(parties.items.slice(0, 5).map(({ key }) => key)).toEqual(['customers', 'users', 'suppliers', 'employees', 'shareholders']);
}); // prettier-ignore
