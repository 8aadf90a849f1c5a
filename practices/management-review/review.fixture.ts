import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = Record<string, unknown> & { id: string; number: string; state: string };
type Input = {
  key: string;
  status: string;
  figures: { key: string; value: number | null; n: number; before: number | null }[];
  lists: { key: string; n: number; items: { number: string }[] }[];
};

/** An organisation with top management, who leads the system, and some work of February. */
export async function reviewHouse() {
  const house = await served();
  const lead = await house.someone('Ma Jun', ['sms-manager']);
  const boss = await house.someone('Liu Gang', ['top-management']);
  const other = await house.someone('Chen Hong', ['top-management']);
  const engineer = await house.someone('Zhang Wei', ['engineer']);
  const auditor = await house.someone('Zhao Lei', ['internal-auditor']);
  const agent = await house.someone('Li Na', ['service-desk-agent']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const service = await house.create('service', system(), { title: 'Online shop', ownerId: lead.id });
  house.at('2026-02-10T01:00:00Z');
  const nonconformity = await lead.post('/nonconformities', {
    title: 'Two changes without approval', description: 'CHG-000007, CHG-000011', requirement: '8.5.1.2-c', sourceNote: 'Schedule', ownerId: engineer.id,
  });
  for (let i = 0; i < 4; i += 1)
    await agent.post('/incidents', { title: `Payment hangs ${i}`, channel: 'phone', requesterId: user.id, serviceId: service.id });
  house.at('2026-03-02T01:00:00Z');
  const scheduled = (fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/management-reviews', {
      title: 'Review of February', plannedOn: '2026-03-03', periodFrom: '2026-02-01', periodTo: '2026-02-28', chairId: boss.id,
      participantIds: [lead.id, engineer.id], ...fields,
    });
  const frozen = async () => lead.does(await scheduled(), 'freeze_inputs');
  const attendance = [
    { personId: boss.id, present: true },
    { personId: lead.id, present: true },
    { personId: engineer.id, present: false },
  ];
  const held = async () => lead.does(await frozen(), 'hold', { heldOn: '2026-03-02', attendance });
  const conclusion = {
    suitability: 'yes', suitabilityNote: 'The services have not changed.', adequacy: 'with_changes', adequacyNote: 'One gate is missing.',
    effectiveness: 'yes', effectivenessNote: 'Targets are met.',
  };
  const decision = (fields: Readonly<Record<string, unknown>> = {}) => ({
    decision: { kind: 'system', title: 'The deployment tool asks for the approval', ownerId: engineer.id, dueOn: '2026-04-15', ...fields },
  });
  const signed = async () => {
    const review = await held();
    await lead.does(review, 'decide', decision());
    await lead.does(review, 'conclude', conclusion);
    return boss.does(review, 'sign');
  };
  const inputsOf = async (review: { number: string }) =>
    (await lead.get(`/management-reviews/${review.number}/inputs`)) as unknown as {
      frozen: Input[] | null;
      now: Input[];
      notes: Record<string, string>;
      changes: { input: string; kind: string; key: string; was: number | null; is: number | null }[];
    };
  return { ...house, lead, boss, other, engineer, auditor, agent, user, service, nonconformity, scheduled, frozen, attendance, held, conclusion, decision, signed, inputsOf };
} // prettier-ignore
