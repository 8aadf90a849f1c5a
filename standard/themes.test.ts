import { expect, test } from 'vitest';
import { standard } from './catalogue.ts';
import { themes, themesOf } from './themes.ts';

test('every clause of the standard belongs to a theme', () => {
  const clauses = [...new Set(standard().requirements.map(({ clause }) => clause))];
  expect(clauses.filter((clause) => themesOf(clause).length === 0)).toEqual([]);
});

test('clauses are joined by theme and never by number: 6.3 and 10.1 are something else elsewhere', () => {
  const others = (clause: string) => themesOf(clause).map(({ others }) => others['iso-iec-27001-2022']);
  expect(others('6.3')).toEqual([[]]);
  expect(others('10.1')).toEqual([['10.2']]);
  expect(others('10.2')).toEqual([['10.1']]);
});

test('a theme has one key, and says what can be shared in both languages', () => {
  const keys = themes().themes.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { how } of themes().themes) expect(how['zh-CN']).toMatch(/\p{Script=Han}/u);
});
