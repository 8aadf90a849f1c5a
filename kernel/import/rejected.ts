import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import type { Pool } from 'pg';
import type { Language } from '../access/actor.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { harmless } from '../record/export.ts';
import type { Job } from './job.store.ts';
import type { Words } from './labels.ts';

const rowsAtOnce = 1000;

/** Rejected rows as they came, with their row in the file and why, to be put right and imported again. */
export async function* rejectedCsv(
  pool: Pool,
  job: Job,
  language: Language,
  words: Words,
): AsyncIterable<Buffer> {
  const csv = (rows: readonly (readonly string[])[]) =>
    stringify(
      rows.map((row) => row.map(harmless)),
      { record_delimiter: 'windows' },
    );
  yield Buffer.from(`\uFEFF${csv([[...job.columns, '#', 'reason']])}`);
  for (let after = 0; ;) {
    const rows = await onConnection(pool, (tx) =>
      tx.run<{ row: number; cells: string[]; reasons: FieldProblem[] }>(
        'import_rejected',
        'select row, cells, reasons from import_rejected where job_id = $1 and row > $2 order by row limit $3',
        [job.id, after, rowsAtOnce],
      ),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield Buffer.from(
      csv(
        rows.map(({ row, cells, reasons }) => [
          ...job.columns.map((_, i) => cells[i] ?? ''),
          String(row),
          reasonWords(reasons, language, words),
        ]),
      ),
    );
    after = last.row;
  }
}

/** `priority: Choose one of: 1, 2, 3, 4. (found: "urgent")` */
export const reasonWords = (reasons: readonly FieldProblem[], language: Language, words: Words) =>
  reasons
    .map(({ field, code, params, found, message }) => {
      const said = message ?? words(code, { field, ...params }, language);
      return `${field === '' ? '' : `${field}: `}${said}${found === undefined ? '' : ` (${found})`}`;
    })
    .join(' | ');
