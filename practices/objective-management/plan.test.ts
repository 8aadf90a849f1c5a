import { expect, test } from 'vitest';
import { objectiveHouse } from './objective.fixture.ts';

const at = await objectiveHouse();
const { boss, manager, owner, engineer } = at;

test('6.3: the plan is whole, rests on filled registers, and is approved by top management, not by who wrote it', async () => {
  const { limitations: _left, ...lacking } = at.plan as Record<string, string>;
  const plan = await manager.post('/service-management-plans', lacking);
  await manager.post('/service-management-plans', at.plan).refused('service_management_plan.version_in_work');
  await manager.does(plan, 'submit').refused('service_management_plan.lacks');
  await manager.patch(`/service-management-plans/${plan.number}`, { limitations: 'None: looked at with all owners' });
  await manager.does(plan, 'submit').refused('service_management_plan.no_obligations');
  await at.law();
  await manager.does(plan, 'submit').refused('service_management_plan.no_objectives');
  await at.active();
  await boss.patch(`/service-management-plans/${plan.number}`, { humans: 'Twelve people' });
  await manager.does(plan, 'submit');
  await manager.does(plan, 'approve').refused('problem.not_your_role');
  await boss.does(plan, 'approve').refused('service_management_plan.approver_wrote_it');
  const other = await at.someone('Wu Lei', ['top-management']);
  const inForce = await other.does(plan, 'approve');
  expect(inForce).toMatchObject({ state: 'in_force', reviewDueOn: '2027-03-02', contents: { services: [{ title: 'E-mail' }], obligations: [{ title: 'Data Security Law' }] } });
  // What is approved stays as it was; what moved since is named.
  const chat = await at.create('service', { ...boss.actor, holdings: [{ role: 'system' }] }, { title: 'Chat' });
  await at.tables.query(`update record set state = 'published' where id = $1`, [chat.id]);
  type Contents = { kept: { services: object[] }; changes: { register: string; what: string; entry: { title: string } }[] };
  const { kept, changes } = (await engineer.get(`/service-management-plans/${plan.number}/contents`)) as unknown as Contents;
  expect(kept.services).toHaveLength(1);
  expect(changes.filter(({ register }) => register === 'services')).toMatchObject([{ what: 'new', entry: { title: 'Chat' } }]);
  const next = await manager.post('/service-management-plans', { title: 'Plan 2027', validFrom: '2027-03-01', validTo: '2028-02-28' });
  expect(next).toMatchObject({ edition: 2, humans: 'Twelve people', supersedesId: plan.id });
  await manager.does(next, 'submit');
  await boss.does(next, 'approve');
  expect(await manager.get(`/service-management-plans/${plan.number}`)).toMatchObject({ state: 'superseded', contents: inForce['contents'] });
}); // prettier-ignore

test('a change to the system is planned, approved by another than who asked, and judged by another than who did it', async () => {
  const change = await owner.post('/system-changes', { title: 'One CAB for both sites', subject: 'process', purpose: 'One way' });
  const whole = { consequences: 'Both boards end', integrity: 'The old boards decide until the first of May', resources: '5 days', ownerId: engineer.id, dueOn: '2026-05-01' };
  await manager.does(change, 'approve', { consequences: 'x' }).refused('problem.required', 'integrity');
  await owner.does(change, 'approve', whole).refused('problem.not_your_role');
  const own = await manager.post('/system-changes', { title: 'x', subject: 'other', purpose: 'y' });
  await manager.does(own, 'approve', whole).refused('system_change.approver_asked');
  await manager.does(change, 'approve', whole);
  await engineer.does(change, 'start');
  await engineer.does(change, 'finish', { result: 'One board since May' });
  const verdict = { verdict: 'achieved', verdictNote: 'Minutes of three meetings' };
  await engineer.does(change, 'judge', verdict).refused('system_change.judge_did_it');
  expect(await owner.does(change, 'judge', verdict)).toMatchObject({ state: 'judged', judgedById: owner.id, sodException: false });
}); // prettier-ignore
