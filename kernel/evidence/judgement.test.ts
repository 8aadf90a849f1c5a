import { expect, test } from 'vitest';
import { noneConfirmed } from './judgement.ts';

const when = { from: '2025-06-30T00:00:00.000Z', now: '2026-06-30T09:00:00.000Z' };
const said = (noneFrom: string, noneTo: string) => ({ noneFrom, noneTo });

test('that nothing occurred is confirmed for the whole year, or for the quarter of what is due every quarter', () => {
  expect(noneConfirmed(said('2025-06-30', '2026-06-15'), when, null)).toBe(true);
  expect(noneConfirmed(said('2026-03-30', '2026-06-30'), when, null)).toBe(false);
  expect(noneConfirmed(said('2026-03-30', '2026-06-30'), when, 'P3M')).toBe(true);
  expect(noneConfirmed(said('2026-04-15', '2026-06-30'), when, 'P3M')).toBe(false);
  // The quarter before last says nothing of this one, and a two-yearly interval asks for no more than the period.
  expect(noneConfirmed(said('2025-12-30', '2026-03-30'), when, 'P3M')).toBe(false);
  expect(noneConfirmed(said('2025-06-30', '2026-06-15'), when, 'P24M')).toBe(true);
  expect(noneConfirmed(undefined, when, 'P3M')).toBe(false);
});
