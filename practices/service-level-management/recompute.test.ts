import { beforeAll, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { recomputeAll } from '../../kernel/clock/recompute.ts';
import { definePractice } from '../../kernel/practice/practice.ts';
import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { text } from '../../kernel/record/field.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { serviceCatalogueServer } from '../service-catalogue/server.ts';
import { serviceLevelManagementServer } from './server.ts';

/** The least record that has a clock. */
const ticket = defineRecord({
  type: 'ticket',
  plural: 'tickets',
  prefix: 'TKT',
  fields: { note: text() },
  base: ['title', 'priority', 'serviceId', 'customerId', 'occurredAt'],
  search: [],
  list: ['number'],
  process: defineProcess()({
    states: { new: 'new', done: 'done' },
    initial: 'new',
    create: { by: [], fields: ['title', 'priority', 'serviceId', 'customerId', 'occurredAt'] },
    edit: { from: ['new'], by: [], fields: ['note'] },
    transitions: { finish: { from: ['new'], to: 'done', by: [] } },
    clocks: { resolution: { new: 'run', done: 'stop' } },
  }),
  access: {},
});
const tickets = definePracticeServer({
  practice: definePractice({ name: 'tickets', code: 'TKT', clauses: [], records: [ticket], roles: [] }),
});

const { house, create, act, at, owner } = await testHouse([
  serviceCatalogueServer,
  serviceLevelManagementServer,
  tickets,
]);
const software = system();
const hours = [['09:00', '17:00']];
let calendar: BaseRecord;
beforeAll(async () => {
  await owner.query(
    'create table ticket (id uuid primary key references record, note text); create sequence number_ticket',
  );
  calendar = await create('calendar', software, {
    title: 'Office',
    zone: 'UTC',
    weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  });
});

async function agreed(given: Readonly<Record<string, unknown>>) {
  const made = await create('agreement', software, {
    title: 'SLA',
    calendarId: calendar.id,
    validFrom: '2026-01-01',
    targets: Object.fromEntries(
      ['1', '2', '3', '4'].map((p) => [p, { respond: { minutes: 60 }, resolve: { minutes: 16 * 60 } }]),
    ),
    measuringPoint: 'x',
    workloadLimits: 'x',
    exceptions: 'none',
    ...given,
  });
  await act(made, 'negotiate', software);
  await act(made, 'agree', software, { signedCustomer: 'Wang Wei', signedCustomerOn: '2026-01-01' });
  return made;
}
const clockOf = async (record: BaseRecord) =>
  (
    await owner.query(
      'select c.due_at, c.agreement_id, r.next_due from clock c join record r on r.id = c.record_id where r.id = $1',
      [record.id],
    )
  ).rows[0];
const eventsOf = async (record: BaseRecord) =>
  (
    await owner.query<{ action: string }>(
      'select action from trail_event where record_id = $1 order by seq',
      [record.id],
    )
  ).rows.map((r) => r.action);

test('a holiday that enters a calendar moves what is due over it, and only what is open', async () => {
  at('2026-03-02T09:00:00Z');
  const sla = await agreed({ everyCustomer: true, everyService: true });
  await act(sla, 'activate', software);
  const open = await create('ticket', software, { title: 'Mail is slow', priority: 2 });
  const done = await create('ticket', software, { title: 'Printer jams', priority: 2 });
  await act(done, 'finish', software);
  const before = await clockOf(done);
  expect((await clockOf(open)).due_at).toEqual('2026-03-03T17:00:00.000Z');
  await act(calendar, 'edit', software, {
    exceptions: [{ date: '2026-03-03', kind: 'off', name: 'Founders’ day' }],
  });
  await recomputeAll(house, ['calendar']);
  const due = '2026-03-04T17:00:00.000Z';
  expect(await clockOf(open)).toMatchObject({ due_at: due, next_due: due });
  expect(await clockOf(done)).toEqual(before);
  expect(await eventsOf(open)).toEqual(['create', 'clock_recomputed']);
});

test('an edit that moves nothing leaves no trace', async () => {
  const open = await create('ticket', software, { title: 'VPN drops', priority: 2 });
  await act(calendar, 'edit', software, {
    exceptions: [
      { date: '2027-01-01', kind: 'off' },
      { date: '2026-03-03', kind: 'off' },
    ],
  });
  await recomputeAll(house, ['calendar']);
  expect(await eventsOf(open)).toEqual(['create']);
});

test('an agreement that is activated after its first day takes over the open records it covers, from their start', async () => {
  const service = await create('service', software, { title: 'ERP' });
  const customer = await create('organisation', software, { title: 'Huaxin', kind: 'customer' });
  const placed = { priority: 2, serviceId: service.id, customerId: customer.id };
  const theirs = await create('ticket', software, { title: 'ERP is down', ...placed });
  const others = await create('ticket', software, { title: 'ERP is slow', ...placed, customerId: null });
  const sla = await agreed({ customerId: customer.id, serviceIds: [service.id] });
  at('2026-03-02T10:00:00Z');
  await act(sla, 'activate', software);
  await recomputeAll(house, ['agreement']);
  expect((await clockOf(theirs)).agreement_id).toBe(sla.id);
  expect((await clockOf(others)).agreement_id).not.toBe(sla.id);
  expect(await eventsOf(others)).toEqual(['create']);
});

test('many records are reckoned again, page by page', async () => {
  const many = await Promise.all(
    Array.from({ length: 250 }, (_, i) => create('ticket', software, { title: `T${i}`, priority: 3 })),
  );
  await act(calendar, 'edit', software, {
    exceptions: [
      { date: '2026-03-04', kind: 'off' },
      { date: '2026-03-03', kind: 'off' },
    ],
  });
  await recomputeAll(house, ['calendar']);
  const { rows } = await owner.query(
    `select count(*)::int as n from clock where record_id = any($1) and due_at >= '2026-03-05'`,
    [many.map((m) => m.id)],
  );
  expect(rows).toEqual([{ n: 250 }]);
});
