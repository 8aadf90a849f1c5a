import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import { judged, unmet, untested, type Verdict } from '../release-and-deployment-management/practice.ts';
import type { Transition } from './transition.fields.ts';
import { areas, isMet, type Area, type Checked, type Evaluation, type Handled } from './transition.parts.ts';
import { earlyLifeDays } from './transition.settings.ts';

/** What an action itself writes, beside what its input says. Pure: the record with its input → further fields. */
type Set = (it: Transition, actor: Actor, context: Context) => Partial<Transition>;
const iso = (at: number) => new Date(at).toISOString();
const dayMs = 86_400_000;

/** The whole design package stands there from the first day, waiting for owners. */
export const created: Set = (it, actor) => ({
  ownerId: it.ownerId ?? actor.id,
  ...((it.checklist ?? []).length === 0 ? { checklist: areas.map((area) => ({ area })) } : {}),
});
export const planningBegan: Set = (it, actor) => ({ plannerId: it.plannerId ?? actor.id });
export const planApproved: Set = (_it, actor, { at }) => ({
  planApprovedAt: iso(at),
  planApprovedById: actor.id,
});
export const designBegan: Set = (it, actor) => ({
  designerIds: (it.designerIds ?? []).length === 0 && actor.id !== null ? [actor.id] : it.designerIds,
});
export const designApproved: Set = (_it, actor, { at }) => ({
  designApprovedAt: iso(at),
  designApprovedById: actor.id,
});
/** Whoever begins to build is one of the developers (S3). */
export const buildBegan: Set = (it, actor, { at }) => ({
  agreedAt: it.agreedAt ?? iso(at),
  developerIds: (it.developerIds ?? []).length === 0 && actor.id !== null ? [actor.id] : it.developerIds,
});
export const testBegan: Set = (it) => ({
  results: (it.criteria ?? []).map(() => null),
  failedDecision: null,
  decisionPartyIds: [],
  decidedAt: null,
  decidedById: null,
});
export const verdictsKept: Set = (it, actor, { at, input }) => {
  const criteria = it.criteria ?? [];
  const verdicts = (input['verdicts'] ?? []) as Verdict[];
  const results = judged(criteria, it.results ?? [], verdicts, { byId: actor.id, at: iso(at) });
  const whole = untested(criteria, results).length === 0;
  return {
    results,
    testedAt: iso(at),
    passedAtFirst: it.passedAtFirst ?? (whole ? unmet(criteria, results).length === 0 : null),
  };
};
export const accepted: Set = (_it, actor, { at }) => ({ acceptedAt: iso(at), acceptedById: actor.id });
export const decided: Set = (it, actor, context) => ({
  ...accepted(it, actor, context),
  decidedAt: iso(context.at),
  decidedById: actor.id,
});
export const itemChecked: Set = (it, actor, { at, input }) => {
  const area = input['area'] as Area;
  const item: Checked = {
    area,
    reference: String(input['reference']),
    needed: input['needed'] !== false,
    byId: actor.id,
    at: iso(at),
  };
  return { checked: [...(it.checked ?? []).filter((one) => one.area !== area), item] };
};
export const lineHandled: Set = (it, actor, { at, input }) => {
  const line = Number(input['line']) - 1;
  const done: Handled = { reference: String(input['reference']), byId: actor.id, at: iso(at) };
  return { handled: (it.handling ?? []).map((_, i) => (i === line ? done : (it.handled?.[i] ?? null))) };
};
export const wentLive: Set = (_it, _actor, { at, settings }) => ({
  liveAt: iso(at),
  earlyLifeUntil: iso(at + settings.get(earlyLifeDays).value * dayMs),
});
export const dataDone: Set = (_it, _actor, { at }) => ({ dataDoneAt: iso(at) });
export const retired: Set = (_it, _actor, { at }) => ({ retiredAt: iso(at) });
export const reported: Set = (it, _actor, { at, input }) => {
  const actuals = (input['figures'] ?? []) as number[];
  return {
    actuals,
    reportedAt: iso(at),
    reportedToIds: it.partyIds,
    outcomeMet: (it.outcomes ?? []).every((outcome, i) => isMet(outcome, actuals[i])),
  };
};
export const evaluated: Set = (_it, _actor, { at, input }) => ({
  evaluation: input['evaluation'] as Evaluation,
  evaluatedAt: iso(at),
});
export const cancelled: Set = (_it, _actor, { at }) => ({ cancelledAt: iso(at) });
