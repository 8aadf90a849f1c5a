import type { Actor } from '../access/actor.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { createMany, type NewRecord } from '../record/create-many.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { NameSource } from './importer.ts';
import type { Job } from './job.store.ts';

/** A name's identity in the other system: `Category 37 / Subcategory 123`. */
export const refOf = (path: readonly (string | null | undefined)[]) =>
  path.filter(Boolean).join(' / ').slice(0, 400);

/** type → name in the other system → id here. */
export type Directory = ReadonlyMap<string, ReadonlyMap<string, string>>;

const batchSize = 500;

/**
 * Makes the people, teams and categories that a file names and that are not here yet. Known is what an earlier import
 * made of the same name, or the one record that bears it as its title. Repeating it makes nothing new.
 */
export async function ensureNames(
  house: House,
  job: Job,
  sources: readonly NameSource[],
  actor: Actor,
  onBatch: () => Promise<boolean>,
): Promise<void> {
  const { source, empty } = job.mapping;
  for (const given of sources) {
    const indexes = given.path.map((column) => job.columns.indexOf(column));
    if (indexes.includes(-1)) continue;
    const paths = await distinctPaths(house, job.id, indexes, empty);
    for (let i = 0; i < paths.length; i += batchSize) {
      const batch = paths.slice(i, i + batchSize);
      await begin(house, (work) =>
        ensure(work, source, given, batch, actor, { import: job.id, system: source }),
      );
      if (!(await onBatch())) return;
    }
  }
}

async function ensure(
  work: Work,
  source: string,
  given: NameSource,
  paths: readonly string[][],
  actor: Actor,
  detail: object,
): Promise<void> {
  const parents = given.parentField
    ? await knownRefs(
        work,
        given.type,
        source,
        paths.map((path) => refOf(path.slice(0, -1))),
      )
    : new Map<string, string>();
  const known = await knownRefs(work, given.type, source, paths.map(refOf));
  const unknown = paths.filter((path) => !known.has(refOf(path)));
  const titled =
    given.path.length === 1
      ? await knownTitles(
          work,
          given.type,
          unknown.map((path) => path[0] ?? ''),
        )
      : new Map<string, string>();
  const items = unknown
    .filter((path) => !titled.has(path.at(-1) ?? ''))
    .map((path): NewRecord => {
      const parent = parents.get(refOf(path.slice(0, -1)));
      return {
        input: {
          title: (path.at(-1) ?? '').slice(0, 200),
          ...given.fields,
          ...(given.parentField && parent ? { [given.parentField]: parent } : {}),
        },
        origin: { source, sourceRef: refOf(path) },
      };
    });
  await createMany(work, given.type, actor, items, { source: detail });
}

async function distinctPaths(
  house: House,
  jobId: string,
  indexes: readonly number[],
  empty: readonly string[],
): Promise<string[][]> {
  const cells = indexes.map((i) => `trim(cells->>${i})`);
  const rows = await onConnection(house.pool, (tx) =>
    tx.run<{ path: string[] }>(
      `import_names_${indexes.join('_')}`,
      `select path from (select distinct array[${cells.join(', ')}] as path from import_row where job_id = $1) x
       where array_position(path, null) is null and not path && $2::text[] order by path`,
      [jobId, ['', ...empty]],
    ),
  );
  return rows.map((row) => row.path);
}

async function knownRefs(
  work: Work,
  type: string,
  source: string,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await work.run<{ ref: string; id: string }>(
    'import_known_refs',
    'select source_ref as ref, id from record where type = $1 and source = $2 and source_ref = any($3::text[])',
    [type, source, refs],
  );
  return new Map(rows.map((r) => [r.ref, r.id]));
}

/** Only a title that one record alone bears says who is meant. */
async function knownTitles(
  work: Work,
  type: string,
  titles: readonly string[],
): Promise<Map<string, string>> {
  const rows = await work.run<{ title: string; id: string }>(
    'import_known_titles',
    `select title, min(id::text) as id from record where type = $1 and title = any($2::text[]) and open group by title having count(*) = 1`,
    [type, titles],
  );
  return new Map(rows.map((r) => [r.title, r.id]));
}

/** Every name that `sources` may point to, read once for a whole run. */
export async function directoryOf(
  house: House,
  job: Job,
  sources: readonly NameSource[],
): Promise<Directory> {
  const { source } = job.mapping;
  const types = [...new Set(sources.map((s) => s.type))];
  const directory = new Map<string, Map<string, string>>();
  for (const type of types) {
    typeNamed(house, type);
    const byRef = new Map<string, string>();
    directory.set(type, byRef);
    const mine = await onConnection(house.pool, (tx) =>
      tx.run<{ ref: string; id: string }>(
        'import_refs',
        'select source_ref as ref, id from record where type = $1 and source = $2',
        [type, source],
      ),
    );
    for (const { ref, id } of mine) byRef.set(ref, id);
    for (const given of sources.filter((s) => s.type === type && s.path.length === 1)) {
      const indexes = given.path.map((column) => job.columns.indexOf(column));
      if (indexes.includes(-1)) continue;
      const missing = (await distinctPaths(house, job.id, indexes, job.mapping.empty))
        .map((path) => path[0] ?? '')
        .filter((name) => !byRef.has(name));
      const titled = await begin(house, (work) => knownTitles(work, type, missing));
      for (const [title, id] of titled) byRef.set(title, id);
    }
  }
  return directory;
}
