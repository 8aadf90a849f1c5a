import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import type { Baseline } from './baseline.fields.ts';
import { baseline } from './baseline.record.ts';
import { rowsNow, scopeOf, totalsOf, typedScope } from './baseline.store.ts';
import type { RelationKind } from './relation.kinds.ts';

type Item = {
  id: string;
  number: string;
  title: string;
  state: string;
  classKey: string;
  data: Record<string, unknown>;
};
type Pair = { before: Item | null; after: Item | null };
type Line = { from: string; kind: RelationKind; to: string; group: string | null };
const most = 2000; // prettier-ignore

async function baselineCalled(tx: Tx, number: string): Promise<Baseline> {
  const found = await readRecord(tx, baseline, number);
  if (!found) throw notFound('baseline', number);
  return found.record as unknown as Baseline;
}

const item = (
  of: string,
) => `case when ${of}.record_id is null then null else json_build_object('id', ${of}.record_id,
  'number', ${of}.number, 'title', ${of}.title, 'state', ${of}.state, 'classKey', ${of}.class_key, 'data', ${of}.data) end`;
const differ = `where a.record_id is null or b.record_id is null
  or (a.title, a.state, a.class_key, a.data) is distinct from (b.title, b.state, b.class_key, b.data)
  order by coalesce(b.number, a.number) limit ${most + 1}`;
const lines = `json_build_object('from', x.from_id, 'kind', x.kind, 'to', x.to_id, 'group', x.redundancy_group) as line`;

/** Its scope is asked again for "now": what has come into it since is an addition. */
async function differences(tx: Tx, older: Baseline, newer: Baseline | undefined) {
  const { ids, values } = scopeOf(older);
  const before = `select * from baseline_item where baseline_id = $4::uuid`;
  const after = newer ? `select * from baseline_item where baseline_id = $5::uuid`
    : `select $5::uuid as baseline_id, x.* from (${rowsNow(`select id from picked union select record_id from baseline_item where baseline_id = $4::uuid and record_id in (select id from record where open)`)}) x`;
  const items = await tx.run<Pair>(
    `baseline_items_differ_${older.scope}_${newer ? 'then' : 'now'}`,
    `with given as ${typedScope}, picked (id) as materialized (${ids}), a as (${before}), b as (${after})
     select ${item('a')} as before, ${item('b')} as after from a full join b on b.record_id = a.record_id ${differ}`,
    [...values, older.id, newer?.id ?? older.id],
  );
  const then = `select from_id, kind, to_id, redundancy_group from baseline_relation where baseline_id = $4::uuid`;
  const now = newer ? `select from_id, kind, to_id, redundancy_group from baseline_relation where baseline_id = $5::uuid`
    : `select e.from_id, e.kind, e.to_id, e.redundancy_group from ci_relation e
       where e.until is null and e.from_id in (select id from inside) and e.to_id in (select id from inside) and $5::uuid is not null`;
  const inside = `select id from picked union select record_id from baseline_item where baseline_id = $4::uuid`;
  const changed = await tx.run<{ line: Line; added: boolean }>(
    `baseline_relations_differ_${older.scope}_${newer ? 'then' : 'now'}`,
    `with given as ${typedScope}, picked (id) as materialized (${ids}), inside as materialized (${inside}), a as (${then}), b as (${now})
     (select ${lines}, true as added from (select * from b except select * from a) x limit ${most + 1})
     union all (select ${lines}, false from (select * from a except select * from b) x limit ${most + 1})`,
    [...values, older.id, newer?.id ?? older.id],
  );
  return { items, changed };
} // prettier-ignore

/** Field by field; attributes each for themselves. */
function changesOf(before: Item, after: Item) {
  const flat = ({ title, state, classKey, data }: Item): Record<string, unknown> => {
    const { attributes, ...own } = data;
    const each = Object.entries((attributes ?? {}) as Record<string, unknown>).map(([key, value]) => [`attributes.${key}`, value] as const);
    return { title, state, classKey, ...own, ...Object.fromEntries(each) };
  };
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => !isDeepStrictEqual(was[key], is[key]))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
} // prettier-ignore

async function compare(house: House, number: string, other: string | undefined) {
  return onConnection(house.pool, async (tx) => {
    const older = await baselineCalled(tx, number);
    const newer = other ? await baselineCalled(tx, other) : undefined;
    const { items, changed } = await differences(tx, older, newer);
    const ids = [...new Set(changed.flatMap(({ line }) => [line.from, line.to]))];
    const named = await tx.run<{ id: string; type: string; number: string; title: string }>(
      'baseline_named', 'select id, type, number, title from record where id = any($1::uuid[])', [ids]); // prettier-ignore
    const nameOf = new Map(named.map(({ id, ...name }) => [id, name]));
    const told = ({ line }: (typeof changed)[number]) => ({
      from: nameOf.get(line.from) ?? null,
      kind: line.kind,
      to: nameOf.get(line.to) ?? null,
      group: line.group,
    });
    const only = ({ number: n, title, state, classKey }: Item) => ({ number: n, title, state, classKey });
    return {
      baseline: { number: older.number, title: older.title, takenAt: older.takenAt },
      with: newer ? { number: newer.number, title: newer.title, takenAt: newer.takenAt } : null,
      /** The rows still hash to what was written when it was taken. */
      intact: (await totalsOf(tx, older.id)).digest === older.digest,
      added: items.flatMap(({ before, after }) => (!before && after ? [only(after)] : [])),
      removed: items.flatMap(({ before, after }) => (before && !after ? [only(before)] : [])),
      changed: items.flatMap(({ before, after }) =>
        before && after ? [{ ...only(after), changes: changesOf(before, after) }] : [],
      ),
      relationsAdded: changed.filter((row) => row.added).map(told),
      relationsRemoved: changed.filter((row) => !row.added).map(told),
      /** More than can be shown; narrow the scope. */
      cut: items.length > most || changed.length > most,
    };
  });
}

export const baselineRoutes: RouteSet = (app, house) => {
  route(app, { method: 'GET', path: '/api/v1/baselines/{number}/comparison', id: 'compare_baseline', tag: 'baselines',
    query: z.object({ with: z.string().optional() }),
    summary: 'What differs from another baseline, or from how it is now: added, removed, changed, relations' },
  async (request) => {
    await actorOf(house, request, 'baselines', 'read').then((actor) => mustSee(actor));
    return compare(house, param(request, 'number'), query(request)['with'] || undefined);
  }); // prettier-ignore
};

function mustSee(actor: Parameters<typeof isStaff>[0]): void {
  if (!isStaff(actor)) throw notFound('baseline', '');
}
