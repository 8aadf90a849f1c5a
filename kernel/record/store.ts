import type { Tx } from '../../platform/db/tx.ts';
import { clockColumns, clockFromSql, clockSummary, clockToSql, type ClockRow } from '../clock/clock.store.ts';
import { words } from '../search/words.ts';
import { eventToSql, insertEvents, type TrailEvent } from '../trail/event.ts';
import { customPrefix } from '../custom-field/nested.ts';
import type { References } from './present.ts';
import type { BaseRecord } from './base.ts';
import { column, perType, type RecordType } from './record.ts';

/**
 * The SQL behind `act`: one statement reads a record with its clocks under its lock, one statement writes everything
 * that an act changes. The texts are made once per record type and prepared by name.
 */
export type Stored<R = BaseRecord> = { readonly record: R; readonly clocks: readonly ClockRow[] };

/** Everything one act (or one replayed history) leaves behind. */
export type Write = {
  readonly record: BaseRecord;
  readonly before: BaseRecord | undefined;
  readonly open: boolean;
  readonly clocks: readonly ClockRow[];
  readonly events: readonly TrailEvent[];
  /** What search reads of the custom fields: before and after. */
  readonly customWords?: readonly [string, string] | undefined;
};

export const baseColumns = [
  'title', 'state', 'version', 'priority', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'customerId', 'orgUnitId',
  'nextDue', 'occurredAt', 'createdAt', 'updatedAt', 'closedAt', 'createdBy', 'source', 'sourceRef', 'custom',
] as const; // prettier-ignore

/** The select list that turns a row of `record r` (and its own table `t`) into camelCase fields, one by one. */
const selectedFields = perType((type): ReadonlyMap<string, string> => {
  const base = ['id', 'type', 'number', ...baseColumns].map((field) =>
    field === 'nextDue'
      ? ([field, `nullif(r.next_due, 'infinity') as "nextDue"`] as const)
      : ([field, `r.${column(field)} as "${field}"`] as const),
  );
  const own = Object.keys(type.fields).map((field) => [field, `t."${column(field)}" as "${field}"`] as const);
  return new Map([...base, ...own]);
});
export const selectList = perType((type) => [...selectedFields(type).values()].join(', '));

/** What a row of a list always tells, whichever fields were asked for. */
const always = ['id', 'type', 'number', 'title', 'state', 'version'];

/** The select list of some fields only; undefined when the type has no field of one of these names. */
export function selectSome(type: RecordType, fields: readonly string[]): string | undefined {
  const all = selectedFields(type);
  const wanted = new Set([
    ...always,
    ...fields.map((field) => (field.startsWith(customPrefix) ? 'custom' : field)),
  ]);
  return wanted.values().every((field) => all.has(field))
    ? [...wanted].map((field) => all.get(field)).join(', ')
    : undefined;
}

export const tableOf = (type: RecordType) => type.type.replaceAll('-', '_');

const lockText = perType((type) => {
  const by = (key: 'id' | 'number') =>
    `select ${selectList(type)},
       (select json_agg(c order by c.name) from clock c where c.record_id = r.id) as clocks_
     from record r join ${tableOf(type)} t on t.id = r.id
     where r.${key} = $1 and r.type = '${type.type}' for no key update of r`;
  return { id: by('id'), number: by('number') };
});

