import { no, type Rule } from '../../kernel/process/process.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import type { Change } from './change.fields.ts';
import { after, type AssessFacts, type WindowFacts } from './change.facts.ts';
import { impactAreas, isThin } from './change.plans.ts';
import { riskLevels, riskOf, unanswered, type RiskLevel } from './change.risk.ts';
import { planFaults } from './change.plan-faults.ts';
import {
  categoryRules,
  majorCriteria,
  planningRules,
  riskRule,
  type MajorCriterion,
} from './policy.settings.ts';

type R = Rule<Change>;
const rank = (level: RiskLevel) => riskLevels.indexOf(level);
export const riskAfter = (change: Change, settings: Settings) =>
  riskOf(settings.get(riskRule).value, change.riskAnswers ?? {});

const refuseAll = (faults: readonly FieldProblem[]) => {
  if (faults.length > 0) throw invalid([...faults]);
  return undefined;
};

/** [STD] Everything that an assessment still lacks is told at once, each at its field. */
export const assessmentIsComplete: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  return refuseAll([...riskFaults(asked, settings), ...impactFaults(asked), ...worthFaults(asked)]);
};

const riskFaults = ({ riskAnswers }: Change, settings: Settings): FieldProblem[] =>
  unanswered(settings.get(riskRule).value, riskAnswers ?? {}).map((question) => ({
    field: `riskAnswers.${question}`,
    code: 'change.risk_unanswered',
    params: { question: `@change.risk.${question}.title` },
  }));

/**
 * Blank is refused: for each area somebody says whether it is affected. What is affected is described; that something is
 * not affected is reasoned as well, except for a minor change (0.8: depth, not the set of requirements).
 */
const impactFaults = ({ impactAnswers, category }: Change): FieldProblem[] =>
  impactAreas.flatMap((area): FieldProblem[] => {
    const answer = impactAnswers?.[area];
    const field = `impactAnswers.${area}`;
    const params = { area: `@change.area.${area}.title` };
    if (!answer) return [{ field, code: 'change.impact_blank', params }];
    if (!answer.affected && category === 'minor') return [];
    return isThin(answer.text, 12)
      ? [{ field, code: answer.affected ? 'change.impact_how' : 'change.impact_why_not', params }]
      : [];
  });

/** Cost, benefit and feasibility, in words that say something. */
function worthFaults(asked: Change): FieldProblem[] {
  const missing = (['implementerId', 'costCents'] as const)
    .filter((field) => asked[field] === null)
    .map((field) => ({ field, code: 'problem.required', params: { field: `@change.field.${field}` } }));
  if (asked.category === 'minor') return missing;
  const thin = (['benefit', 'feasibility', 'resources'] as const)
    .filter((field) => isThin(asked[field], 8))
    .map((field) => ({ field, code: 'change.too_thin', params: { field: `@change.field.${field}` } }));
  return [...thin, ...missing];
}

/** A minor change that turns out to be risky is none: it goes the longer way. */
export const categoryBearsRisk: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  const risk = riskAfter(asked, settings);
  if (asked.category === null || !risk) return undefined;
  const { maxRisk } = settings.get(categoryRules).value[asked.category];
  return rank(risk.level) > rank(maxRisk)
    ? no('change.too_risky', { level: `@change.option.riskLevel.${risk.level}`, category: `@change.option.category.${asked.category}` }, 'category')
    : undefined;
}; // prettier-ignore

/** Which criteria of major impact it meets, by their keys. */
export function majorMet(change: Change, settings: Settings, facts: Pick<AssessFacts, 'affected' | 'criticalities'>) {
  const risk = riskAfter(change, settings);
  const meets = (criterion: MajorCriterion) =>
    (criterion.riskLevel === undefined || (risk !== undefined && rank(risk.level) >= rank(criterion.riskLevel))) &&
    (criterion.criticality === undefined || facts.criticalities.some((one) => criterion.criticality?.includes(one))) &&
    (criterion.affectedCustomers === undefined || facts.affected.customerIds.length >= criterion.affectedCustomers) &&
    (criterion.affectedServices === undefined || facts.affected.serviceIds.length >= criterion.affectedServices) &&
    (criterion.costCents === undefined || (change.costCents ?? 0) >= criterion.costCents) &&
    (criterion.area === undefined || change.impactAnswers?.[criterion.area]?.affected === true);
  return settings.get(majorCriteria).value.filter(meets).map(({ key }) => key);
} // prettier-ignore

