import { expect, test } from 'vitest';
import { standard } from './catalogue.ts';
import { parts, themes, themesOf } from './themes.ts';

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

test('the series has Part 2 in its edition of 2019, and every part in both languages', () => {
  expect(parts().find(({ number }) => number === 'ISO/IEC 20000-2')?.edition).toBe('2019');
  for (const { title, relation } of parts())
    for (const text of [title['zh-CN'], relation['zh-CN']]) expect(text).toMatch(/\p{Script=Han}/u);
});

test('each of the twenty processes can be found by the practice that ITIL 4 has for it', () => {
  const practices = themes().themes.flatMap((theme) => theme.practices.map(({ en }) => en));
  for (const name of ['Incident management', 'Service request management', 'Problem management', 'Change enablement', 'Release management', 'Service level management', 'Supplier management', 'Service catalogue management', 'Service configuration management', 'IT asset management', 'Service financial management', 'Capacity and performance management', 'Availability management', 'Service continuity management', 'Information security management', 'Relationship management', 'Portfolio management'])
    expect(practices, name).toContain(name);
}); // prettier-ignore
