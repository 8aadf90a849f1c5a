import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import type { ReadEvent, Subscriber } from '../../kernel/trail/subscriber.ts';

export type Row = Record<string, unknown> & { number: string; id: string; state: string };
export type Items<T = Record<string, unknown>> = { items: T[] };

/** A desk, a problem manager, a service with its owner, and incidents that look alike. */
export async function problemDesk() {
  const house = await served();
  const people = {
    agent: await house.someone('Li Na', ['service-desk-agent']),
    engineer: await house.someone('Zhang Wei', ['engineer', 'service-desk-agent']),
    manager: await house.someone('Wang Fang', ['problem-manager']),
    second: await house.someone('Chen Jie', ['problem-manager']),
    serviceOwner: await house.someone('Liu Yang', ['service-owner']),
    stranger: await house.someone('Zhou Min', ['service-owner']),
    auditor: await house.someone('Zhao Lei', ['internal-auditor']),
    user: await house.someone('Sun Li', [], { kind: 'user', language: 'zh-CN' }),
  };
  const team = await house.join('Desk', [people.agent, people.engineer]);
  const service = await house.create('service', system(), {
    title: 'Online shop',
    ownerId: people.serviceOwner.id,
  });
  const category = await house.create('category', system(), { title: 'Payment' });
  const other = await house.create('category', system(), { title: 'Search' });
  let items = 0;
  const report = (input: Record<string, unknown> = {}): Promise<Row> =>
    people.agent.post('/incidents', {
      title: 'Card payment hangs at the gateway',
      channel: 'phone',
      requesterId: people.user.id,
      serviceId: service.id,
      categoryId: category.id,
      impact: 3,
      urgency: 2,
      ci: `SHOP-${(items += 1)}`,
      ...input,
    });
  const started = async (input: Record<string, unknown> = {}): Promise<Row> => {
    const made = await report(input);
    await people.agent.does(made, 'triage', {});
    return people.agent.does(made, 'start', { teamId: team.id });
  };
  const raised = async (input: Record<string, unknown> = {}): Promise<Row> => {
    const incident = await report();
    return people.manager.post('/problems', {
      title: 'Payments hang',
      origin: 'incidents',
      serviceId: service.id,
      categoryId: category.id,
      urgency: 2,
      incidents: [incident.number],
      ...input,
    });
  };
  const whys = [
    { answer: 'The gateway answers after 30 s', evidence: 'Trace of 3 March' },
    { answer: 'Its connection pool is empty', evidence: 'Pool metric at 0' },
    { answer: 'Aborted payments never give their connection back', evidence: 'Code review' },
  ];
  const cause = {
    rcaMethod: 'five_whys',
    rootCause: 'The payment client leaks a connection on every abort.',
    causeClass: 'software',
    removalPrevents: true,
    removalReason: 'With the leak closed in the test system, 10,000 aborts left the pool full.',
  };
  const does = async (row: Row, ...steps: [who: keyof typeof people, action: string, input?: unknown][]) => {
    for (const [who, action, input] of steps) await people[who].does(row, action, input ?? {});
    return people.manager.get(`/problems/${row.number}`);
  };
  const investigating = async (input: Record<string, unknown> = {}) =>
    does(
      await raised(input),
      ['manager', 'accept'],
      ['manager', 'investigate', { ownerId: people.manager.id }],
    );
  const causeKnown = async (input: Record<string, unknown> = {}) =>
    does(await investigating(input), ['manager', 'analyse', { whys }], ['manager', 'find_cause', cause]);
  const knownError = async (input: Record<string, unknown> = {}) =>
    does(await causeKnown(input), ['manager', 'publish', { workaround: 'Restart the payment client.' }]);
  let changes = 0;
  /** A change as it stands in its own practice, with how its implementation ended. */
  const change = async (state: string, outcome: string | null = null): Promise<string> => {
    const number = `CHG-${String(900_000 + (changes += 1))}`;
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
       values (gen_random_uuid(), 'change', $1, 'Close the leak', $2, true, now(), now(), now()) returning id`,
      [number, state],
    );
    if (outcome !== null) await changeEnds(rows[0]?.id ?? '', outcome);
    return number;
  };
  const changeEnds = (id: string, outcome: string) =>
    house.owner.query(
      `insert into trail_event (at, record_id, record_type, version, action, to_state, channel, changes)
       values (now(), $1, 'change', 2, 'implement', $2, 'api', '{}')`,
      [id, outcome],
    );
  const solved = async (input: Record<string, unknown> = {}) =>
    does(
      await knownError(input),
      ['manager', 'plan_fix', { change: await change('closed', 'implemented') }],
      [
        'manager',
        'resolve',
        { resolution: 'Client 4.2 closes its connections.', verification: 'Pool stays full for a week' },
      ],
    );
  /** What a follower of the trail does with all that happened to these records. */
  const follow = async (subscriber: Subscriber, ...ids: string[]) => {
    const { rows } = await house.owner.query<ReadEvent>(
      `select seq, txid::text, at, record_id as "recordId", record_type as "recordType", version, action, from_state as "fromState",
         to_state as "toState", actor_id as "actorId", channel, changes, detail from trail_event where record_id = any($1::uuid[]) order by seq`,
      [ids],
    );
    await begin(house.house, (work) => subscriber.handle(work, rows));
  };
  const told = async (kind: string, recordId?: string) =>
    (
      await house.owner.query<{ person_id: string; params: Record<string, unknown> }>(
        'select person_id, params from notification where kind = $1 and ($2::uuid is null or record_id = $2) order by person_id',
        [kind, recordId ?? null],
      )
    ).rows;
  return {
    ...house, ...people, team, service, category, other, report, started, raised, whys, cause, does, investigating, causeKnown,
    knownError, change, solved, follow, told,
  }; // prettier-ignore
}
