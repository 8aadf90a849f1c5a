import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { Article } from './article.fields.ts';
import { reviewMonths } from './article.settings.ts';

const now = ({ at }: Context) => new Date(at).toISOString();

/** One title for lists and links, whatever the reader's language: English first, as the numbers of other records. */
const titleOf = ({ titleEn, titleZh, title }: Article) => (titleEn ?? titleZh ?? title).slice(0, 200);

const tidyTags = (tags: string | null) =>
  tags === null
    ? null
    : [...new Set(tags.split(/[,，;；、]/u).map((tag) => tag.trim()).filter((tag) => tag !== ''))].join(', ') || null; // prettier-ignore

/**
 * Which team an article is limited to. Narrowed at once, widened only by the approval: until then the wider audience is
 * a proposal that nobody has agreed to.
 */
const teamOf = (article: Article) =>
  article.audience === 'teams'
    ? (article.audienceTeamIds?.[0] ?? null)
    : article.publishedVersion === null
      ? null
      : article.teamId;

export function written(article: Article, actor: Actor): Partial<Article> {
  const authors = article.authorIds ?? [];
  return {
    title: titleOf(article),
    tags: tidyTags(article.tags),
    teamId: teamOf(article),
    ownerId: article.ownerId ?? actor.id,
    serviceId: article.serviceIds?.[0] ?? null,
    authorIds: actor.id === null || authors.includes(actor.id) ? authors : [...authors, actor.id],
  };
}

/** A year from now unless whoever approves says otherwise. */
function inMonths(at: number, months: number): string {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}

const nextReview = (article: Article, { at, input, settings }: Context) => {
  const asked = input['reviewDueOn'];
  if (typeof asked === 'string') return asked;
  const months = settings.get(reviewMonths).value;
  const planned = inMonths(at, months);
  return article.expiresOn !== null && article.expiresOn < planned ? article.expiresOn : planned;
};

export const published = (article: Article, actor: Actor, context: Context): Partial<Article> => ({
  publishedVersion: (article.publishedVersion ?? 0) + 1,
  approvedById: actor.id,
  approvedAt: now(context),
  reviewedById: actor.id,
  reviewedAt: now(context),
  reviewDueOn: nextReview(article, context),
  teamId: article.audience === 'teams' ? (article.audienceTeamIds?.[0] ?? null) : null,
  // What had expired is valid again only by a new date, or by none.
  expiresOn: context.input['expiresOn'] === undefined && isPast(article.expiresOn, context) ? null : article.expiresOn,
}); // prettier-ignore

const isPast = (day: string | null, { at }: Context) =>
  day !== null && day <= new Date(at).toISOString().slice(0, 10);

export const reviewed = (article: Article, actor: Actor, context: Context): Partial<Article> => ({
  reviewedById: actor.id,
  reviewedAt: now(context),
  reviewDueOn: nextReview(article, context),
});

/** Sent back: to a first draft, or to the revision of what readers still read. */
export const sentBack = (article: Article): Partial<Article> => ({
  state: article.publishedVersion === null ? 'draft' : 'revising',
});
