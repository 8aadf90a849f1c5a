import type { Tx } from '../../platform/db/tx.ts';

export type LoadSource = {
  readonly source: string;
  readonly waiting: number;
  /** Of them, recorded by the reader, who may not approve them. */
  readonly own: number;
  readonly unclear: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly classes: readonly { readonly classId: string; readonly n: number }[];
  readonly loaderIds: readonly string[];
};

/** What was loaded and is not in operation yet, source by source; by the index `record_ci_planned`. */
export const loadsWaiting = (tx: Tx, personId: string | null) =>
  tx.run<LoadSource>(
    'loads_waiting',
    `with waiting as (
       select r.source, r.created_by, c.class_id, count(*)::int as n, count(c.name_issue)::int as unclear,
         min(r.created_at) as first_at, max(r.created_at) as last_at
       from record r join ci c on c.id = r.id where r.type = 'ci' and r.state = 'planned' and r.source is not null group by 1, 2, 3
     ), by_class as (
       select source, jsonb_agg(jsonb_build_object('classId', class_id, 'n', n) order by n desc) as classes
       from (select source, class_id, sum(n)::int as n from waiting group by 1, 2) k group by 1
     )
     select w.source, sum(w.n)::int as waiting, coalesce(sum(w.n) filter (where w.created_by = $1::uuid), 0)::int as own,
       sum(w.unclear)::int as unclear, min(w.first_at) as "firstAt", max(w.last_at) as "lastAt", b.classes,
       coalesce(array_agg(distinct w.created_by) filter (where w.created_by is not null), '{}') as "loaderIds"
     from waiting w join by_class b using (source) group by w.source, b.classes order by 2 desc, 1 limit 100`,
    [personId],
  );

/** The next of them that this person may approve. */
export const toApprove = async (tx: Tx, source: string, personId: string | null, limit: number) =>
  (
    await tx.run<{ id: string }>(
      'load_to_approve',
      `select id from record where type = 'ci' and state = 'planned' and source = $1
         and ($2::uuid is null or created_by is distinct from $2) order by id limit $3`,
      [source, personId, limit],
    )
  ).map(({ id }) => id);

export async function waitingOf(tx: Tx, source: string, personId: string | null) {
  const [row] = await tx.run<{ all: number; own: number }>(
    'load_left',
    `select count(*)::int as "all", (count(*) filter (where created_by = $2::uuid))::int as own
     from record where type = 'ci' and state = 'planned' and source = $1`,
    [source, personId],
  );
  return { left: (row?.all ?? 0) - (row?.own ?? 0), own: row?.own ?? 0 };
}
