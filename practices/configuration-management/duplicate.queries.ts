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
export type Group = { readonly place: string; readonly same: string; readonly ids: readonly string[] };

/** By which key two items are alike: `place` is where it stands in its index, from one page to the next. */
const ways = {
  serial: {
    candidates: `select lower(serial_number) as place from ci where serial_number is not null and ($1::text is null or lower(serial_number) > $1)
      group by 1 having count(*) > 1 order by 1 limit $2`,
    groups: `select lower(c.serial_number) as place, lower(c.serial_number) as same, array_agg(r.id order by r.id) as ids
      from ci c cross join lateral (select record.id from record where record.id = c.id and record.open limit 1) r
      where c.serial_number is not null and lower(c.serial_number) = any ($1::text[]) group by 1 having count(*) > 1`,
  },
  name: {
    candidates: `select hashtextextended(plain_name(title), 0) as place from record
      where type = 'ci' and open and hashtextextended(plain_name(title), 0) <> hashtextextended('', 0)
        and ($1::bigint is null or hashtextextended(plain_name(title), 0) > $1) group by 1 having count(*) > 1 order by 1 limit $2`,
    // Equal numbers are not yet equal names. One item after the other: their number was guessed far too high otherwise.
    groups: `select hashtextextended(plain_name(r.title), 0) as place, plain_name(r.title) as same, array_agg(r.id order by r.id) as ids
      from record r cross join lateral (select ci.class_id from ci where ci.id = r.id limit 1) c join ci_class k on k.id = c.class_id
      where r.type = 'ci' and r.open and hashtextextended(plain_name(r.title), 0) = any ($1::bigint[]) and k.unique_names
      group by 1, 2, c.class_id having count(*) > 1`,
  },
} as const;
export type SameBy = keyof typeof ways;

/** The next keys that more than one item has; few of them are none in the end, being closed or of another class. */
export const duplicateKeys = async (tx: Tx, by: SameBy, after: string | null, limit: number) =>
  (await tx.run<{ place: string }>(`duplicate_keys_${by}`, `select place::text from (${ways[by].candidates}) x`, [after, limit])).map(
    ({ place }) => place,
  ); // prettier-ignore

/** Items that have one serial number, or one class and one name but for its spelling; without those found to differ. */
export const duplicateGroups = (tx: Tx, by: SameBy, keys: readonly string[]) =>
  tx.run<Group>(
    `duplicate_groups_${by}`,
    `select g.place::text as place, g.same, g.ids[1:20] as ids from (${ways[by].groups}) g
     where exists (select from unnest(g.ids[1:20]) a (id), unnest(g.ids[1:20]) b (id) where a.id < b.id
       and not exists (select from not_duplicate n where n.one_id = a.id and n.other_id = b.id))
     order by g.place, g.same, g.ids[1]`,
    [keys],
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
