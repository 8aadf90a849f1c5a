import { onConnection } from '../../platform/db/tx.ts';
import { Problem, type FieldProblem } from '../../platform/http/problem.ts';
import { mayAct } from '../access/access.ts';
import type { House, Work } from '../practice/house.ts';
import { processOf, refusal, rolesFor } from '../process/refusal.ts';
import { blankRecord, problemOf, single } from '../record/act.ts';
import { newId } from '../record/id.ts';
import { inputSchema, parse } from '../record/input.ts';
import { step } from '../record/step.ts';
import { lockRecord } from '../record/store.ts';
import { nested } from '../custom-field/nested.ts';
import { customAfter } from '../custom-field/values.ts';
import { convert } from './convert.ts';
import {
  isTable,
  type HistoryImporter,
  type Importer,
  type Rejection,
  type TableImporter,
  type Warning,
} from './importer.ts';
import { addWarnings, type Job, type Warnings } from './job.store.ts';
import { asRow, readingOf } from './run-history.ts';
import { tableRowsAtOnce } from './run-table.ts';
import {
  complete,
  differences,
  faultsOfRow,
  knownRecords,
  refOfRow,
  stagedRows,
  type RowReading,
} from './run-rows.ts';
import { prepareRows } from './prepare.ts';
import { resolveNames } from './resolve.ts';

export type DryRun = {
  readonly rows: number;
  /** Records that it would create, change, leave as they are; rows that it would reject. */
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: Warnings;
  /** The first rows that it would reject. */
  readonly problems: readonly { readonly row: number; readonly reasons: readonly FieldProblem[] }[];
};

const problemsShown = 50;
const rowsAtOnce = 500;

/** What an import of single records would do, asked of the same rules; nothing is written, no number is used up. */
export async function dryRunRows(house: House, job: Job, reading: RowReading): Promise<DryRun> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const seen = new Set<string>();
  const rejected: Rejection[] = [];
  let rejectedCount = 0;
  let warnings: Warnings = job.warnings;
  let rows = 0;
  const memory = new Map<string, unknown>();
  await single(house, async (work) => {
    for (let place = 0; ;) {
      const batch = await stagedRows(work, job, place, rowsAtOnce);
      if (batch.length === 0) return;
      place = batch.at(-1)?.row ?? place;
      rows += batch.length;
      const converted = await prepareRows(
        work,
        job,
        batch.map((row) => ({
          ...row,
          ...convert(reading.read, job.mapping, job.columns, row.cells, reading.labels),
        })),
        memory,
      );
      const resolved = await resolveNames(
        work,
        converted.flatMap((c) => c.names),
        job.mapping.source,
        reading.actor,
        false,
        {},
      );
      const known = await knownRecords(work, reading.type, job, batch);
      const found: Warning[] = [];
      for (const row of converted) {
        const { input, reasons, ignored } = complete(row, resolved, job, true);
        found.push(...(row.warnings ?? []), ...ignored);
        const ref = refOfRow(job, row.cells);
        reasons.push(...faultsOfRow(job, row.cells, ref));
        // What will be created on the way has no id yet; that it is required is then no fault.
        const promised = row.names.filter((n) => n.create && resolved(n) === undefined).map((n) => n.field);
        const id = typeof ref === 'string' ? known.get(ref) : undefined;
        const outcome =
          reasons.length > 0
            ? reasons
            : id === undefined
              ? await tryCreate(work, reading, input, promised)
              : await tryUpdate(work, reading, id, input);
        if (typeof outcome === 'string') {
          const again = typeof ref === 'string' && id === undefined && seen.has(ref);
          counts[again ? 'updated' : outcome] += 1;
          if (typeof ref === 'string') seen.add(ref);
          continue;
        }
        rejectedCount += 1;
        if (rejected.length < problemsShown) rejected.push({ row: row.row, reasons: outcome });
      }
      warnings = addWarnings(warnings, found);
    }
  });
  return { rows, ...counts, rejected: rejectedCount, warnings, problems: rejected };
}

async function tryCreate(
  work: Work,
  { type, actor }: RowReading,
  input: Record<string, unknown>,
  promised: readonly string[],
): Promise<'created' | readonly FieldProblem[]> {
  const action = processOf(type).create;
  const at = work.house.now();
  try {
    const given = parse(inputSchema(type, action), nested(input), actor.language);
    const blank = blankRecord(type, newId(at), at, actor, given);
    if (!mayAct(type.access, actor, rolesFor(type, action), { ...blank, ...given }))
      return [{ field: '', code: 'problem.not_your_role', params: { roles: action.by.join(', ') } }];
    const facts = action.facts ? await action.facts(work, blank, given, at) : {};
    const context = { at, input: given, facts, settings: work.house.reference.settings, clocks: [] };
    for (const check of action.checks ?? []) {
      const refused = check(blank, actor, context);
      if (refused) throw problemOf(refused);
    }
    await customAfter(work, type, 'create', actor, blank, given);
    const required = (action.required ?? []).filter((field) => !promised.includes(field));
    step(work.house.reference, type, undefined, blank, {
      name: 'create',
      action: { ...action, required },
      actor,
      context,
    });
    return 'created';
  } catch (error) {
    return reasons(error);
  }
}

