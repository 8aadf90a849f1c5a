import { sql } from 'kysely';
import type { Access, Only } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who keeps the knowledge, and who must be able to look at all of it. */
const keepers = ['knowledge-manager', 'sms-manager', 'administrator', 'top-management', 'internal-auditor'];

type Limited = { readonly teamId: string | null; readonly audienceTeamIds?: readonly string[] | null };
const isMine = (actor: Actor, people: readonly (string | null)[]) =>
  actor.id !== null && people.includes(actor.id);

/**
 * An article for some teams is marked by the first of them in `teamId`, the others stand in its own row. Where only the
 * shared columns are at hand (a link, live news) the first team decides: too little is told there, never too much.
 */
export const unlessForOtherTeams: Only = {
  where: (actor) => sql<boolean>`(r.team_id is null or r.team_id = any(${sql.val(actor.teamIds)}::uuid[])
    or ${actor.id}::uuid in (r.owner_id, r.requester_id, r.created_by)
    or exists (select 1 from article x where x.id = r.id and x.audience = 'teams' and x.audience_team_ids && ${sql.val(actor.teamIds)}::uuid[]))`,
  holds: (record, actor) => {
    const { teamId, audienceTeamIds, audience } = record as typeof record & Limited & { audience?: string };
    const among = audience === 'teams' ? (audienceTeamIds ?? []) : [];
    return (
      teamId === null ||
      [teamId, ...among].some((id) => actor.teamIds.includes(id)) ||
      isMine(actor, [record.ownerId, record.requesterId, record.createdBy])
    );
  },
};

const inside = each(staff, { view: 'all', act: 'all', only: unlessForOtherTeams } as const);
const kept = each(keepers, { view: 'all', act: 'all' } as const);

/**
 * Whoever works inside sees articles with their drafts, unless they are for other teams. Users and customers never see
 * the record: they read published versions, by `readable` in knowledge.queries.ts.
 */
export const articleAccess: Access = { ...inside, ...kept };

/** Who gave feedback reads the answer. */
export const feedbackAccess: Access = {
  ...inside,
  ...kept,
  ...each(['user', 'customer-contact', 'unit-manager'], { view: 'own', act: 'own' } as const),
};
