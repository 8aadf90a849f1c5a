import type { Tx } from '../../platform/db/tx.ts';
import { clockColumns, clockToSql } from '../clock/clock.store.ts';
import { words } from '../search/words.ts';
import { eventToSql, insertEvents } from '../trail/event.ts';
import { column, perType, type RecordType } from './record.ts';
import { baseColumns, baseValue, castOf, searchText, tableOf, type Write } from './store.ts';

/** Inserts a new record with its number, own row, clocks, search entry and trail, all in one statement. */
export const insertRecord = (tx: Tx, type: RecordType, write: Write): Promise<string> =>
  tx.together(`insert_${type.type}`, write, async (t, writes) => {
    const numbers = await insertRecords(t, type, writes);
    return writes.map(({ record }) => {
      const number = numbers.get(record.id);
      if (number === undefined) throw new Error(`no number for a new ${type.type}`);
      return number;
    });
  });

/**
 * The same for many records of one type, each with its whole history: what imports write too. Answers the numbers by
 * id, handed out in the order given.
 */
export async function insertRecords(
  tx: Tx,
  type: RecordType,
  writes: readonly Write[],
): Promise<Map<string, string>> {
  if (writes.length === 0) return new Map();
  const { base, own } = rowsOf(type);
  const rows = await tx.run<{ id: string; number: string }>(`insert_${type.type}`, insertText(type), [
    JSON.stringify(writes.map(base)),
    JSON.stringify(writes.map(own)),
    JSON.stringify(
      writes.map(({ record, customWords }) => [record.id, words(searchText(type, record, customWords?.[1]))]),
    ),
    JSON.stringify(
      writes.flatMap(({ record, clocks }) => clocks.map((clock) => clockToSql(record.id, clock))),
    ),
    JSON.stringify(writes.flatMap(({ events }) => events.map(eventToSql))),
  ]);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const insertText = perType((type) => {
  const base = baseColumns.map(column);
  const ownColumns = ['id', ...Object.keys(type.fields).map((field) => `"${column(field)}"`)].join(', ');
  return `with given as (
       select * from jsonb_to_recordset($1::jsonb)
         as x(n integer, id uuid, open boolean, ${baseColumns.map((field) => `${column(field)} ${castOf(field).slice(2)}`).join(', ')})
     ), gap as (
       delete from number_gap where (prefix, n) in
         (select prefix, n from number_gap where prefix = '${type.prefix}' order by n
          limit (select count(*) from given) for update skip locked)
       returning n
     ), numbered as materialized (
       select id, '${type.prefix}-' || lpad(m::text, greatest(6, length(m::text)), '0') as number
       from (select y.id, coalesce(g.m, nextval('number_${tableOf(type)}')) as m
             from (select id, row_number() over (order by n) as i from given) y
             left join (select n as m, row_number() over (order by n) as i from gap) g using (i) order by i) z
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
     select id, number from numbered`;
});

/** How a write becomes a row of `record` and of its own table. Most fields are empty and stay out: absent is null. */
const rowsOf = perType((type) => {
  const baseNames = baseColumns.map((field) => [field, column(field)] as const);
  const ownNames = Object.entries(type.fields).map(
    ([field, { about }]) => [field, column(field), about.kind === 'references' ? [] : null] as const,
  );
  return {
    base: ({ record, open }: Write, n: number) => {
      const row: Record<string, unknown> = { n, id: record.id, open };
      for (const [field, name] of baseNames) {
        const value = baseValue(record, field);
        if (value !== null) row[name] = value;
      }
      return row;
    },
    own: ({ record }: Write) => {
      const row: Record<string, unknown> = { id: record.id };
      const values = record as unknown as Readonly<Record<string, unknown>>;
      for (const [field, name, empty] of ownNames) {
        const value = values[field] ?? empty;
        if (value !== null) row[name] = value;
      }
      return row;
    },
  };
});
