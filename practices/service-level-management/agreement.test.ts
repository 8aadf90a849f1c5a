import { beforeAll, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { blankRecord } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { Problem } from '../../platform/http/problem.ts';
import { serviceCatalogueServer } from '../service-catalogue/server.ts';
import { agreement } from './agreement.record.ts';
import { beginDueReviews, expireAgreements } from './agreement.jobs.ts';
import { agreementFor } from './practice.ts';
import { serviceLevelManagementServer } from './server.ts';

const { house, create, act, person, at, owner } = await testHouse([
  serviceCatalogueServer,
  serviceLevelManagementServer,
]);
const software = system();
const manager = await person('Maria', ['service-level-manager']);
const colleague = await person('Ana', ['business-relationship-manager']);

let office: BaseRecord;
let always: BaseRecord;
const targets = {
  '1': { respond: { minutes: 15 }, update: { minutes: 30 }, resolve: { minutes: 240 } },
  '2': { respond: { minutes: 30 }, resolve: { minutes: 480 } },
  '3': { respond: { minutes: 240 }, resolve: { minutes: 1440 } },
  '4': { respond: { minutes: 480 }, resolve: { minutes: 2400 } },
};
beforeAll(async () => {
  const hours = [['09:00', '17:00']];
  const zone = 'Asia/Shanghai';
  office = await create('calendar', software, {
    title: 'Office',
    zone,
    weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  });
  const day = [['00:00', '24:00']];
  always = await create('calendar', software, {
    title: '24×7',
    zone,
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  });
});

const signed = { signedCustomer: 'Wang Wei, Huaxin', signedCustomerOn: '2026-03-01' };
/** A customer and a service of its own for each test, so that none overlaps with another's. */
async function parties() {
  const customer = await create('organisation', software, { title: 'Huaxin', kind: 'customer' });
  const service = await create('service', software, { title: 'Mail' });
  return { customerId: customer.id, serviceIds: [service.id] };
}
type Given = Readonly<Record<string, unknown>>;
async function drafted(given: Given = {}) {
  return create('agreement', colleague, {
    title: 'Mail for Huaxin',
    ...(await parties()),
    calendarId: office.id,
    validFrom: '2026-01-01',
    targets,
    measuringPoint: 'Times of the record',
    workloadLimits: '200 reports a month; above it the targets are agreed anew',
    exceptions: 'Agreed maintenance',
    ...given,
  });
}
async function negotiating(given: Given = {}) {
  return act(await drafted(given), 'negotiate', colleague);
}
async function agreed(given: Given = {}) {
  return act(await negotiating(given), 'agree', manager, signed);
}
async function active(given: Given = {}) {
  return act(await agreed(given), 'activate', manager);
}
const code = async (doing: Promise<unknown>) => {
  const fault = await doing.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Problem);
  const { fields, code: whole } = fault as Problem;
  return fields[0]?.code ?? whole;
};
/** What a record that started then would be promised. */
const record = (given: Given) =>
  ({ ...blankRecord(agreement, 'x', house.now(), software, {}), priority: 1, ...given }) as BaseRecord;
const startOf = (made: BaseRecord & Record<string, unknown>, occurredAt: string) =>
  record({ customerId: made.customerId, serviceId: (made['serviceIds'] as string[])[0], occurredAt });

test('8.3.3: an agreement is drafted, negotiated, signed by both parties and activated', async () => {
  at('2026-03-02T01:00:00Z');
  const made = await active();
  expect(made).toMatchObject({
    state: 'active',
    signedProvider: 'Maria',
    signedProviderOn: '2026-03-02',
    signedCustomer: 'Wang Wei, Huaxin',
    signedCustomerOn: '2026-03-01',
    reviewDue: '2027-03-02',
    agreementVersion: 1,
  });
});

