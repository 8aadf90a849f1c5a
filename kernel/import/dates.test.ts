import { describe, expect, test } from 'vitest';
import { dateEvidence, parseDate, parseInstant } from './dates.ts';

describe('instants as files write them', () => {
  test.each([
    ['1/3/2016 01:22', 'dmy', 'UTC', '2016-03-01T01:22:00.000Z'],
    ['1/3/2016 01:22', 'mdy', 'UTC', '2016-01-03T01:22:00.000Z'],
    ['2016-03-01 01:22:05', 'dmy', 'UTC', '2016-03-01T01:22:05.000Z'],
    ['2016/3/1 9:05', 'dmy', 'Asia/Shanghai', '2016-03-01T01:05:00.000Z'],
    ['2016年3月1日 09:05', 'dmy', 'Asia/Shanghai', '2016-03-01T01:05:00.000Z'],
    ['2016年3月1日9时5分', 'dmy', 'Asia/Shanghai', '2016-03-01T01:05:00.000Z'],
    ['01.03.2016 13:00', 'dmy', 'Europe/Berlin', '2016-03-01T12:00:00.000Z'],
    ['3/1/16 1:22 PM', 'mdy', 'UTC', '2016-03-01T13:22:00.000Z'],
    ['3/1/2016 12:05 am', 'mdy', 'UTC', '2016-03-01T00:05:00.000Z'],
    ['2016-03-01T01:22:00+08:00', 'dmy', 'Europe/Berlin', '2016-02-29T17:22:00.000Z'],
    ['2016-03-01T01:22:00Z', 'dmy', 'Europe/Berlin', '2016-03-01T01:22:00.000Z'],
    ['2016-03-01', 'dmy', 'UTC', '2016-03-01T00:00:00.000Z'],
  ] as const)('%s read as %s in %s', (text, order, zone, expected) => {
    expect(parseInstant(text, order, zone)).toBe(expected);
  });

  test.each([
    '31/2/2016 10:00',
    '1/13/2016',
    '32/1/2016',
    '1/3/2016 25:00',
    '1/3/2016 10:61',
    'soon',
    '',
    '2016-02-30',
    '1/3/201',
  ])('%s is no date', (text) => {
    expect(parseInstant(text, 'dmy', 'UTC')).toBeUndefined();
  });

  test('a day has no zone', () => {
    expect(parseDate('1/3/2016', 'dmy')).toBe('2016-03-01');
  });
});

describe('the order of day and month, told by the whole file', () => {
  const seen = (...texts: string[]) => {
    const evidence = dateEvidence();
    for (const text of texts) evidence.look(text);
    return evidence;
  };
  test('a 31 in front can only be a day', () => {
    expect(seen('1/3/2016 10:00', '31/3/2016 10:00').order()).toBe('dmy');
  });
  test('a 31 in the middle can only be a day', () => {
    expect(seen('1/3/2016', '3/31/2016').order()).toBe('mdy');
  });
  test('a year in front needs no asking', () => {
    expect(seen('2016-03-01', '2016-03-02').order()).toBe('ymd');
  });
  test('where nothing tells, it says so', () => {
    const evidence = seen('1/3/2016', '2/3/2016');
    expect([evidence.order(), evidence.ambiguous()]).toEqual([undefined, true]);
  });
  test('where dates contradict each other, it says so', () => {
    expect(seen('31/3/2016', '3/31/2016').contradictory()).toBe(true);
  });
});
