import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { calendars } from '../../kernel/practice/reference.ts';
import { begin, blankRecord } from '../../kernel/record/act.ts';
import { testHouse } from '../../kernel/testing/house.ts';
import { serviceCatalogueServer } from '../service-catalogue/server.ts';
import { agreement } from './agreement.record.ts';
import { createDefaults } from './practice.ts';
import { serviceLevelManagementServer } from './server.ts';

const { house, create, at } = await testHouse([serviceCatalogueServer, serviceLevelManagementServer]);

test('a first visit makes three calendars and the standing offer, which every record falls under', async () => {
  at('2026-03-02T01:00:00Z');
  const { calendars: made, agreements } = await begin(house, (work) =>
    createDefaults(work, system(), 'Europe/Berlin', 'zh-CN', '2025-01-01'),
  );
  expect(agreements).toMatchObject([
    { state: 'active', title: '面向全体客户的标准服务承诺', validFrom: '2025-01-01' },
  ]);
  expect(house.reference.get(calendars).get(made.china.id)?.exceptions.length).toBeGreaterThan(80);
  const customer = await create('organisation', system(), { title: 'Huaxin', kind: 'customer' });
  const anybody = {
    ...blankRecord(agreement, 'x', house.now(), system(), {}),
    occurredAt: '2025-06-01T00:00:00Z',
    customerId: customer.id,
    priority: 1,
  };
  expect(house.reference.targetFor(anybody, 'response')).toMatchObject({
    calendarId: made.always.id,
    targetMs: 900_000,
  });
  expect(house.reference.targetFor({ ...anybody, priority: 3 }, 'resolution')).toMatchObject({
    calendarId: made.office.id,
    targetMs: 86_400_000,
  });
});