async function tryUpdate(
  work: Work,
  { type, actor }: RowReading,
  id: string,
  input: Record<string, unknown>,
): Promise<'updated' | 'unchanged' | readonly FieldProblem[]> {
  const stored = await lockRecord(work, type, { id });
  if (!stored) return 'unchanged';
  const { changed } = differences(type, stored.record, input);
  if (Object.keys(changed).length === 0) return 'unchanged';
  const action = processOf(type).edit;
  try {
    const given = parse(inputSchema(type, action), { ...nested(changed), reason: 'Import' }, actor.language);
    const context = {
      at: work.house.now(),
      input: given,
      facts: {},
      settings: work.house.reference.settings,
      clocks: stored.clocks,
    };
    const refused = refusal(type, 'edit', stored.record, actor, context);
    if (refused) throw problemOf(refused);
    await customAfter(work, type, 'edit', actor, stored.record, given);
    return 'updated';
  } catch (error) {
    return reasons(error);
  }
}

function reasons(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof Problem)) throw error;
  return error.fields.length > 0 ? error.fields : [{ field: '', code: error.code, params: error.params }];
}

/** What an importer of a practice would do. */
export const dryRunImporter = (
  house: House,
  job: Job,
  importer: Importer,
  reading: RowReading,
): Promise<DryRun> =>
  isTable(importer) ? dryRunTable(house, job, importer, reading) : dryRunHistory(house, job, importer);

async function dryRunTable(
  house: House,
  job: Job,
  importer: TableImporter,
  { actor }: RowReading,
): Promise<DryRun> {
  const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const problems: Rejection[] = [];
  let warnings: Warnings = job.warnings;
  const memory = new Map<string, unknown>();
  await single(house, async (work) => {
    for (let place = 0; ;) {
      const batch = await stagedRows(work, job, place, tableRowsAtOnce);
      if (batch.length === 0) return;
      place = batch.at(-1)?.row ?? place;
      const done = await importer.table(work, job, batch.map((row) => asRow(job, row)), { actor, write: false, memory });
      counts.rows += batch.length;
      counts.created += done.created;
      counts.updated += done.updated;
      counts.unchanged += done.unchanged;
      counts.rejected += done.rejected.length;
      problems.push(...done.rejected.slice(0, problemsShown - problems.length));
      warnings = addWarnings(warnings, done.warnings);
    }
  }); // prettier-ignore
  return { ...counts, warnings, problems };
}

/** What a history import would do: how many records with how many events, and which rows it cannot read. */
async function dryRunHistory(house: House, job: Job, importer: HistoryImporter): Promise<DryRun> {
  // Names are made only when it runs, so here every name is taken for known.
  const reading = { ...readingOf({ house }, job, new Map()), idOf: () => null };
  let [created, unchanged, rejectedCount, rows] = [0, 0, 0, 0];
  const problems: Rejection[] = [];
  let warnings: Warnings = job.warnings;
  await onConnection(house.pool, async (tx) => {
    for (let after = ''; ;) {
      const staged = await tx.run<{ row: number; grp: string; cells: string[] }>(
        'import_dry_groups',
        `select row, grp, cells from import_row where job_id = $1 and grp in (
           select distinct grp from import_row where job_id = $1 and grp > $2 order by grp limit 200) order by grp, row`,
        [job.id, after],
      );
      if (staged.length === 0) return;
      after = staged.at(-1)?.grp ?? after;
      rows += staged.length;
      const found: Warning[] = [];
      const refs: string[] = [];
      for (const [, group] of Map.groupBy(staged, (row) => row.grp)) {
        const read = importer.read(
          group.map((row) => asRow(job, row)),
          reading,
        );
        found.push(...read.warnings);
        rejectedCount += read.rejected.length;
        problems.push(...read.rejected.slice(0, problemsShown - problems.length));
        if (read.history) refs.push(read.history.sourceRef);
      }
      warnings = addWarnings(warnings, found);
      const [known] = await tx.run<{ n: number }>(
        'import_dry_known',
        'select count(*) as n from record where type = $1 and source = $2 and source_ref = any($3::text[])',
        [job.type, job.mapping.source, refs],
      );
      unchanged += known?.n ?? 0;
      created += refs.length - (known?.n ?? 0);
    }
  });
  return { rows, created, updated: 0, unchanged, rejected: rejectedCount, warnings, problems };
}
