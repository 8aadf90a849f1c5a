import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { EffectFacts, ReviewFacts } from './problem.facts.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { hasPart, percentOf } from './problem.rules.ts';
import { dayMs, problemDays } from './problem.settings.ts';

/** What an action itself writes, beside what its input says. Pure. */
type Set = (problem: ProblemRecord, actor: Actor, context: Context) => Partial<ProblemRecord>;
const iso = (at: number) => new Date(at).toISOString();
const reason = ({ input }: Context) => (typeof input['reason'] === 'string' ? input['reason'] : null);

export const counted: Set = (_problem, _actor, { facts }) => {
  const { count, points } = facts as EffectFacts;
  return { incidentCount: count, effectPoints: points };
};

export const rejected: Set = (_problem, _actor, context) => ({ rejectReason: reason(context) });

export const analysed: Set = (_problem, _actor, { input }) => ({
  ...(input['whys'] === undefined ? {} : { whys: input['whys'] as ProblemRecord['whys'] }),
  ...(input['fishbone'] === undefined ? {} : { fishbone: input['fishbone'] as ProblemRecord['fishbone'] }),
});

export const causeFound: Set = (problem, _actor, { at }) => ({
  rootCauseAt: problem.rootCauseAt ?? iso(at),
});

export const published: Set = (problem, actor, { at }) => ({
  publishedAt: iso(at),
  publishedById: actor.id,
  retiredAt: null,
  workaroundUses: problem.workaroundUses ?? 0,
});

const decided =
  (decision: 'change' | 'accept'): Set =>
  (_problem, actor, context) => ({
    decision,
    decisionReason: reason(context),
    decidedById: actor.id,
    decidedAt: iso(context.at),
    ...(decision === 'change' ? { reviewOn: null } : {}),
  });
export const planned = decided('change');
export const accepted = decided('accept');

/** Where it was before it was decided or suspended: a known error stays one. */
const back = (problem: ProblemRecord) =>
  problem.publishedAt !== null && problem.retiredAt === null ? 'known_error' : 'cause_known';

export const reconsidered: Set = (problem) => ({ state: back(problem), decision: null, reviewOn: null });

export const resolved: Set = (_problem, actor, { at, settings }) => ({
  resolvedAt: iso(at),
  verifiedById: actor.id,
  effectivenessDueAt: iso(at + settings.get(problemDays).value.effectiveness * dayMs),
  reviewOn: null,
});

export const suspended: Set = (problem) => ({ suspendedFrom: problem.state });
export const resumed: Set = (problem) => ({
  state: problem.suspendedFrom ?? 'accepted',
  suspendedFrom: null,
  reviewOn: null,
});

export const retired: Set = (_problem, _actor, { at }) => ({ retiredAt: iso(at) });

/** What was found the first time did not hold; what was written of it is in the trail. */
export const reopened: Set = (problem) => ({
  reopenCount: (problem.reopenCount ?? 0) + 1,
  resolvedAt: null,
  verifiedById: null,
  verification: null,
  resolution: null,
  closeStatement: null,
  decision: null,
  decisionReason: null,
  effectivenessDueAt: null,
});

export const reviewed: Set = (problem, actor, { at, facts }) => {
  const found = facts as ReviewFacts;
  return {
    incidentsBefore: found.before,
    incidentsAfter: found.after,
    effectivenessPercent: percentOf(found),
    effectivenessReviewedAt: iso(at),
    effectivenessReviewedById: actor.id,
    effectivenessDueAt: null,
    sodException: hasPart(problem, actor),
  };
};

export const cameBack: Set = (problem) => ({ recurrences: (problem.recurrences ?? 0) + 1 });
export const used: Set = (problem) => ({ workaroundUses: (problem.workaroundUses ?? 0) + 1 });
