import type { Tx } from '../../platform/db/tx.ts';

type VersionLine = {
  readonly version: number;
  readonly publishedAt: string;
  readonly approvedBy: string | null;
  readonly authors: readonly string[];
  readonly changeNote: string | null;
};

const line = `v.version, v.published_at as "publishedAt", p.title as "approvedBy", v.change_note as "changeNote",
  array(select x.title from record x where x.id = any(v.author_ids) order by x.title) as authors`;

export const versionsOf = (tx: Tx, articleId: string) =>
  tx.run<VersionLine>(
    'article_versions',
    `select ${line} from article_version v left join record p on p.id = v.approved_by_id
     where v.article_id = $1 order by v.version desc limit 500`,
    [articleId],
  );

export async function versionNumbered(tx: Tx, articleId: string, version: number) {
  const [row] = await tx.run<VersionLine & Record<string, unknown>>(
    'article_version_numbered',
    `select ${line}, v.kind, v.audience, v.tags, v.title_en as "titleEn", v.title_zh as "titleZh", v.summary_en as "summaryEn",
       v.summary_zh as "summaryZh", v.body_en as "bodyEn", v.body_zh as "bodyZh",
       array(select x.title from record x where x.id = any(v.service_ids) order by x.title) as services,
       array(select x.title from record x where x.id = any(v.category_ids) order by x.title) as categories,
       array(select x.title from record x where x.id = any(v.audience_organisation_ids || v.audience_team_ids) order by x.title) as "for"
     from article_version v left join record p on p.id = v.approved_by_id where v.article_id = $1 and v.version = $2`,
    [articleId, version],
  );
  return row;
}
