import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = Record<string, unknown> & { id: string; number: string; state: string };

/** An organisation with a service and people who propose, decide and carry out. */
export async function improvementHouse() {
  const house = await served();
  const lead = await house.someone('Ma Jun', ['sms-manager']);
  const boss = await house.someone('Liu Gang', ['top-management']);
  const engineer = await house.someone('Zhang Wei', ['engineer']);
  const agent = await house.someone('Li Na', ['service-desk-agent']);
  const auditor = await house.someone('Zhao Lei', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const service = await house.create('service', system(), { title: 'Online shop', ownerId: lead.id });
  const scores = { alignment: 4, value: 5, risk: 1, effort: 3, feasible: 4 };
  const proposed = (fields: Readonly<Record<string, unknown>> = {}): Promise<Row> =>
    engineer.post('/improvements', {
      title: 'Restore payments in less than two hours',
      description: 'Restoring takes four hours, because nobody on duty may restart the gateway.',
      objective: 'O-2: restore critical services within two hours',
      claimedBenefit: 'Half the lost sales of last year',
      serviceId: service.id,
      ...fields,
    });
  const scored = async (fields: Readonly<Record<string, unknown>> = {}) =>
    engineer.does(await proposed(fields), 'score', { scores });
  const target = {
    metric: 'Hours until payments are restored', unit: 'h', direction: 'lower', targetValue: 2, targetOn: '2026-06-30', priority: 2,
    ownerId: engineer.id, sponsorId: boss.id, decisionReason: 'Highest score of the quarter',
  }; // prettier-ignore
  const approved = async (fields: Readonly<Record<string, unknown>> = {}) =>
    boss.does(await scored(), 'approve', { ...target, ...fields });
  const baseline = {
    baselineFrom: '2026-01-01', baselineTo: '2026-02-28', baselineValue: 4, baselineN: 24, plan: 'Runbook, rights, drill', dueOn: '2026-04-30',
  }; // prettier-ignore
  const planned = async () => engineer.does(await approved(), 'plan', baseline);
  const inForce = async () =>
    engineer.does(await planned(), 'implement', { result: 'Runbook in force, drill on 2 March' });
  const found = {
    foundFrom: '2026-03-02', foundTo: '2026-06-30', foundValue: 1.5, foundN: 31, foundBenefit: 'A third of the lost sales of last year',
  }; // prettier-ignore
  const measured = async (fields: Readonly<Record<string, unknown>> = {}) => {
    house.at('2026-03-02T01:00:00Z');
    const record = await inForce();
    house.at('2026-07-02T01:00:00Z');
    return engineer.does(record, 'measure', { ...found, ...fields });
  };
  return { ...house, lead, boss, engineer, agent, auditor, user, service, scores, proposed, scored, target, approved, baseline, planned, inForce, found, measured };
} // prettier-ignore
