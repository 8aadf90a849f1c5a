import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { languages, type Article } from './article.fields.ts';

type Of = Rule<Article>;

/** 7.6 b: usable knowledge has a title, and it says something, in at least one language. */
export const hasATitle: Of = (article, _actor, { input }) => {
  const { titleEn, titleZh } = { ...article, ...input };
  return titleEn || titleZh ? undefined : no('article.no_title', {}, 'titleEn');
};

/** What is shown for approval is whole in each language that it has. */
export const saysSomething: Of = (article) =>
  languages.some((l) => article[`title${l}`] !== null && article[`body${l}`] !== null)
    ? undefined
    : no('article.no_body');

/** A title without text, or a text without title, is half a translation. */
export const isWholeInEachLanguage: Of = (article) => {
  const isHalf = (l: (typeof languages)[number]) =>
    (article[`title${l}`] === null) !== (article[`body${l}`] === null);
  if (isHalf('En')) return no('article.half_english');
  return isHalf('Zh') ? no('article.half_chinese') : undefined;
};

/** Knowledge that is about nothing is found by nobody. */
export const isAboutSomething: Of = (article) =>
  [article.serviceIds, article.categoryIds, article.ciIds].some((ids) => (ids ?? []).length > 0) ||
  article.tags !== null
    ? undefined
    : no('article.about_nothing');

/** An audience by name needs names. */
export const namesItsAudience: Of = (article, _actor, { input }) => {
  const { audience, audienceOrganisationIds, audienceTeamIds } = { ...article, ...input } as Article;
  if (audience === 'organisations' && (audienceOrganisationIds ?? []).length === 0)
    return no('article.no_organisations', {}, 'audienceOrganisationIds');
  if (audience === 'teams' && (audienceTeamIds ?? []).length === 0)
    return no('article.no_teams', {}, 'audienceTeamIds');
  return undefined;
};

/** S1: who wrote an article may not approve it. */
export const approverIsNotAuthor: Of = (article, actor) =>
  actor.id !== null && article.authorIds?.includes(actor.id) === true
    ? no('article.approver_is_author')
    : undefined;

/** Readers who know the article are told what is new. */
export const saysWhatChanged: Of = (article) =>
  article.publishedVersion !== null && article.changeNote === null ? no('article.no_change_note') : undefined;

const today = ({ at }: Context) => new Date(at).toISOString().slice(0, 10);

/** A review in the past is no plan, and what expires before its review is never reviewed. */
export const datesAreAhead: Of = (article, _actor, context) => {
  const { reviewDueOn, expiresOn } = { ...article, ...context.input } as Article;
  for (const [field, day] of [['reviewDueOn', context.input['reviewDueOn']], ['expiresOn', context.input['expiresOn']]] as const)
    if (typeof day === 'string' && day <= today(context)) return no('article.date_is_past', { date: day }, field);
  return reviewDueOn !== null && expiresOn !== null && expiresOn < reviewDueOn && expiresOn > today(context)
    ? no('article.expires_before_review', { date: reviewDueOn }, 'expiresOn')
    : undefined;
}; // prettier-ignore

/** What has expired goes through a new approval; confirming it without reading would only move a date. */
export const isStillValid: Of = (article, _actor, context) =>
  article.expiresOn !== null && article.expiresOn < today(context) ? no('article.has_expired') : undefined;
