import { served, type Client } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = { id: string; number: string; state: string } & Record<string, unknown>;

/** An organisation with incidents in two units, those who keep its system, and auditors to be let in. */
export async function auditHouse() {
  const house = await served();
  const { someone, create, at } = house;
  at('2026-03-02T01:00:00Z');
  const software = system();
  const units = [];
  for (const title of ['Shanghai', 'Hangzhou'])
    units.push(await create('organisation', software, { title, kind: 'own_unit' }));
  const [north, south] = units as unknown as [Row, Row];
  const people = {
    keeper: await someone('Ada Admin', ['sms-manager', 'administrator']),
    boss: await someone('Liu Yang', ['top-management']),
    agent: await someone('Zhang Wei', ['service-desk-agent']),
    engineer: await someone('Chen Jie', ['engineer']),
    auditor: await someone('Zhao Lei', ['internal-auditor']),
    outsider: await someone('Erika Extern', []),
    second: await someone('Otto Extern', []),
    consultant: await someone('Konrad Berater', []),
  };
  const incident = (title: string, input: object = {}) =>
    people.agent.post('/incidents', { title, channel: 'phone', requesterId: people.engineer.id, ...input });
  const plan = {
    title: 'Surveillance audit 2026',
    kind: 'external',
    body: 'Certification body',
    clauses: ['8.5', '8.6.1'],
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    accessFrom: '2026-03-01',
    accessTo: '2026-03-10',
  };
  const opened = async (auditors: readonly Client[], input: object = {}, by: Client = people.keeper) => {
    const planned = await by.post('/audit-engagements', { ...plan, auditorIds: auditors.map(({ id }) => id), ...input });
    return by.does(planned, 'open');
  }; // prettier-ignore
  return { ...house, ...people, north, south, incident, plan, opened };
}
