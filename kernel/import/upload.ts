import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { transaction, onConnection, type Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { newId } from '../record/id.ts';
import { dateEvidence } from './dates.ts';
import { importersOf, isTable, preparationOf } from './importer.ts';
import { jobById, unfinishedJobOf, type Job } from './job.store.ts';
import { limits } from './limits.ts';
import { labelsAs, readAs } from './prepare.ts';
import { suggest, type LabelsOf } from './suggest.ts';
import { openTable } from './table-file.ts';

export type Upload = {
  readonly path: string;
  readonly fileName: string;
  readonly type: string;
  readonly actorId: string | null;
  readonly labels: LabelsOf;
  readonly onRows?: (rows: number) => void;
};

/**
 * Reads a file once and stages its rows in the database, all or nothing; from then on any process can go on with the
 * import. The same file for the same type that was not finished is answered instead of staged again.
 */
export async function stageFile(
  house: House,
  upload: Upload,
): Promise<{ readonly job: Job; readonly known: boolean }> {
  const type = typeNamed(house, upload.type);
  const { size } = await stat(upload.path);
  if (size > limits.file) throw new Problem(413, 'problem.too_large', { limit: limits.file });
  const sha256 = await hashOf(upload.path);
  const before = await onConnection(house.pool, (tx) => unfinishedJobOf(tx, sha256, type.type));
  if (before) return { job: before, known: true };
  const table = await openTable(upload.path);
  const id = newId();
  const job = await transaction(house.pool, async (tx) => {
    const staged = await stage(tx, house, id, type.type, table.rows(), upload, {
      sha256,
      size,
      format: table.format,
    });
    const { columns, sample, evidence } = staged;
    const { mapping, importer } = suggest(
      house,
      readAs(house, type),
      columns,
      sample,
      evidence,
      labelsAs(house, type, upload.labels),
      preparationOf(house, type.type)?.identities,
    );
    const warnings = evidence.contradictory()
      ? { 'import.dates_contradict': { count: 1, sample: '' } }
      : evidence.ambiguous()
        ? { 'import.dates_ambiguous': { count: 1, sample: '' } }
        : {};
    await tx.run(
      'import_staged',
      `update import_job set columns = $2, sample = $3, suggested = $4, mapping = $4, importer = $5, rows_total = $6, warnings = $7 where id = $1`,
      [
        id,
        JSON.stringify(columns),
        JSON.stringify(sample),
        JSON.stringify(mapping),
        importer,
        staged.rows,
        JSON.stringify(warnings),
      ],
    );
    return jobById(tx, id);
  });
  if (!job) throw new Error('the import is gone');
  return { job, known: false };
}

async function stage(
  tx: Tx,
  house: House,
  id: string,
  type: string,
  rows: AsyncIterable<readonly string[]>,
  upload: Upload,
  file: { sha256: string; size: number; format: string },
) {
  await tx.run(
    'import_new',
    `insert into import_job (id, type, file_name, sha256, size, format, columns, sample, suggested, mapping, actor_id)
     values ($1, $2, $3, $4, $5, $6, '[]', '[]', '{}', '{}', $7)`,
    [id, type, upload.fileName.slice(0, 200), file.sha256, file.size, file.format, upload.actorId],
  );
  let columns: string[] | undefined;
  let group = -1;
  const sample: (readonly string[])[] = [];
  const evidence = dateEvidence();
  let row = 1;
  let batch: [number, string | null, readonly string[]][] = [];
  const flush = async () => {
    await tx.run(
      'import_stage',
      `insert into import_row (job_id, row, grp, cells) select $1, (e->>0)::int, e->>1, e->2 from jsonb_array_elements($2::jsonb) e`,
      [id, JSON.stringify(batch)],
    );
    batch = [];
    upload.onRows?.(row - 1);
  };
  for await (const found of rows) {
    const cells = found.map((cell) => cell.replaceAll('\0', '\uFFFD'));
    if (!columns) {
      columns = namesOf(cells);
      group = groupColumn(house, type, columns);
      continue;
    }
    row += 1;
    if (row - 1 > limits.rows) throw new Problem(422, 'import.too_many_rows', { limit: limits.rows });
    if (sample.length < 20) sample.push(cells.map((cell) => cell.slice(0, 200)));
    for (const cell of cells) evidence.look(cell);
    batch.push([row, group < 0 ? null : cells[group]?.trim() || null, cells]);
    if (batch.length === 2000) await flush();
  }
  if (!columns) throw new Problem(422, 'import.empty_file');
  if (row === 1) throw new Problem(422, 'import.no_rows');
  await flush();
  return { columns, sample, evidence, rows: row - 1 };
}

function groupColumn(house: House, type: string, columns: readonly string[]): number {
  const importer = importersOf(house).find((i) => i.recordType === type && i.matches(columns));
  return importer && !isTable(importer) ? columns.indexOf(importer.groupBy) : -1;
}

/** Every column needs a name of its own to be mapped by it. */
function namesOf(header: readonly string[]): string[] {
  if (header.length > limits.columns)
    throw new Problem(422, 'import.too_many_columns', { limit: limits.columns });
  const seen = new Map<string, number>();
  return header.map((cell, i) => {
    const name = cell.trim() || `#${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
