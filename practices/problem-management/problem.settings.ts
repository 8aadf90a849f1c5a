import { defineSetting } from '../../kernel/practice/settings.ts';

export const dayMs = 86_400_000;

/**
 * What an incident of each impact weighs, and from which sum on a problem has which impact: one extensive incident is
 * an extensive problem, and so are thirty minor ones.
 */
export const effectPoints = defineSetting('problem.effect_points', {
  points: [30, 10, 3, 1],
  from: [30, 10, 3],
});

/** Calendar days: how long one may be suspended at most, watched after the fix, and until its effect is reviewed. */
export const problemDays = defineSetting('problem.days', {
  suspended: 90,
  watched: 30,
  effectiveness: 90,
  accepted: 365,
});

/**
 * From how many incidents on a trend is proposed, how much more than before a rejected one must have become, and how
 * many are proposed at most of each way.
 */
export const trendRule = defineSetting('problem.trend', {
  least: 5,
  leastOfCi: 3,
  growth: 1.25,
  worsened: 1.25,
  mostOfWay: 25,
});
