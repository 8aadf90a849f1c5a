import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { Problem } from '../../platform/http/problem.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { serviceLevelManagementServer } from '../service-level-management/server.ts';
import { createDefaults, serviceLevelManagement } from '../service-level-management/practice.ts';
import { begin } from '../../kernel/record/act.ts';
import { system } from '../../kernel/access/actor.ts';
import { services } from './practice.ts';
import { serviceCatalogueServer } from './server.ts';

const { house, create, act, person, at, owner } = await testHouse([
  serviceCatalogueServer,
  serviceLevelManagementServer,
]);
const writer = await person('Lin', ['service-owner']);
const approver = await person('Maria', ['service-level-manager']);
const boss = await person('Chen', ['top-management']);

const whole = {
  title: 'Electronic mail',
  description: 'Mailboxes and calendars for all staff',
  outcome: 'Staff reach customers and each other within minutes',
  criticality: 'high',
  audience: 'All staff',
  hours: '24×7',
  contact: 'Service desk',
  dependsOnNothing: true,
  ownerId: writer.id,
};
const draft = (without: Partial<typeof whole> | Record<string, unknown> = {}) =>
  create('service', writer, { ...whole, ...without });
async function published(given: Record<string, unknown> = {}) {
  const made = await draft(given);
  await act(made, 'approve', approver);
  return act(made, 'publish', writer);
}
const code = async (doing: Promise<unknown>) => {
  const fault = await doing.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Problem);
  const { fields, code: whole } = fault as Problem;
  return fields[0]?.code ?? whole;
};

test('an entry goes from draft over approved to published, and each step keeps who and when', async () => {
  at('2026-03-02T09:00:00Z');
  const made = await published();
  expect(made).toMatchObject({
    state: 'published',
    approvedById: approver.id,
    publishedAt: '2026-03-02T09:00:00.000Z',
  });
  expect(made.number).toMatch(/^SVC-\d{6}$/);
});

test.each([
  ['a description', { description: null }, 'service.no_description'],
  ['an intended outcome', { outcome: null }, 'service.no_outcome'],
  ['its dependencies', { dependsOnNothing: false }, 'service.no_dependencies'],
  ['an audience', { audience: null }, 'service.no_audience'],
  ['a criticality', { criticality: null }, 'service.no_criticality'],
  ['an owner', { ownerId: null }, 'service.no_owner'],
])('8.2.4: an entry without %s is not approved', async (_what, missing, refusal) => {
  expect(await code(act(await draft(missing), 'approve', approver))).toBe(refusal);
});

test('who wrote an entry may not approve it', async () => {
  const made = await create('service', approver, whole);
  expect(await code(act(made, 'approve', approver))).toBe('service.approver_is_author');
  expect((await act(made, 'approve', boss)).state).toBe('approved');
});

test('who edited an entry is its author too', async () => {
  const made = await draft();
  await act(made, 'edit', approver, { hours: '5×8' });
  expect(await code(act(made, 'approve', approver))).toBe('service.approver_is_author');
});

test('a service owner does not approve', async () => {
  const other = await person('Ana', ['service-owner']);
  expect(await code(act(await draft(), 'approve', other))).toBe('problem.not_your_role');
});

test('what is approved is not edited before it is published, but redrafted', async () => {
  const made = await draft();
  await act(made, 'approve', approver);
  expect(await code(act(made, 'edit', writer, { hours: '5×8' }))).toBe('problem.wrong_state');
  expect(await act(made, 'redraft', writer, { reason: 'Hours were wrong' })).toMatchObject({
    state: 'draft',
    approvedById: null,
  });
});

test('a published entry changes only with a reason, and the trail keeps both', async () => {
  const made = await published();
  expect(await code(act(made, 'edit', writer, { hours: '5×8' }))).toBe('service.no_reason');
  await act(made, 'edit', writer, { hours: '5×8', reason: 'Agreed with the customers in March' });
  const { rows } = await owner.query(
    `select reason, changes from trail_event where record_id = $1 and action = 'edit'`,
    [made.id],
  );
  expect(rows).toEqual([
    { reason: 'Agreed with the customers in March', changes: { hours: ['24×7', '5×8'] } },
  ]);
});

test('a published entry stays complete', async () => {
  const made = await published();
  expect(await code(act(made, 'edit', writer, { outcome: null, reason: 'shorter' }))).toBe(
    'service.no_outcome',
  );
});

