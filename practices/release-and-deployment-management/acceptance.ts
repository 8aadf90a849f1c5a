/*
 * Acceptance criteria (8.5.2.3, 8.5.3), of releases and of new or changed services alike: agreed before, judged by a
 * tester, and a load is judged by its figure.
 */

export const criterionKinds = ['functional', 'load', 'performance', 'security', 'operation', 'data'] as const;

export type Criterion = {
  readonly title: string;
  readonly kind: (typeof criterionKinds)[number];
  /** At least so much: of a load test the peak of users or of transactions that is expected. */
  readonly target?: number | null | undefined;
  readonly unit?: string | null | undefined;
};
/** What the test found; null: not tested yet. */
export type Result = {
  readonly passed: boolean;
  readonly measured: number | null;
  readonly evidence: string;
  readonly byId: string | null;
  readonly at: string;
} | null;

/** One verdict of the tester; `criterion` counts from 1. */
export type Verdict = {
  readonly criterion: number;
  readonly passed: boolean;
  readonly measured?: number | null | undefined;
  readonly evidence: string;
};

/** What has a figure to reach is judged by the figure, whatever the tester would say. */
const passes = (criterion: Criterion, verdict: Verdict): boolean =>
  typeof criterion.target === 'number'
    ? verdict.passed && (verdict.measured ?? 0) >= criterion.target
    : verdict.passed;

export function judged(
  criteria: readonly Criterion[],
  before: readonly Result[],
  verdicts: readonly Verdict[],
  who: { readonly byId: string | null; readonly at: string },
): Result[] {
  const found = new Map(verdicts.map((verdict) => [verdict.criterion - 1, verdict]));
  return criteria.map((criterion, i) => {
    const verdict = found.get(i);
    if (!verdict) return before[i] ?? null;
    const { evidence, measured = null } = verdict;
    return { passed: passes(criterion, verdict), measured, evidence, ...who };
  });
}

export const untested = (criteria: readonly Criterion[], results: readonly Result[]): Criterion[] =>
  criteria.filter((_, i) => (results[i] ?? null) === null);
export const unmet = (criteria: readonly Criterion[], results: readonly Result[]): Criterion[] =>
  criteria.filter((_, i) => results[i]?.passed === false);
/** A load criterion without the figure it has to reach proves nothing (S3, 8.5.2.3). */
export const loadsWithoutPeak = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.filter(({ kind, target }) => kind === 'load' && !(typeof target === 'number' && target > 0));
/** A figure was asked for and none was measured. */
export const unmeasured = (criteria: readonly Criterion[], verdicts: readonly Verdict[]): Criterion[] =>
  verdicts.flatMap(({ criterion, measured }) => {
    const one = criteria[criterion - 1];
    return one && typeof one.target === 'number' && typeof measured !== 'number' ? [one] : [];
  });

/** Words that say something: Chinese says in one character what English says in a word or half of one. */
export const saysLittle = (text: string | null | undefined, least: number): boolean => {
  const given = (text ?? '').trim();
  const han = given.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    given.length - han + han * 3 < least ||
    /^(n\/?a|none|tbd|ok|see above|无|同上|略|待定)[.。!！]?$/i.test(given)
  );
};