test.each([
  ['a customer', { customerId: null }, 'agreement.no_customer'],
  ['services', { serviceIds: [] }, 'agreement.no_services'],
  ['a first day', { validFrom: null }, 'agreement.no_validity'],
  ['service hours', { calendarId: null }, 'agreement.no_calendar'],
  ['a measuring point', { measuringPoint: null }, 'agreement.no_measuring_point'],
  ['workload limits', { workloadLimits: null }, 'agreement.no_workload_limits'],
  ['exceptions', { exceptions: null }, 'agreement.no_exceptions'],
  ['targets', { targets: null }, 'agreement.no_targets'],
  [
    'a target at some priority',
    { targets: { ...targets, '3': { respond: { minutes: 60 } } } },
    'agreement.target_missing',
  ],
  ['who delivers, when it is an OLA', { kind: 'ola' }, 'agreement.no_supplier'],
])('an agreement without %s is not signed', async (_what, without, refusal) => {
  expect(await code(act(await negotiating(without), 'agree', manager, signed))).toBe(refusal);
});

test('an OLA need not promise something at every priority', async () => {
  const team = await create('team', software, { title: 'Network' });
  const ola = await agreed({
    kind: 'ola',
    supplierId: team.id,
    targets: { '1': { resolve: { minutes: 60 } } },
  });
  expect(ola.state).toBe('agreed');
});

test('targets are refused by their own field', async () => {
  const fault: Problem = await drafted({ targets: { ...targets, '1': { resolve: { minutes: -5 } } } }).catch(
    (e) => e,
  );
  expect(fault.fields).toMatchObject([{ field: 'targets.1.resolve.minutes', found: '-5' }]);
  expect(
    await code(drafted({ targets: { '1': { respond: { minutes: 9 }, resolve: { minutes: 8 } } } })),
  ).toBe('agreement.respond_after_resolve');
});

test('a target’s own calendar must exist', async () => {
  const targets = {
    '1': { resolve: { minutes: 60, calendarId: office.id.replace(/.$/, 'f').replace(/^./, 'a') } },
  };
  expect(await code(drafted({ targets }))).toBe('agreement.no_such_calendar');
  expect(
    (await drafted({ targets: { '1': { resolve: { minutes: 60, calendarId: always.id } } } })).state,
  ).toBe('draft');
});

test('an agreement does not both name and mean everybody', async () => {
  expect(await code(drafted({ everyCustomer: true }))).toBe('agreement.customer_contradict');
  expect(await code(drafted({ everyService: true }))).toBe('agreement.services_contradict');
});

test('the last day is not before the first', async () => {
  expect(await code(drafted({ validTo: '2025-12-31' }))).toBe('problem.dates_reversed');
});

test('the provider does not sign before the customer', async () => {
  const made = await negotiating();
  expect(await code(act(made, 'agree', manager))).toBe('agreement.customer_not_signed');
  expect(await code(act(made, 'agree', manager, { signedCustomer: 'Wang Wei' }))).toBe(
    'agreement.customer_not_signed',
  );
});

test('the customer’s signature is not dated in the future, by the agreement’s own calendar', async () => {
  const made = await negotiating();
  at('2026-03-02T15:59:59Z');
  expect(await code(act(made, 'agree', manager, { ...signed, signedCustomerOn: '2026-03-03' }))).toBe(
    'agreement.signed_in_future',
  );
  at('2026-03-02T16:00:00Z');
  expect((await act(made, 'agree', manager, { ...signed, signedCustomerOn: '2026-03-03' })).state).toBe(
    'agreed',
  );
});

test('only the service level manager signs for the provider', async () => {
  expect(await code(act(await negotiating(), 'agree', colleague, signed))).toBe('problem.not_your_role');
});

test('one person does not sign for both parties', async () => {
  const made = await negotiating();
  expect(await code(act(made, 'agree', manager, { ...signed, signedCustomer: 'Maria' }))).toBe(
    'agreement.signed_by_one_person',
  );
  const both = await person('Both', ['service-level-manager', 'customer-contact'], {
    customerId: made.customerId,
  });
  await act(made, 'accept', both);
  expect(await code(act(made, 'agree', both))).toBe('agreement.signed_by_one_person');
});

