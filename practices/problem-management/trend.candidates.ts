import { sameTerms } from './trend.cluster.ts';
import type { Counted, Definition } from './trend.queries.ts';
import type { trendRule } from './problem.settings.ts';

type Rule = (typeof trendRule)['initial'];

/** Twice its own scatter: by chance alone one group in forty would seem to have grown as much. */
const growsForSure = ({ n, previous }: Counted) => n - previous >= 2 * Math.sqrt(n + previous);
const grows = (counted: Counted, { growth }: Rule) =>
  counted.n >= counted.previous * growth && growsForSure(counted);

/** A category that causes so much of everything is worth asking about, growing or not. */
const largeShare = 0.05;

/** Which groups are worth a decision: those that grew, items that fail again and again, and what makes up most of the work. */
export function worthDeciding(groups: readonly Counted[], total: number, rule: Rule): Counted[] {
  const wanted = groups.filter((group) => {
    if (group.way === 'ci') return group.n >= rule.leastOfCi;
    if (group.way === 'service') return grows(group, rule);
    return grows(group, rule) || group.n >= total * largeShare;
  });
  return (['service', 'category', 'ci'] as const).flatMap((way) =>
    wanted
      .filter((group) => group.way === way)
      .sort((a, b) => scoreOf(b) - scoreOf(a))
      .slice(0, rule.mostOfWay),
  );
}

/** Often, growing, and narrow enough that one cause may be behind it. */
export const scoreOf = ({ way, n, previous }: Pick<Counted, 'way' | 'n' | 'previous'>) => {
  const narrow = { service: 0.5, category: 1, text: 1.5, ci: 2 }[way];
  return narrow * n * (1 + Math.max(0, Math.log2((n + 1) / (previous + 1))));
};

export const keyOf = ({ way, serviceId, categoryId, ci, terms }: Definition) =>
  [way, serviceId, categoryId ?? '', way === 'ci' ? (ci ?? '') : [...terms].sort().join('+')].join(':');

export type Rejected = {
  readonly key: string;
  readonly way: string;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly terms: readonly string[];
  readonly n: number;
};

/** What somebody rejected stays rejected until it is clearly worse than it was then. */
export const isRejected = (
  candidate: Definition & { readonly n: number },
  before: readonly Rejected[],
  { worsened }: Rule,
) =>
  before.some(
    (old) =>
      (old.key === keyOf(candidate) ||
        (candidate.way === 'text' &&
          old.way === 'text' &&
          old.serviceId === candidate.serviceId &&
          old.categoryId === candidate.categoryId &&
          sameTerms(candidate.terms, old.terms))) &&
      candidate.n < old.n * worsened,
  );
