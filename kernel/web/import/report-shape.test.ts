import { expect, test } from 'vitest';
import { blockOf, plainKey } from './report-shape.ts';

const number = (value: number) => ({ as: 'number', value });

test('a share is written in percent, other numbers as they are', () => {
  expect(blockOf('kept_share', 0.4)).toEqual({ kind: 'single', value: { as: 'share', value: 0.4 } });
  expect(blockOf('incidents', 12)).toEqual({ kind: 'single', value: number(12) });
});

test('names are ordered by frequency, levels and months by themselves', () => {
  const heads = (value: unknown) => {
    const block = blockOf('x', value);
    return block.kind === 'table' ? block.rows.map((row) => row.head.join()) : [];
  };
  expect(heads({ Phone: 1, Email: 3 })).toEqual(['Email', 'Phone']);
  expect(heads({ '2 - High': 9, '10 - None': 5, '1 - Critical': 1 })).toEqual([
    '1 - Critical',
    '2 - High',
    '10 - None',
  ]);
});

test('a part of a whole gets its share, and of nothing there is none', () => {
  expect(blockOf('x', { P1: [1, 4], P2: [0, 0] })).toEqual({
    kind: 'table',
    columns: ['part', 'whole', 'share'],
    rows: [
      { head: ['P1'], cells: [number(1), number(4), { as: 'share', value: 0.25 }] },
      { head: ['P2'], cells: [number(0), number(0), { as: 'text', value: '—' }] },
    ],
  });
});

test('several figures become columns, a path several heads, a pair of days one text', () => {
  expect(blockOf('x', { all: { n: 2, median: 1 } })).toMatchObject({ columns: ['n', 'median'] });
  expect(blockOf('x', [['New', 'Active', 7]])).toMatchObject({ rows: [{ head: ['New', 'Active'] }] });
  expect(blockOf('x', ['2016-03-01', null])).toMatchObject({ value: { value: '2016-03-01 – —' } });
});

test('a key of any letters has one that a dictionary can hold', () => {
  expect(plainKey('incidents_reopened(final reopen_count>0)')).toBe(
    'incidents_reopened_final_reopen_count_0',
  );
});
