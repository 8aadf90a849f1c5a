import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { selectList } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { PackScope } from './pack.scope.ts';
import type { Population } from '../../kernel/sampling/draw.ts';
import type { AuditSample } from './sample.fields.ts';
import { readPopulation } from './sample.population.ts';
import { contentsOf, definitionOf } from './sample.verify.ts';

/** A larger population is proved by its hash alone. */
const mostIds = 200_000;

type File = { readonly path: string; readonly content: Iterable<string> };

/** The samples of the records in the pack: definition and results, what was frozen, and the list they were drawn from. */
export async function* samplesOf(tx: Tx, house: House, { selections }: PackScope, actor: Actor): AsyncIterable<File> {
  const type = house.types.get('audit-sample');
  if (!type) return;
  const types = selections.map((selection) => selection.type.type);
  const { rows } = await sql<BaseRecord>`
    select ${sql.raw(selectList(type))} from record r join audit_sample t on t.id = r.id
    where r.type = 'audit-sample' and ${visible(type.access, actor)} and t.record_type = any(${types}::text[]) order by r.id`.execute(tx.db);
  for (const row of rows) {
    const sample = row as AuditSample;
    const folder = `samples/${sample.number}`;
    yield { path: `${folder}/sample.json`, content: [`${JSON.stringify(sample, null, 1)}\n`] };
    const contents = await contentsOf(tx, sample.id);
    yield { path: `${folder}/contents.jsonl`, content: contents.values().map((content) => `${content}\n`).toArray() };
    if ((sample.populationCount ?? 0) > mostIds) continue;
    const population = await readPopulation(tx, house, definitionOf(sample));
    // Where the records have changed since, the list of then cannot be made any more; the frozen contents still hold.
    if (population.hash === sample.populationHash) yield { path: `${folder}/population.txt`, content: linesOf(population) };
  }
} // prettier-ignore

/** What samples drew of a record type: an auditor will want these one by one. */
export const drawnNumbers = async (tx: Tx, house: House, recordType: string, actor: Actor): Promise<string[]> => {
  const type = house.types.get('audit-sample');
  if (!type) return [];
  const { rows } = await sql<{ number: string }>`
    select distinct item->>'number' as number from record r join audit_sample t on t.id = r.id, jsonb_array_elements(t.items) item
    where r.type = 'audit-sample' and ${visible(type.access, actor)} and t.record_type = ${recordType} order by 1`.execute(tx.db);
  return rows.map(({ number }) => number);
}; // prettier-ignore

function* linesOf(population: Population): Iterable<string> {
  const ids = population.strata.flatMap(({ key, count, idAt }) =>
    Array.from({ length: count }, (_, place) => `${idAt(place)} ${key}\n`),
  );
  yield* ids.sort();
}
