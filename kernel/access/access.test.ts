import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { testHouse } from '../testing/house.ts';
import { mayView, visible, type Access, type Scope } from './access.ts';
import { system, type Actor } from './actor.ts';

const { house, create } = await testHouse();
const scopes: readonly Scope[] = ['none', 'own', 'team', 'customer', 'unit', 'all'];

test('the filter on rows and the question about one record give the same answer', async () => {
  const units = await Promise.all(
    ['A', 'B'].map((title) => create('organisation', system(), { title, kind: 'own_unit' })),
  );
  for (let i = 0; i < 12; i += 1) {
    await create('person', system(), {
      title: `P${i}`,
      ...(i % 3 === 0 ? {} : { orgUnitId: units[i % 2]?.id }),
      ...(i % 4 === 0 ? { customerId: units[1]?.id } : {}),
    });
  }
  type Row = Parameters<typeof mayView>[2] & { id: string };
  const all = await onConnection(house.pool, (tx) =>
    tx.run<Row>(
      'all_people',
      `select id, state, owner_id as "ownerId", requester_id as "requesterId", created_by as "createdBy", team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId" from record`,
    ),
  );
  const actors: Actor[] = [
    { ...system(), holdings: [{ role: 'r' }] },
    { ...system(), id: all[3]?.id ?? null, holdings: [{ role: 'r' }], orgUnitIds: [units[0]?.id ?? ''] },
    { ...system(), holdings: [{ role: 'r', unitIds: [units[1]?.id ?? ''] }] },
    { ...system(), holdings: [{ role: 'other' }] },
  ];
  for (const actor of actors) {
    for (const view of scopes) {
      for (const states of [undefined, ['active'], ['inactive']]) {
        const access: Access = { r: { view, act: view, ...(states ? { states } : {}) } };
        const rows = await onConnection(house.pool, (tx) =>
          sql<{ id: string }>`select r.id from record r where ${visible(access, actor)}`.execute(tx.db),
        );
        const seen = all.filter((record) => mayView(access, actor, record)).map((r) => r.id);
        expect(rows.rows.map((r) => r.id).toSorted(), `${view} ${states?.join(', ') ?? 'any state'}`).toEqual(
          seen.toSorted(),
        );
      }
    }
  }
});
