import { sql, type RawBuilder } from 'kysely';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { lookers } from '../../kernel/access/roles.ts';
import { organisations, type OrganisationTree } from '../../kernel/directory/organisation.snapshot.ts';
import type { House } from '../../kernel/practice/house.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { matches } from '../../kernel/search/query.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { clausesFor, documentKeepers } from './document.access.ts';

/** The organisations that somebody belongs to: their own and what stands above it. An actor's list goes downwards. */
function placesOf(tree: OrganisationTree, actor: Actor): string[] {
  const below = new Set(actor.orgUnitIds);
  const found = new Set(actor.orgUnitIds.filter((id) => !below.has(tree.parentOf.get(id) ?? '')));
  for (const id of found) {
    const parent = tree.parentOf.get(id);
    if (parent) found.add(parent);
  }
  return [...found];
}

/** Is this reader among those whom a document names? */
function named(house: House, actor: Actor): RawBuilder<boolean> {
  const roles = actor.holdings.map(({ role }) => role);
  const places = placesOf(house.reference.get(organisations), actor);
  return sql<boolean>`(coalesce(d.audience_roles && ${sql.val(roles)}::text[], false)
    or d.audience_team_ids && ${sql.val(actor.teamIds)}::uuid[]
    or d.audience_organisation_ids && ${sql.val(places)}::uuid[]
    or coalesce(${actor.id}::uuid = any(d.audience_person_ids), false))`;
}

/** Whom it is for; `must_read` says whether they are asked to acknowledge it. */
export function addressed(house: House, actor: Actor): RawBuilder<boolean> {
  const inside = isStaff(actor);
  return sql<boolean>`(d.must_read = 'audience' ${inside ? sql`or d.must_read = 'staff'` : sql``})
    and (d.audience = 'everybody' ${inside ? sql`or d.audience = 'staff'` : sql``} or (d.audience = 'named' and ${named(house, actor)}))`;
}

/**
 * 7.5.3: who may read what is in force (document `d`, record `r`). Public: everybody with an account; internal: staff;
 * secret: those it names, its owner and those who keep documents. Search, lists, counts and the page by number all use it.
 */
