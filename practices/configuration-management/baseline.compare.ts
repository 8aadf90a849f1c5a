import type { Tx } from '../../platform/db/tx.ts';
import type { Baseline } from './baseline.fields.ts';
import { idsIn, rowsNow, scopeOf, typedScope } from './baseline.store.ts';

/** Of all there are, only those written since can have come into a scope that takes everything. */
const comeInto = (scope: NonNullable<Baseline['scope']>) =>
  scope === 'everything'
    ? `select x.id from record x join touched on touched.id = x.id where x.type in ('ci', 'service') and x.open`
    : idsIn[scope];

/** Where the trail and the relations stood; a baseline from before that was kept is compared from the beginning. */
async function pointOf(tx: Tx, id: string): Promise<string> {
  const [point] = await tx.run<{ txid: string }>(
    'baseline_point_of',
    'select txid::text as txid from baseline_point where baseline_id = $1',
    [id],
  );
  return point?.txid ?? '0';
}

type Found<Item, Line> = {
  readonly items: { readonly before: Item | null; readonly after: Item | null }[];
  readonly changed: { readonly line: Line; readonly added: boolean }[];
};
export const mostShown = 2000;

const item = (of: string) => `case when ${of}.record_id is null then null else json_build_object('id', ${of}.record_id,
  'number', ${of}.number, 'title', ${of}.title, 'state', ${of}.state, 'classKey', ${of}.class_key, 'data', ${of}.data) end`; // prettier-ignore
const itemsDiffer = `select ${item('a')} as before, ${item('b')} as after
  from a full join b on b.record_id = a.record_id where a.record_id is null or b.record_id is null
    or (a.title, a.state, a.class_key, a.data) is distinct from (b.title, b.state, b.class_key, b.data)
  order by coalesce(b.number, a.number) limit ${mostShown + 1}`;
const line = `json_build_object('from', x.from_id, 'kind', x.kind, 'to', x.to_id, 'group', x.redundancy_group) as line`;
const linesDiffer = `(select ${line}, true as added from (select * from b except select * from a) x limit ${mostShown + 1})
  union all (select ${line}, false from (select * from a except select * from b) x limit ${mostShown + 1})`;
const lineColumns = 'from_id, kind, to_id, redundancy_group';

/**
 * What differs from how it is now. Only what was written since can: records with an event since, relations written
 * since, and what has come into the scope with all that hangs on it. Everything else is not even read.
 */
export async function differFromNow<Item, Line>(tx: Tx, older: Baseline): Promise<Found<Item, Line>> {
  const { values } = scopeOf(older);
  const scope = older.scope ?? 'everything';
  const given = [...values, older.id, await pointOf(tx, older.id)];
  const since = `given as ${typedScope}, touched as materialized (
      select distinct e.record_id as id from trail_event e
      where e.txid >= $5::text::xid8 and e.record_type in ('ci', 'service')),
    kept as not materialized (select * from baseline_item where baseline_id = $4::uuid),
    come as materialized (
      select p.id from (${comeInto(scope)}) p (id) where (select true from kept k where k.record_id = p.id) is null)`;
  const items = await tx.run<Found<Item, Line>['items'][number]>(
    `baseline_items_since_${scope}`,
    `with ${since},
     a as materialized (select k.* from kept k where k.record_id in (select id from touched)),
     b as (${rowsNow(`select id from come union select a.record_id from a join record o on o.id = a.record_id and o.open`)})
     ${itemsDiffer}`,
    given,
  );
  const changed = await tx.run<Found<Item, Line>['changed'][number]>(
    `baseline_relations_since_${scope}`,
    `with ${since},
     written as materialized (
       select e.from_id, e.kind, e.to_id from ci_relation e where e.changed >= $5::text::xid8
       union select e.from_id, e.kind, e.to_id from come join ci_relation e on e.from_id = come.id where e.until is null
       union select e.from_id, e.kind, e.to_id from come join ci_relation e on e.to_id = come.id where e.until is null),
     a as (select r.from_id, r.kind, r.to_id, r.redundancy_group from written w
           join baseline_relation r on r.baseline_id = $4::uuid and (r.from_id, r.kind, r.to_id) = (w.from_id, w.kind, w.to_id)),
     b as (select e.from_id, e.kind, e.to_id, e.redundancy_group from written w
           join ci_relation e on (e.from_id, e.kind, e.to_id) = (w.from_id, w.kind, w.to_id) and e.until is null
           where ((select true from kept k where k.record_id = e.from_id) or e.from_id in (select id from come))
             and ((select true from kept k where k.record_id = e.to_id) or e.to_id in (select id from come)))
     ${linesDiffer}`,
    given,
  );
  return { items, changed };
}

/** What differs between two baselines. */
export async function differ<Item, Line>(tx: Tx, older: Baseline, newer: Baseline): Promise<Found<Item, Line>> {
  const both = [older.id, newer.id];
  const of = (table: string, columns: string) =>
    `a as (select ${columns} from ${table} where baseline_id = $1::uuid), b as (select ${columns} from ${table} where baseline_id = $2::uuid)`;
  return {
    items: await tx.run('baseline_items_differ', `with ${of('baseline_item', '*')} ${itemsDiffer}`, both),
    changed: await tx.run('baseline_relations_differ', `with ${of('baseline_relation', lineColumns)} ${linesDiffer}`, both),
  };
} // prettier-ignore
