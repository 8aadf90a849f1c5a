import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import { stepsFor } from './approvers.ts';
import { kept, telling, type Answers } from './form.ts';
import { accessEndKey } from './request-model.record.ts';
import { costOf, type AskFacts, type TaskFacts } from './service-request.facts.ts';
import type { ServiceRequest } from './service-request.fields.ts';
import { closesAfterDays } from './service-request.settings.ts';

/** What an action itself writes, beside what its input says. Pure: the record with its input → further fields. */
type Set = (request: ServiceRequest, actor: Actor, context: Context) => Partial<ServiceRequest>;
const iso = (at: number) => new Date(at).toISOString();
const dayMs = 86_400_000;

const dayIn = (answers: Answers, key: string) => {
  const answer = answers[key];
  return typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer) ? answer : null;
};

/** What the model promises, costs and asks at this moment stays with the request, whatever the model says later. */
export const asked: Set = (request, actor, { facts, settings }) => {
  const { model, requester, beneficiary } = facts as AskFacts;
  if (!model) return {};
  const answers = kept(model.form, request.answers ?? {});
  const told = telling(model.form, answers, actor.language);
  const title = model.title[actor.language];
  return {
    title: (told === undefined ? title : `${title}: ${told}`).slice(0, 200),
    answers,
    formVersion: model.formVersion,
    requesterId: requester?.id ?? null,
    beneficiaryId: beneficiary?.id ?? null,
    customerId: beneficiary?.customerId ?? requester?.customerId ?? null,
    orgUnitId: beneficiary?.orgUnitId ?? requester?.orgUnitId ?? null,
    priority: model.priority,
    serviceId: model.serviceId,
    teamId: request.teamId ?? model.teamId,
    targetMinutes: model.targetHours === null ? null : model.targetHours * 60,
    // Where nobody has to approve there is nothing to wait for.
    targetFrom:
      stepsFor(model, costOf(model, answers), settings).length === 0 ? 'submitted' : model.targetFrom,
    calendarId: model.calendarId,
    costCents: costOf(model, answers),
    currency: model.currency,
    needsChange: model.needsChange,
    accessUntil: model.grantsAccess ? dayIn(answers, accessEndKey) : null,
  };
};

export const created: Set = (request, actor, context) => ({
  ...asked(request, actor, context),
  ...(context.input['draft'] === true ? {} : { state: 'submitted', submittedAt: iso(context.at) }),
});

export const submitted: Set = (request, actor, context) => ({
  ...asked(request, actor, context),
  submittedAt: iso(context.at),
});

export const approved: Set = (_request, _actor, { at }) => ({ approvedAt: iso(at) });
export const rejected: Set = (_request, _actor, { at }) => ({ rejectedAt: iso(at), endedAt: iso(at) });
export const ended: Set = (_request, _actor, { at }) => ({ endedAt: iso(at), closesAt: null });
export const disputed: Set = (_request, _actor, { at }) => ({ disputedAt: iso(at) });
export const settled: Set = () => ({ disputedAt: null });
export const taken: Set = (_request, actor) => ({ ownerId: actor.id });

export const fulfilled: Set = (request, actor, { at, settings, facts }) => ({
  fulfilledAt: iso(at),
  fulfilledById: actor.id,
  ownerId: request.ownerId ?? actor.id,
  endedAt: iso(at),
  closesAt: iso(at + settings.get(closesAfterDays).value * dayMs),
  assetUpdate:
    request.assetUpdate ?? ((facts as TaskFacts).assetsDone > 0 ? 'updated' : 'not_affected'),
}); // prettier-ignore

export const reopened: Set = (request) => ({
  reopenCount: (request.reopenCount ?? 0) + 1,
  fulfilledAt: null,
  fulfilledById: null,
  endedAt: null,
  closesAt: null,
  assetUpdate: null,
});

export const closed: Set = (request, actor) => ({
  closesAt: null,
  closureCode:
    request.closureCode ??
    ([request.requesterId, request.beneficiaryId].includes(actor.id)
      ? 'confirmed_by_requester'
      : 'confirmed_through_desk'),
});
export const closedUnanswered: Set = () => ({ closesAt: null, closureCode: 'no_answer' });
