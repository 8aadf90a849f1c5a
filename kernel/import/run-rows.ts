import type { FieldProblem } from '../../platform/http/problem.ts';
import { system, type Actor } from '../access/actor.ts';
import { actorFor } from '../directory/actor.store.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import { act, create } from '../record/act.ts';
import { createMany, createsMany } from '../record/create-many.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { customPrefix, nested } from '../custom-field/nested.ts';
import { lockRecord } from '../record/store.ts';
import { convert } from './convert.ts';
import type { Converted } from './converted.ts';
import type { Rejection, Warning } from './importer.ts';
import { addWarnings, saveProgress, saveRejected, type Job } from './job.store.ts';
import type { LabelsOf } from './labels.ts';
import { labelsAs, prepareRows, readAs } from './prepare.ts';
import { resolveNames, type Resolved } from './resolve.ts';
import { inSavepoint } from './run-history.ts';

const rowsAtOnce = 250;

export type RowReading = {
  readonly type: RecordType;
  /** The same with its custom fields among its own: what a row is read by. */
  readonly read: RecordType;
  readonly actor: Actor;
  readonly labels: LabelsOf;
};

/** Rows are written as the person who imports, with their roles: every guard is asked. */
export async function rowReading(house: House, job: Job, labels: LabelsOf): Promise<RowReading> {
  const actor = job.actorId === null ? system('import') : await actorFor(house, job.actorId, 'import');
  if (!actor) throw new Error('the person who started this import is not in use any more');
  const type = typeNamed(house, job.type);
  return {
    type,
    read: readAs(house, type),
    actor,
    labels: labelsAs(house, type, labels),
  };
}

export type StagedRow = { readonly row: number; readonly cells: readonly string[] };

export const stagedRows = (work: Work, job: Job, after: number, limit: number) =>
  work.run<StagedRow>(
    'import_rows',
    'select row, cells from import_row where job_id = $1 and row > $2 order by row limit $3',
    [job.id, after, limit],
  );

/** The next rows, each by itself: what one row may not do keeps no other row from being written. False: none left. */
export async function rowBatch(work: Work, job: Job, reading: RowReading): Promise<boolean> {
  const rows = await stagedRows(work, job, job.place, rowsAtOnce);
  const last = rows.at(-1);
  if (!last) return false;
  const { type, read, actor, labels } = reading;
  const converted = await prepareRows(
    work,
    job,
    rows.map((row) => ({ ...row, ...convert(read, job.mapping, job.columns, row.cells, labels) })),
    new Map(),
  );
  const resolved = await resolveNames(
    work,
    converted.flatMap((c) => c.names),
    job.mapping.source,
    actor,
    true,
    { import: job.id, system: job.mapping.source },
  );
  const known = await knownRecords(work, type, job, rows);
  const counts = { created: 0, updated: 0, unchanged: 0, events: 0 };
  const rejected: Rejection[] = [];
  const warnings: Warning[] = [];
  const ready = converted.flatMap((row) => {
    const { input, reasons, ignored } = complete(row, resolved, job);
    warnings.push(...(row.warnings ?? []), ...ignored);
    const ref = refOfRow(job, row.cells);
    reasons.push(...faultsOfRow(job, row.cells, ref));
    if (reasons.length > 0) rejected.push({ row: row.row, reasons });
    return reasons.length > 0 ? [] : [{ row: row.row, input, ref: ref ?? undefined }];
  });
  const made = await createTogether(work, job, reading, ready, known);
  for (const { row, input, ref } of ready) {
    if (made.has(row)) {
      counts.created += 1;
      counts.events += 1;
      continue;
    }
    const id = ref === undefined ? undefined : known.get(ref);
    const done = await inSavepoint(work, () =>
      id === undefined
        ? createOne(work, job, reading, row, ref, input)
        : updateOne(work, job, reading, id, input),
    );
    if ('reasons' in done) {
      rejected.push({ row, reasons: done.reasons });
      continue;
    }
    const { outcome, record, warned = [] } = done.done;
    counts[outcome] += 1;
    if (outcome !== 'unchanged') counts.events += 1;
    warnings.push(...warned.map((code) => ({ code, sample: `${row}` })));
    if (record && ref !== undefined) known.set(ref, record.id);
  }
  if (rejected.length > 0) {
    const cellsOf = new Map(rows.map((r) => [r.row, r.cells]));
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

type Ready = { readonly row: number; readonly input: Input; readonly ref: string | undefined };

/**
 * New records of a batch in one statement. Where one of them is refused none is written: they are then made one by one,
 * so that only that one is rejected. Answers the rows it has made; a row that repeats another's identity is not among them.
 */
async function createTogether(
  work: Work,
  job: Job,
  { type, actor }: RowReading,
  ready: readonly Ready[],
  known: Map<string, string>,
): Promise<ReadonlySet<number>> {
  if (!createsMany(type)) return new Set();
  const { source } = job.mapping;
  const taken = new Set(known.keys());
  const fresh = ready.filter(({ ref }) => {
    const isNew = ref === undefined || !taken.has(ref);
    if (ref !== undefined) taken.add(ref);
    return isNew;
  });
  if (fresh.length < 2) return new Set();
  const items = fresh.map(({ row, input, ref }) => ({
    input: nested(input),
    detail: { source: { system: source, file: job.fileName, row, import: job.id } },
    ...(ref === undefined ? {} : { origin: { source, sourceRef: ref } }),
  }));
  const done = await inSavepoint(work, () => createMany(work, type.type, actor, items, {}));
  if ('reasons' in done) return new Set();
  fresh.forEach(({ ref }, i) => {
    const id = done.done[i];
    if (ref !== undefined && id !== undefined) known.set(ref, id);
  });
  return new Set(fresh.map(({ row }) => row));
}

type Done = {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly record?: BaseRecord;
  readonly warned?: readonly string[];
};

async function createOne(
  work: Work,
  job: Job,
  { type, actor }: RowReading,
  row: number,
  ref: string | undefined,
  input: Input,
): Promise<Done> {
  const { source } = job.mapping;
  const record = await create(work, type.type, actor, nested(input), {
    detail: { source: { system: source, file: job.fileName, row, import: job.id } },
    ...(ref === undefined ? {} : { origin: { source, sourceRef: ref } }),
  });
  return { outcome: 'created', record };
}

type Input = Readonly<Record<string, unknown>>;

/** Only what differs; a second import of the same file changes nothing. */
async function updateOne(
  work: Work,
  job: Job,
  { type, actor }: RowReading,
  id: string,
  input: Input,
): Promise<Done> {
  const stored = await lockRecord(work, type, { id });
  if (!stored) throw new Error(`${type.type} ${id} is gone`);
  const { changed, fixed } = differences(type, stored.record, input);
  const warned = fixed.length > 0 ? ['import.field_fixed'] : [];
  if (Object.keys(changed).length === 0) return { outcome: 'unchanged', warned };
  const { pending } = await act(work, { type: type.type, id }, 'edit', actor, { ...nested(changed), reason: `Import: ${job.fileName}` }, {
    detail: { source: { system: job.mapping.source, file: job.fileName, import: job.id } },
  }); // prettier-ignore
  return { outcome: 'updated', warned: pending === undefined ? warned : [...warned, 'import.second_person'] };
}

/** What an edit may change, and what differs but only a transition may set. */
export function differences(type: RecordType, record: BaseRecord, input: Input) {
  const fields = processOf(type).edit.fields ?? [];
  const editable = { includes: (key: string) => key.startsWith(customPrefix) || fields.includes(key) };
  const values: Input = {
    ...record,
    ...Object.fromEntries(
      Object.entries(record.custom ?? {}).map(([key, value]) => [`${customPrefix}${key}`, value]),
    ),
  };
  const different = Object.entries(input).filter(([key, value]) => !same(values[key] ?? null, value));
  return {
    changed: Object.fromEntries(different.filter(([key]) => editable.includes(key))),
    fixed: different.map(([key]) => key).filter((key) => !editable.includes(key)),
  };
}

const same = (a: unknown, b: unknown) =>
  a === b ||
  (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b)) ||
  (typeof a === 'string' && typeof b === 'string' && isInstant(a) && Date.parse(a) === Date.parse(b));
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text);

