import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { dictionaries } from '../../app/words.ts';

const { someone } = await served();
const manager = await someone('Maria', ['service-level-manager']);
const engineer = await someone('Wei', ['engineer']);
const hours = [['09:00', '17:00']];
const office = () =>
  manager.post('/calendars', { title: 'Office', zone: 'Asia/Shanghai', weekly: { mon: hours } });
const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261003',
  'SUMMARY:国庆节', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'); // prettier-ignore
const year = { from: '2026-01-01', to: '2026-12-31' };

test('an iCalendar file is shown first and then taken in as one edit of the calendar', async () => {
  const { number } = await office();
  const days = [{ date: '2026-10-01', kind: 'off', name: '国庆节' }, { date: '2026-10-02', kind: 'off', name: '国庆节' }]; // prettier-ignore
  const shown = await manager.post(`/calendars/${number}/holidays/ical`, {
    text: file,
    ...year,
    preview: true,
  });
  expect(shown).toMatchObject({ added: days, changed: [], unchanged: 0 });
  expect(await manager.get(`/calendars/${number}`)).toMatchObject({ exceptions: [], version: 1 });
  await manager.post(`/calendars/${number}/holidays/ical`, { text: file, ...year });
  expect(await manager.get(`/calendars/${number}`)).toMatchObject({ exceptions: days, version: 2 });
  expect(await manager.post(`/calendars/${number}/holidays/ical`, { text: file, ...year })).toMatchObject({
    unchanged: 2,
  });
});

test('a file that cannot be read is refused with its line, dates out of order with their field', async () => {
  const { number } = await office();
  await manager
    .post(`/calendars/${number}/holidays/ical`, { text: 'hello', ...year })
    .refused('calendar.ical_line', 'text');
  await manager
    .post(`/calendars/${number}/holidays/ical`, { text: file, from: year.to, to: year.from })
    .refused('problem.dates_reversed', 'to');
});

test('the State Council’s holidays and moved workdays are taken in by year', async () => {
  const { number } = await office();
  const taken = await manager.post(`/calendars/${number}/holidays/china`, { years: [2026] });
  expect(taken['exceptions']).toContainEqual({ date: '2026-01-04', kind: 'work', name: '元旦' });
  await manager.post(`/calendars/${number}/holidays/china`, { years: [1999] }).refused('problem.field');
});

test('who may not edit a calendar takes no holidays into it', async () => {
  const { number } = await office();
  await engineer.post(`/calendars/${number}/holidays/china`, {}).refused('problem.not_your_role');
  await manager.post('/calendars/CAL-999999/holidays/china', {}).refused('problem.not_found');
});

test('every refusal of the catalogue and of the agreements has its words in both languages', () => {
  const folders = [import.meta.dirname, join(import.meta.dirname, '../service-catalogue')];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /(?<!test|evidence)\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const codes = [
    ...new Set(
      sources.flatMap((source) => source.match(/'(?:agreement|service|problem|calendar)\.[a-z_]+'/g) ?? []),
    ),
  ].map((code) => code.slice(1, -1));
  const words = (language: 'en' | 'zh-CN', code: string) =>
    code
      .split('.')
      .reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | undefined)?.[key],
        dictionaries[language],
      );
  const measures = ['service.currency', 'service.overdue_for_review', 'service.coverage', 'service.without_agreement',
    'agreement.reviews_on_time', 'agreement.reviews_overdue', 'agreement.above_workload_limit']; // prettier-ignore
  const wordless = codes.filter(
    (code) => !measures.includes(code) && (!words('en', code) || !words('zh-CN', code)),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(wordless).toEqual([]);
  expect(measures.filter((code) => !words('en', code.replace('.', '.measure.')))).toEqual([]);
});
