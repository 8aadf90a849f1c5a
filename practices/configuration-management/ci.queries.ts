import type { Tx } from '../../platform/db/tx.ts';
import { liveStates } from './ci.fields.ts';

/** The number of another item in use with this name in the same class and place. */
export async function itemNamed(
  tx: Tx,
  title: string,
  classId: string,
  location: string | null,
  except: string,
): Promise<string | null> {
  const rows = await tx.run<{ number: string }>(
    'ci_named',
    `select r.number from record r join ci on ci.id = r.id
     where r.type = 'ci' and lower(r.title) = lower($1) and ci.class_id = $2 and r.open
       and coalesce(lower(ci.location), '') = coalesce(lower($3), '') and r.id <> $4 order by r.id limit 1`,
    [title, classId, location, except],
  );
  return rows[0]?.number ?? null;
}

/**
 * Numbers of live items and published services that would lose what they need with this one. Where enough others of a
 * redundancy group stand, nothing is lost.
 */
export async function liveDependants(tx: Tx, id: string, limit = 6): Promise<string[]> {
  const rows = await tx.run<{ number: string }>(
    'live_dependants',
    `select distinct r.number from ci_relation e join record r on r.id = e.needy_id
     where (e.from_id = $1 or e.to_id = $1) and e.needed_id = $1 and e.until is null
       and (r.type = 'ci' and r.state = any($2) or r.type = 'service' and r.state = 'published')
       and (e.redundancy_group is null or e.group_needs > (
         select count(*) from ci_relation g join record s on s.id = g.needed_id
         where g.needy_id = e.needy_id and g.redundancy_group = e.redundancy_group and g.until is null and g.needed_id <> $1
           and s.state = any($2)))
     order by r.number limit $3`,
    [id, liveStates, limit],
  );
  return rows.map((row) => row.number);
}

/** A retired item needs nothing any more: what it ran on may go without asking. */
export const endNeeds = (tx: Tx, id: string, by: string | null, at: string) =>
  tx.run(
    'end_needs',
    `update ci_relation set until = greatest($3::timestamptz, since), ended_by_id = $2 where (from_id = $1 or to_id = $1) and needy_id = $1 and until is null`,
    [id, by, at],
  );

export const endAllRelations = (tx: Tx, id: string, by: string | null, at: string) =>
  tx.run(
    'end_all_relations',
    `update ci_relation set until = greatest($3::timestamptz, since), ended_by_id = $2
     where (from_id = $1 or to_id = $1) and until is null`,
    [id, by, at],
  );