test('the customer’s contact accepts in the portal, and an edit afterwards takes the acceptance away', async () => {
  const made = await negotiating();
  const contact = await person('Wang Wei', ['customer-contact'], { customerId: made.customerId });
  const accepted = await act(made, 'accept', contact);
  expect(accepted).toMatchObject({
    state: 'negotiating',
    signedCustomer: 'Wang Wei',
    signedCustomerId: contact.id,
  });
  await act(made, 'edit', colleague, { workloadLimits: '300 reports a month' });
  expect(await code(act(made, 'agree', manager))).toBe('agreement.customer_not_signed');
  await act(made, 'accept', contact);
  expect((await act(made, 'agree', manager)).state).toBe('agreed');
});

test('another customer’s contact neither sees nor accepts it', async () => {
  const made = await negotiating();
  const other = await create('organisation', software, { title: 'Other', kind: 'customer' });
  const stranger = await person('Stranger', ['customer-contact'], { customerId: other.id });
  expect(await code(act(made, 'accept', stranger))).toBe('problem.not_found');
});

test('renegotiating takes both signatures back', async () => {
  const made = await act(await agreed(), 'renegotiate', colleague, { reason: 'The hours were wrong' });
  expect(made).toMatchObject({ state: 'negotiating', signedProvider: null, signedCustomer: null });
});

test('what was agreed is not edited', async () => {
  expect(await code(act(await agreed(), 'edit', manager, { exceptions: 'none' }))).toBe(
    'problem.wrong_state',
  );
});

test('terms in force do not change, how they are looked after may', async () => {
  const made = await active();
  expect(await code(act(made, 'edit', manager, { targets: { ...targets, '1': targets['2'] } }))).toBe(
    'agreement.terms_in_force',
  );
  expect(await code(act(made, 'edit', manager, { workloadLimits: 'none' }))).toBe('agreement.terms_in_force');
  const edited = await act(made, 'edit', manager, {
    targets,
    title: 'Mail for Huaxin Group',
    reviewEveryMonths: 6,
  });
  expect(edited).toMatchObject({ title: 'Mail for Huaxin Group', reviewDue: '2026-09-03' });
});

test('no second SLA is active for the same customer, service and days', async () => {
  const first = await active({ validTo: '2026-12-31' });
  const same = { customerId: first.customerId, serviceIds: first['serviceIds'] };
  expect(await code(active({ ...same, validFrom: '2026-12-31' }))).toBe('agreement.overlaps');
  expect((await active({ ...same, validFrom: '2027-01-01' })).state).toBe('active');
  expect((await active({ ...same, customerId: (await parties()).customerId })).state).toBe('active');
});

