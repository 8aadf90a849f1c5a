import { served, type Client } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = { id: string; number: string; state: string } & Record<string, unknown>;
export const items = async (answer: PromiseLike<Record<string, unknown>>) => (await answer)['items'] as Row[];

const day: [string, string][] = [['09:00', '17:00']];

/** An organisation that changes things: those who ask, carry out, decide and look back, a service and its customer. */
export async function changeHouse() {
  const house = await served();
  const { someone, create, act, at } = house;
  at('2026-03-02T01:00:00Z');
  const software = system();
  await create('calendar', software, {
    title: '5×8', zone: 'Asia/Shanghai', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  }); // prettier-ignore
  const customer = await create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
  const people = {
    requester: await someone('Zhang Wei', ['engineer']),
    implementer: await someone('Chen Jie', ['engineer']),
    reviewer: await someone('Li Na', ['engineer']),
    manager: await someone('Wang Fang', ['change-manager']),
    boss: await someone('Liu Yang', ['top-management']),
    board: await someone('Sun Li', ['cab-member']),
    ecab: await someone('He Ping', ['ecab-member']),
    answers: await someone('Zhou Min', ['service-owner']),
    auditor: await someone('Zhao Lei', ['internal-auditor']),
    user: await someone('Wu Gang', [], { kind: 'user' }),
    contact: await someone('Qian Hui', ['customer-contact'], {
      kind: 'customer_contact',
      customerId: customer.id,
    }),
  };
  const service = await create('service', software, {
    title: 'E-mail',
    criticality: 'high',
    ownerId: people.answers.id,
  });
  const dependent = await create('service', software, { title: 'Ordering', criticality: 'medium' });
  await act(dependent, 'edit', software, { dependsOnIds: [service.id] });

  const plan = {
    implementationPlan: [
      { title: 'Stop the mail store on node 2', responsibleId: people.implementer.id, minutes: 5 },
      { title: 'Install release 9.2 and start the store', responsibleId: people.implementer.id, minutes: 20 },
    ],
    backOutPlan: backOut,
    testEvidence: 'Installed on the staging mail store on 1 March; protocol TST-17.',
    windowBasis: 'agreed_maintenance',
    windowEvidence: 'Agreement AGR-7, Sundays 01:00 to 05:00',
  };
  const assessment = {
    implementerId: people.implementer.id,
    riskAnswers: lowRisk,
    impactAnswers: impact,
    costCents: 120_000,
    benefit: 'Closes the memory leak that stops the store each week.',
    feasibility: 'Two engineers have installed this release before.',
    resources: 'One engineer for two hours at night.',
  };
  const asked = {
    title: 'Mail store to release 9.2',
    category: 'significant',
    purpose: 'The mail store leaks memory and is restarted each week.',
    objective: 'The store runs for a month without a restart.',
    subjectIds: [service.id],
    plannedStartAt: '2026-03-08T01:00:00Z',
    plannedEndAt: '2026-03-08T03:00:00Z',
  };
  const request = (input: object = {}, who: Client = people.requester) =>
    who.post('/changes', { ...asked, ...input });
  const submitted = async (input: object = {}) => people.requester.does(await request(input), 'submit');
  const assessed = async (input: object = {}, more: object = {}) =>
    people.requester.does(await submitted(more), 'assess', { ...assessment, ...input });
  /** What waits for this person about this change. */
  const waiting = async (who: Client, change: Row) =>
    (await items(who.get('/me/approvals'))).find((one) => (one['record'] as Row).number === change.number);
  const decide = async (
    who: Client,
    change: Row,
    verb: 'approve' | 'reject' = 'approve',
    input: object = {},
  ) => who.post(`/approvals/${(await waiting(who, change))?.id}/${verb}`, input);
  const read = (change: { number: string }, who: Client = people.manager) =>
    who.get(`/changes/${change.number}`);
  const approved = async (input: object = {}, more: object = {}) => {
    const change = await assessed(input, more);
    await decide(people.manager, change);
    return read(change);
  };
  const scheduled = async (input: object = {}, more: object = {}) =>
    people.requester.does(await approved({}, more), 'schedule', { ...plan, ...input });
  /** From now on the customer is promised the service. */
  const promised = async () => {
    const { id } = await create('agreement', software, {
      title: 'Bank: e-mail', kind: 'sla', customerId: customer.id, serviceIds: [service.id], validFrom: '2026-01-01',
    }); // prettier-ignore
    await house.owner.query(`update record set state = 'active' where id = $1`, [id]);
  };
  const inWindow = '2026-03-08T01:10:00Z';
  const started = async (more: object = {}) => {
    at('2026-03-02T01:00:00Z');
    const change = await scheduled({}, more);
    at(inWindow);
    return people.implementer.does(change, 'start');
  };
  const implemented = async (more: object = {}) => {
    const change = await started(more);
    for (const step of [1, 2]) await people.implementer.does(change, 'log_step', { step, outcome: 'done' });
    return people.implementer.does(change, 'complete', { resultNote: 'As planned.' });
  };
  const afterwards = {
    cisUpdated: 'updated',
    usersInformed: 'informed',
    monitoringResult: 'Memory stays flat over six hours.',
    reviewerId: people.reviewer.id,
  };
  const review = {
    objectiveMet: 'yes',
    deviations: 'None: each step took as long as planned.',
    lessons: 'Warm the cache before users come back.',
    userFeedback: 'Three key users confirm that mail is quick again.',
  };
  return {
    ...house, ...people, customer, asked, promised, service, dependent, plan, assessment, afterwards, review, request, submitted, assessed, waiting, decide, read,
    approved, scheduled, started, implemented, inWindow,
  }; // prettier-ignore
}

export const lowRisk = {
  criticality: 1, users: 1, reversibility: 1, security: 1, tested: 1, window: 1, complexity: 1, supplier: 1,
}; // prettier-ignore
export const highRisk = {
  criticality: 4, users: 3, reversibility: 2, security: 2, tested: 3, window: 2, complexity: 3, supplier: 2,
}; // prettier-ignore
const unaffected = (text: string) => ({ affected: false, text });
export const impact = {
  services: { affected: true, text: 'E-mail is read-only for ten minutes.' },
  customers: unaffected('Nobody works in the window; users are told by mail.'),
  policies: unaffected('The backup policy already covers the new release.'),
  capacity: unaffected('The release needs no more memory than before.'),
  availability: unaffected('The second node answers during the window.'),
  continuity: unaffected('The recovery plan names no version.'),
  security: unaffected('The release fixes two known weaknesses and opens no port.'),
  other_changes: unaffected('Nothing else is planned on the store this month.'),
};
export const backOut = {
  kind: 'reverse',
  steps: [
    { title: 'Stop the store on node 2 with systemctl stop mailstore' },
    { title: 'Install package mailstore 9.1 from the local repository' },
    { title: 'Start the store and send ten test mails, all of which must arrive' },
  ],
  decisionPoint: 'At 02:30, or as soon as a test mail does not arrive within a minute',
  minutes: 25,
  tested: true,
  testNote: 'Tried on the staging store on 1 March, 22 minutes.',
};
