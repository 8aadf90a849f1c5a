import type { Tx } from '../../platform/db/tx.ts';
import type { Baseline } from './baseline.fields.ts';

/** What is kept of an item and of a service: what a comparison tells of. */
const ciData = `jsonb_strip_nulls(jsonb_build_object('description', c.description, 'criticality', c.criticality,
  'serialNumber', c.serial_number, 'location', c.location, 'supplierId', c.supplier_id, 'warrantyUntil', c.warranty_until,
  'endOfLife', c.end_of_life, 'ownerId', r.owner_id, 'serviceId', r.service_id, 'changeRef', c.change_ref,
  'attributes', nullif(c.attributes, '{}'::jsonb)))`;
const serviceData = `jsonb_strip_nulls(jsonb_build_object('description', v.description, 'criticality', v.criticality,
  'ownerId', r.owner_id, 'outcome', v.outcome, 'hours', v.hours, 'audience', v.audience))`;

/** Items and services as they are now, in the shape of a baseline's rows, for a list of ids. */
export const rowsNow = (ids: string) => `
  select r.id as record_id, r.number, r.title, r.state, k.key as class_key, ${ciData} as data
    from record r join ci c on c.id = r.id join ci_class k on k.id = c.class_id where r.id in (${ids})
  union all
  select r.id, r.number, r.title, r.state, 'service', ${serviceData}
    from record r join service v on v.id = r.id where r.id in (${ids})`;

/** Which records belong to a scope, at this moment: $1 class, $2 root, $3 depth. Retired and withdrawn ones do not. */
export const idsIn: Readonly<Record<NonNullable<Baseline['scope']>, string>> = {
  everything: `select x.id from record x where x.type in ('ci', 'service') and x.open`,
  class: `select x.id from record x join ci y on y.id = x.id where x.type = 'ci' and x.open and y.class_id in (
            with recursive below(id) as (select $1::uuid union select k.id from ci_class k join below b on k.parent_id = b.id)
            select id from below)`,
  service: `select $2::uuid union select id from ci_reach(array[$2::uuid], false, null, coalesce($3, 2147483647), null)
            union select x.id from record x where x.type = 'ci' and x.open and x.service_id = $2`,
  subgraph: `select $2::uuid union select id from ci_reach(array[$2::uuid], false, null, coalesce($3, 2), null)
             union select id from ci_reach(array[$2::uuid], true, null, coalesce($3, 2), null)`,
};

const parameters = ({ scopeClassId, scopeRootId, scopeDepth }: Baseline) => [
  scopeClassId,
  scopeRootId,
  scopeDepth,
];
export const scopeOf = (baseline: Baseline) => ({
  ids: idsIn[baseline.scope ?? 'everything'],
  values: parameters(baseline),
});
/** PostgreSQL wants each parameter used and typed, whichever scope asks. */
export const typedScope = `(select $1::uuid as a, $2::uuid as b, $3::integer as c)`;

/** Copies the scope's items, and the relations among them. */
export async function takeRows(tx: Tx, baseline: Baseline): Promise<void> {
  const { ids, values } = scopeOf(baseline);
  // Before the copies: what ends between is seen by both, and compared for nothing.
  await tx.run(
    'baseline_point',
    'insert into baseline_point (baseline_id, txid) values ($1, pg_snapshot_xmin(pg_current_snapshot()))',
    [baseline.id],
  );
  await tx.run(
    `baseline_items_${baseline.scope}`,
    `with given as ${typedScope}, picked (id) as materialized (${ids})
     insert into baseline_item (baseline_id, record_id, number, title, state, class_key, data)
     select $4::uuid, x.* from (${rowsNow('select id from picked')}) x`,
    [...values, baseline.id],
  );
  // The other end is looked up one by one: of rows just written PostgreSQL expects one, and would join 63,666 with 63,666.
  await tx.run(
    'baseline_relations',
    `insert into baseline_relation (baseline_id, from_id, kind, to_id, redundancy_group)
     select $1::uuid, e.from_id, e.kind, e.to_id, e.redundancy_group
       from baseline_item f join ci_relation e on e.from_id = f.record_id
      where f.baseline_id = $1 and e.until is null
        and (select true from baseline_item t where t.baseline_id = $1 and t.record_id = e.to_id)`,
    [baseline.id],
  );
}

/** How many rows, and what they hash to in their order: the same question later shows whether one was touched. */
export async function totalsOf(
  tx: Tx,
  id: string,
): Promise<{ items: number; relations: number; digest: string }> {
  const [row] = await tx.run<{ items: number; relations: number; digest: string }>(
    'baseline_totals',
    `select (select count(*)::int from baseline_item where baseline_id = $1) as items,
       (select count(*)::int from baseline_relation where baseline_id = $1) as relations,
       encode(sha256(convert_to(
         coalesce((select string_agg(concat_ws('|', record_id, number, title, state, class_key, data::text), e'\\n' order by record_id)
                   from baseline_item where baseline_id = $1), '') || e'\\n' ||
         coalesce((select string_agg(concat_ws('|', from_id, kind, to_id, redundancy_group), e'\\n' order by from_id, kind, to_id)
                   from baseline_relation where baseline_id = $1), ''), 'UTF8')), 'hex') as digest`,
    [id],
  );
  if (!row) throw new Error('a baseline has no totals');
  return row;
}
