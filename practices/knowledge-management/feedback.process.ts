import type { Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Feedback } from './feedback.fields.ts';
import { mayRead, ratedArticle, type Rated } from './rated.queries.ts';

const onlyWhatTheyRead: Rule<Feedback> = (_feedback, actor, { facts }) =>
  mayRead(facts as Rated, actor) ? undefined : no('article_feedback.no_such_article', {}, 'articleId');

/** The rate is of readers: nobody answers for somebody else. */
const raterChangesIt: Rule<Feedback> = (feedback, actor) =>
  feedback.raterId === actor.id ? undefined : no('article_feedback.rater_changes_it');

/** With words it is work for the article's owner; without, it is a figure. */
const stateOf = ({ remark }: Feedback) => (remark === null ? 'counted' : 'open');

function given(feedback: Feedback, actor: Actor, { facts }: Context): Partial<Feedback> {
  const { article } = facts as Rated;
  return {
    state: stateOf(feedback),
    title: article?.versionTitle ?? '',
    ownerId: article?.ownerId ?? null,
    serviceId: article?.serviceId ?? null,
    teamId: article?.teamId ?? null,
    articleVersion: article?.version ?? null,
    raterId: actor.id,
    requesterId: actor.id,
  };
}

export const feedbackProcess = defineProcess<Feedback>()({
  states: { open: 'new', planned: 'waiting', answered: 'closed', counted: 'closed' },
  initial: 'open',
  create: {
    by: ['*'],
    fields: ['articleId', 'helpful', 'deflected', 'typed', 'remark'],
    required: ['articleId', 'helpful'],
    checks: [onlyWhatTheyRead],
    facts: (work: Work, _feedback, input: Input) => ratedArticle(work, input['articleId']),
    factsLockNothing: true,
    set: given,
  },
  edit: { from: [], by: [], fields: [] },
  transitions: {
    change: {
      from: ['open', 'counted'],
      by: ['*'],
      fields: ['helpful', 'remark'],
      rules: [raterChangesIt],
      set: (feedback) => ({ state: stateOf(feedback) }),
    },
    take: { from: ['open', 'planned'], by: staff, set: (_feedback, actor) => ({ ownerId: actor.id }) },
    // Right, and it comes with the article's next version.
    plan: { from: ['open'], to: 'planned', by: staff, requires: ['comment'], comment: 'internal' },
    answer: {
      from: ['open', 'planned'],
      to: 'answered',
      by: staff,
      fields: ['answer'],
      required: ['answer'],
      set: (feedback, actor, { at }) => ({
        answeredById: actor.id,
        answeredAt: new Date(at).toISOString(),
        ownerId: feedback.ownerId ?? actor.id,
      }),
    },
  },
  clocks: {},
});
