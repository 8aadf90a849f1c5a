import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { Problem } from '../../platform/http/problem.ts';
import { xlsxRows } from './xlsx.ts';
import { limits, Limited } from './limits.ts';

export type TableFile = {
  readonly format: 'csv' | 'xlsx';
  /** The header first, then row by row; every cell as text. */
  readonly rows: () => AsyncIterable<readonly string[]>;
};

/** What a file is, told by its own bytes, not by its name. Throws a Problem for what is no table. */
export async function openTable(path: string): Promise<TableFile> {
  const head = await firstBytes(path);
  if (head.length === 0) throw new Problem(422, 'import.empty_file');
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    return { format: 'xlsx', rows: () => xlsxRows(path) };
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const encoding = await encodingOf(path, gzipped);
  const start = await firstText(path, gzipped, encoding);
  if (start.trim() === '') throw new Problem(422, 'import.empty_file');
  // Neither encoding has it in a text: a picture, a PDF, a program.
  if (start.includes('\0')) throw new Problem(422, 'import.not_a_table');
  const delimiter = delimiterOf(start);
  return { format: 'csv', rows: () => csvRows(path, gzipped, encoding, delimiter) };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function bytes(path: string, gzipped: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!gzipped) return file;
  const limited = new Limited(limits.inflated);
  const inflated = file.pipe(createGunzip());
  const fail = (error: Error) =>
    limited.destroy(new Problem(422, 'import.broken_archive', { detail: error.message }));
  file.on('error', fail);
  inflated.on('error', fail);
  limited.on('close', () => file.destroy());
  return inflated.pipe(limited);
}

/** UTF-8 with or without its mark, UTF-16 by its mark, else GB18030, which holds GBK and GB2312. */
async function encodingOf(path: string, gzipped: boolean): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  const stream = bytes(path, gzipped);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
      first = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof Problem) throw error;
    return 'gb18030';
  } finally {
    stream.destroy();
  }
}

function decoded(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: true,
    encoding: 'utf-8',
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}

async function firstText(path: string, gzipped: boolean, encoding: string): Promise<string> {
  const stream = bytes(path, gzipped);
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > 64 * 1024) break;
  }
  stream.destroy();
  return text.slice(0, 64 * 1024);
}

/** The separator that cuts the header and the first lines alike; quoted ones do not count. */
export function delimiterOf(start: string): string {
  const lines = start
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const best = [',', ';', '\t', '|']
    .map((delimiter) => {
      const counts = lines.map((line) => line.split(delimiter).length - 1);
      const header = counts[0] ?? 0;
      return { delimiter, header, alike: counts.filter((n) => n === header).length };
    })
    .filter(({ header }) => header > 0)
    .toSorted((a, b) => b.alike - a.alike || b.header - a.header)[0];
  return best?.delimiter ?? ',';
}

async function* csvRows(
  path: string,
  gzipped: boolean,
  encoding: string,
  delimiter: string,
): AsyncIterable<readonly string[]> {
  const parser = parse({
    delimiter,
    // Each line by its own end: told by the first one, a file put together of several was one long line from there on.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: false,
    max_record_size: limits.record,
  });
  const source = bytes(path, gzipped);
  const text = decoded(encoding);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(text).pipe(parser);
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield record;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const lines = parser.info.lines;
    throw new Problem(422, 'import.broken_csv', {
      line: lines,
      detail: error instanceof Error ? error.message : String(error),
    });
  } finally {
    source.destroy();
  }
}
