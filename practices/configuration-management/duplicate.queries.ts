import type { Tx } from '../../platform/db/tx.ts';

export type DuplicateItem = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly classId: string;
  readonly serialNumber: string | null;
  readonly location: string | null;
  readonly source: string | null;
  readonly sourceRef: string | null;
  readonly createdAt: string;
  readonly relations: number;
};
type Group = { readonly same: string; readonly ids: readonly string[] };

const groups = {
  serial: `select lower(c.serial_number) as same, array_agg(r.id order by r.id) as ids
    from ci c join record r on r.id = c.id where r.open and c.serial_number is not null group by 1 having count(*) > 1`,
  name: `select plain_name(r.title) as same, array_agg(r.id order by r.id) as ids
    from ci c join record r on r.id = c.id join ci_class k on k.id = c.class_id
    where r.open and k.unique_names group by c.class_id, plain_name(r.title) having count(*) > 1 and plain_name(r.title) <> ''`,
} as const;
export type SameBy = keyof typeof groups;

/** Items that have one serial number, or one class and one name but for its spelling; without those found to differ. */
export const duplicateGroups = (tx: Tx, by: SameBy, limit: number, offset: number) =>
  tx.run<Group>(
    `duplicate_groups_${by}`,
    `select g.same, g.ids[1:20] as ids from (${groups[by]}) g
     where exists (select from unnest(g.ids) a (id), unnest(g.ids) b (id) where a.id < b.id
       and not exists (select from not_duplicate n where n.one_id = a.id and n.other_id = b.id))
     order by g.same, g.ids[1] limit $1 offset $2`,
    [limit, offset],
  );

export const duplicateItems = (tx: Tx, ids: readonly string[]) =>
  tx.run<DuplicateItem>(
    'duplicate_items',
    `select r.id, r.number, r.title, r.state, c.class_id as "classId", c.serial_number as "serialNumber", c.location,
       r.source, r.source_ref as "sourceRef", r.created_at as "createdAt",
       ((select count(*) from ci_relation e where e.from_id = r.id and e.until is null)
         + (select count(*) from ci_relation e where e.to_id = r.id and e.until is null))::int as relations
     from record r join ci c on c.id = r.id where r.id = any($1::uuid[])`,
    [ids],
  );

export const notDuplicates = (
  tx: Tx,
  ids: readonly string[],
  given: { reason: string; by: string | null; at: string },
) =>
  tx.run(
    'not_duplicates',
    `insert into not_duplicate (one_id, other_id, reason, by_id, at)
     select a.id, b.id, $2, $3::uuid, $4::timestamptz from unnest($1::uuid[]) a (id), unnest($1::uuid[]) b (id) where a.id < b.id
     on conflict do nothing`,
    [ids, given.reason, given.by, given.at],
  );