export function readable(house: House, actor: Actor): RawBuilder<boolean> {
  const sees = ['system', ...documentKeepers, ...lookers];
  const clauses = clausesFor(actor);
  if (clauses !== null) return sql<boolean>`coalesce(d.clauses && ${sql.val(clauses)}::text[], false)`;
  if (sees.some((role) => holds(actor, role))) return sql<boolean>`true`;
  const ways = [
    sql<boolean>`d.confidentiality = 'public'`,
    ...(isStaff(actor) ? [sql<boolean>`d.confidentiality = 'internal'`] : []),
    sql<boolean>`(d.audience = 'named' and ${named(house, actor)})`,
    sql<boolean>`${actor.id}::uuid in (r.owner_id, r.created_by)`,
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

const current = sql`document d join record r on r.id = d.id
  join document_version v on v.document_id = d.id and v.version = d.effective_version`;

export type Line = {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly language: 'en' | 'zh-CN';
  readonly level: number;
  readonly documentClass: string;
  readonly version: string;
  readonly effectiveOn: string;
  readonly state: string;
  readonly mustAcknowledge: boolean;
  readonly acknowledgedAt: string | null;
};

/** In the reader's language where it is kept in it, else in the other one, and it says so. */
function inLanguage(language: Language) {
  const [own, other] = language === 'zh-CN' ? ['zh', 'en'] : ['en', 'zh'];
  const second = language === 'zh-CN' ? 'en' : 'zh-CN';
  return {
    title: sql`coalesce(${sql.ref(`v.title_${own}`)}, ${sql.ref(`v.title_${other}`)})`,
    used: sql<Language>`case when ${sql.ref(`v.title_${own}`)} is null then ${second} else ${language} end`,
  };
}

const line = (house: House, actor: Actor, language: Language) => {
  const { title, used } = inLanguage(language);
  return sql`r.id, r.number, v.code, ${title} as title, ${used} as language, d.level, d.document_class as "documentClass", v.version,
    v.effective_on::text as "effectiveOn", r.state, (${addressed(house, actor)}) as "mustAcknowledge",
    (select a.at from document_acknowledgement a where a.document_id = d.id and a.major = v.major and a.person_id = ${actor.id}::uuid) as "acknowledgedAt"`;
}; // prettier-ignore

export type Asked = {
  readonly q?: string | undefined;
  readonly level?: number | undefined;
  readonly after?: string | undefined;
  /** Obsolete documents are found only by whoever asks for them. */
  readonly obsolete?: boolean | undefined;
};
const atOnce = 100;

/** What this reader may read and is in force, by code; with words, what holds them. */
export async function libraryFor(tx: Tx, house: House, actor: Actor, asked: Asked) {
  const query = asked.q === undefined || asked.q.trim() === '' ? undefined : matches(asked.q);
  const { rows } = await sql<Line>`
    select ${line(house, actor, actor.language)} from ${current}
    where ${asked.obsolete === true ? sql`r.state = 'obsolete'` : sql`r.state <> 'obsolete'`} and ${readable(house, actor)}
      and ${query ? sql`v.words @@ ${query}` : sql`true`} and ${asked.level === undefined ? sql`true` : sql`d.level = ${asked.level}`}
      and ${asked.after === undefined ? sql`true` : sql`v.code > ${asked.after}`}
    order by v.code limit ${atOnce + 1}`.execute(tx.db);
  const items = rows.slice(0, atOnce);
  return { items, next: rows.length > atOnce ? (items.at(-1)?.code ?? null) : null };
} // prettier-ignore

/** What this person must read; what they have not acknowledged yet first, the newest first. */
export async function readingListFor(tx: Tx, house: House, actor: Actor, onlyOpen: boolean) {
  const { rows } = await sql<Line>`
    select x.* from (select ${line(house, actor, actor.language)} from ${current}
      where r.state <> 'obsolete' and ${addressed(house, actor)} and ${readable(house, actor)}) x
    where ${onlyOpen ? sql`x."acknowledgedAt" is null` : sql`true`}
    order by (x."acknowledgedAt" is not null), x."effectiveOn" desc, x.code limit 200`.execute(tx.db);
  return rows;
} // prettier-ignore

export type Reading = Line & {
  readonly major: number;
  readonly titleEn: string | null;
  readonly titleZh: string | null;
  readonly body: string;
  readonly frozen: string;
  readonly bodyEn: string | null;
  readonly bodyZh: string | null;
  readonly languages: 'en' | 'zh' | 'both';
  readonly authoritative: 'en' | 'zh';
  readonly blocks: Readonly<Record<Language, readonly unknown[]>>;
  readonly approvedAt: string;
  readonly reviewDueOn: string | null;
  readonly owner: string | null;
  readonly approvers: readonly string[];
  readonly changeNote: string | null;
  readonly contentHash: string;
  readonly confidentiality: string;
  readonly clauses: readonly string[] | null;
  readonly origin: string;
  readonly source: string | null;
  readonly sourceEdition: string | null;
  readonly sourceUrl: string | null;
};

/** One document as its reader reads it, by number or code; undefined where there is none for them. */
export async function readingOf(tx: Tx, house: House, actor: Actor, name: string, language: Language) {
  const { used } = inLanguage(language);
  const side = (column: string) => sql`case when ${used} = 'zh-CN' then ${sql.ref(`v.${column}_zh`)} else ${sql.ref(`v.${column}_en`)} end`;
  const { rows } = await sql<Reading>`
    select ${line(house, actor, language)}, v.major, v.title_en as "titleEn", v.title_zh as "titleZh",
      coalesce(${side('body')}, '') as body, coalesce(${side('frozen')}, '') as frozen, v.body_en as "bodyEn", v.body_zh as "bodyZh",
      v.about->>'languages' as languages, v.about->>'authoritative' as authoritative, v.blocks, v.approved_at as "approvedAt",
      d.review_due_on::text as "reviewDueOn", o.title as owner,
      array(select x.title from record x where x.id = any(v.approver_ids) order by x.title) as approvers, v.change_note as "changeNote",
      v.content_hash as "contentHash", d.confidentiality, d.clauses, d.origin, d.source, d.source_edition as "sourceEdition", d.source_url as "sourceUrl"
    from ${current} left join record o on o.id = r.owner_id
    where (r.number = ${name} or d.code = ${name}) and ${readable(house, actor)}`.execute(tx.db);
  return rows[0];
} // prettier-ignore
