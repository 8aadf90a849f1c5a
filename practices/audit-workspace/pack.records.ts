import type { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { customReferences } from '../../kernel/custom-field/values.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { harmless } from '../../kernel/record/export.ts';
import { referencesOf, type References } from '../../kernel/record/present.ts';
import { allFields, type RecordType } from '../../kernel/record/record.ts';
import { selectList, tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { escaped, page } from './pack.html.ts';
import type { Selection } from './pack.scope.ts';
import { plain, shown, valueOf, type Reading } from './pack.values.ts';

/**
 * Small, so that what was read is garbage before it grows old: with a thousand rows memory grew by a hundred megabytes. A
 * book of so many is set in three fifths of the memory that twice as many need, and in half the time.
 */
export const rowsAtOnce = 125;

export type Batch = { readonly rows: readonly BaseRecord[]; readonly refs: References };

/** The first of a selection after a place, with what they point to. */
export async function batchAfter(tx: Tx, house: House, { type, where }: Selection, after: string | null): Promise<Batch> {
  const place = after === null ? sql<boolean>`true` : sql<boolean>`r.id > ${after}::uuid`;
  const { rows } = await sql<BaseRecord>`
    select ${sql.raw(selectList(type))} from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
    where ${where} and ${place} order by r.id limit ${rowsAtOnce}`.execute(tx.db);
  return { rows, refs: await referencesOf(tx, type, rows, customReferences(house.reference, type, rows)) };
} // prettier-ignore

/** A selection in small batches by id: a hundred thousand take no more memory than a thousand. */
export async function* batchesOf(tx: Tx, house: House, selection: Selection): AsyncIterable<Batch> {
  for (let after: string | null = null; ;) {
    const batch = await batchAfter(tx, house, selection, after);
    if (batch.rows.length === 0) return;
    yield batch;
    after = batch.rows.at(-1)?.id ?? null;
    if (batch.rows.length < rowsAtOnce) return;
  }
}

export const countOf = async (tx: Tx, { type, where }: Selection): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from record r join ${sql.raw(tableOf(type))} t on t.id = r.id where ${where}`.execute(
      tx.db,
    )
  ).rows[0]?.n ?? 0;

/** What stands beside a record. */
export type Around = {
  readonly id: string;
  readonly comments: readonly { readonly at: string; readonly authorId: string | null; readonly body: string }[];
  readonly attachments: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  readonly links: readonly { readonly kind: string; readonly to: string }[];
  readonly clocks: readonly {
    readonly name: string;
    readonly elapsedMs: number | null;
    readonly targetMs: number | null;
    readonly dueAt: string | null;
    readonly breachedAt: string | null;
  }[];
}; // prettier-ignore

/** Each record on a line: all its fields, what they point to, its clocks, comments, links and the hashes of its files. */
export async function* recordLines(tx: Tx, house: House, selection: Selection): AsyncIterable<string> {
  for await (const { rows, refs } of batchesOf(tx, house, selection)) {
    const around = new Map((await aroundOf(tx, rows.map(({ id }) => id))).map((row) => [row.id, row])); // prettier-ignore
    for (const record of rows) {
      const { comments, attachments, links, clocks } = around.get(record.id) ?? {};
      const named = Object.fromEntries(idsOf(record).flatMap((id) => (refs[id] ? [[id, refs[id]] as const] : [])));
      yield `${JSON.stringify({ record, refs: named, clocks, comments, attachments, links })}\n`;
    }
  }
} // prettier-ignore

const idsOf = (record: BaseRecord): string[] =>
  Object.values(record).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one.length === 36),
  ); // prettier-ignore

export const aroundOf = (tx: Tx, ids: readonly string[]) =>
  tx.run<Around>(
    'pack_around',
    `select x.id,
       coalesce((select json_agg(json_build_object('at', c.at, 'authorId', c.author_id, 'public', c.public, 'body', c.body) order by c.at, c.id)
         from comment c where c.record_id = x.id), '[]') as comments,
       coalesce((select json_agg(json_build_object('name', a.name, 'size', a.size, 'sha256', encode(a.sha256, 'hex'), 'at', a.at) order by a.at, a.id)
         from attachment a where a.record_id = x.id), '[]') as attachments,
       coalesce((select json_agg(json_build_object('kind', l.kind, 'to', o.number) order by o.number)
         from link l join record o on o.id = l.to_id where l.from_id = x.id), '[]') as links,
       coalesce((select json_agg(json_build_object('name', k.name, 'status', k.status, 'startedAt', k.started_at, 'elapsedMs', k.elapsed_ms,
         'targetMs', k.target_ms, 'dueAt', k.due_at, 'stoppedAt', k.stopped_at, 'breachedAt', k.breached_at) order by k.name)
         from clock k where k.record_id = x.id), '[]') as clocks
     from unnest($1::uuid[]) x(id)`,
    [ids],
  );

const columnsOf = (type: RecordType) => [
  'number', 'state',
  ...Object.keys(allFields(type)),
  'createdAt', 'updatedAt', 'closedAt', 'createdBy', 'source', 'sourceRef',
]; // prettier-ignore

/** As a table, every field in a column named as in the API; references by number and title. */
export async function* recordTable(tx: Tx, house: House, selection: Selection): AsyncIterable<string> {
  const columns = [...new Set(columnsOf(selection.type))];
  yield `\uFEFF${stringify([columns], { record_delimiter: 'windows' })}`;
  for await (const { rows, refs } of batchesOf(tx, house, selection))
    yield stringify(
      rows.map((row) => columns.map((key) => harmless(plain(valueOf(row, key), refs)))),
      { record_delimiter: 'windows' },
    );
}

/** The same to be read: what a list shows, a page for each batch. */
export async function* recordPage(reading: Reading, batch: Batch, title: string): AsyncIterable<string | Buffer> {
  const { type, say } = reading;
  const columns = [...new Set([...type.list, 'createdAt', 'closedAt'])];
  const heads = columns.map((key) => `<th>${escaped(say.field(type.type, key))}</th>`).join('');
  yield page(say, title, `<table><thead><tr>${heads}</tr></thead><tbody>`).top;
  for (const row of batch.rows) {
    const cells = columns.map((key) => `<td>${escaped(shown(reading, key, valueOf(row, key), valueOf(row, 'currency')))}</td>`);
    yield `<tr id="${escaped(row.number)}">${cells.join('')}</tr>\n`;
  }
  yield '</tbody></table></body></html>';
} // prettier-ignore
