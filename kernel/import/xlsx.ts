import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import type excel from 'exceljs';
import { Problem } from '../../platform/http/problem.ts';
import { Limited, limits } from './limits.ts';

/** The first sheet that has any rows: the header, then row by row, every cell as text, dates as ISO. */
export async function* xlsxRows(path: string): AsyncIterable<readonly string[]> {
  await refuseBomb(path);
  // Large and seldom needed: whoever imports CSV does not wait for it.
  const { default: library } = await import('exceljs');
  const reader = new library.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  });
  try {
    for await (const sheet of reader) {
      let width = 0;
      let found = false;
      for await (const row of sheet) {
        // values[0] is unused: the library counts columns from 1.
        const values = (row.values as excel.CellValue[]).slice(1);
        const cells = Array.from(values, textOf);
        if (cells.every((cell) => cell === '')) continue;
        found = true;
        width ||= cells.length;
        while (cells.length < width) cells.push('');
        yield cells;
      }
      if (found) return;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(422, 'import.broken_xlsx', {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function textOf(value: excel.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return excelInstant(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result);
  if ('error' in value) return '';
  return '';
}

/** A sheet's dates have no zone; the library reads them as UTC, and seconds come with the rounding of a fraction. */
function excelInstant(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const text = rounded.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/**
 * Unpacks every part once, counting, before anything is kept: what the archive says of its own sizes can be a lie.
 * Throws a Problem when it is no archive or unpacks too far.
 */
async function refuseBomb(path: string): Promise<void> {
  const file = await open(path);
  try {
    let total = 0;
    for (const entry of await entries(file)) {
      const limit = entry.name === 'xl/sharedStrings.xml' ? limits.sharedStrings : limits.inflated;
      total += await inflatedSize(path, file, entry, Math.min(limit, limits.inflated - total));
    }
  } finally {
    await file.close();
  }
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly offset: number;
};

async function inflatedSize(path: string, file: FileHandle, entry: Entry, limit: number): Promise<number> {
  const local = await bytesAt(file, entry.offset, 30);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (entry.size === 0) return 0;
  if (entry.method === 0) return entry.size;
  let size = 0;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done();
    },
  });
  try {
    await pipeline(
      createReadStream(path, { start, end: start + entry.size - 1 }),
      createInflateRaw(),
      new Limited(limit),
      count,
    );
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(422, 'import.broken_archive', {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  return size;
}

/** The archive's table of contents, which lies at its end. */
async function entries(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0) throw new Problem(422, 'import.broken_archive', { detail: 'no table of contents' });
  const count = tail.readUInt16LE(end + 10);
  const table = await bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const found: Entry[] = [];
  for (let at = 0; found.length < count && at + 46 <= table.length;) {
    const nameLength = table.readUInt16LE(at + 28);
    found.push({
      method: table.readUInt16LE(at + 10),
      size: table.readUInt32LE(at + 20),
      offset: table.readUInt32LE(at + 42),
      name: table.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return found;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Problem(422, 'import.broken_archive', { detail: 'cut short' });
  return buffer;
}
