import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** A service, a supplier and an issue that risks come from, and the people who speak of them. */
export async function riskHouse() {
  const house = await served();
  const carrier = await house.create('organisation', system(), { title: 'Carrier', kind: 'supplier' });
  const service = await house.create('service', system(), { title: 'E-mail' });
  await house.owner.query(`update record set state = 'published' where id = $1`, [service.id]);
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const owner = await house.someone('Zhang Wei', ['service-owner']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const issue = await manager.post('/context-issues', {
    title: 'One supplier',
    side: 'external',
    factor: 'law',
  });
  const told = (fields: Readonly<Record<string, unknown>> = {}) =>
    engineer.post('/risks', {
      title: 'The line fails',
      kind: 'risk',
      category: 'organisation',
      issueIds: [issue.id],
      ...fields,
    });
  const rated = (likelihood: number, impact: number) => ({
    likelihood,
    impact,
    customerImpact: 'No mail for a day',
    ownerId: owner.id,
  });
  const assessed = async (
    likelihood: number,
    impact: number,
    fields: Readonly<Record<string, unknown>> = {},
  ) => owner.does(await told(fields), 'assess', rated(likelihood, impact));
  const planned = {
    treatment: 'reduce',
    treatmentPlan: 'A second line by a change',
    treatmentDueOn: '2026-05-01',
  };
  const judged = {
    residualLikelihood: 1,
    residualImpact: 4,
    effectiveness: 'effective',
    effectivenessNote: 'Drill of May',
  };
  const action = (risk: { id: string }) =>
    owner.post('/action-items', {
      title: 'Order the line',
      ownerId: engineer.id,
      dueOn: '2026-04-01',
      sourceId: risk.id,
    });
  const treated = async (
    likelihood: number,
    impact: number,
    fields: Readonly<Record<string, unknown>> = {},
  ) => {
    const risk = await assessed(likelihood, impact, fields);
    await owner.does(risk, 'plan', planned);
    const todo = await action(risk);
    await owner.does(risk, 'start');
    await engineer.does(todo, 'finish', { result: 'Done' });
    return owner.does(risk, 'judge', judged);
  };
  return { ...house, tables: house.owner, carrier, service, boss, manager, owner, engineer, auditor, user, issue, told, rated, assessed, planned, judged, action, treated }; // prettier-ignore
}
