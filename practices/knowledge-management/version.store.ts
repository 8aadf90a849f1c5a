import type { Work } from '../../kernel/practice/house.ts';
import { words } from '../../kernel/search/words.ts';
import { contents, type Article } from './article.fields.ts';

const columns = `kind, title_en, title_zh, summary_en, summary_zh, body_en, body_zh, audience, audience_organisation_ids,
  audience_team_ids, service_ids, category_ids, ci_ids, tags, author_ids, approved_by_id, change_note`;

/** The version as it was approved, with the words it is found by: a title weighs more than a passing mention. */
export async function keepVersion(work: Work, article: Article, at: number): Promise<void> {
  const text = (...parts: (string | null)[]) => words(parts.filter((part) => part !== null).join('\n'));
  await work.run(
    'keep_article_version',
    `insert into article_version (article_id, version, ${columns}, published_at, words)
     select id, published_version, ${columns}, $2,
       setweight(to_tsvector('words', $3), 'A') || setweight(to_tsvector('words', $4), 'B') || setweight(to_tsvector('words', $5), 'D')
     from article where id = $1`,
    [
      article.id,
      new Date(at).toISOString(),
      text(article.titleEn, article.titleZh, article.tags),
      text(article.summaryEn, article.summaryZh),
      text(article.bodyEn, article.bodyZh),
    ],
  );
}

/** What readers read, to put in the place of a revision that was given up. */
export async function lastVersion(work: Work, article: Article): Promise<Partial<Article>> {
  const [row] = await work.run<Record<string, unknown>>(
    'last_article_version',
    `select ${contents.map((field) => `v.${snake(field)} as "${field}"`).join(', ')},
       coalesce(v.title_en, v.title_zh) as title, v.service_ids[1] as "serviceId",
       case when v.audience = 'teams' then v.audience_team_ids[1] end as "teamId"
     from article_version v where v.article_id = $1 and v.version = $2`,
    [article.id, article.publishedVersion],
  );
  if (!row) throw new Error(`${article.number} has no version ${article.publishedVersion}`);
  return row;
}

const snake = (field: string) => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
