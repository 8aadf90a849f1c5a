import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';

export type Sharing = 'nobody' | 'team' | 'all';
export type ViewRow = {
  readonly id: string;
  readonly recordType: string;
  readonly name: string;
  /** The queue's address: filters, sort and columns. */
  readonly query: Readonly<Record<string, string>>;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly sharedWith: Sharing;
  readonly teamId: string | null;
  readonly teamTitle: string | null;
  /** This person's list opens with it. */
  readonly isDefault: boolean;
};

const columns = `v.id, v.record_type as "recordType", v.name, v.query, v.owner_id as "ownerId", o.title as "ownerName",
  v.shared_with as "sharedWith", v.team_id as "teamId", t.title as "teamTitle", d.view_id is not null as "isDefault"`;
const from = `from saved_view v join record o on o.id = v.owner_id left join record t on t.id = v.team_id
  left join saved_view_default d on d.view_id = v.id and d.person_id = $1`;
/** One's own, those shared with everybody, with a team one belongs to or leads. */
const seen = `(v.owner_id = $1 or v.shared_with = 'all' or v.team_id = any($2::uuid[])
  or exists (select 1 from team l where l.id = v.team_id and l.lead_id = $1))`;

/** Outside the organisation nothing is shared: what agents look for is not the customer's business. */
export const viewsOf = (tx: Tx, actor: Actor, recordType: string | undefined, inside: boolean) =>
  tx.run<ViewRow>(
    'views_of',
    `select ${columns} ${from} where ($3::text is null or v.record_type = $3)
       and ${seen} and ($4::boolean or v.owner_id = $1)
     order by (v.owner_id <> $1), v.name, v.id limit 300`,
    [actor.id, actor.teamIds, recordType ?? null, inside],
  );

export async function viewSeen(tx: Tx, actor: Actor, id: string, inside: boolean) {
  const [row] = await tx.run<ViewRow>(
    'view_seen',
    `select ${columns} ${from} where v.id = $3 and ${seen} and ($4::boolean or v.owner_id = $1)`,
    [actor.id, actor.teamIds, id, inside],
  );
  return row;
}

type Kept = Pick<ViewRow, 'id' | 'recordType' | 'name' | 'query' | 'ownerId' | 'sharedWith' | 'teamId'>;

export const saveView = (tx: Tx, view: Kept) =>
  tx.run(
    'save_view',
    `insert into saved_view (id, record_type, name, query, owner_id, shared_with, team_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set name = excluded.name, query = excluded.query, shared_with = excluded.shared_with,
       team_id = excluded.team_id, updated_at = now()`,
    [
      view.id,
      view.recordType,
      view.name,
      JSON.stringify(view.query),
      view.ownerId,
      view.sharedWith,
      view.teamId,
    ],
  );

export const deleteView = (tx: Tx, id: string) =>
  tx.run('delete_view', 'delete from saved_view where id = $1', [id]);

export async function countOwn(tx: Tx, personId: string, recordType: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'count_views',
    'select count(*)::int as n from saved_view where owner_id = $1 and record_type = $2',
    [personId, recordType],
  );
  return row?.n ?? 0;
}

export const openWith = (tx: Tx, personId: string, view: Pick<ViewRow, 'id' | 'recordType'>, on: boolean) =>
  on
    ? tx.run(
        'open_with_view',
        `insert into saved_view_default (person_id, record_type, view_id) values ($1, $2, $3)
         on conflict (person_id, record_type) do update set view_id = excluded.view_id`,
        [personId, view.recordType, view.id],
      )
    : tx.run(
        'not_open_with_view',
        'delete from saved_view_default where person_id = $1 and record_type = $2 and view_id = $3',
        [personId, view.recordType, view.id],
      );

/** The teams that a person leads, besides those they belong to. */
export async function leads(tx: Tx, personId: string, teamId: string): Promise<boolean> {
  const rows = await tx.run(
    'leads_team',
    `select 1 from team t join record r on r.id = t.id where t.id = $1 and t.lead_id = $2 and r.state = 'active'`,
    [teamId, personId],
  );
  return rows.length > 0;
}
