import type { Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { tellLowRating } from './rating.effects.ts';
import type { Rating } from './rating.fields.ts';
import { causeOf } from './satisfaction.cause.ts';

/** Nobody is satisfied on behalf of somebody else. */
const askedPersonAnswers: Rule<Rating> = (rating, actor) =>
  rating.requesterId === actor.id ? undefined : no('rating.asked_person_answers');

const stillAsked: Rule<Rating> = (rating, _actor, { at }) =>
  rating.expiresAt !== null && Date.parse(rating.expiresAt) <= at ? no('rating.too_late') : undefined;

type Threshold = { readonly lowScore: number; readonly followUpHours: number };

async function thresholdOf(tx: Tx, rating: Rating): Promise<Threshold> {
  const [row] = await tx.run<Threshold>(
    'rating_threshold',
    'select low_score as "lowScore", follow_up_hours as "followUpHours" from survey where id = $1',
    [rating.surveyId],
  );
  if (!row) throw new Error(`rating ${rating.number} has no survey`);
  return row;
}

function answered(rating: Rating, _actor: Actor, { at, facts }: Context): Partial<Rating> {
  const { lowScore, followUpHours } = facts as Threshold;
  const low = rating.score !== null && rating.score <= lowScore;
  return {
    state: low ? 'follow_up' : 'answered',
    low,
    answeredAt: new Date(at).toISOString(),
    followUpDueAt: low ? new Date(at + followUpHours * 3_600_000).toISOString() : null,
  };
}

/** Asked once after closing. */
export const ratingProcess = defineProcess<Rating>()({
  states: {
    asked: 'waiting',
    answered: 'closed',
    follow_up: 'active',
    followed_up: 'closed',
    expired: 'closed',
  },
  initial: 'asked',
  create: {
    by: ['system'],
    fields: [
      'title', 'serviceId', 'teamId', 'customerId', 'requesterId', 'orgUnitId', 'surveyId', 'aboutId', 'aboutType',
      'problemId', 'channel', 'askedAt', 'expiresAt',
    ], // prettier-ignore
    required: ['title', 'requesterId', 'surveyId', 'aboutId', 'askedAt', 'expiresAt'],
  },
  edit: { from: [], by: [], fields: [] },
  transitions: {
    // Where it goes the score decides: a low one is not the end but somebody's task.
    answer: {
      from: ['asked'],
      by: ['*'],
      fields: ['score', 'remark'],
      required: ['score'],
      rules: [askedPersonAnswers, stillAsked],
      facts: thresholdOf,
      set: answered,
      effect: tellLowRating,
    },
    take: {
      from: ['follow_up'],
      by: staff,
      set: (_rating, actor) => ({ ownerId: actor.id }),
    },
    finish_follow_up: {
      from: ['follow_up'],
      to: 'followed_up',
      by: staff,
      fields: ['followUpOutcome'],
      required: ['followUpOutcome'],
      set: (rating, actor, { at }) => ({
        followedUpAt: new Date(at).toISOString(),
        ownerId: rating.ownerId ?? actor.id,
      }),
    },
    /** Somebody linked or unlinked the problem behind what was rated. */
    name_cause: {
      from: ['asked', 'answered', 'follow_up', 'followed_up', 'expired'],
      by: ['system'],
      facts: (work, { aboutId }) => causeOf(work, aboutId),
      set: (_rating, _actor, { facts }) => facts as Pick<Rating, 'problemId'>,
    },
    expire: { from: ['asked'], to: 'expired', by: ['system'] },
  },
  clocks: {},
});