/** undefined: this import has no identity; null: this row lacks it. */
export function refOfRow(job: Job, cells: readonly string[]): string | null | undefined {
  const { identity, empty } = job.mapping;
  if (identity === null) return undefined;
  const text = (cells[job.columns.indexOf(identity)] ?? '').trim();
  return text === '' || empty.includes(text) ? null : text.slice(0, 400);
}

/** What is wrong with a row as such, before any of its values: the dry run and the import must agree on it. */
export function faultsOfRow(
  { columns, mapping }: Job,
  cells: readonly string[],
  ref: string | null | undefined,
): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (cells.length > columns.length) {
    const params = { columns: columns.length, found: cells.length };
    faults.push({ field: '', code: 'import.too_many_cells', params });
  }
  if (ref === null) {
    const field = mapping.identity ?? '';
    faults.push({ field, code: 'problem.required', params: { field } });
  }
  return faults;
}

export async function knownRecords(
  work: Work,
  type: RecordType,
  job: Job,
  rows: readonly StagedRow[],
): Promise<Map<string, string>> {
  const refs = rows.flatMap((row) => refOfRow(job, row.cells) ?? []);
  if (refs.length === 0) return new Map();
  const found = await work.run<{ ref: string; id: string }>(
    'import_known_refs',
    'select source_ref as ref, id from record where type = $1 and source = $2 and source_ref = any($3::text[])',
    [type.type, job.mapping.source, refs],
  );
  return new Map(found.map((r) => [r.ref, r.id]));
}

/** Puts the ids of the names it resolved into a row's input. */
export function complete(
  row: Converted,
  resolved: Resolved,
  job: Job,
  maymake = false,
): { input: Record<string, unknown>; reasons: FieldProblem[]; ignored: Warning[] } {
  const input = { ...row.input };
  const reasons = [...row.reasons];
  const ignored: Warning[] = [];
  for (const name of row.names) {
    const found = resolved(name);
    if (found !== undefined && found !== 'several') {
      input[name.field] = name.many
        ? [...((input[name.field] as string[] | undefined) ?? []), found.id]
        : found.id;
      continue;
    }
    if (found === undefined && name.create && maymake) continue;
    const code = found === 'several' ? 'import.ambiguous_name' : 'import.unknown_name';
    if (job.mapping.unknown === 'reject')
      reasons.push({
        field: name.field,
        code,
        params: { name: name.text.slice(0, 120) },
        found: name.text.slice(0, 120),
      });
    else ignored.push({ code, sample: name.text });
  }
  return { input, reasons, ignored };
}
