import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';
import { served } from '../../app/testing/served.ts';
import { proposeMajors } from './major.subscribers.ts';

export type Items = { items: Record<string, unknown>[]; refs: Record<string, { title: string }> };

/** A desk with its managers, top management, a critical service, and the follower that proposes. */
export async function majorDesk() {
  const house = await served();
  const people = {
    agent: await house.someone('Li Na', ['service-desk-agent']),
    engineer: await house.someone('Zhang Wei', ['engineer']),
    manager: await house.someone('Wang Fang', ['incident-manager']),
    other: await house.someone('Chen Jie', ['incident-manager']),
    boss: await house.someone('Liu Yang', ['top-management']),
    user: await house.someone('Sun Li', [], { kind: 'user', language: 'zh-CN' }),
    auditor: await house.someone('Zhao Lei', ['internal-auditor']),
  };
  const team = await house.join('Desk', [people.agent, people.engineer, people.manager]);
  const service = await house.create('service', system(), { title: 'Online shop', criticality: 'critical' });
  const category = await house.create('category', system(), { title: 'Shop' });
  const day = [['09:00', '17:00']];
  await house.create('calendar', system(), {
    title: '5×8',
    zone: 'Asia/Shanghai',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  });
  let items = 0;
  const report = (input: Record<string, unknown> = {}) =>
    people.agent.post('/incidents', {
      title: 'Nobody can pay',
      channel: 'phone',
      requesterId: people.user.id,
      serviceId: service.id,
      categoryId: category.id,
      ci: `SHOP-${(items += 1)}`,
      ...input,
    });
  /** What the follower of the trail does, for everything that happened to these incidents. */
  const follow = async (...ids: string[]) => {
    const { rows } = await house.owner.query<ReadEvent>(
      `select seq, txid::text, at, record_id as "recordId", record_type as "recordType", version, action, from_state as "fromState",
         to_state as "toState", actor_id as "actorId", channel, changes, detail from trail_event where record_id = any($1::uuid[])`,
      [ids],
    );
    await begin(house.house, (work) => proposeMajors.handle(work, rows));
  };
  const majorOf = async (id: string) => {
    const { items: found } = (await people.agent.get(
      `/major-incidents?filter[leadingIncidentId]=${id}`,
    )) as unknown as Items;
    return found[0] as (Record<string, unknown> & { number: string; id: string; state: string }) | undefined;
  };
  const judged = async () => {
    const incident = await report();
    const major = await people.manager.post('/major-incidents', {
      leadingIncidentId: incident.id,
      reason: 'Press is calling',
    });
    return { incident, major };
  };
  const leading = { managerId: people.manager.id, bridge: 'https://meet.example.org/p1' };
  const declared = async () => {
    const { incident, major } = await judged();
    return { incident, major: await people.manager.does(major, 'declare', leading) };
  };
  return { ...house, ...people, team, service, category, report, follow, majorOf, judged, declared, leading };
}
