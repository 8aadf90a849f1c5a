import type { Tx } from '../../platform/db/tx.ts';
import { clockColumns, clockToSql } from '../clock/clock.store.ts';
import { words } from '../search/words.ts';
import { eventToSql, insertEvents } from '../trail/event.ts';
import { column, type RecordType } from './record.ts';
import { baseColumns, baseValue, castOf, searchText, tableOf, type Write } from './store.ts';

/**
 * `insertRecord` for many records of one type in one statement, each with its whole history: what imports write.
 * Answers the numbers by id, handed out in the order given.
 */
export async function insertRecords(
  tx: Tx,
  type: RecordType,
  writes: readonly Write[],
): Promise<Map<string, string>> {
  if (writes.length === 0) return new Map();
  const own = Object.keys(type.fields);
  const ownColumns = ['id', ...own.map((field) => `"${column(field)}"`)].join(', ');
  const base = baseColumns.map(column);
  const rows = await tx.run<{ id: string; number: string }>(
    `insert_many_${type.type}`,
    `with given as (
       select * from jsonb_to_recordset($1::jsonb)
         as x(n integer, id uuid, open boolean, ${baseColumns.map((field) => `${column(field)} ${castOf(field).slice(2)}`).join(', ')})
     ), numbered as materialized (
       select id, '${type.prefix}-' || lpad(m::text, greatest(6, length(m::text)), '0') as number
       from (select id, nextval('number_${tableOf(type)}') as m from (select id from given order by n) y) z
     ), r as (
       insert into record (id, type, number, open, ${base.join(', ')})
       select g.id, '${type.type}', m.number, g.open, ${base.map((name) => `g.${name}`).join(', ')}
       from given g join numbered m on m.id = g.id order by g.n
     ), t as (
       insert into ${tableOf(type)} (${ownColumns})
       select ${ownColumns} from jsonb_populate_recordset(null::${tableOf(type)}, $2::jsonb)
     ), s as (
       insert into search_entry (record_id, words)
       select (e->>0)::uuid, to_tsvector('words', e->>1) from jsonb_array_elements($3::jsonb) e
     ), c as (
       insert into clock select * from jsonb_to_recordset($4::jsonb) as c(${clockColumns})
     ), e as (
       ${insertEvents('$5')}
     )
     select id, number from numbered`,
    [
      JSON.stringify(
        writes.map((write, n) => ({ n, id: write.record.id, open: write.open, ...baseRow(write) })),
      ),
      JSON.stringify(writes.map(({ record }) => ({ id: record.id, ...ownRow(type, record, own) }))),
      JSON.stringify(writes.map(({ record }) => [record.id, words(searchText(type, record))])),
      JSON.stringify(
        writes.flatMap(({ record, clocks }) => clocks.map((clock) => clockToSql(record.id, clock))),
      ),
      JSON.stringify(writes.flatMap(({ events }) => events.map(eventToSql))),
    ],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const baseRow = ({ record }: Write) =>
  Object.fromEntries(baseColumns.map((field) => [column(field), baseValue(record, field)]));

function ownRow(type: RecordType, record: Write['record'], own: readonly string[]) {
  const values = record as unknown as Record<string, unknown>;
  return Object.fromEntries(
    own.map((field) => [
      column(field),
      values[field] ?? (type.fields[field]?.about.kind === 'references' ? [] : null),
    ]),
  );
}