/** A change of major impact is planned by design and transition (8.5.2); it does not pass as a significant one. */
export const majorIsCalledSo: R = (change, _actor, { input, settings, facts }) => {
  const asked = after(change, input);
  if (asked.category === 'major' || asked.category === 'service') return undefined;
  const met = majorMet(asked, settings, facts as AssessFacts);
  return met.length > 0 ? no('change.is_major', { criteria: met.join(', ') }, 'category') : undefined;
};

/** What is planned on the same things at the same time is moved, or somebody says why both can be. */
export const collisionsAreResolved: R = (change, _actor, { input, facts }) => {
  const collisions = (facts as WindowFacts).collisions.filter(({ letPass }) => !letPass);
  const { collisionResolution } = after(change, input);
  if (collisions.length === 0 || !isThin(collisionResolution, 10)) return undefined;
  return no(
    'change.collides',
    { numbers: collisions.slice(0, 5).map(({ number }) => number).join(', ') },
    'collisionResolution',
  );
}; // prettier-ignore

/** A freeze holds back what nobody let pass by name. */
export const isNotFrozen: R = (_change, _actor, { facts }) => {
  const frozen = (facts as WindowFacts).collisions.find(({ kind, letPass }) => kind === 'freeze' && !letPass);
  return (
    frozen &&
    no('change.frozen', { number: frozen.number, title: frozen.title, from: frozen.from, to: frozen.to })
  );
};

/**
 * Those who decided on a risky change, and the customer who consented, decided on its window too. Another one is asked
 * for again; what the change manager approves alone may be moved with a reason.
 */
export const windowIsApproved: R = (change, _actor, { input, settings }) => {
  const { plannedStartAt: from, plannedEndAt: to, approvedStartAt, approvedEndAt } = after(change, input);
  if (from === null || to === null || approvedStartAt === null || approvedEndAt === null) return undefined;
  const { plansBeforeApproval } = settings.get(planningRules).value;
  const binds =
    change.needsCustomerApproval === true ||
    (change.riskLevel !== null && rank(change.riskLevel) >= rank(plansBeforeApproval));
  const within =
    Date.parse(from) >= Date.parse(approvedStartAt) && Date.parse(to) <= Date.parse(approvedEndAt);
  return !binds || within
    ? undefined
    : no('change.window_not_approved', { from: approvedStartAt, to: approvedEndAt }, 'plannedStartAt');
};

export const customersCanBeAsked: R = (change, _actor, { input, facts }) =>
  after(change, input).needsCustomerApproval === true && (facts as AssessFacts).customerContacts.length === 0
    ? no('change.no_customer_contact', {}, 'needsCustomerApproval')
    : undefined;

/** Those who approve a risky change see how it is done and how it is undone. */
export const plansBeforeApproval: R = (change, actor, context) => {
  const asked = after(change, context.input);
  const risk = riskAfter(asked, context.settings);
  const { plansBeforeApproval: from } = context.settings.get(planningRules).value;
  return risk && rank(risk.level) >= rank(from) ? plansAreGood(change, actor, context) : undefined;
};

/** [STD] Steps with who answers for them, the way back, the test: each fault is told at its field. */
export const plansAreGood: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  const level = riskAfter(asked, settings)?.level ?? asked.riskLevel ?? 'medium';
  return refuseAll(planFaults(asked, settings.get(planningRules).value.backOutSteps[level]));
};

/** Inside the agreed maintenance, with the customer's consent, or without any interruption: one of these is said. */
export const windowIsAgreed: R = (change, _actor, { input }) => {
  const { windowBasis, windowEvidence, downtimeMinutes } = after(change, input);
  if (windowBasis === 'no_interruption')
    return (downtimeMinutes ?? 0) > 0 ? no('change.interrupts_after_all', {}, 'windowBasis') : undefined;
  return isThin(windowEvidence, 6) ? no('change.window_by_whom', {}, 'windowEvidence') : undefined;
};
