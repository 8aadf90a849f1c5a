import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { words } from '../../kernel/search/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { access } from './incident.access.ts';
import { noConfigurationItem, type Incident } from './incident.fields.ts';

export type Similar = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly resolutionCode: string | null;
  readonly resolution: string | null;
  readonly problemRef: string | null;
  readonly sameService: boolean;
  readonly sameCategory: boolean;
  readonly sameCi: boolean;
  /** 0 to 1: what agrees, and how much of the text. */
  readonly score: number;
};

const perWay = 50;

/**
 * Incidents like this one: the latest of the same category and configuration item, the latest of the same service, and
 * those that have all the words of its title. Each way reads at most 50 rows from its own index, so that the answer
 * costs the same at a million incidents; only these are ranked by their words.
 */
export async function similarIncidents(
  tx: Tx,
  incident: Incident,
  actor: Actor,
  limit = 10,
): Promise<Similar[]> {
  const terms = termsOf(incident.title);
  const all = terms.map((t) => `'${t}'`).join(' & ');
  const any = terms.map((t) => `'${t}'`).join(' | ');
  const { rows } = await sql<Similar>`
    with candidate as (
      (select id from incident where category_id = ${incident.categoryId} and ci = ${incident.ci} order by id desc limit ${perWay})
      union
      (select id from record where service_id = ${incident.serviceId} and type = 'incident' order by id desc limit ${perWay})
      union
      (select s.record_id from search_entry s join record f on f.id = s.record_id
       where ${all} <> '' and s.words @@ to_tsquery('words', ${all}) and f.type = 'incident' limit ${perWay})
    ), ranked as (
      select r.id, r.number, r.title, r.state, t.resolution_code as "resolutionCode", t.resolution,
        t.problem_ref as "problemRef",
        coalesce(r.service_id = ${incident.serviceId}, false) as "sameService",
        coalesce(t.category_id = ${incident.categoryId}, false) as "sameCategory",
        coalesce(t.ci = ${incident.ci} and t.ci <> ${noConfigurationItem}, false) as "sameCi",
        -- 32 maps any rank to 0…1
        coalesce(ts_rank(s.words, to_tsquery('words', ${any}), 32), 0)::float8 as likeness
      from candidate c join record r on r.id = c.id join incident t on t.id = c.id join search_entry s on s.record_id = c.id
      where r.id <> ${incident.id} and r.state not in ('cancelled', 'duplicate') and ${visible(access, actor)}
    )
    select id, number, title, state, "resolutionCode", resolution, "problemRef", "sameService", "sameCategory", "sameCi",
      round((0.2 * "sameService"::int + 0.2 * "sameCategory"::int + 0.3 * "sameCi"::int + 0.3 * least(1, likeness * 4))::numeric, 2)::float8 as score
    from ranked order by score desc, id desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** At most eight words of a title, longest first: they tell most, and a query of all of them stays cheap. */
function termsOf(title: string): string[] {
  const found =
    words(title)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found)].toSorted((a, b) => b.length - a.length).slice(0, 8);
}

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