/** Reads a record by number or id and locks it until the transaction ends. */
export async function lockRecord(
  tx: Tx,
  type: RecordType,
  by: { number: string } | { id: string },
): Promise<Stored | undefined> {
  const key = 'id' in by ? 'id' : 'number';
  const rows = await tx.run<BaseRecord & { clocks_: Parameters<typeof clockFromSql>[0][] | null }>(
    `lock_${type.type}_${key}`,
    lockText(type)[key],
    ['id' in by ? by.id : by.number],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { clocks_, ...record } = row;
  return { record, clocks: (clocks_ ?? []).map(clockFromSql) };
}

type Read = Stored & { readonly refs: References; readonly hasPending: boolean };

// The numbers as JSON: PostgreSQL takes it for the same hundred rows whatever it holds, and so keeps one plan. An array
// it plans anew each time, which took three times as long as the reading.
const readText = perType((type) => {
  const single = [
    'r.service_id',
    'r.team_id',
    'r.owner_id',
    'r.requester_id',
    'r.customer_id',
    'r.org_unit_id',
    'r.created_by',
  ];
  const columnsOf = (kind: 'reference' | 'references') =>
    Object.entries(type.fields).flatMap(([key, { about }]) =>
      about.kind === kind ? [`t."${column(key)}"`] : [],
    );
  const lists = columnsOf('references').map((list) => `coalesce(${list}, '{}')`);
  const ids = [`array[${[...single, ...columnsOf('reference')].join(', ')}]`, ...lists].join(' || ');
  return `select ${selectList(type)},
       (select json_agg(c order by c.name) from (select ${clockSummary} from clock k where k.record_id = r.id) c) as clocks_,
       (select json_object_agg(x.id, json_build_object('type', x.type, 'number', x.number, 'title', x.title, 'state', x.state))
        from record x where x.id = any(${ids})) as refs_,
       exists (select 1 from pending_act p where p.record_id = r.id and p.state = 'pending') as pending_
     from jsonb_array_elements_text($1::jsonb) as wanted join record r on r.number = wanted
       join ${tableOf(type)} t on t.id = r.id
     where r.type = '${type.type}'`;
});

/** Reads a record with its clocks (without their moves) and what it points to, in one statement and without a lock. */
export const readRecord = (tx: Tx, type: RecordType, number: string): Promise<Read | undefined> =>
  tx.together(`read_${type.type}`, number, async (t, numbers) => {
    const rows = await t.run<
      BaseRecord & {
        clocks_: Parameters<typeof clockFromSql>[0][] | null;
        refs_: References | null;
        pending_: boolean;
      }
    >(`read_${type.type}`, readText(type), [JSON.stringify(numbers)]);
    const found = new Map(
      rows.map(({ clocks_, refs_, pending_, ...record }): [string, Read] => [
        record.number,
        { record, clocks: (clocks_ ?? []).map(clockFromSql), refs: refs_ ?? {}, hasPending: pending_ },
      ]),
    );
    return numbers.map((wanted) => found.get(wanted));
  });

const updateText = perType((type) => {
  const own = Object.keys(type.fields);
  const base = baseColumns.map((field, i) => `${column(field)} = $${i + 6}${castOf(field)}`);
  const first = baseColumns.length + 6;
  const text = (reword: boolean) => `with r as (
       update record set open = $2, ${base.join(', ')} where id = $1
     ), ${own.length === 0 ? '' : `t as (update ${tableOf(type)} set ${own.map((f, i) => `"${column(f)}" = $${first + i}`).join(', ')} where id = $1),`}
     s as (
       ${
         reword
           ? `insert into search_entry (record_id, words) values ($1, to_tsvector('words', $3))
              on conflict (record_id) do update set words = excluded.words`
           : `select 1 where $3::text is null`
       }
     ), c as (
       insert into clock as old select * from jsonb_to_recordset($4::jsonb) as c(${clockColumns})
       on conflict (record_id, name) do update set
         (status, target_ms, agreement_id, agreement_version, calendar_id, started_at, elapsed_ms, due_at, warned,
          next_check_at, breached_at, stopped_at, cycles, missed, moves) =
         row(excluded.status, excluded.target_ms, excluded.agreement_id, excluded.agreement_version,
          excluded.calendar_id, excluded.started_at, excluded.elapsed_ms, excluded.due_at, excluded.warned,
          excluded.next_check_at, excluded.breached_at, excluded.stopped_at, excluded.cycles, excluded.missed,
          excluded.moves)
     ), e as (
       ${insertEvents('$5')}
     )
     select 1`;
  return { reworded: text(true), same: text(false) };
});

/** Writes a changed record, its clocks and its events in one statement. The caller holds the lock. */
export async function updateRecord(tx: Tx, type: RecordType, write: Write): Promise<void> {
  const [customBefore, customNow] = write.customWords ?? [];
  const text = searchText(type, write.record, customNow);
  const reword = !write.before || searchText(type, write.before, customBefore) !== text;
  await tx.run(
    `update_${type.type}${reword ? '_words' : ''}`,
    updateText(type)[reword ? 'reworded' : 'same'],
    [
      write.record.id,
      write.open,
      reword ? words(text) : null,
      JSON.stringify(write.clocks.map((c) => clockToSql(write.record.id, c))),
      JSON.stringify(write.events.map(eventToSql)),
      ...baseColumns.map((field) => baseValue(write.record, field)),
      ...Object.keys(type.fields).map((field) => ownValue(type, write.record, field)),
    ],
  );
}

const uuidFields = new Set([
  'serviceId',
  'teamId',
  'ownerId',
  'requesterId',
  'customerId',
  'orgUnitId',
  'createdBy',
]);
const timeFields = new Set(['nextDue', 'occurredAt', 'createdAt', 'updatedAt', 'closedAt']);
/** Parameters inside `insert … select` are not typed by their target column. */
export const castOf = (field: string) =>
  uuidFields.has(field) ? '::uuid' : timeFields.has(field) ? '::timestamptz'
  : field === 'custom' ? '::jsonb' : field === 'version' ? '::integer' : field === 'priority' ? '::smallint' : '::text'; // prettier-ignore

export const baseValue = (record: BaseRecord, field: (typeof baseColumns)[number]) =>
  field === 'nextDue' ? (record.nextDue ?? 'infinity') : record[field];

function ownValue(type: RecordType, record: BaseRecord, field: string): unknown {
  const value = (record as unknown as Record<string, unknown>)[field] ?? null;
  const kind = type.fields[field]?.about.kind;
  if (kind === 'references') return value ?? [];
  return kind === 'structure' && value !== null ? JSON.stringify(value) : value;
}

/** What search reads of a record: its title and the text fields its type names. Its number is found exactly. */
export const searchText = (type: RecordType, record: BaseRecord, custom?: string) =>
  [record.title, ...type.search.map((field) => (record as unknown as Record<string, unknown>)[field]), custom]
    .flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : [part]))
    .filter((part) => typeof part === 'string')
    .join('\n');
