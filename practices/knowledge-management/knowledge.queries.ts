import { sql, type RawBuilder } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { organisations, type OrganisationTree } from '../../kernel/directory/organisation.snapshot.ts';
import type { House } from '../../kernel/practice/house.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { words } from '../../kernel/search/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { articleAccess } from './article.access.ts';
import type { Audience } from './article.fields.ts';

/** The organisations that somebody belongs to: their own and what stands above it. An actor's list goes downwards. */
export function placesOf(tree: OrganisationTree, actor: Actor): string[] {
  const below = new Set(actor.orgUnitIds);
  const found = new Set(actor.orgUnitIds.filter((id) => !below.has(tree.parentOf.get(id) ?? '')));
  for (const id of found) {
    const parent = tree.parentOf.get(id);
    if (parent) found.add(parent);
  }
  return [...found];
}

/** Today where nothing else is known: a day too long by a zone harms nobody. */
export const todayOf = (house: House) => new Date(house.now()).toISOString().slice(0, 10);

/**
 * The one filter of readers: a published version (`v` of article `a`, record `r`) that is in force and for them. Search,
 * proposals, counts and the page by number all use it; `mayRead` is its twin, and a test holds the two equal.
 */
export function readable(house: House, actor: Actor): RawBuilder<boolean> {
  const places = placesOf(house.reference.get(organisations), actor);
  const ways = [
    visible(articleAccess, actor),
    sql<boolean>`v.audience = 'everybody'`,
    sql<boolean>`(v.audience = 'organisations' and v.audience_organisation_ids && ${sql.val(places)}::uuid[])`,
    sql<boolean>`(v.audience = 'teams' and v.audience_team_ids && ${sql.val(actor.teamIds)}::uuid[])`,
    ...(isStaff(actor) ? [sql<boolean>`v.audience = 'agents'`] : []),
  ];
  return sql<boolean>`(${inForce(house)} and (${sql.join(ways, sql` or `)}))`;
}

const inForce = (house: House) =>
  sql<boolean>`(r.state <> 'retired' and (a.expires_on is null or a.expires_on >= ${todayOf(house)}::date))`;

const published = sql`article a join article_version v on v.article_id = a.id and v.version = a.published_version
  join record r on r.id = a.id`;

export type Line = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string | null;
  readonly language: 'en' | 'zh-CN';
  readonly publishedAt: string;
};

/** In the reader's language where it is written in it, else in the other one, and it says so. */
const line = ({ language }: Actor) => {
  const [own, other] = language === 'zh-CN' ? ['zh', 'en'] : ['en', 'zh'];
  const second = language === 'zh-CN' ? 'en' : 'zh-CN';
  return sql`r.id, r.number, v.kind, coalesce(${sql.ref(`v.title_${own}`)}, ${sql.ref(`v.title_${other}`)}) as title,
    case when ${sql.ref(`v.title_${own}`)} is null then ${sql.ref(`v.summary_${other}`)} else ${sql.ref(`v.summary_${own}`)} end as summary,
    case when ${sql.ref(`v.title_${own}`)} is null then ${second} else ${language} end as language, v.published_at as "publishedAt"`;
};
const inOwnLanguage = ({ language }: Actor) =>
  language === 'zh-CN' ? sql`(v.title_zh is not null)` : sql`(v.title_en is not null)`;

const termsOf = (typed: string) => words(typed.slice(0, 500)).match(/[\p{L}\p{N}]{1,60}/gu) ?? [];

/** Any of the typed words, the last of them perhaps unfinished; `labels` names the parts of an article to look in. */
function anyOf(typed: string, labels = ''): RawBuilder<unknown> | undefined {
  const terms = [...new Set(termsOf(typed))].slice(0, 30);
  if (terms.length === 0) return undefined;
  const last = terms.length - 1;
  const text = terms
    .map((term, i) => `'${term}'${i === last ? ':*' : labels === '' ? '' : ':'}${labels}`)
    .join(' | ');
  return sql`to_tsquery('words', ${text})`;
}
const rank = (query: RawBuilder<unknown>) => sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', v.words, ${query})`;

const atOnce = 30;