test('an entry does not both name dependencies and say that there are none', async () => {
  const network = await published({ title: 'Network' });
  expect(await code(draft({ dependsOnIds: [network.id] }))).toBe('service.dependencies_contradict');
});

test('a service does not depend on itself, also not over others', async () => {
  const a = await draft({ title: 'A' });
  const b = await draft({ title: 'B', dependsOnNothing: false, dependsOnIds: [a.id] });
  const c = await draft({ title: 'C', dependsOnNothing: false, dependsOnIds: [b.id] });
  const input = { dependsOnNothing: false, dependsOnIds: [c.id] };
  expect(await code(act(a, 'edit', writer, input))).toBe('service.cycle');
  expect(await code(act(a, 'edit', writer, { ...input, dependsOnIds: [a.id] }))).toBe('service.cycle');
});

test('two edits at the same time do not make a cycle together', async () => {
  const [a, b] = [await draft({ title: 'A' }), await draft({ title: 'B' })];
  const done = await Promise.allSettled([
    act(a, 'edit', writer, { dependsOnNothing: false, dependsOnIds: [b.id] }),
    act(b, 'edit', writer, { dependsOnNothing: false, dependsOnIds: [a.id] }),
  ]);
  expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
});

test('a service that published services depend on is not withdrawn', async () => {
  const network = await published({ title: 'Network' });
  const mail = await published({ dependsOnNothing: false, dependsOnIds: [network.id] });
  expect(await code(act(network, 'withdraw', writer, { reason: 'old' }))).toBe('service.still_needed');
  await act(mail, 'withdraw', writer, { reason: 'replaced' });
  expect((await act(network, 'withdraw', writer, { reason: 'old' })).state).toBe('withdrawn');
});

test('what depends on a withdrawn service is not published', async () => {
  const network = await published({ title: 'Network' });
  const mail = await draft({ dependsOnNothing: false, dependsOnIds: [network.id] });
  await act(mail, 'approve', approver);
  await act(network, 'withdraw', writer, { reason: 'old' });
  expect(await code(act(mail, 'publish', writer))).toBe('service.depends_on_withdrawn');
  expect(await code(draft({ dependsOnNothing: false, dependsOnIds: [network.id] }))).toBe(
    'service.depends_on_withdrawn',
  );
});

test('withdrawing needs a reason', async () => {
  expect(await code(act(await published(), 'withdraw', writer))).toBe('problem.required');
});

test('a review is recorded with its result', async () => {
  const made = await published();
  at('2027-02-01T09:00:00Z');
  expect(await code(act(made, 'review', writer))).toBe('problem.required');
  const reviewed = await act(made, 'review', writer, { comment: 'Outcome still right, hours confirmed' });
  expect(reviewed).toMatchObject({
    state: 'published',
    reviewedAt: '2027-02-01T09:00:00.000Z',
    reviewedById: writer.id,
  });
});

test('users see the catalogue and change nothing in it', async () => {
  const user = await person('User');
  const made = await published();
  expect(await code(act(made, 'edit', user, { hours: 'never', reason: 'x' }))).toBe('problem.not_your_role');
});

test('every service is held in memory with its criticality', async () => {
  const made = await published({ criticality: 'critical' });
  expect(house.reference.get(services).get(made.id)).toMatchObject({
    number: made.number,
    state: 'published',
    criticality: 'critical',
  });
});

test('every figure of both practices is a query that PostgreSQL can answer', async () => {
  await begin(house, (work) => createDefaults(work, system(), 'Europe/Berlin', 'en'));
  for (const measure of [
    ...(serviceCatalogueServer.measures ?? []),
    ...(serviceLevelManagementServer.measures ?? []),
  ]) {
    const table = sql.table(measure.recordType);
    const part =
      measure.kind === 'ratio'
        ? measure.numerator
        : measure.kind === 'stock'
          ? measure.openAt('2027-01-01T00:00:00Z')
          : sql`true`;
    await begin(house, ({ db }) =>
      sql`select count(*) filter (where ${part}), min(${measure.at ?? sql`null::timestamptz`})
          from record r join ${table} t on t.id = r.id where ${measure.population}`.execute(db),
    );
  }
  expect(serviceLevelManagement.clauses).toContain('8.3.3');
});
