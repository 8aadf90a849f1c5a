import type { Tx } from '../../platform/db/tx.ts';

export type Rung = { readonly teamId: string; readonly title: string; readonly onDuty: number };

/** L1 → L2 → L3: the teams above this one with how many are on duty; a ring ends where it began. */
export const teamsAbove = (tx: Tx, teamId: string | null) =>
  tx.run<Rung>(
    'incident_teams_above',
    `with recursive rung(id, next, depth, seen) as (
       select id, escalates_to_id, 0, array[id] from team where id = $1
       union all
       select t.id, t.escalates_to_id, depth + 1, seen || t.id from rung join team t on t.id = rung.next
       where not t.id = any(seen) and depth < 10
     )
     select rung.id as "teamId", r.title,
       (select count(*) from team t join person p on p.id = any(t.member_ids) join record pr on pr.id = p.id
        where t.id = rung.id and p.available and pr.state = 'active') as "onDuty"
     from rung join record r on r.id = rung.id order by depth`,
    [teamId],
  );

/** The open incident that this event already raised, locked: whoever resolves it meanwhile goes first. */
export async function openIncidentOf(tx: Tx, dedupKey: string): Promise<string | undefined> {
  // The event may come twice at once: the second waits here until the first has opened its incident.
  await tx.run('incident_event_lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [dedupKey]);
  const rows = await tx.run<{ id: string }>(
    'incident_of_event',
    'select i.id from incident i join record r on r.id = i.id where i.dedup_key = $1 and r.open for no key update',
    [dedupKey],
  );
  return rows[0]?.id;
}

/** Paused incidents whose pause is over by now. */
export const pausesOver = (tx: Tx, at: string, limit: number) =>
  tx.run<{ id: string }>(
    'incident_pauses_over',
    `select i.id from incident i join record r on r.id = i.id
     where i.resume_at <= $1 and r.state in ('pending_customer', 'agreed_hold') order by i.resume_at limit $2`,
    [at, limit],
  );

export type Closing = {
  readonly id: string;
  readonly number: string;
  readonly notice: boolean;
  readonly closesAt: string;
  readonly language: string | null;
  readonly zone: string | null;
};

/** Resolved incidents whose next notice, or whose closing, falls due by now. */
export const closingsDue = (tx: Tx, at: string, limit: number) =>
  tx.run<Closing>(
    'incident_closings_due',
    `select i.id, r.number, i.next_notice_at is not null as notice, i.closes_at as "closesAt", p.language, p.zone
     from incident i join record r on r.id = i.id left join person p on p.id = r.requester_id
     where i.closes_at is not null and coalesce(i.next_notice_at, i.closes_at) <= $1 and r.state = 'resolved'
     order by coalesce(i.next_notice_at, i.closes_at), i.id limit $2`,
    [at, limit],
  );

/**
 * Waiting for the customer, and these comments came from the customer's side after the question was asked: who
 * reported it, or somebody who belongs to the same customer and is no staff.
 */
export const answered = (
  tx: Tx,
  comments: readonly {
    readonly recordId: string;
    readonly seq: number;
    readonly txid: string;
    readonly actorId: string | null;
  }[],
) =>
  tx.run<{ id: string }>(
    'incident_answered',
    `select distinct r.id from jsonb_to_recordset($1::jsonb) as c("recordId" uuid, "actorId" uuid, txid text, seq bigint)
     join record r on r.id = c."recordId" and r.state = 'pending_customer'
     left join person p on p.id = c."actorId"
     left join record pr on pr.id = p.id
     where (c."actorId" = r.requester_id or (p.kind in ('user', 'customer_contact') and pr.customer_id = r.customer_id))
       and not exists (
         select 1 from trail_event e
         where e.record_id = r.id and e.to_state = 'pending_customer' and (e.txid, e.seq) > (c.txid::xid8, c.seq))`,
    [JSON.stringify(comments)],
  );

/** Of these incidents, those that are open and stand below a rung of the ladder. */
export const belowLevel = (tx: Tx, ids: readonly string[], level: number) =>
  tx.run<{ id: string }>(
    'incident_below_level',
    'select i.id from incident i join record r on r.id = i.id where i.id = any($1::uuid[]) and r.open and i.escalation_level < $2 order by i.id',
    [ids, level],
  );

/** The duplicates of these incidents with who reported them, where that is somebody else than the one who is told anyway. */
export const mergedInto = (tx: Tx, ids: readonly string[]) =>
  tx.run<{ id: string; requesterId: string; parent: string }>(
    'incident_merged_into',
    `select i.id, r.requester_id as "requesterId", p.number as parent
     from incident i join record r on r.id = i.id join record p on p.id = i.parent_id
     where i.parent_id = any($1::uuid[]) and r.state = 'duplicate' and r.requester_id is distinct from p.requester_id
       and r.requester_id is not null order by i.id limit 10000`,
    [ids],
  );
