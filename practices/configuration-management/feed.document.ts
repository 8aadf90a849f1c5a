import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../kernel/import/table-file.ts';
import { Problem } from '../../platform/http/problem.ts';

export type Cells = Readonly<Record<string, string>>;
/** Rows as they came; of what they tell, their columns decide. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly Cells[] };

export const mostRows = 200_000;
export const mostBytes = 50 * 1024 * 1024;

/** CSV, XLSX or JSON, told by its own bytes: one table, or of JSON `{ items, relations }` two. */
export async function readDocument(bytes: Buffer): Promise<readonly Table[]> {
  const first = bytes.subarray(0, 64).toString('utf8').replace(/^\uFEFF/, '').trimStart()[0]; // prettier-ignore
  if (first === '{' || first === '[') return readJson(bytes);
  const directory = await mkdtemp(join(tmpdir(), 'servanda-feed-'));
  try {
    const path = join(directory, 'document');
    await writeFile(path, bytes);
    const rows: Cells[] = [];
    let columns: readonly string[] | undefined;
    for await (const cells of (await openTable(path)).rows()) {
      if (!columns) columns = cells.map((cell) => cell.trim());
      else if (rows.length >= mostRows) throw new Problem(422, 'feed.too_many_rows', { most: mostRows });
      else rows.push(Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? '').trim()])));
    }
    return [{ columns: columns ?? [], rows }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function readJson(bytes: Buffer): readonly Table[] {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Problem(422, 'feed.broken_json', {
      detail: error instanceof Error ? error.message.slice(0, 200) : '',
    });
  }
  if (Array.isArray(value)) return [tableOf(value)];
  const { items, results, relations } = value as Record<string, unknown>;
  const tables = [items ?? results, relations].filter((list) => Array.isArray(list)).map(tableOf);
  if (tables.length === 0) throw new Problem(422, 'feed.json_form');
  return tables;
}

const deepest = 5;
/** `{ "ip": { "address": "…" } }` has the column `ip.address`; a list, or what lies still deeper, is not compared. */
function tableOf(list: readonly unknown[]): Table {
  if (list.length > mostRows) throw new Problem(422, 'feed.too_many_rows', { most: mostRows });
  const columns = new Set<string>();
  const rows = list.map((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      throw new Problem(422, 'feed.json_form');
    const cells: Record<string, string> = {};
    const put = (key: string, value: unknown, depth: number): void => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        if (depth < deepest)
          for (const [below, inner] of Object.entries(value))
            put(key === '' ? below : `${key}.${below}`, inner, depth + 1);
        return;
      }
      if (['string', 'number', 'boolean'].includes(typeof value)) cells[key] = String(value).trim();
      if (columns.size < 500) columns.add(key);
    };
    put('', entry, 0);
    return cells;
  });
  return { columns: [...columns], rows };
}
