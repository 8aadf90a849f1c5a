import { expect, test } from 'vitest';
import { toMinor } from './money.ts';

test('an amount becomes minor units of its currency, and nothing is rounded away', () => {
  expect(toMinor('10,999.50', 'CNY')).toBe(1_099_950);
  expect(toMinor('10 999', 'EUR')).toBe(1_099_900);
  expect(toMinor('0.07', 'USD')).toBe(7);
  expect(toMinor('1.10', 'USD')).toBe(110);
  expect(toMinor('128000', 'JPY')).toBe(128_000);
  expect(toMinor('128000.00', 'JPY')).toBe(128_000);
  for (const wrong of ['1.005', '-3', 'about 5', '', '1e5', '99999999999999']) expect(toMinor(wrong, 'CNY')).toBeUndefined(); // prettier-ignore
  expect(toMinor('0.5', 'JPY')).toBeUndefined();
});
