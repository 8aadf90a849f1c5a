import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { serviceClass } from './class.snapshot.ts';

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

export async function nodesOf(
  tx: Tx,
  house: House,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Node>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Node>`
    select ${nodeColumns} from ${nodeTables}
    where r.id = any(${sql.val(ids)}::uuid[]) and ${nodeVisible(house, actor)}`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function nodeNumbered(
  tx: Tx,
  house: House,
  actor: Actor,
  numbers: readonly string[],
): Promise<Node[]> {
  const { rows } = await sql<Node>`
    select ${nodeColumns} from ${nodeTables}
    where r.number = any(${sql.val(numbers)}::text[]) and ${nodeVisible(house, actor)}`.execute(tx.db);
  return rows;
}

export type Tally = { readonly classKey: string; readonly state: string; readonly n: number };

/** Which of these the actor may see, in their order, with how many there are of each class and state. */
export async function tally(
  tx: Tx,
  house: House,
  actor: Actor,
  ids: readonly string[],
): Promise<{ tallies: Tally[]; hidden: ReadonlySet<string> }> {
  if (ids.length === 0) return { tallies: [], hidden: new Set() };
  const { rows } = await sql<Tally & { hidden: string[] | null }>`
    select case when x.seen then x.key end as "classKey", case when x.seen then x.state end as state, count(*)::int as n,
      array_agg(x.id) filter (where not x.seen) as hidden
    from (select r.id, coalesce(k.key, ${serviceClass}) as key, r.state, ${nodeVisible(house, actor)} as seen
          from unnest(${sql.val(ids)}::uuid[]) as i (id) join ${nodeTables} on r.id = i.id) x
    group by 1, 2`.execute(tx.db);
  return {
    tallies: rows.filter((row) => row.hidden === null).map(({ classKey, state, n }) => ({ classKey, state, n })),
    hidden: new Set(rows.flatMap((row) => row.hidden ?? [])),
  };
} // prettier-ignore
