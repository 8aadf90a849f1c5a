import { expect, test } from 'vitest';
import { inUnits } from './internal-it.ts';

test('an internal IT speaks of business units, and leaves internal and external customers what they are', () => {
  expect(inUnits('Customers and the customer’s contract', 'en')).toBe(
    'Business units and the business unit’s contract',
  );
  expect(inUnits('internal customer, external customers, customised', 'en')).toBe(
    'internal customer, external customers, customised',
  );
  expect(inUnits('Told to {{customers}}: the customer of {{customer}}', 'en')).toBe(
    'Told to {{customers}}: the business unit of {{customer}}',
  );
  expect(inUnits('客户满意度，内部客户，外部客户，客户端', 'zh-CN')).toBe(
    '业务部门满意度，内部客户，外部客户，客户端',
  );
});
