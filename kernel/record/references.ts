import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import type { Work } from '../practice/house.ts';
import type { Input } from '../process/process.ts';
import { allFields, type RecordType } from './record.ts';

/** What an id is never changes and records are never deleted, so an answer once found stays true. */
const knownTypes = new Map<string, string>();
const mostKnown = 200_000;

/** A reference must point to a record of the right type: an unknown or foreign id is a 422 that names its field. */
export async function checkReferences(
  work: Work,
  type: RecordType,
  fields: readonly string[],
  input: Input,
): Promise<void> {
  const all = allFields(type);
  const wanted = fields.flatMap((key) => {
    const about = all[key]?.about;
    if (about?.kind !== 'reference' && about?.kind !== 'references') return [];
    return [input[key] ?? []]
      .flat()
      .map((id) => ({ key, id: typeof id === 'string' ? id : '', to: about.to ?? [] }));
  });
  const faults = (await wrongReferences(work, wanted)).map(({ key, id, to }): FieldProblem => ({
    field: key,
    code: 'problem.no_such_reference',
    params: { types: to.map((t) => `@${t}.name`).join(', ') },
    found: id,
  }));
  if (faults.length > 0) throw invalid(faults);
}

type Pointer = { readonly key: string; readonly id: string; readonly to: readonly string[] };

/** Those that point to nothing, or to a record of another type. */
export async function wrongReferences(work: Work, wanted: readonly Pointer[]): Promise<readonly Pointer[]> {
  const unknown = wanted.filter(({ id }) => !knownTypes.has(id)).map(({ id }) => id);
  if (unknown.length > 0) {
    const rows = await work.run<{ id: string; type: string }>(
      'record_types',
      'select id, type from record where id = any($1::uuid[])',
      [unknown],
    );
    if (knownTypes.size > mostKnown) knownTypes.clear();
    for (const row of rows) knownTypes.set(row.id, row.type);
  }
  return wanted.filter(({ id, to }) => {
    const found = knownTypes.get(id);
    // A reference without types takes a record of any.
    return found === undefined || (to.length > 0 && !to.includes(found));
  });
}
