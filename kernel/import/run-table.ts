import type { Actor } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import type { TableImporter } from './importer.ts';
import { addWarnings, saveProgress, saveRejected, type Job } from './job.store.ts';
import { asRow } from './run-history.ts';
import { stagedRows } from './run-rows.ts';

export const tableRowsAtOnce = 5000;

/** The next rows of a table whose rows are no records. False: none left. */
export async function tableBatch(
  work: Work,
  job: Job,
  importer: TableImporter,
  actor: Actor,
  memory: Map<string, unknown>,
): Promise<boolean> {
  const rows = await stagedRows(work, job, job.place, tableRowsAtOnce);
  const last = rows.at(-1);
  if (!last) return false;
  const { rejected, warnings, ...counts } = await importer.table(
    work,
    job,
    rows.map((row) => asRow(job, row)),
    { actor, write: true, memory },
  );
  if (rejected.length > 0) {
    const cellsOf = new Map(rows.map((row) => [row.row, row.cells]));
    await saveRejected(
      work,
      job.id,
      rejected.map(({ row, reasons }) => ({ row, reasons, cells: cellsOf.get(row) ?? [] })),
    );
  }
  await saveProgress(work, job.id, {
    place: last.row,
    rowsDone: rows.length,
    ...counts,
    rejected: rejected.length,
    warnings: addWarnings(job.warnings, warnings),
  });
  return true;
}
