import pg from 'pg';
import { Problem } from '../../platform/http/problem.ts';
import { system } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import type { History } from '../record/history.ts';
import { replayHistories, type Replayed } from '../record/replay-history.ts';
import { parseInstant } from './dates.ts';
import type { HistoryImporter, ImportRow, Reading, Rejection, Warning } from './importer.ts';
import { addWarnings, saveProgress, saveRejected, type Job } from './job.store.ts';
import { refOf, type Directory } from './names.ts';

const groupsAtOnce = 200;

/** The next records with their whole histories, in the order in which the file first names them. False: none left. */
export async function historyBatch(
  work: Work,
  job: Job,
  importer: HistoryImporter,
  reading: Reading,
  constants: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const groups = await work.run<{ first_row: number; grp: string }>(
    'import_groups',
    'select first_row, grp from import_group where job_id = $1 and first_row > $2 order by first_row limit $3',
    [job.id, job.place, groupsAtOnce],
  );
  const last = groups.at(-1);
  if (!last) return false;
  const rows = await work.run<{ row: number; grp: string; cells: string[] }>(
    'import_group_rows',
    'select row, grp, cells from import_row where job_id = $1 and grp = any($2::text[]) order by row',
    [job.id, groups.map((g) => g.grp)],
  );
  const cellsOf = new Map(rows.map((row) => [row.row, row.cells]));
  const byGroup = Map.groupBy(rows, (row) => row.grp);
  const histories: History[] = [];
  const rowsOf = new Map<string, number[]>();
  const rejected: Rejection[] = [];
  const warnings: Warning[] = [];
  for (const { grp } of groups) {
    const given = (byGroup.get(grp) ?? []).map((row) => asRow(job, row));
    const read = importer.read(given, reading);
    rejected.push(...read.rejected);
    warnings.push(...read.warnings);
    if (!read.history) continue;
    rowsOf.set(
      read.history.sourceRef,
      given.map((row) => row.row),
    );
    histories.push({
      ...read.history,
      steps: read.history.steps.map((s) => ({
        ...s,
        set: { ...s.set, ...constants },
        source: { import: job.id, file: job.fileName, ...s.source },
      })),
    });
  }
  const { replayed, refused } = await replayAll(work, job, histories, rowsOf);
  rejected.push(...refused);
  for (const { left, sourceRef } of replayed) if (left) warnings.push({ code: left, sample: sourceRef });
  if (rejected.length > 0)
    await saveRejected(
      work,
      job.id,
      rejected.map(({ row, reasons }) => ({ row, reasons, cells: cellsOf.get(row) ?? [] })),
    );
  const count = (outcome: Replayed['outcome']) => replayed.filter((r) => r.outcome === outcome).length;
  await saveProgress(work, job.id, {
    place: last.first_row,
    rowsDone: rows.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: rejected.length,
    events: replayed.reduce((sum, r) => sum + r.events, 0),
    warnings: addWarnings(job.warnings, warnings),
  });
  return true;
}

/** All at once; where the database refuses one of them, one by one, so that only that one is rejected. */
async function replayAll(
  work: Work,
  job: Job,
  histories: readonly History[],
  rowsOf: ReadonlyMap<string, number[]>,
) {
  const replay = (some: readonly History[]) =>
    replayHistories(work, job.type, job.mapping.source, some, system('import'));
  const whole = await inSavepoint(work, () => replay(histories));
  if ('done' in whole) return { replayed: whole.done, refused: [] };
  const replayed: Replayed[] = [];
  const refused: Rejection[] = [];
  for (const history of histories) {
    const one = await inSavepoint(work, () => replay([history]));
    if ('done' in one) replayed.push(...one.done);
    else refused.push(...(rowsOf.get(history.sourceRef) ?? []).map((row) => ({ row, reasons: one.reasons })));
  }
  return { replayed, refused };
}

/** What the data brought about becomes reasons; what it did not (a lost connection, our own mistake) goes on up. */
export async function inSavepoint<T>(
  work: Work,
  run: () => Promise<T>,
): Promise<{ done: T } | { reasons: Rejection['reasons'] }> {
  await work.run('import_savepoint', 'savepoint import_row');
  try {
    const done = await run();
    await work.run('import_release', 'release savepoint import_row');
    return { done };
  } catch (error) {
    const reasons = reasonsOf(error);
    if (!reasons) throw error;
    await work.run('import_rollback', 'rollback to savepoint import_row');
    return { reasons };
  }
}

function reasonsOf(error: unknown): Rejection['reasons'] | undefined {
  if (error instanceof Problem)
    return error.fields.length > 0 ? error.fields : [{ field: '', code: error.code, params: error.params }];
  // Classes 22 (data) and 23 (a unique value taken, a check).
  if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')) {
    return [
      {
        field: error.column ?? error.constraint ?? '',
        code: 'import.not_storable',
        params: { detail: error.message },
      },
    ];
  }
  if (error instanceof RangeError)
    return [{ field: '', code: 'import.not_storable', params: { detail: error.message } }];
  return undefined;
}

export function asRow(job: Job, { row, cells }: { row: number; cells: readonly string[] }): ImportRow {
  const empty = new Set(job.mapping.empty);
  return {
    row,
    cells: Object.fromEntries(
      job.columns.map((column, i) => {
        const text = (cells[i] ?? '').trim();
        return [column, text === '' || empty.has(text) ? null : text];
      }),
    ),
  };
}

export function readingOf(work: Pick<Work, 'house'>, job: Job, directory: Directory): Reading {
  const { mapping } = job;
  const order = mapping.dates === 'auto' ? 'dmy' : mapping.dates;
  const known = new Map<string, string | undefined>();
  return {
    mapping,
    settings: work.house.reference.settings,
    instant: (text) => {
      if (text === null || text === undefined) return null;
      if (known.has(text)) return known.get(text);
      if (known.size > 50_000) known.clear();
      const parsed = parseInstant(text, order, mapping.zone);
      known.set(text, parsed);
      return parsed;
    },
    idOf: (type, path) => directory.get(type)?.get(refOf(path)) ?? null,
  };
}
