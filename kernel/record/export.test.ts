import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system, type Actor } from '../access/actor.ts';
import { openTable } from '../import/table-file.ts';
import { typeNamed } from '../practice/house.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { exportBytes, type ExportFormat } from './export.ts';
import { xlsxBytes, type Cell } from './xlsx-writer.ts';

const scratch = mkdtempSync(join(tmpdir(), 'servanda-export-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const chinese: Readonly<Record<string, string>> = {
  'record.field.number': '编号',
  'record.field.title': '姓名',
  'person.option.kind.staff': '员工',
  'person.state.active': '在用',
};
const words = (code: string, _params: object, language: string) =>
  language === 'zh-CN' ? (chinese[code] ?? code) : code;

let made: TestHouse;
let ada: Actor & { id: string };
beforeAll(async () => {
  made = await testHouse();
  const unit = await made.create('organisation', system(), { title: 'IT', kind: 'own_unit' });
  ada = await made.person('Ada', ['administrator'], { orgUnitId: unit.id, email: 'ada@example.org' });
  for (const title of ['=HYPERLINK("http://evil.example")', '+1', '-1', '@cmd', 'plain, "quoted"\nand 中文'])
    await made.person(title);
});

async function bytes(
  actor: Actor,
  format: ExportFormat,
  filters: Record<string, string> = {},
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of exportBytes(
    made.house,
    typeNamed(made.house, 'person'),
    actor,
    filters,
    format,
    words,
  ))
    parts.push(part);
  return Buffer.concat(parts);
}
const rowsOf = async (actor: Actor, filters: Record<string, string> = {}) =>
  parse<Record<string, string>>((await bytes(actor, 'csv', filters)).toString('utf8'), {
    bom: true,
    columns: true,
  });

test('CSV begins with its mark, and nothing in it runs as a formula', async () => {
  expect((await bytes(ada, 'csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const titles = (await rowsOf(ada)).map((row) => row['Title'] ?? '');
  expect(titles.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [
      `'+1`,
      `'-1`,
      `'=HYPERLINK("http://evil.example")`,
      `'@cmd`,
      'Ada',
      'plain, "quoted"\nand 中文',
    ].toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

test('columns and options are in the caller’s language, references say number and title', async () => {
  const [row] = (await rowsOf({ ...ada, language: 'zh-CN' }, { q: 'ada' })) as [Record<string, string>];
  expect(row).toMatchObject({
    编号: expect.stringMatching(/^PER-/),
    姓名: 'Ada',
    Kind: '员工',
    State: '在用',
    'Org unit': 'ORG-000001 IT',
  });
});

test('only what the list would show: the filters and the access of the reader', async () => {
  expect((await rowsOf(ada, { kind: 'user' })).length).toBe(0);
  const user = await made.person('User');
  expect((await rowsOf(user)).map((row) => row['Title'])).toEqual([]);
  await expect(bytes(ada, 'csv', { nonsense: '1' })).rejects.toMatchObject({ status: 422 });
});

test('a workbook opens, and holds the same rows', async () => {
  const path = join(scratch, 'people.xlsx');
  writeFileSync(path, await bytes(ada, 'xlsx'));
  const rows: (readonly string[])[] = [];
  for await (const row of (await openTable(path)).rows()) rows.push(row);
  const [header = [], ...people] = rows;
  const title = header.indexOf('Title');
  expect(people.map((row) => row[title])).toContain('=HYPERLINK("http://evil.example")');
  expect(people[0]?.[header.indexOf('Created at (UTC)')]).toBe('2026-03-02 01:00:00');
});

test(
  'a hundred thousand rows take no more memory than a thousand, and whoever reads slowly makes them wait',
  { timeout: 60_000 },
  async () => {
    let produced = 0;
    async function* rows(): AsyncIterable<readonly Cell[]> {
      for (; produced < 100_000; produced += 1)
        yield [`row ${produced} ${Math.sin(produced)}`, produced, true, new Date(0), null];
    }
    const reader = xlsxBytes(['a', 'b', 'c', 'd', 'e'], rows(), 'many')[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    await new Promise((resolve) => setTimeout(resolve, 200));
    // What is read ahead is a few buffers, not the whole table.
    expect(produced).toBeLessThan(50_000);
    for (let next = await reader.next(); !next.done; next = await reader.next());
    expect(produced).toBe(100_000);
  },
);
