import { sql, type RawBuilder } from 'kysely';
import { homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** What 7.6 asks to be seen: knowledge is there, current, found and of use. `r` is the record, `t` its own row. */
const clause = '7.6';
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;

/** What readers are offered: published, and not retired since. */
const offered = `t.published_version is not null and r.state <> 'retired'`;
const overdue = `(r.state in ('review_due', 'expired') or coalesce(least(t.review_due_on, t.expires_on) < ${homeToday}, false))`;
const about = { recordType: 'article', clause } as const;

/** Articles whose review and expiry are still ahead / articles offered. */
const current = defineMeasure({
  ...about, key: 'article.current', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(offered), numerator: bool(`not ${overdue}`),
}); // prettier-ignore

const overdueForReview = defineMeasure({
  ...about, key: 'article.overdue', unit: 'count', better: 'lower', kind: 'count',
  population: bool(`${offered} and ${overdue}`),
}); // prettier-ignore

const views = `(select coalesce(sum(u.views), 0) from article_use u where u.article_id = r.id and u.day >= ${homeToday} - 90)`;
const solvedRecently = `exists (select 1 from link l where l.to_id = r.id and l.kind = 'solved_by' and l.at >= now() - interval '90 days')`;

/** Opened, or used to solve something, within 90 days / articles offered: what nobody uses is no knowledge. */
const used = defineMeasure({
  ...about, key: 'article.used', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(offered), numerator: bool(`${views} > 0 or ${solvedRecently}`),
}); // prettier-ignore

const meanViews = defineMeasure({
  ...about, key: 'article.views', unit: 'number', better: 'higher', kind: 'mean',
  population: bool(offered), of: sql<number>`${sql.raw(views)}`,
}); // prettier-ignore

const feedback = { recordType: 'article-feedback', clause, at: instant('r.created_at') } as const;

/** Judged helpful / judged, in the period; a report that an article spared is counted beside it, not in it. */
const helpful = defineMeasure({
  ...feedback, key: 'article_feedback.helpful', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool('not t.deflected'), numerator: bool('t.helpful'),
}); // prettier-ignore

const deflected = defineMeasure({
  ...feedback, key: 'article_feedback.deflected', unit: 'count', better: 'higher', kind: 'count',
  population: bool('t.deflected'),
}); // prettier-ignore

/** Words of readers that nobody has answered, at the period's end. */
const unanswered = defineMeasure({
  recordType: 'article-feedback', clause, key: 'article_feedback.unanswered', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('t.remark is not null'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and (t.answered_at is null or t.answered_at > ${end}::timestamptz))`,
}); // prettier-ignore

/** Resolved incidents that are linked to the article that solved them / resolved incidents. */
const solvedByArticle = defineMeasure({
  recordType: 'incident', clause, key: 'incident.solved_by_article', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.ended_at'), excluded: bool(`r.state in ('cancelled', 'duplicate')`),
  population: bool(`t.resolved_at is not null and r.state not in ('cancelled', 'duplicate')`),
  numerator: bool(`exists (select 1 from link l join record k on k.id = l.to_id
    where l.from_id = r.id and l.kind = 'solved_by' and k.type = 'article')`),
}); // prettier-ignore

const hasArticle = (list: string) =>
  bool(`exists (select 1 from article a join record k on k.id = a.id
    where a.${list} @> array[r.id] and a.published_version is not null and k.state in ('published', 'revising', 'in_review')
      and (a.review_due_on is null or a.review_due_on >= ${homeToday}) and (a.expires_on is null or a.expires_on >= ${homeToday}))`);

/** Categories in use with at least one current article / categories in use. */
const categoriesCovered = defineMeasure({
  recordType: 'category', clause, key: 'category.has_article', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool('r.open'), numerator: hasArticle('category_ids'),
}); // prettier-ignore

/** 7.6 a: every live service has at least one current article. */
const servicesCovered = defineMeasure({
  recordType: 'service', clause, key: 'service.has_article', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'published'`), numerator: hasArticle('service_ids'),
}); // prettier-ignore

export const knowledgeMeasures: readonly Measure[] = [
  current,
  overdueForReview,
  used,
  meanViews,
  helpful,
  deflected,
  unanswered,
  solvedByArticle,
  categoriesCovered,
  servicesCovered,
];
