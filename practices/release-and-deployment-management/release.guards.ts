import { no, type Rule } from '../../kernel/process/process.ts';
import { authorisedStates } from '../change-management/practice.ts';
import { loadsWithoutPeak, saysLittle, unmeasured, unmet, untested, type Verdict } from './acceptance.ts';
import { after, type ChangeFacts, type DeciderFacts } from './release.facts.ts';
import type { Release } from './release.fields.ts';
import { hasLimit } from './release.parts.ts';
import { makersOf } from './release.rules.ts';

type R = Rule<Release>;

// Building and testing

export const hasDeliverables: R = (release, _actor, { input }) =>
  (after(release, input).deliverables ?? []).length === 0
    ? no('release.no_deliverables', {}, 'deliverables')
    : undefined;

/** 8.5.3: what it has to fulfil is written before it is tested, and a load with the peak it has to bear. */
export const criteriaAreDocumented: R = (release, _actor, { input }) => {
  const criteria = after(release, input).criteria ?? [];
  if (criteria.length === 0) return no('release.no_criteria', {}, 'criteria');
  const [open] = loadsWithoutPeak(criteria);
  return open ? no('release.load_without_peak', { criterion: open.title }, 'criteria') : undefined;
};

export const verdictsFit: R = (release, _actor, { input }) => {
  const verdicts = (input['verdicts'] ?? []) as Verdict[];
  const criteria = release.criteria ?? [];
  const beyond = verdicts.find(({ criterion }) => criterion > criteria.length);
  if (beyond) return no('release.no_such_criterion', { n: beyond.criterion, count: criteria.length }, 'verdicts');
  const [open] = unmeasured(criteria, verdicts);
  return open ? no('release.figure_missing', { criterion: open.title }, 'verdicts') : undefined;
}; // prettier-ignore

/** 8.5.3: accepted only when everything was tested, and passed or decided about by those whom it concerns. */
export const isFullyTested: R = (release) => {
  const [open] = untested(release.criteria ?? [], release.results ?? []);
  return open ? no('release.untested', { criterion: open.title }) : undefined;
};
export const failuresAreDecided: R = (release) => {
  const [failed] = unmet(release.criteria ?? [], release.results ?? []);
  return failed && release.decidedAt === null
    ? no('release.criterion_failed', { criterion: failed.title })
    : undefined;
};
export const somethingFailed: R = (release) =>
  unmet(release.criteria ?? [], release.results ?? []).length === 0
    ? no('release.nothing_failed')
    : undefined;
export const decisionIsReasoned: R = (release, _actor, { input }) =>
  saysLittle(after(release, input).failedDecision, 20)
    ? no('release.decision_thin', {}, 'failedDecision')
    : undefined;
/** A decision by the parties: at least one of them made nothing of it. */
export const partiesDecide: R = (release, _actor, { input }) => {
  const asked = after(release, input);
  const others = (asked.decisionPartyIds ?? []).filter((id) => !makersOf(asked).includes(id));
  return others.length === 0 ? no('release.parties_missing', {}, 'decisionPartyIds') : undefined;
};

// Authorising

/** Row 148: nothing goes out but what approved changes carry. */
export const changesAreApproved: R = (_release, _actor, { facts }) => {
  const { changes } = facts as ChangeFacts;
  if (changes.length === 0) return no('release.no_change', {}, 'changeIds');
  const open = changes.find(({ state }) => !authorisedStates.some((one) => one === state));
  return open
    ? no('release.change_not_approved', { number: open.number, state: `@change.state.${open.state}` }, 'changeIds')
    : undefined;
}; // prettier-ignore

export const planIsWhole: R = (release, _actor, { input }) => {
  const asked = after(release, input);
  if (saysLittle(asked.rollbackPlan, 20)) return no('release.rollback_plan_thin', {}, 'rollbackPlan');
  const waves = asked.waves ?? [];
  if (waves.length === 0) return no('release.no_waves', {}, 'waves');
  const blind = waves.find(({ stopCriteria }) => stopCriteria.length === 0 || !stopCriteria.every(hasLimit));
  return blind ? no('release.wave_without_stop', { wave: blind.title }, 'waves') : undefined;
};

/** S3, once more where it counts: whoever said yes has made nothing of it. */
export const approverIsNoMaker: R = (release, _actor, { facts }) =>
  (facts as DeciderFacts).deciderIds.some((id) => makersOf(release).includes(id))
    ? no('release.approver_built')
    : undefined;