test('of two that are activated at the same time one is refused', async () => {
  const same = await parties();
  const [a, b] = [await agreed(same), await agreed(same)];
  const done = await Promise.allSettled([act(a, 'activate', manager), act(b, 'activate', manager)]);
  expect(done.map((d) => d.status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a withdrawn service is not promised', async () => {
  const made = await agreed();
  const id = (made['serviceIds'] as string[])[0] ?? '';
  const other = await create('service', software, { title: 'Old' });
  expect(await code(act({ type: 'service', id }, 'withdraw', software, { reason: 'old' }))).toBe(
    'service.agreement_in_force',
  );
  const old = await agreed({ serviceIds: [other.id] });
  await act(old, 'renegotiate', colleague, { reason: 'wait' });
  await act(other, 'withdraw', software, { reason: 'old' });
  await act(old, 'agree', manager, signed);
  expect(await code(act(old, 'activate', manager))).toBe('agreement.service_withdrawn');
});

test('8.3.4: a slower contract behind an SLA is refused, or the risk is accepted by name and reason', async () => {
  const given = await parties();
  const supplier = await create('organisation', software, { title: 'Cloud', kind: 'supplier' });
  const contract = {
    kind: 'contract',
    supplierId: supplier.id,
    customerId: null,
    serviceIds: given.serviceIds,
  };
  await active({ ...contract, targets: { '1': { resolve: { minutes: 480 } } } });
  const sla = await negotiating(given);
  const fault: Problem = await act(sla, 'agree', manager, signed).catch((e) => e);
  expect(fault).toMatchObject({ code: 'agreement.not_underpinned', params: { priority: '1' } });
  const accepted = await act(sla, 'agree', manager, { ...signed, riskAcceptance: 'Spare parts are on site' });
  expect(accepted).toMatchObject({ state: 'agreed', riskAcceptedById: manager.id });
});

test('a contract that is too slow for an SLA in force is refused as well', async () => {
  const sla = await active();
  const supplier = await create('organisation', software, { title: 'Cloud', kind: 'supplier' });
  const contract = {
    kind: 'contract',
    supplierId: supplier.id,
    customerId: null,
    serviceIds: sla['serviceIds'],
  };
  const made = await negotiating({ ...contract, targets: { '1': { resolve: { minutes: 241 } } } });
  expect(await code(act(made, 'agree', manager, signed))).toBe('agreement.not_underpinned');
  const fast = await negotiating({ ...contract, targets: { '1': { resolve: { minutes: 240 } } } });
  expect((await act(fast, 'agree', manager, signed)).state).toBe('agreed');
});

test('a new version supersedes the old one from its first day, and each record keeps its own', async () => {
  const first = await active();
  await act(first, 'revise', manager, { reason: 'Faster from July' });
  const { rows } = await owner.query<{ id: string }>('select id from agreement where supersedes_id = $1', [
    first.id,
  ]);
  const second = { type: 'agreement', id: rows[0]?.id ?? '' };
  const drafted = await act(second, 'negotiate', colleague);
  expect(drafted).toMatchObject({
    agreementVersion: 2,
    customerId: first.customerId,
    targets,
    validFrom: null,
    signedCustomer: null,
  });
  await act(second, 'edit', colleague, {
    validFrom: '2026-07-01',
    targets: { ...targets, '1': { ...targets['1'], resolve: { minutes: 120 } } },
  });
  await act(second, 'agree', manager, signed);
  await act(second, 'activate', manager);
  const after = await owner.query(
    'select r.state, a.valid_to from agreement a join record r on r.id = a.id where a.id = $1',
    [first.id],
  );
  expect(after.rows).toEqual([{ state: 'amended', valid_to: '2026-06-30' }]);
  const promised = (occurredAt: string) =>
    house.reference.targetFor(startOf(first, occurredAt), 'resolution');
  expect(promised('2026-06-30T15:59:59.999Z')).toMatchObject({
    agreementId: first.id,
    agreementVersion: 1,
    targetMs: 14_400_000,
  });
  expect(promised('2026-06-30T16:00:00.000Z')).toMatchObject({
    agreementId: second.id,
    agreementVersion: 2,
    targetMs: 7_200_000,
  });
});

test('of an agreement only one new version is in work at a time', async () => {
  const first = await active();
  await act(first, 'revise', manager, { reason: 'Faster' });
  expect(await code(act(first, 'revise', manager, { reason: 'Faster still' }))).toBe(
    'agreement.version_in_work',
  );
  expect(await code(create('agreement', manager, { title: 'x', kind: 'sla', supersedesId: first.id }))).toBe(
    'agreement.version_in_work',
  );
});

test('only what is in force is amended', async () => {
  const draft = await drafted();
  expect(await code(create('agreement', manager, { title: 'x', kind: 'sla', supersedesId: draft.id }))).toBe(
    'agreement.predecessor_not_in_force',
  );
});

test('a new version does not begin before the second day of the one before it', async () => {
  const first = await active();
  const second = await create('agreement', manager, {
    title: 'v2',
    kind: 'sla',
    supersedesId: first.id,
    validFrom: '2026-01-01',
  });
  await act(second, 'negotiate', colleague);
  await act(second, 'agree', manager, signed);
  expect(await code(act(second, 'activate', manager))).toBe('agreement.begins_too_early');
});

test('nobody supersedes an agreement by hand', async () => {
  expect(await code(act(await active(), 'supersede', manager, { validTo: '2026-02-01' }))).toBe(
    'problem.not_your_role',
  );
});

test('an agreement expires on the day after its last day in its calendar’s zone, by itself', async () => {
  at('2026-03-02T01:00:00Z');
  const made = await active({ validTo: '2026-03-31' });
  expect(await code(act(made, 'expire', manager))).toBe('agreement.still_valid');
  at('2026-03-31T15:59:00Z');
  await expireAgreements.run(house);
  const state = async () =>
    (await owner.query('select state from record where id = $1', [made.id])).rows[0]?.state;
  expect(await state()).toBe('active');
  at('2026-03-31T16:00:00Z');
  await expireAgreements.run(house);
  expect(await state()).toBe('expired');
  expect(agreementFor(house.reference, startOf(made, '2026-03-31T15:59:59Z'))?.id).toBe(made.id);
  expect(agreementFor(house.reference, startOf(made, '2026-03-31T16:00:00Z'))).toBeUndefined();
});

test('terminating ends it today or on a later day that was agreed, never in the past', async () => {
  at('2026-04-10T01:00:00Z');
  const made = await active({ validTo: '2026-12-31' });
  expect(await code(act(made, 'terminate', manager))).toBe('problem.required');
  const reason = 'The customer leaves';
  expect(await code(act(made, 'terminate', manager, { reason, validTo: '2026-04-09' }))).toBe(
    'agreement.ends_in_past',
  );
  expect(await code(act(made, 'terminate', manager, { reason, validTo: '2027-01-01' }))).toBe(
    'agreement.ends_later',
  );
  expect(await act(made, 'terminate', manager, { reason })).toMatchObject({
    state: 'terminated',
    validTo: '2026-04-10',
  });
  expect(house.reference.targetFor(startOf(made, '2026-04-10T15:00:00Z'), 'response')).not.toBeNull();
  expect(house.reference.targetFor(startOf(made, '2026-04-10T16:00:00Z'), 'response')).toBeNull();
});

test('a review falls due by itself, is finished with its result, and the next one is set', async () => {
  at('2026-04-10T01:00:00Z');
  const made = await active({ reviewEveryMonths: 6 });
  at('2026-10-10T01:00:00Z');
  await beginDueReviews.run(house);
  const inReview = await act(made, 'edit', manager, { title: 'Mail' });
  expect(inReview.state).toBe('in_review');
  at('2026-10-12T01:00:00Z');
  expect(await code(act(made, 'finish_review', manager))).toBe('problem.required');
  const done = await act(made, 'finish_review', manager, { comment: 'Targets met, limits confirmed' });
  expect(done).toMatchObject({ state: 'active', reviewDue: '2027-04-12', reviewedDue: '2026-10-10' });
});

test('an agreement in review stays in force', async () => {
  at('2026-04-10T01:00:00Z');
  const made = await act(await active(), 'begin_review', manager);
  expect(agreementFor(house.reference, startOf(made, '2026-04-11T00:00:00Z'))?.id).toBe(made.id);
});

test('a record without a priority, and a clock that no agreement knows, have no target', async () => {
  const made = await active();
  const one = startOf(made, '2026-05-01T00:00:00Z');
  expect(house.reference.targetFor(one, 'update')).toMatchObject({ targetMs: 1_800_000 });
  expect(house.reference.targetFor({ ...one, priority: null }, 'update')).toBeNull();
  expect(house.reference.targetFor({ ...one, priority: 3 }, 'update')).toBeNull();
  expect(house.reference.targetFor(one, 'fulfilment')).toBeNull();
});

test('OLAs and drafts promise the customer nothing', async () => {
  const team = await create('team', software, { title: 'Network' });
  const ola = await active({ kind: 'ola', supplierId: team.id });
  const draft = await drafted();
  expect(
    [ola, draft].map((a) => house.reference.targetFor(startOf(a, '2026-05-01T00:00:00Z'), 'resolution')),
  ).toEqual([null, null]);
});
