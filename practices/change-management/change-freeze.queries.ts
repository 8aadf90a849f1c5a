import type { Tx } from '../../platform/db/tx.ts';
import type { Candidate, Wanted } from './collision.types.ts';

/** Freezes in force that overlap this window and hold this category back, with whoever let the change pass. */
export const freezesIn = (tx: Tx, { id, from, to, category = null }: Wanted): Promise<Candidate[]> =>
  tx.run<Candidate>(
    'change_freezes_in',
    `select 'freeze' as kind, r.id, r.number, r.title, f.starts_at as "from", f.ends_at as "to",
       case when f.scope = 'everything' then null else f.subject_ids end as "subjectIds",
       (select jsonb_build_object('byId', x.by_id, 'reason', x.reason, 'at', x.at)
        from change_freeze_exception x where x.freeze_id = f.id and x.change_id = $1) as "letPass"
     from change_freeze f join record r on r.id = f.id
     where tstzrange(f.starts_at, f.ends_at) && tstzrange($2::timestamptz, $3::timestamptz)
       and f.starts_at is not null and f.ends_at >= f.starts_at and r.state = 'in_force'
       and not (f.allows_emergency and $4::text is not distinct from 'emergency')
       and not (f.allows_standard and $4::text is not distinct from 'standard')
     order by f.starts_at, r.number limit 200`,
    [id, from, to, category],
  );

export type Excepted = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  /** Who asked for it or carries it out. */
  readonly ownIds: readonly string[];
  readonly already: boolean;
};

/** The change that is to pass a freeze. */
export async function changeToExcept(
  tx: Tx,
  freezeId: string,
  number: string,
): Promise<Excepted | undefined> {
  const [row] = await tx.run<Excepted>(
    'change_to_except',
    `select r.id, r.number, r.state,
       array_remove(array[r.requester_id, c.implementer_id] || array(
         select (step ->> 'responsibleId')::uuid from jsonb_array_elements(c.implementation_plan) step), null) as "ownIds",
       exists (select 1 from change_freeze_exception x where x.freeze_id = $1 and x.change_id = r.id) as already
     from change c join record r on r.id = c.id where r.number = $2`,
    [freezeId, number],
  );
  return row;
}

export async function saveException(
  tx: Tx,
  given: { freezeId: string; changeId: string; reason: string; byId: string | null; at: number },
): Promise<void> {
  await tx.run(
    'change_freeze_except',
    `insert into change_freeze_exception (freeze_id, change_id, reason, by_id, at) values ($1, $2, $3, $4, $5)`,
    [given.freezeId, given.changeId, given.reason, given.byId, new Date(given.at).toISOString()],
  );
}

export type Exception = {
  readonly changeId: string;
  readonly reason: string;
  readonly byId: string | null;
  readonly at: string;
};
export const exceptionsOf = (tx: Tx, freezeId: string) =>
  tx.run<Exception>(
    'change_freeze_exceptions',
    `select change_id as "changeId", reason, by_id as "byId", at from change_freeze_exception
     where freeze_id = $1 order by at limit 500`,
    [freezeId],
  );

/** Those whose changes are planned in it: they are told. */
export async function plannersWithin(tx: Tx, freezeId: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'change_freeze_planners',
    `select distinct unnest(array_remove(array[r.owner_id, r.requester_id, c.implementer_id], null)) as id
     from change_freeze f join change c on tstzrange(c.planned_start_at, c.planned_end_at) && tstzrange(f.starts_at, f.ends_at)
       and c.planned_start_at is not null and c.planned_end_at >= c.planned_start_at
     join record r on r.id = c.id
     where f.id = $1 and r.state in ('submitted', 'assessed', 'approved', 'scheduled')
       and (f.scope = 'everything' or exists (
         select 1 from change_subject s where s.change_id = c.id and s.record_id = any (f.subject_ids)))
     order by 1 limit 500`,
    [freezeId],
  );
  return rows.map(({ id }) => id);
}
