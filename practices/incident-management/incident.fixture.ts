import { system, type Actor } from '../../kernel/access/actor.ts';
import { decideSecondPerson } from '../../kernel/approval/second-person.ts';
import type { Target } from '../../kernel/clock/replay.ts';
import { definePractice } from '../../kernel/practice/practice.ts';
import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { act as kernelAct, begin } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { serviceCatalogueServer } from '../service-catalogue/server.ts';
import type { Incident } from './incident.fields.ts';
import { incidentManagementServer } from './server.ts';

export const minute = 60_000;
export const hour = 60 * minute;
const day: [string, string][] = [['09:00', '17:00']];

/** A service desk in Shanghai: two teams, their people, a customer with a user and a contact, and a promise on P1 to P3. */
export async function serviceDesk() {
  const targets = new Map<string, Target>();
  const promises = definePracticeServer({
    practice: definePractice({ name: 'promises', code: 'P', clauses: [], records: [], roles: [] }),
    targets: (_reference, record, clock) => targets.get(`${clock} ${record.priority}`) ?? null,
  });
  const base = await testHouse([serviceCatalogueServer, incidentManagementServer, promises]);
  const { person, create, act, house } = base;
  const software = system();

  const customer = await create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
  const calendar = await create('calendar', software, {
    title: '5×8',
    zone: 'Asia/Shanghai',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  });
  const service = await create('service', software, { title: 'E-mail' });
  const category = await create('category', software, { title: 'Mailbox', firstLineSolvable: true });
  const second = await create('team', software, { title: 'Mail servers' });
  const first = await create('team', software, { title: 'Service desk', escalatesToId: second.id });
  const actors = {
    agent: await person('Li Na', ['service-desk-agent']),
    colleague: await person('Chen Jie', ['service-desk-agent']),
    manager: await person('Wang Fang', ['incident-manager']),
    engineer: await person('Zhang Wei', ['engineer']),
    auditor: await person('Zhao Lei', ['internal-auditor']),
    boss: await person('Liu Yang', ['top-management']),
    user: await person('Sun Li', [], {
      kind: 'user',
      customerId: customer.id,
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
    }),
    stranger: await person('Zhou Min', [], { kind: 'user' }),
    contact: await person('Wu Gang', ['customer-contact'], {
      kind: 'customer_contact',
      customerId: customer.id,
    }),
  };
  await act(first, 'edit', software, {
    memberIds: [actors.agent.id, actors.colleague.id],
    leadId: actors.agent.id,
  });
  await act(second, 'edit', software, { memberIds: [actors.engineer.id] });
  // Actors are a snapshot; theirs was taken before the teams had members.
  const member = <A extends Actor>(actor: A, team: BaseRecord): A => ({ ...actor, teamIds: [team.id] });
  const people = {
    ...actors,
    agent: member(actors.agent, first),
    colleague: member(actors.colleague, first),
    engineer: member(actors.engineer, second),
  };

  const promise = (clock: string, priority: number, targetMs: number, calendarId = calendar.id) =>
    targets.set(`${clock} ${priority}`, {
      agreementId: service.id,
      agreementVersion: 1,
      calendarId,
      targetMs,
    });
  const known = { serviceId: service.id, categoryId: category.id, impact: 2, urgency: 2 };
  const solution = {
    resolution: 'Restarted the mail store.',
    resolutionCode: 'fixed',
    causeClass: 'software',
  };
  let items = 0;
  // Each on an item of its own, or the third would be a repeat that needs its problem.
  const report = (input: Readonly<Record<string, unknown>> = {}, actor: Actor = people.agent) =>
    create('incident', actor, {
      title: 'No mail arrives',
      ci: `MAIL-${(items += 1)}`,
      ...(actor === people.user ? {} : { channel: 'phone', requesterId: people.user.id }),
      ...input,
    }) as Promise<Of>;
  const triaged = async (input = {}) =>
    act(await report(input), 'triage', people.agent, known) as Promise<Of>;
  const started = async (input = {}) => act(await triaged(input), 'start', people.agent) as Promise<Of>;
  const resolved = async (input = {}) =>
    act(await started(input), 'resolve', people.agent, solution) as Promise<Of>;
  const read = async (id: string) => {
    const { rows } = await base.owner.query(
      'select r.*, i.* from record r join incident i on i.id = r.id where r.id = $1',
      [id],
    );
    return rows[0] as Record<string, unknown>;
  };
  const confirmed = async (record: Pick<BaseRecord, 'id'>, by: Actor) => {
    const { rows } = await base.owner.query<{ id: string }>(
      `select id from pending_act where record_id = $1 and state = 'pending'`,
      [record.id],
    );
    const named = { type: 'incident', id: record.id };
    return begin(house, (work) =>
      decideSecondPerson(
        work,
        named,
        rows[0]?.id ?? record.id,
        'confirm',
        by,
        ({ action, input, requested_by }) =>
          kernelAct(work, named, action, by, input, { confirmed: { requestedBy: requested_by } }),
      ),
    );
  };
  return {
    ...base,
    ...people,
    software,
    customer,
    calendar,
    service,
    category,
    first,
    second,
    promise,
    known,
    solution,
    report,
    triaged,
    started,
    resolved,
    read,
    confirmed,
  };
}
type Of = Incident & Record<string, unknown>;

/** What a refused act answers: its code, or the code of each field. */
export const refusedWith = (code: string, field?: string) =>
  field === undefined ? { code } : { fields: [{ field, code }] };
