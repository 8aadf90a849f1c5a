import type { Work } from '../../kernel/practice/house.ts';
import type { RowOnItsWay, RowPreparation } from '../../kernel/import/importer.ts';
import type { Job } from '../../kernel/import/job.store.ts';
import { refOfRow } from '../../kernel/import/run-rows.ts';
import { text } from '../../kernel/record/field.ts';
import { asText } from '../../kernel/record/text.ts';
import type { CiClass, CiClasses } from './class.snapshot.ts';
import { attributesOf, ciClasses, classCalled } from './class.snapshot.ts';

const prefix = 'attributes.';

/** Files of items: columns may be attributes, classes go by many names, and some items have none or another's. */
export const ciPreparation: RowPreparation = {
  recordType: 'ci',
  fields: (reference) => {
    const all = [...reference.get(ciClasses).values()].flatMap((c) => c.attributes);
    return Object.fromEntries(
      all.map(({ key, label }) => [
        `${prefix}${key}`,
        { field: text(2000), labels: [key, label.en, label['zh-CN']] },
      ]),
    );
  },
  identities: ['external id', 'name'],
  idOf: (reference, field, name) =>
    field === 'classId' ? classCalled(reference.get(ciClasses), name)?.id : undefined,
  prepare: async (work, job, rows, memory) => {
    const classes = work.house.reference.get(ciClasses);
    const whole = rows.map((row) => withAttributes(classes, job, row));
    const known = await knownRefs(work, job, whole);
    return named(work, job, classes, whole, known, memory);
  },
};

/** `attributes.version` and its like become one value; what a file called the class says what the item is for. */
function withAttributes(classes: CiClasses, job: Job, row: RowOnItsWay): RowOnItsWay {
  const entries = Object.entries(row.input);
  const attributes = Object.fromEntries(
    entries.flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])),
  );
  const own = Object.fromEntries(entries.filter(([key]) => !key.startsWith(prefix)));
  const found = typeof own['classId'] === 'string' ? classes.get(own['classId']) : undefined;
  const reasons = [...row.reasons];
  const unknown = row.names.find((name) => name.field === 'classId');
  if (unknown) reasons.push({ field: 'classId', code: 'ci.class_unknown', params: { name: unknown.text.slice(0, 80) } });
  else if (!found) reasons.push({ field: 'classId', code: 'ci.class_needed' });
  const also = found && calledOtherwise(found, job, row);
  if (also && attributes['role'] === undefined && attributesOf(classes, found.id).some((a) => a.key === 'role'))
    attributes['role'] = also;
  return {
    ...row,
    reasons,
    names: row.names.filter((name) => name.field !== 'classId'),
    input: Object.keys(attributes).length === 0 ? own : { ...own, attributes: { ...(own['attributes'] as object), ...attributes } },
    warnings: also ? [...(row.warnings ?? []), { code: 'ci.class_recognised', sample: `${also} → ${found.key}` }] : (row.warnings ?? []),
  };
} // prettier-ignore

/** The file's own word for the class, where it is neither its key nor its name. */
function calledOtherwise(found: CiClass, job: Job, row: RowOnItsWay): string | undefined {
  const column = Object.entries(job.mapping.columns).find(([, to]) => to.field === 'classId')?.[0];
  const word = column === undefined ? '' : (row.cells[job.columns.indexOf(column)] ?? '').trim();
  return found.alsoCalled.find((name) => name.toLowerCase() === word.toLowerCase());
}

/*
 * Looked up one by one, by their indexes: of a table that grows while it is imported into PostgreSQL knows too little, and
 * would go through all of it for each batch.
 */

async function knownRefs(work: Work, job: Job, rows: readonly RowOnItsWay[]): Promise<ReadonlySet<string>> {
  const refs = rows.flatMap((row) => refOfRow(job, row.cells) ?? []);
  if (refs.length === 0) return new Set();
  const found = await work.run<{ ref: string }>(
    'ci_known_refs',
    `select w.ref from unnest($2::text[]) as w (ref) cross join lateral (
       select 1 from record r where r.type = 'ci' and r.source = $1 and r.source_ref = w.ref offset 0) r`,
    [job.mapping.source, refs],
  );
  return new Set(found.map((row) => row.ref));
}

/** `device-74` beside the identifier `device:74` is no name: another program has put it where there was none. */
function repeats(job: Job, title: unknown, ref: string | null | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const { identity, columns } = job.mapping;
  return (
    typeof title === 'string' &&
    typeof ref === 'string' &&
    identity !== null &&
    columns[identity]?.field !== 'title' &&
    plain(title) === plain(ref)
  );
}

const placeOf = (classId: unknown, title: unknown, location: unknown) =>
  `${String(classId)}|${asText(title).toLowerCase()}|${typeof location === 'string' ? location.toLowerCase() : ''}`;

/** Nothing is dropped: what has no name gets one, what has another's keeps it, and both are marked and told. */
async function named(
  work: Work,
  job: Job,
  classes: CiClasses,
  rows: readonly RowOnItsWay[],
  known: ReadonlySet<string>,
  memory: Map<string, unknown>,
): Promise<readonly RowOnItsWay[]> {
  const taken = await takenPlaces(work, rows);
  return rows.map((row) => {
    const ref = refOfRow(job, row.cells);
    // What is here already keeps the name that somebody may have given it since.
    if (typeof ref === 'string' && known.has(ref)) return row;
    const { classId, title, location } = row.input;
    const found = typeof classId === 'string' ? classes.get(classId) : undefined;
    if (!found) return row;
    if (title === undefined || repeats(job, title, ref)) {
      const name = typeof title === 'string' ? title : `${found.label.en} ${ref ?? row.row}`.slice(0, 200);
      return marked({ ...row, input: { ...row.input, title: name } }, 'unnamed', name);
    }
    if (!found.uniqueNames) return row;
    const place = placeOf(classId, title, location);
    const again = taken.has(place) || memory.has(place);
    memory.set(place, true);
    return again ? marked(row, 'duplicate', asText(title)) : row;
  });
}

const marked = (row: RowOnItsWay, nameIssue: 'unnamed' | 'duplicate', sample: string): RowOnItsWay => ({
  ...row,
  input: { ...row.input, nameIssue },
  warnings: [...(row.warnings ?? []), { code: `ci.${nameIssue}`, sample }],
});

async function takenPlaces(work: Work, rows: readonly RowOnItsWay[]): Promise<ReadonlySet<string>> {
  const titles = [...new Set(rows.flatMap(({ input }) => (typeof input['title'] === 'string' ? [input['title'].toLowerCase()] : [])))];
  const found = await work.run<{ classId: string; title: string; location: string | null }>(
    'ci_taken_names',
    `select ci.class_id as "classId", r.title, ci.location
     from unnest($1::text[]) as w (low) cross join lateral (
         select r.id, r.title from record r where r.type = 'ci' and lower(r.title) = w.low and r.open offset 0) r
       join ci on ci.id = r.id`,
    [titles],
  );
  return new Set(found.map((row) => placeOf(row.classId, row.title, row.location)));
} // prettier-ignore
