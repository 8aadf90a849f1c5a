import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { organisations, type OrganisationTree } from '../../kernel/directory/organisation.snapshot.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { articleAccess } from './article.access.ts';
import type { Audience } from './article.fields.ts';
import { placesOf, todayOf } from './knowledge.queries.ts';

type Row = BaseRecord & {
  readonly audience: Audience;
  readonly audienceTeamIds: readonly string[];
  readonly version: number;
  readonly versionTitle: string;
  readonly inForce: boolean;
  readonly readBy: Audience;
  readonly readByOrganisations: readonly string[];
  readonly readByTeams: readonly string[];
};
/** What a judgement is about, with all that decides whether its writer could read it. */
export type Rated = { readonly article: Row | undefined; readonly tree: OrganisationTree };

export async function ratedArticle(work: Work, id: unknown): Promise<Rated> {
  const [article] = await work.run<Row>(
    'rated_article',
    `select r.id, r.state, r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy", r.team_id as "teamId",
       r.customer_id as "customerId", r.org_unit_id as "orgUnitId", r.service_id as "serviceId", a.audience, a.audience_team_ids as "audienceTeamIds",
       v.version, coalesce(v.title_en, v.title_zh) as "versionTitle", v.audience as "readBy",
       v.audience_organisation_ids as "readByOrganisations", v.audience_team_ids as "readByTeams",
       r.state <> 'retired' and (a.expires_on is null or a.expires_on >= $2::date) as "inForce"
     from article a join record r on r.id = a.id join article_version v on v.article_id = a.id and v.version = a.published_version
     where a.id = $1`,
    [id, todayOf(work.house)],
  );
  return { article, tree: work.house.reference.get(organisations) };
}

/** The twin of `readable` for one article in hand. */
export function mayRead({ article, tree }: Rated, actor: Actor): boolean {
  if (article?.inForce !== true) return false;
  if (mayView(articleAccess, actor, article)) return true;
  const shared = (mine: readonly string[], theirs: readonly string[]) =>
    theirs.some((id) => mine.includes(id));
  switch (article.readBy) {
    case 'everybody':
      return true;
    case 'agents':
      return isStaff(actor);
    case 'organisations':
      return shared(placesOf(tree, actor), article.readByOrganisations);
    case 'teams':
      return shared(actor.teamIds, article.readByTeams);
  }
}
