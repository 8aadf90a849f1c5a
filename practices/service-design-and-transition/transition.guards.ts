import { no, type Rule } from '../../kernel/process/process.ts';
import { invalid } from '../../platform/http/problem.ts';
import { authorisedStates } from '../change-management/practice.ts';
import {
  isOut, loadsWithoutPeak, saysLittle, unmeasured, unmet, untested, type Verdict,
} from '../release-and-deployment-management/practice.ts'; // prettier-ignore
import { after, type Around } from './transition.facts.ts';
import type { Transition } from './transition.fields.ts';
import { areas, handlingParts, planItems, type Evaluation } from './transition.parts.ts';

type R = Rule<Transition>;
const ends = ({ kind }: Transition) => kind === 'removed' || kind === 'transferred';
const refuseAll = (faults: { field: string; code: string; params?: Record<string, string> }[]) => {
  if (faults.length > 0) throw invalid(faults);
  return undefined;
};

export const buildsSomething: R = (it) => (ends(it) ? no('transition.ends') : undefined);
export const endsSomething: R = (it) => (ends(it) ? undefined : no('transition.does_not_end'));
/** Only a new service is not there yet. */
export const namesService: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  return asked.kind !== 'new' && asked.kind !== null && asked.serviceId === null
    ? no('transition.no_service', {}, 'serviceId')
    : undefined;
};

// Planning and designing

/** 8.5.2.1 a to h: each is told that is missing. */
export const planIsWhole: R = (it, _actor, { input }) => {
  const { plan } = after(it, input);
  return refuseAll(
    planItems
      .filter((item) => saysLittle(plan?.[item], 8))
      .map((item) => ({
        field: `plan.${item}`,
        code: 'transition.plan_item_missing',
        params: { item: `@transition.plan_item.${item}` },
      })),
  );
};
/** [STD] A removal or transfer says what becomes of data, documents, knowledge and components, by whom and when. */
export const handlingIsPlanned: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  if (!ends(asked)) return undefined;
  const lines = asked.handling ?? [];
  const missing = handlingParts.find((part) => !lines.some((line) => line.part === part));
  if (missing) return no('transition.handling_missing', { part: `@transition.part.${missing}` }, 'handling');
  const bare = lines.find(({ ownerId, dueOn }) => ownerId === undefined || dueOn === undefined);
  return bare ? no('transition.handling_bare', { what: bare.what }, 'handling') : undefined;
};
export const receiverIsNamed: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  return asked.kind === 'transferred' && asked.receiverId === null
    ? no('transition.no_receiver', {}, 'receiverId')
    : undefined;
};

/** Traceability: each requirement has its answer in the design. */
export const designIsTraced: R = (it, _actor, { input }) => {
  const { requirements } = after(it, input);
  if ((requirements ?? []).length === 0) return no('transition.no_requirements', {}, 'requirements');
  const open = (requirements ?? []).find(({ design }) => (design ?? '').trim() === '');
  return open ? no('transition.untraced', { requirement: open.text.slice(0, 200) }, 'requirements') : undefined;
}; // prettier-ignore
export const packageHasOwners: R = (it, _actor, { input }) => {
  const { checklist } = after(it, input);
  return refuseAll(
    areas
      .filter((area) => !(checklist ?? []).some((item) => item.area === area && item.ownerId !== undefined))
      .map((area) => ({
        field: 'checklist',
        code: 'transition.item_without_owner',
        params: { area: `@transition.area.${area}` },
      })),
  );
};

// Building and testing

/** Agreed with those whom it concerns before anything is built: what it shall bring, and when it is accepted. */
export const isAgreed: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  if ((asked.outcomes ?? []).length === 0) return no('transition.no_outcomes', {}, 'outcomes');
  if ((asked.criteria ?? []).length === 0) return no('transition.no_criteria', {}, 'criteria');
  const [blind] = loadsWithoutPeak(asked.criteria ?? []);
  if (blind) return no('transition.load_without_peak', { criterion: blind.title }, 'criteria');
  // A new service meets its first peak with nobody knowing how it bears it.
  if (asked.kind === 'new' && !(asked.criteria ?? []).some(({ kind }) => kind === 'load'))
    return no('transition.no_load_test', {}, 'criteria');
  return (asked.partyIds ?? []).length === 0 ? no('transition.no_parties', {}, 'partyIds') : undefined;
};
/** A major change of a service is a change like others, and authorised as such. */
export const changeIsAuthorised: R = (it, _actor, { facts }) => {
  const { changes } = facts as Around;
  if (it.kind === 'changed' && changes.length === 0) return no('transition.no_change', {}, 'changeIds');
  const open = changes.find(({ state }) => !authorisedStates.some((one) => one === state));
  return open
    ? no('transition.change_not_approved', { number: open.number, state: `@change.state.${open.state}` }, 'changeIds')
    : undefined;
}; // prettier-ignore

