import type { Tx } from '../../platform/db/tx.ts';

export type Present = { readonly id: string; readonly name: string; readonly editing: boolean };

/** A page tells every fifteen seconds that it is open; two missed beats and it counts as gone. */
const goneAfter = '40 seconds';

/** Says that this person looks at the record, and answers who else does. */
export async function appear(
  tx: Tx,
  recordId: string,
  personId: string,
  editing: boolean,
): Promise<readonly Present[]> {
  return tx.run<Present>(
    'appear',
    `with mine as (
       insert into presence (record_id, person_id, editing) values ($1, $2, $3)
       on conflict (record_id, person_id) do update set editing = excluded.editing, seen_at = now()
     )
     select p.person_id as id, r.title as name, p.editing from presence p join record r on r.id = p.person_id
     where p.record_id = $1 and p.person_id <> $2 and p.seen_at > now() - interval '${goneAfter}'
     order by p.editing desc, r.title`,
    [recordId, personId, editing],
  );
}

/** The page was closed: the others see it at once, not after the beats it no longer sends. */
export const leave = (tx: Tx, recordId: string, personId: string) =>
  tx.run('leave', 'delete from presence where record_id = $1 and person_id = $2', [recordId, personId]);

/** Rows of browsers that ended without leaving. */
export const sweepPresence = (tx: Tx) =>
  tx.run('sweep_presence', `delete from presence where seen_at < now() - interval '1 hour'`);
