import { expect, test } from 'vitest';
import { accumulatedOn, netBookValue, schedule, type Depreciable } from './depreciation.ts';

const laptop: Depreciable = {
  method: 'straight_line',
  costCents: 10_000_00,
  residualCents: 1_000_00,
  usefulMonths: 36,
  decliningPercent: null,
  inServiceOn: '2026-01-15',
  begins: 'next_month',
};

test('straight line: 10,000.00 to 1,000.00 in 36 months is 250.00 a month, from the month after the first use', () => {
  const rows = schedule(laptop);
  expect(rows).toHaveLength(36);
  expect(rows[0]).toEqual({
    month: '2026-02',
    chargeCents: 250_00,
    accumulatedCents: 250_00,
    netBookCents: 9_750_00,
  });
  expect(new Set(rows.map((row) => row.chargeCents))).toEqual(new Set([250_00]));
  expect(rows.at(-1)).toEqual({
    month: '2029-01',
    chargeCents: 250_00,
    accumulatedCents: 9_000_00,
    netBookCents: 1_000_00,
  });
});

test('straight line: 100.00 in 3 months is 33.33, 33.34, 33.33, and nothing is lost or left', () => {
  const rows = schedule({ ...laptop, costCents: 100_00, residualCents: 0, usefulMonths: 3 });
  expect(rows.map((row) => row.chargeCents)).toEqual([33_33, 33_34, 33_33]);
  expect(rows.at(-1)?.netBookCents).toBe(0);
});

test('double declining balance over 60 months, worked out by hand', () => {
  // 120,000.00 × 2/60 = 4,000.00; 116,000.00 × 2/60 = 3,866.67; 112,133.33 × 2/60 = 3,737.78; 108,395.55 × 2/60 = 3,613.19
  const rows = schedule({
    ...laptop,
    method: 'declining_balance',
    costCents: 120_000_00,
    residualCents: 5_000_00,
    usefulMonths: 60,
  });
  expect(rows.slice(0, 4).map((row) => row.chargeCents)).toEqual([4_000_00, 3_866_67, 3_737_78, 3_613_19]);
  expect(rows.slice(0, 4).map((row) => row.netBookCents)).toEqual([
    116_000_00, 112_133_33, 108_395_55, 104_782_36,
  ]);
  expect(rows.at(-1)?.netBookCents).toBe(5_000_00);
});

test('a given yearly rate: 36 % of 1,000.00 takes 30.00, then 29.10, then 28.23', () => {
  const rows = schedule({
    ...laptop,
    method: 'declining_balance',
    costCents: 1_000_00,
    residualCents: 0,
    usefulMonths: 120,
    decliningPercent: 36,
  });
  // 970.00 × 3 % = 29.10; 940.90 × 3 % = 28.227
  expect(rows.slice(0, 3).map((row) => row.chargeCents)).toEqual([30_00, 29_10, 28_23]);
  expect(rows.at(-1)?.netBookCents).toBe(0);
});

test('the declining balance never goes below the residual value, and never up', () => {
  for (const [costCents, residualCents, usefulMonths, decliningPercent] of [
    [100, 99, 12, 100],
    [1, 0, 600, 1],
    [999_999_999_999, 1, 600, null],
    [5, 0, 3, 100],
    [0, 0, 24, null],
  ] as const) {
    const rows = schedule({
      ...laptop,
      method: 'declining_balance',
      costCents,
      residualCents,
      usefulMonths,
      decliningPercent,
    });
    expect(rows.every((row) => row.chargeCents >= 0 && row.netBookCents >= residualCents)).toBe(true);
    expect(rows.reduce((sum, row) => sum + row.chargeCents, 0)).toBe(costCents - residualCents);
    expect(rows.at(-1)?.netBookCents).toBe(residualCents);
  }
});

test('the net book value at a date counts the months that are over by the end of that day', () => {
  expect(netBookValue(laptop, '2026-01-31')).toBe(10_000_00);
  expect(netBookValue(laptop, '2026-02-27')).toBe(10_000_00);
  expect(netBookValue(laptop, '2026-02-28')).toBe(9_750_00);
  expect(netBookValue(laptop, '2026-12-31')).toBe(10_000_00 - 11 * 250_00);
  expect(netBookValue(laptop, '2040-01-01')).toBe(1_000_00);
  expect(netBookValue({ ...laptop, begins: 'same_month' }, '2026-01-31')).toBe(9_750_00);
});

test('the value at a date is what the table says of that month, for both methods', () => {
  for (const method of ['straight_line', 'declining_balance'] as const) {
    const given = { ...laptop, method, costCents: 7_777_77 };
    for (const row of schedule(given)) {
      const [year, month] = row.month.split('-').map(Number);
      const last = new Temporal.PlainDate(year ?? 0, month ?? 1, 1).add({ months: 1 }).subtract({ days: 1 });
      expect(accumulatedOn(given, last.toString())).toBe(row.accumulatedCents);
    }
  }
});

test('what is expensed has no value from its first day, what is not depreciated keeps its cost', () => {
  expect(netBookValue({ ...laptop, method: 'expensed' }, '2026-01-14')).toBe(10_000_00);
  expect(netBookValue({ ...laptop, method: 'expensed' }, '2026-01-15')).toBe(0);
  expect(netBookValue({ ...laptop, method: 'none' }, '2030-01-01')).toBe(10_000_00);
  expect(schedule({ ...laptop, method: 'none' })).toEqual([]);
  expect(schedule({ ...laptop, inServiceOn: null })).toEqual([]);
});