/** A page of what this reader may read: the best of a search, or the newest first. */
export async function articlesFor(
  tx: Tx,
  house: House,
  actor: Actor,
  given: { q?: string | undefined; serviceId?: string | undefined; before?: string | undefined },
) {
  const query = given.q === undefined ? undefined : anyOf(given.q);
  if (given.q !== undefined && given.q.trim() !== '' && !query) return { items: [], nextBefore: null };
  const about = given.serviceId === undefined ? sql`true` : sql`v.service_ids @> array[${given.serviceId}::uuid]`;
  const after = given.before === undefined || query ? sql`true` : sql`r.id < ${given.before}::uuid`;
  const { rows } = await sql<Line>`
    select ${line(actor)} from ${published}
    where ${readable(house, actor)} and ${about} and ${after} and ${query ? sql`v.words @@ ${query}` : sql`true`}
    order by ${query ? sql`${rank(query)} desc, r.id desc` : sql`r.id desc`} limit ${atOnce + 1}`.execute(tx.db);
  const items = rows.slice(0, atOnce);
  return { items, nextBefore: rows.length > atOnce && !query ? (items.at(-1)?.id ?? null) : null };
} // prettier-ignore

/**
 * What may solve what somebody is writing: articles whose title, tags or summary have its words, the same service and
 * category before others, the reader's own language before the other one.
 */
export async function suggestionsFor(
  tx: Tx,
  house: House,
  actor: Actor,
  given: { text: string; serviceId?: string | null; categoryId?: string | null; limit: number },
) {
  const query = anyOf(given.text, 'AB');
  const { serviceId = null, categoryId = null } = given;
  const sameService = sql<boolean>`(${serviceId}::uuid is not null and v.service_ids @> array[${serviceId}::uuid])`;
  const sameCategory = sql<boolean>`(${categoryId}::uuid is not null and v.category_ids @> array[${categoryId}::uuid])`;
  const said = query ? rank(query) : sql`0`;
  // Words decide; that it is about the same service alone says little, service and category together say something.
  const hit = query ? sql<boolean>`v.words @@ ${query}` : sql<boolean>`false`;
  const { rows } = await sql<Line & { sameService: boolean; sameCategory: boolean; said: boolean }>`
    select ${line(actor)}, ${sameService} as "sameService", ${sameCategory} as "sameCategory", ${hit} as said
    from ${published}
    where ${readable(house, actor)} and (${hit} or (${sameService} and ${sameCategory}))
    order by ${said} * 2 + ${sameService}::int * 0.5 + ${sameCategory}::int * 0.7 + ${inOwnLanguage(actor)}::int * 0.4 desc, r.id desc
    limit ${given.limit}`.execute(tx.db);
  return rows;
} // prettier-ignore

/** How many articles there are for this reader, by service: the ways in on the knowledge page. */
export async function shelvesFor(tx: Tx, house: House, actor: Actor) {
  const { rows } = await sql<{ id: string | null; title: string | null; articles: number }>`
    select s.id, s.title, count(*)::int as articles from ${published}
      left join lateral unnest(v.service_ids) as about(id) on true left join record s on s.id = about.id
    where ${readable(house, actor)} group by s.id, s.title order by articles desc, s.title limit 200`.execute(tx.db);
  return rows;
} // prettier-ignore

export type Reading = Line & {
  readonly body: string;
  readonly version: number;
  readonly otherLanguage: boolean;
  readonly changeNote: string | null;
  readonly tags: string | null;
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly audience: Audience;
};

/** One article as its reader reads it; undefined where there is none for them. */
export async function readingFor(
  tx: Tx,
  house: House,
  actor: Actor,
  number: string,
): Promise<Reading | undefined> {
  const [own, other] = actor.language === 'zh-CN' ? ['zh', 'en'] : ['en', 'zh'];
  const { rows } = await sql<Reading>`
    select ${line(actor)}, v.version, v.change_note as "changeNote", v.tags, v.audience,
      case when ${sql.ref(`v.title_${own}`)} is null then ${sql.ref(`v.body_${other}`)} else ${sql.ref(`v.body_${own}`)} end as body,
      (v.title_en is not null and v.title_zh is not null) as "otherLanguage",
      coalesce((select json_agg(json_build_object('id', s.id, 'title', s.title) order by s.title)
        from record s where s.id = any(v.service_ids)), '[]') as services
    from ${published} where r.number = ${number} and ${readable(house, actor)}`.execute(tx.db);
  return rows[0];
}

/** Does the published text show this picture? What is attached besides is the writers' own. */
export async function showsImage(tx: Tx, articleId: string, id: string): Promise<boolean> {
  const [row] = await tx.run<{ shown: boolean }>(
    'article_shows_image',
    `select position('attachment:' || lower($2) in lower(coalesce(v.body_en, '') || coalesce(v.body_zh, ''))) > 0 as shown
     from article a join article_version v on v.article_id = a.id and v.version = a.published_version where a.id = $1`,
    [articleId, id],
  );
  return row?.shown === true;
}
