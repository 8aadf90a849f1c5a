import { expect, test } from 'vitest';
import type { OrganisationTree } from '../../kernel/directory/organisation.snapshot.ts';
import { inForce, indexed } from './agreement.snapshot.ts';
import { applying } from './targets.ts';
import type { Targets } from './targets.schema.ts';

const targets: Targets = {
  '1': { respond: { minutes: 15, calendarId: 'always' }, resolve: { minutes: 240 } },
};
const standing = {
  id: 'standing', number: 'AGR-1', title: 'Standing offer', version: 1, customerId: null, serviceIds: [] as string[],
  calendarId: 'office', zone: 'Asia/Shanghai', validFrom: '2026-01-01', validTo: null, reopenDays: 10, targets,
}; // prettier-ignore
type Row = Parameters<typeof inForce>[0];
const agreement = (given: Partial<Row>) => inForce({ ...standing, ...given });

const tree: OrganisationTree = {
  parentOf: new Map([['branch', 'group'], ['group', null], ['ring-a', 'ring-b'], ['ring-b', 'ring-a']]), // prettier-ignore
  childrenOf: new Map(),
  zoneOf: new Map(),
  branches: new Set<string>(),
  homeId: undefined,
};
const at = (occurredAt: string, customerId: string | null = null, serviceId: string | null = null) => ({
  occurredAt,
  customerId,
  serviceId,
});
const noon = '2026-06-01T12:00:00.000Z';

const all = indexed([
  agreement({}),
  agreement({ id: 'service', serviceIds: ['mail'] }),
  agreement({ id: 'group', customerId: 'group' }),
  agreement({ id: 'group-mail', customerId: 'group', serviceIds: ['mail', 'erp'] }),
  agreement({ id: 'branch-erp', customerId: 'branch', serviceIds: ['erp'] }),
]);

test.each([
  ['the customer’s agreement on the service', 'group', 'mail', 'group-mail'],
  ['its own before that of the organisation above it', 'branch', 'erp', 'branch-erp'],
  ['that of the organisation above when it has none', 'branch', 'mail', 'group-mail'],
  [
    'every customer’s agreement on the service before the customer’s on every service',
    'other',
    'mail',
    'service',
  ],
  ['the customer’s agreement on every service', 'group', 'print', 'group'],
  ['also through the organisation above', 'branch', 'print', 'group'],
  ['the standing offer', 'other', 'print', 'standing'],
  ['the standing offer without customer and service', null, null, 'standing'],
  ['the standing offer where organisations form a ring', 'ring-a', null, 'standing'],
])('what applies is %s', (_what, customer, service, expected) => {
  expect(applying(all, tree, at(noon, customer, service))?.id).toBe(expected);
});

test('nothing applies where nothing is agreed', () => {
  expect(applying(indexed([]), tree, at(noon, 'group', 'mail'))).toBeUndefined();
});

test('an agreement begins with the first instant of its first day in its own zone', () => {
  const one = indexed([agreement({ validFrom: '2026-06-01' })]);
  expect(applying(one, tree, at('2026-05-31T15:59:59.999Z'))).toBeUndefined();
  expect(applying(one, tree, at('2026-05-31T16:00:00.000Z'))?.id).toBe('standing');
});

test('it holds through the last millisecond of its last day in its own zone', () => {
  const one = indexed([agreement({ validTo: '2026-06-30' })]);
  expect(applying(one, tree, at('2026-06-30T15:59:59.999Z'))?.id).toBe('standing');
  expect(applying(one, tree, at('2026-06-30T16:00:00.000Z'))).toBeUndefined();
});

test('a day begins where daylight saving has skipped its midnight', () => {
  const cairo = indexed([agreement({ zone: 'Africa/Cairo', validFrom: '2026-04-24' })]);
  expect(applying(cairo, tree, at('2026-04-23T21:59:59.999Z'))).toBeUndefined();
  expect(applying(cairo, tree, at('2026-04-23T22:00:00.000Z'))?.id).toBe('standing');
});

test('a record keeps the version that was valid when it started', () => {
  const versions = indexed([
    agreement({ id: 'v1', version: 1, validTo: '2026-06-30' }),
    agreement({ id: 'v2', version: 2, validFrom: '2026-07-01', validTo: '2026-12-31' }),
    agreement({ id: 'v3', version: 3, validFrom: '2027-01-01' }),
  ]);
  const version = (occurredAt: string) => applying(versions, tree, at(occurredAt))?.version;
  expect([noon, '2026-06-30T16:00:00Z', '2026-12-31T15:59:59Z', '2027-05-01T00:00:00Z'].map(version)).toEqual(
    [1, 2, 2, 3],
  );
});

test('an ended specific agreement falls back to the more general one', () => {
  const two = indexed([agreement({}), agreement({ id: 'old', customerId: 'group', validTo: '2026-03-31' })]);
  expect(applying(two, tree, at(noon, 'group'))?.id).toBe('standing');
});

test('should two overlap all the same, the one that began later applies, in whatever order they were read', () => {
  const [older, younger] = [agreement({ id: 'a' }), agreement({ id: 'b', validFrom: '2026-02-01' })];
  expect(applying(indexed([older, younger]), tree, at(noon))?.id).toBe('b');
  expect(applying(indexed([younger, older]), tree, at(noon))?.id).toBe('b');
});

test('a target takes its own calendar, else the agreement’s, and names the version', () => {
  const { targets: made } = agreement({ version: 3 });
  expect(made.get('respond:1')).toEqual({
    agreementId: 'standing',
    agreementVersion: 3,
    calendarId: 'always',
    targetMs: 900_000,
  });
  expect(made.get('resolve:1')).toMatchObject({ calendarId: 'office', targetMs: 14_400_000 });
  expect(made.get('update:1')).toBeUndefined();
});

test('the targets of 50,000 clocks are found in two seconds, on a busy machine too', () => {
  const many = indexed(
    Array.from({ length: 2000 }, (_, i) =>
      agreement({ id: `a${i}`, customerId: `c${i % 500}`, serviceIds: [`s${i}`] }),
    ),
  );
  const began = performance.now();
  for (let i = 0; i < 50_000; i += 1) applying(many, tree, at(noon, `c${i % 500}`, `s${i % 2000}`));
  expect(performance.now() - began).toBeLessThan(2000);
});
