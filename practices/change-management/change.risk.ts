/** Pure: from the answers of the questionnaire to a level, by a rule that is data. Used by server and pages. */
export const riskQuestions = [
  'criticality', 'users', 'reversibility', 'security', 'tested', 'window', 'complexity', 'supplier',
] as const; // prettier-ignore
export type RiskQuestion = (typeof riskQuestions)[number];
export const riskLevels = ['low', 'medium', 'high', 'very_high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
/** Every question has four answers, from harmless to severe; their words are `change.risk.<question>.<answer>`. */
export const riskAnswers = [1, 2, 3, 4] as const;

export type RiskAnswers = { readonly [Q in RiskQuestion]?: number | undefined };

/** How answers become a level; data, so that an organisation weighs its own risks. */
export type RiskRule = {
  /** Which questions make the impact class and how much each weighs; the likelihood class likewise. */
  readonly impact: Partial<Record<RiskQuestion, number>>;
  readonly likelihood: Partial<Record<RiskQuestion, number>>;
  /** The least weighted mean of the classes 2, 3 and 4. */
  readonly classFrom: readonly [number, number, number];
  /** One answer of this severity lifts its class to at least this one, whatever the others say. */
  readonly worst: { readonly answer: number; readonly atLeast: number };
  /** The least score (likelihood × impact, 1 to 16) of each level. */
  readonly levelFrom: { readonly medium: number; readonly high: number; readonly very_high: number };
};

export type Risk = {
  readonly impact: number;
  readonly likelihood: number;
  readonly score: number;
  readonly level: RiskLevel;
};

/** Questions that have no answer yet, of those that count. */
export const unanswered = (rule: RiskRule, answers: RiskAnswers): RiskQuestion[] =>
  riskQuestions.filter((question) => weightOf(rule, question) > 0 && answers[question] === undefined);

/** Undefined while a question that counts has no answer: a guess would be taken for an assessment. */
export function riskOf(rule: RiskRule, answers: RiskAnswers): Risk | undefined {
  if (unanswered(rule, answers).length > 0) return undefined;
  const impact = classOf(rule, rule.impact, answers);
  const likelihood = classOf(rule, rule.likelihood, answers);
  const score = impact * likelihood;
  return { impact, likelihood, score, level: levelOf(rule, score) };
}

export function levelOf({ levelFrom }: RiskRule, score: number): RiskLevel {
  if (score >= levelFrom.very_high) return 'very_high';
  if (score >= levelFrom.high) return 'high';
  return score >= levelFrom.medium ? 'medium' : 'low';
}

const weightOf = (rule: RiskRule, question: RiskQuestion) =>
  (rule.impact[question] ?? 0) + (rule.likelihood[question] ?? 0);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function classOf(rule: RiskRule, weights: RiskRule['impact'], answers: RiskAnswers): number {
  const asked = riskQuestions.flatMap((question) => {
    const weight = weights[question] ?? 0;
    return weight > 0 ? [{ weight, answer: answers[question] ?? 1 }] : [];
  });
  const mean =
    sum(asked.map(({ weight, answer }) => weight * answer)) / sum(asked.map(({ weight }) => weight));
  const byMean = 1 + rule.classFrom.filter((at) => mean >= at).length;
  const lifted = asked.some(({ answer }) => answer >= rule.worst.answer) ? rule.worst.atLeast : 1;
  return Math.max(byMean, lifted);
}