export const verdictsFit: R = (it, _actor, { input }) => {
  const verdicts = (input['verdicts'] ?? []) as Verdict[];
  const criteria = it.criteria ?? [];
  const beyond = verdicts.find(({ criterion }) => criterion > criteria.length);
  if (beyond) return no('transition.no_such_criterion', { n: beyond.criterion, count: criteria.length }, 'verdicts');
  const [open] = unmeasured(criteria, verdicts);
  return open ? no('transition.figure_missing', { criterion: open.title }, 'verdicts') : undefined;
}; // prettier-ignore
export const isFullyTested: R = (it) => {
  const [open] = untested(it.criteria ?? [], it.results ?? []);
  return open ? no('transition.untested', { criterion: open.title }) : undefined;
};
export const everythingPassed: R = (it) => {
  const [failed] = unmet(it.criteria ?? [], it.results ?? []);
  return failed ? no('transition.criterion_failed', { criterion: failed.title }) : undefined;
};
export const somethingFailed: R = (it) =>
  unmet(it.criteria ?? [], it.results ?? []).length === 0 ? no('transition.nothing_failed') : undefined;
/** [STD] 8.5.2.3: where criteria are not met, the organisation and the interested parties decide. */
export const decidedByAll: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  if (saysLittle(asked.failedDecision, 20)) return no('transition.decision_thin', {}, 'failedDecision');
  const who = (asked.decisionPartyIds ?? []).filter((id) => !(asked.developerIds ?? []).includes(id));
  const party = who.some((id) => (asked.partyIds ?? []).includes(id));
  const own = who.some((id) => !(asked.partyIds ?? []).includes(id));
  return party && own ? undefined : no('transition.parties_missing', {}, 'decisionPartyIds');
};

// Going live, ending

/** Nothing of the design package is missing when the first user comes. */
export const packageIsDone: R = (it) => {
  const open = areas.find((area) => !(it.checked ?? []).some((one) => one.area === area));
  return open ? no('transition.item_open', { area: `@transition.area.${open}` }) : undefined;
};
export const wentOutByRelease: R = (_it, _actor, { facts }) => {
  const { releases } = facts as Around;
  if (releases.length === 0) return no('transition.no_release', {}, 'releaseIds');
  const open = releases.find(({ state }) => !isOut(state));
  return open ? no('transition.release_not_out', { number: open.number }, 'releaseIds') : undefined;
};
export const isInCatalogue: R = (it, _actor, { facts }) => {
  if (it.serviceId === null) return no('transition.no_service', {}, 'serviceId');
  const { service } = facts as Around;
  return service?.state === 'published'
    ? undefined
    : no('transition.not_in_catalogue', { number: service?.number ?? '' }, 'serviceId');
};
export const lineExists: R = (it, _actor, { input }) => {
  const count = (it.handling ?? []).length;
  const line = Number(input['line']);
  return line > count ? no('transition.no_such_line', { n: line, count }, 'line') : undefined;
};
export const everythingIsHandled: R = (it) => {
  const open = (it.handling ?? []).find((_, i) => (it.handled?.[i] ?? null) === null);
  return open ? no('transition.handling_open', { what: open.what }) : undefined;
};
/** What is retired is offered to nobody any more; by then nobody orders, bills or monitors it. */
export const isWithdrawn: R = (_it, _actor, { facts }) => {
  const { service } = facts as Around;
  return service?.state === 'withdrawn'
    ? undefined
    : no('transition.still_offered', { number: service?.number ?? '' });
};
export const earlyLifeIsOver: R = (it, _actor, { at }) =>
  it.earlyLifeUntil !== null && at < Date.parse(it.earlyLifeUntil)
    ? no('transition.still_early', { until: it.earlyLifeUntil })
    : undefined;
/** [STD] What was intended and what came of it, each outcome with its figure. */
export const reportIsWhole: R = (it, _actor, { input }) => {
  const count = (it.outcomes ?? []).length;
  const given = ((input['figures'] ?? []) as number[]).length;
  if (given !== count) return no('transition.outcomes_missing', { count, given }, 'figures');
  if (saysLittle(after(it, input).closureReport, 20))
    return no('transition.report_thin', {}, 'closureReport');
  return (it.partyIds ?? []).length === 0 ? no('transition.no_parties') : undefined;
};
export const evaluationSaysSomething: R = (_it, _actor, { input }) => {
  const { wentWell, improvements } = input['evaluation'] as Evaluation;
  return saysLittle(wentWell, 8) || saysLittle(improvements, 8)
    ? no('transition.evaluation_thin', {}, 'evaluation')
    : undefined;
};
export const isEvaluated: R = (it) => (it.evaluatedAt === null ? no('transition.not_evaluated') : undefined);
