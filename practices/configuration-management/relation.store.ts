import type { Tx } from '../../platform/db/tx.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { RelationKind } from './relation.kinds.ts';

export type Placed = Pick<
  BaseRecord,
  'ownerId' | 'requesterId' | 'createdBy' | 'teamId' | 'customerId' | 'orgUnitId'
>;

/** What may stand at the end of a relation, with what its judging asks for. */
export type End = Placed & {
  readonly id: string;
  readonly type: 'ci' | 'service';
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly classId: string | null;
};

const endColumns = `r.id, r.type, r.number, r.title, r.state, r.version, r.owner_id as "ownerId",
  r.requester_id as "requesterId", r.created_by as "createdBy", r.team_id as "teamId", r.customer_id as "customerId",
  r.org_unit_id as "orgUnitId", c.class_id as "classId"`;

/** Whom these texts mean: a number, an identifier in the other system, or a name that one item alone has. */
export async function endsCalled(
  tx: Tx,
  texts: readonly string[],
  source: string | null,
): Promise<ReadonlyMap<string, End | 'several'>> {
  const rows = await tx.run<End & { text: string; rank: number }>(
    'relation_ends',
    `with wanted as (select text from unnest($1::text[]) as text),
     hit as (
       select w.text, r.id, 1 as rank from wanted w join record r on r.number = upper(w.text) and r.type in ('ci', 'service')
       union all
       select w.text, r.id, 2 from wanted w
         join record r on r.type in ('ci', 'service') and r.source = $2 and r.source_ref = w.text
       union all
       select w.text, r.id, 3 from wanted w join record r on r.type = 'ci' and lower(r.title) = lower(w.text) and r.open
       union all
       select w.text, r.id, 3 from wanted w join record r on r.type = 'service' and lower(r.title) = lower(w.text) and r.open
     ), best as (select text, min(rank) as rank from hit group by text)
     select h.text, h.rank, ${endColumns}
     from hit h join best b using (text, rank) join record r on r.id = h.id left join ci c on c.id = h.id`,
    [texts, source],
  );
  const found = new Map<string, End | 'several'>();
  for (const { text, rank: _rank, ...end } of rows) {
    const before = found.get(text);
    found.set(text, before !== undefined && (before === 'several' || before.id !== end.id) ? 'several' : end);
  }
  return found;
}

/** Everything above these by relations of one kind: a relation that leads back to where it began closes a circle. */
export async function above(
  tx: Tx,
  kind: RelationKind,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.run<{ from: string; to: string }>(
    'relations_above',
    `with recursive up(id) as (
       select unnest($2::uuid[])
       union select e.to_id from ci_relation e join up on e.from_id = up.id where e.kind = $1 and e.until is null)
     select e.from_id as "from", e.to_id as "to" from up join ci_relation e on e.from_id = up.id
     where e.kind = $1 and e.until is null`,
    [kind, ids],
  );
  const parents = new Map<string, Set<string>>();
  for (const { from, to } of rows) parents.set(from, (parents.get(from) ?? new Set()).add(to));
  return parents;
}

export type NewRelation = {
  readonly id: string;
  readonly fromId: string;
  readonly kind: RelationKind;
  readonly toId: string;
  readonly group: string | null;
  readonly groupNeeds: number;
};

/** Those that were not there yet; the others are left as they are. */
export async function insertRelations(
  tx: Tx,
  relations: readonly NewRelation[],
  how: { readonly at: string; readonly by: string | null; readonly source: string | null; readonly changeRef?: string | null },
): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ id: string }>(
    'insert_relations',
    `insert into ci_relation (id, from_id, kind, to_id, redundancy_group, group_needs, since, by_id, source, change_ref)
     select x.id, x."fromId", x.kind, x."toId", x."group", x."groupNeeds", $2::timestamptz, $3::uuid, $4, $5
     from jsonb_to_recordset($1::jsonb) as x(id uuid, "fromId" uuid, kind text, "toId" uuid, "group" text, "groupNeeds" integer)
     on conflict do nothing returning id`,
    [JSON.stringify(relations), how.at, how.by, how.source, how.changeRef ?? null],
  );
  return new Set(rows.map((row) => row.id));
} // prettier-ignore
