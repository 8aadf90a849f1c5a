import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import excel from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { delimiterOf, openTable } from './table-file.ts';
import { limits } from './limits.ts';

const scratch = mkdtempSync(join(tmpdir(), 'servanda-table-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function read(name: string, content: Buffer | string): Promise<string[][]> {
  const path = join(scratch, name);
  writeFileSync(path, content);
  const table = await openTable(path);
  const rows: string[][] = [];
  for await (const row of table.rows()) rows.push([...row]);
  return rows;
}

/** 编号,标题 / 1,打印机 in GB18030. */
const gb18030 = Buffer.from('b1e0bac52cb1eacce20d0a312cb4f2d3a1bbfa0d0a', 'hex');

test.each([
  ['UTF-8', Buffer.from('编号,标题\r\n1,打印机\r\n')],
  ['UTF-8 with its mark', Buffer.from('\uFEFF编号,标题\r\n1,打印机\r\n')],
  ['GB18030', gb18030],
  ['UTF-16 with its mark', Buffer.from('\uFEFF编号,标题\r\n1,打印机\r\n', 'utf16le')],
  ['packed', gzipSync(Buffer.from('编号,标题\r\n1,打印机\r\n'))],
  ['packed GB18030', gzipSync(gb18030)],
])('a CSV file in %s', async (name, content) => {
  expect(await read(`${name}.csv`, content)).toEqual([
    ['编号', '标题'],
    ['1', '打印机'],
  ]);
});

test('separators are told by what cuts every line alike', () => {
  expect(delimiterOf('a;b;c\n1,5;2;3\n')).toBe(';');
  expect(delimiterOf('a\tb\n1,2\t3\n')).toBe('\t');
  expect(delimiterOf('"a;b",c\n"1;2",3\n')).toBe(',');
  expect(delimiterOf('alone\nmore\n')).toBe(',');
});

test('quotes, line breaks in cells and rows of unequal length', async () => {
  expect(await read('odd.csv', 'a,b\n"x ""y""","two\nlines"\n1\n1,2,3\n\n')).toEqual([
    ['a', 'b'],
    ['x "y"', 'two\nlines'],
    ['1'],
    ['1', '2', '3'],
  ]);
});

test.each([
  ['CRLF first', 'a,b\r\n1,2\n3,4\r\n'],
  ['LF first', 'a,b\n1,2\r\n3,4\n'],
  ['CR first', 'a,b\r1,2\r\n3,4'],
])('a file that ends its lines in several ways, %s', async (name, content) => {
  expect(await read(`${name}.csv`, content)).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('a cell keeps the line breaks of its own, and a line end may be cut in two by the reading', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) =>
    i % 2 === 0 ? `${i},"two\r\nlines"\r\n` : `${i},one\n`,
  );
  const found = await read('long.csv', `n,text\r\n${rows.join('')}`);
  expect(found).toHaveLength(30_001);
  expect(found.every((row) => row.length === 2)).toBe(true);
  expect(found[1]).toEqual(['0', 'two\r\nlines']);
});

test('an XLSX workbook: texts, numbers, dates, formulas, empty cells', async () => {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('empty');
  const sheet = workbook.addWorksheet('rows');
  sheet.addRow(['title', 'n', 'when', 'day', 'sum', 'none']);
  sheet.addRow([
    '打印机',
    42,
    new Date('2026-03-01T09:30:00Z'),
    new Date('2026-03-01T00:00:00Z'),
    { formula: 'B2*2', result: 84 },
    null,
  ]);
  sheet.addRow([]);
  sheet.addRow([{ richText: [{ text: 'two ' }, { text: 'parts' }] }, 1.5]);
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  expect(await read('book.xlsx', content)).toEqual([
    ['title', 'n', 'when', 'day', 'sum', 'none'],
    ['打印机', '42', '2026-03-01 09:30:00', '2026-03-01', '84', ''],
    ['two parts', '1.5', '', '', '', ''],
  ]);
});

test.each([
  ['nothing', '', 'import.empty_file'],
  ['only spaces', ' \n \n', 'import.empty_file'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]), 'import.not_a_table'],
  ['a broken archive', gzipSync('a,b\n1,2\n').subarray(0, 18), 'import.broken_archive'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more'), 'import.broken_archive'],
])('%s is refused in words', async (name, content, code) => {
  await expect(read(name, content)).rejects.toMatchObject({ code });
});

test('a file that unpacks too far is refused before it fills memory or disk', async () => {
  const before = limits.inflated;
  limits.inflated = 1024 * 1024;
  try {
    const bomb = 'x'.repeat(4 * 1024 * 1024);
    await expect(read('bomb.csv.gz', gzipSync(bomb))).rejects.toMatchObject({
      code: 'import.inflates_too_far',
    });
    await expect(read('bomb.xlsx', zipOf('xl/worksheets/sheet1.xml', bomb))).rejects.toMatchObject({
      code: 'import.inflates_too_far',
    });
  } finally {
    limits.inflated = before;
  }
});

/** An archive whose own table of contents says that it is small. */
function zipOf(name: string, text: string): Buffer {
  const packed = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const start = Buffer.concat([local, Buffer.from(name), packed]);
  const directory = Buffer.concat([entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, end]);
}
