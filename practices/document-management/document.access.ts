import { sql } from 'kysely';
import type { Access, Only } from '../../kernel/access/access.ts';
import { remitsOf, type Actor } from '../../kernel/access/actor.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who must be able to look at every document of the system, secret and obsolete ones too. */
export const documentKeepers = ['document-controller', 'sms-manager', 'top-management', 'internal-auditor'];

const rolesOf = (actor: Actor) => actor.holdings.map(({ role }) => role);
type Known = {
  readonly confidentiality?: string | null;
  readonly audienceRoles?: readonly string[] | null;
  readonly audienceTeamIds?: readonly string[] | null;
  readonly audiencePersonIds?: readonly string[] | null;
  readonly authorIds?: readonly string[] | null;
  readonly reviewerIds?: readonly string[] | null;
  readonly approverIds?: readonly string[] | null;
};

/**
 * 7.5.3: an obsolete document is out of the way, a secret one is for those it names. Where only the shared columns are at
 * hand (a link, live news), `teamId` marks a secret one, and of those it names only that team is known.
 */
const inUseAndTheirs: Only = {
  where: (actor) => sql<boolean>`(${actor.id}::uuid in (r.owner_id, r.created_by) or (r.state <> 'obsolete' and not exists (
    select 1 from document x where x.id = r.id and x.confidentiality = 'secret' and not (
      coalesce(x.audience_roles && ${sql.val(rolesOf(actor))}::text[], false)
      or x.audience_team_ids && ${sql.val(actor.teamIds)}::uuid[]
      or coalesce(${actor.id}::uuid = any(x.audience_person_ids || x.author_ids || x.reviewer_ids || x.approver_ids), false)))))`,
  holds: (record, actor) => {
    if (actor.id !== null && [record.ownerId, record.createdBy].includes(actor.id)) return true;
    const known = record as typeof record & Known;
    if (record.state === 'obsolete') return false;
    if (known.confidentiality === undefined)
      return record.teamId === null || actor.teamIds.includes(record.teamId);
    if (known.confidentiality !== 'secret') return true;
    const meets = (theirs: readonly string[] | null | undefined, mine: readonly string[]) =>
      (theirs ?? []).some((id) => mine.includes(id));
    const people = [known.audiencePersonIds, known.authorIds, known.reviewerIds, known.approverIds];
    return (
      meets(known.audienceRoles, rolesOf(actor)) ||
      meets(known.audienceTeamIds, actor.teamIds) ||
      (actor.id !== null && people.some((list) => list?.includes(actor.id ?? '') === true))
    );
  },
}; // prettier-ignore

/** The clauses that whoever audits a part of the system looks at; null where they look at all of it. */
export const clausesFor = (actor: Actor): string[] | null =>
  remitsOf(actor)?.flatMap(({ clauses }) => clauses) ?? null;

/** Of an audit of some clauses, the documents that name one of them. */
const inTheirAudit: Only = {
  where: (actor) => {
    const clauses = clausesFor(actor);
    return clauses === null
      ? sql<boolean>`true`
      : sql<boolean>`exists (select 1 from document x where x.id = r.id and x.clauses && ${sql.val(clauses)}::text[])`;
  },
  holds: (record, actor) => {
    const clauses = clausesFor(actor);
    const own = (record as typeof record & { readonly clauses?: readonly string[] | null }).clauses;
    return clauses === null || own?.some((clause) => clauses.includes(clause)) === true;
  },
};

/** Users and customers never see the record: they read what is in force and for them, by `readable` in reading.queries.ts. */
export const documentAccess: Access = {
  ...each(staff, { view: 'all', act: 'all', only: inUseAndTheirs } as const),
  ...each(documentKeepers, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'all', byClause: true, only: inTheirAudit },
};
