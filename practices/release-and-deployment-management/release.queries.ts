import { holdersOn } from '../../kernel/directory/holders.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type ChangeRow = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly category: string | null;
};
export const changesAmong = (tx: Tx, ids: readonly string[]) =>
  tx.run<ChangeRow>(
    'release_changes_among',
    `select r.id, r.number, r.title, r.state, c.category from record r join change c on c.id = r.id
     where r.id = any($1::uuid[]) order by r.number`,
    [ids],
  );

/** Keeps `release_change` equal to the field, for whatever joins with it. */
export async function keepChangeRows(tx: Tx, id: string, changeIds: readonly string[]): Promise<void> {
  await tx.run(
    'release_changes_gone',
    'delete from release_change where release_id = $1 and not change_id = any($2::uuid[])',
    [id, changeIds],
  );
  await tx.run(
    'release_changes_kept',
    'insert into release_change (release_id, change_id) select $1, unnest($2::uuid[]) on conflict do nothing',
    [id, changeIds],
  );
}

/** Services that its changes are about. */
export const servicesOfChanges = async (tx: Tx, changeIds: readonly string[]): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      'release_services_of_changes',
      `select distinct s.record_id as id from change_subject s join record r on r.id = s.record_id and r.type = 'service'
       where s.change_id = any($1::uuid[]) order by 1`,
      [changeIds],
    )
  ).map(({ id }) => id);

/** People who hold one of these roles that day and are in use. */
export const holdersOf = (tx: Tx, roles: readonly string[], at: number): Promise<string[]> =>
  holdersOn(tx, roles, new Date(at).toISOString());

export const ownersOf = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      'release_owners_of',
      'select distinct owner_id as id from record where id = any($1::uuid[]) and owner_id is not null order by 1',
      [ids],
    )
  ).map(({ id }) => id);

/** Who said yes in its last approval. */
export const decidersOf = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      'release_deciders',
      `select distinct d.decided_by as id from approval_decision d
       where d.decision = 'approve' and d.decided_by is not null
         and d.approval_id = (select a.id from approval a where a.record_id = $1 and a.state <> 'cancelled' order by a.asked_at desc, a.id desc limit 1)`,
      [id],
    )
  ).map(({ id: person }) => person);

/** Whose it is: not everybody who sees a release sees every incident. */
type Whose = Pick<
  BaseRecord,
  'ownerId' | 'requesterId' | 'createdBy' | 'teamId' | 'customerId' | 'orgUnitId'
>;

export type IncidentRow = Whose & {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly priority: number | null;
  readonly occurredAt: string;
  readonly caused: boolean;
  readonly within7: boolean;
};

/**
 * Incidents from its start until 30 days after its deployment (8.5.3): those that say that one of its changes caused them,
 * and the others on its services. Of what was taken back, the days count from there.
 */
export const incidentsAfter = (tx: Tx, id: string, at: number) =>
  tx.run<IncidentRow>(
    'release_incidents_after',
    // An incident is written down after it happened, and ids sort by when they were made: nothing before the start is read.
    `with span as (
       select t.started_at, coalesce(t.deployed_at, t.rolled_back_at, $2::timestamptz) as over,
         (lpad(to_hex((extract(epoch from t.started_at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid as first_id,
         array_remove(t.service_ids || r.service_id, null) as services
       from release t join record r on r.id = t.id where t.id = $1 and t.started_at is not null
     ), caused as (
       select l.from_id as id from link l where l.kind = 'caused_by' and l.to_id = $1
       union select l.from_id from link l join release_change c on c.change_id = l.to_id
         where l.kind = 'caused_by' and c.release_id = $1
     ), met as (
       select id from caused
       union select r.id from span s join record r on r.service_id = any(s.services) and r.type = 'incident' and r.id >= s.first_id
     )
     select r.id, r.number, r.title, r.state, r.priority, r.occurred_at as "occurredAt", r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy",
       r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId",
       r.id in (select id from caused) as caused, r.occurred_at <= s.over + interval '7 days' as within7
     from span s cross join met m join record r on r.id = m.id
     where r.type = 'incident' and r.state <> 'cancelled'
       and r.occurred_at >= s.started_at and r.occurred_at <= s.over + interval '30 days'
     order by r.occurred_at, r.number limit 1000`,
    [id, new Date(at).toISOString()],
  );

export type ProblemRow = Whose & {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
};
/** Problems whose fix is one of its changes. */
export const problemsSolvedBy = (tx: Tx, id: string) =>
  tx.run<ProblemRow>(
    'release_problems',
    `select distinct r.id, r.number, r.title, r.state, r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy",
       r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId" from link l join record r on r.id = l.from_id and r.type = 'problem'
     where l.kind = 'solved_by' and l.to_id in (select change_id from release_change where release_id = $1) order by r.number`,
    [id],
  ); // prettier-ignore

export type RunRow = { readonly event: string; readonly digest: string };
export const runOf = async (tx: Tx, id: string, run: string, event: string): Promise<RunRow | undefined> =>
  (
    await tx.run<RunRow>(
      'release_run_of',
      'select event, digest from release_run where release_id = $1 and run = $2 and event = $3',
      [id, run, event],
    )
  )[0];
export const noteRun = (
  tx: Tx,
  row: { readonly id: string; readonly run: string; readonly event: string; readonly digest: string; readonly byId: string | null; readonly at: number },
) =>
  tx.run(
    'release_run_note',
    'insert into release_run (release_id, run, event, digest, at, by_id) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.run, row.event, row.digest, new Date(row.at).toISOString(), row.byId],
  ); // prettier-ignore
export const runsOf = (tx: Tx, id: string) =>
  tx.run<{ run: string; event: string; at: string; byId: string | null }>(
    'release_runs',
    'select run, event, at, by_id as "byId" from release_run where release_id = $1 order by at, event limit 500',
    [id],
  );
