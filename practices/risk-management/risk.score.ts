import type { Settings } from '../../kernel/practice/settings.ts';
import { criteriaNow, ratingOf } from './criteria.ts';
import type { Risk } from './risk.fields.ts';

const times = (a: number | null, b: number | null) => (a === null || b === null ? null : a * b);

/** What is left where it was judged, else what there was before anything was done. */
export const scoreNow = (risk: Pick<Risk, 'score' | 'residualScore'>): number | null =>
  risk.residualScore ?? risk.score;

/** Likelihood × impact, by the scale in force; each decision cites its version. */
export function deriveScore(risk: Risk, settings: Settings) {
  const { value: criteria, version } = criteriaNow(settings);
  const score = times(risk.likelihood, risk.impact);
  const residualScore = times(risk.residualLikelihood, risk.residualImpact);
  const now = residualScore ?? score;
  const rated = (value: number | null) => (value === null ? null : ratingOf(value, criteria));
  return {
    set: {
      score,
      rating: rated(score),
      residualScore,
      residualRating: rated(residualScore),
      // Much of an opportunity is no reason to ask whether one may take it.
      aboveThreshold: risk.kind !== 'opportunity' && now !== null && now >= criteria.acceptAbove,
    },
    rules: { 'risk.criteria': version },
  };
}
