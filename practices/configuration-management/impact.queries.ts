import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { serviceClass } from './class.snapshot.ts';
import { newerThan } from './graph.store.ts';
import { prepared } from './prepared.ts';

/** A node as lists and graphs show it. */
export type Node = {
  readonly id: string;
  readonly type: 'ci' | 'service';
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly classId: string | null;
  readonly classKey: string;
  readonly criticality: string | null;
};

/** Of items and services alike: which of them this actor may see. `r` is the row of `record`. */
export const nodeVisible = (house: House, actor: Actor) =>
  sql<boolean>`(r.type = 'ci' and ${visible(typeNamed(house, 'ci').access, actor)}
    or r.type = 'service' and ${visible(typeNamed(house, 'service').access, actor)})`;

const nodeColumns = sql.raw(`r.id, r.type, r.number, r.title, r.state, c.class_id as "classId",
  coalesce(k.key, '${serviceClass}') as "classKey", coalesce(c.criticality, v.criticality) as criticality`);
const nodeTables = sql.raw(`record r left join ci c on c.id = r.id left join ci_class k on k.id = c.class_id
  left join service v on v.id = r.id`);

/**
 * A handful is looked up one by one, by a plan that is made once: how long the list is hides behind the select, or
 * PostgreSQL would plan anew each time, which takes ten times as long as the looking up. Thousands get their own plan.
 */
const among = (values: readonly string[], kind: 'uuid' | 'text') =>
  values.length > 2000
    ? sql`any(${sql.val(values)}::${sql.raw(kind)}[])`
    : sql`any((select ${sql.val(values)}::${sql.raw(kind)}[])::${sql.raw(kind)}[])`;

export const nodesOf = async (tx: Tx, house: House, actor: Actor, ids: readonly string[]) =>
  (await nodesSince(tx, house, actor, ids, null)).nodes;

/** `newer`, in the same breath: has any relation been written by a transaction that had not ended at `since`? */
export async function nodesSince(
  tx: Tx,
  house: House,
  actor: Actor,
  ids: readonly string[],
  since: string | null,
): Promise<{ nodes: ReadonlyMap<string, Node>; newer: boolean }> {
  if (ids.length === 0) return { nodes: new Map(), newer: true };
  const rows = await prepared(tx, 'nodes_of', sql<Node & { newer: boolean | null }>`
    select ${nodeColumns}, ${newerThan(since)} as newer from ${nodeTables}
    where r.id = ${among(ids, 'uuid')} and ${nodeVisible(house, actor)}`);
  const nodes = new Map(rows.map(({ newer: _newer, ...node }) => [node.id, node]));
  return { nodes, newer: rows.some(({ newer }) => newer !== false) };
} // prettier-ignore

/** `newer`, in the same breath: has any relation been written by a transaction that had not ended at `since`? */
export async function nodeNumbered(
  tx: Tx,
  house: House,
  actor: Actor,
  numbers: readonly string[],
  since: string | null = null,
): Promise<{ found: Node[]; newer: boolean }> {
  const rows = await prepared(tx, 'nodes_numbered', sql<Node & { newer: boolean | null }>`
    select ${nodeColumns}, ${newerThan(since)} as newer from ${nodeTables}
    where r.number = ${among(numbers, 'text')} and ${nodeVisible(house, actor)}`);
  return { found: rows.map(({ newer: _newer, ...node }) => node), newer: rows.some(({ newer }) => newer !== false) };
} // prettier-ignore

export type Tally = { readonly classKey: string; readonly state: string; readonly n: number };

/** Which of these the actor may see, in their order, with how many there are of each class and state. */
export async function tally(
  tx: Tx,
  house: House,
  actor: Actor,
  ids: readonly string[],
): Promise<{ tallies: Tally[]; hidden: ReadonlySet<string> }> {
  if (ids.length === 0) return { tallies: [], hidden: new Set() };
  const rows = await prepared(tx, 'nodes_tallied', sql<Tally & { hidden: string[] | null }>`
    select case when x.seen then x.key end as "classKey", case when x.seen then x.state end as state, count(*)::int as n,
      array_agg(x.id) filter (where not x.seen) as hidden
    from (select r.id, coalesce(k.key, ${serviceClass}) as key, r.state, ${nodeVisible(house, actor)} as seen
          from unnest(${sql.val(ids)}::uuid[]) as i (id) join ${nodeTables} on r.id = i.id) x
    group by 1, 2`);
  return {
    tallies: rows.filter((row) => row.hidden === null).map(({ classKey, state, n }) => ({ classKey, state, n })),
    hidden: new Set(rows.flatMap((row) => row.hidden ?? [])),
  };
} // prettier-ignore

/** The same of nodes that are at hand already. */
export function tallyOf(ids: readonly string[], nodes: ReadonlyMap<string, Node>): Awaited<ReturnType<typeof tally>> {
  const counted = new Map<string, Tally>();
  for (const id of ids) {
    const node = nodes.get(id);
    if (!node) continue;
    const { classKey, state } = node;
    const key = `${classKey} ${state}`;
    counted.set(key, { classKey, state, n: (counted.get(key)?.n ?? 0) + 1 });
  }
  return { tallies: [...counted.values()], hidden: new Set(ids.filter((id) => !nodes.has(id))) };
} // prettier-ignore
