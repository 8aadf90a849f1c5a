import { holds, type Actor } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { invalid, type FieldProblem, Problem } from '../../platform/http/problem.ts';
import { faultsOf, kept } from './form.ts';
import { desk, handlers, type ServiceRequest } from './service-request.fields.ts';
import type { AskFacts, TaskFacts } from './service-request.facts.ts';

type R = Rule<ServiceRequest>;
export const holdsAny = (actor: Actor, roles: readonly string[]) =>
  holds(actor, 'system') || roles.some((role) => holds(actor, role));
export const onDesk = (actor: Actor) => holdsAny(actor, desk);

// Asking

export const modelIsOffered: R = (_request, _actor, { facts }) => {
  const { model } = facts as AskFacts;
  if (model === undefined) return no('request.model_unknown', {}, 'modelId');
  return model.state === 'active' ? undefined : no('request.model_not_active', { number: model.number }, 'modelId');
}; // prettier-ignore

/** A user asks for themselves or for somebody else; in another person's name only the desk does. */
export const requesterIsOneself: R = (_request, actor, { input }) =>
  onDesk(actor) || input['requesterId'] === undefined || input['requesterId'] === actor.id
    ? undefined
    : no('request.requester_is_somebody_else', {}, 'requesterId');

/** When a request was received is told by who takes it on the phone, not by who makes it. */
export const receivedInThePast: R = (_request, actor, { input, at }) => {
  const occurredAt = input['occurredAt'];
  if (typeof occurredAt !== 'string') return undefined;
  if (!onDesk(actor)) return no('request.received_by_desk', {}, 'occurredAt');
  return Date.parse(occurredAt) > at ? no('request.received_in_future', {}, 'occurredAt') : undefined;
};

/** Whoever asks must be offered it; what the desk asks for somebody, that person must be. */
export const isOfferedToThem: R = (_request, actor, { facts }) => {
  const { requesterEntitled, beneficiaryEntitled, beneficiary, requester } = facts as AskFacts;
  if (!requester) return no('request.requester_required', {}, 'requesterId');
  if (!beneficiary?.active) return no('request.beneficiary_unknown', {}, 'beneficiaryId');
  const entitled = onDesk(actor) ? beneficiaryEntitled || requesterEntitled : requesterEntitled;
  return entitled ? undefined : no('request.not_entitled', {}, 'modelId');
};

/**
 * The form that was filled in is the one that is asked now; otherwise a 409 with the new form in it, so that nothing
 * that was typed is lost.
 */
export const formIsCurrent: R = (_request, _actor, { input, facts }) => {
  const { model } = facts as AskFacts;
  if (!model || input['formVersion'] === undefined || input['formVersion'] === model.formVersion)
    return undefined;
  throw new Problem(409, 'problem.form_changed', { formVersion: model.formVersion }, [], {
    form: model.form,
    formVersion: model.formVersion,
  });
};

/** Every question that the answers lead to is answered well; each fault stands at its question. */
export const answersAreGood: R = (request, actor, { input, facts }) => {
  const { model, people, today } = facts as AskFacts;
  if (!model) return undefined;
  const answers = (input['answers'] ?? request.answers ?? {}) as ServiceRequest['answers'];
  const { questions } = model.form;
  const label = (key: string) => questions.find((q) => q.key === key)?.label[actor.language] ?? key;
  const told = faultsOf(model.form, answers ?? {}, today).map(
    ({ key, code, params }): FieldProblem => ({
      field: `answers.${key}`,
      code,
      params: { ...params, question: label(key) },
    }),
  );
  const shown = kept(model.form, answers ?? {});
  const unknown = questions
    .filter(({ key, kind }) => kind === 'person' && shown[key] !== undefined)
    .filter(({ key }) => !told.some((t) => t.field === `answers.${key}`) && !people.includes(String(shown[key])))
    .map(({ key }): FieldProblem => ({ field: `answers.${key}`, code: 'answer.person', params: { question: label(key) } }));
  if (told.length + unknown.length > 0) throw invalid([...told, ...unknown]);
  return undefined;
}; // prettier-ignore

// Working

/** Members of the team it is with, and those whose work requests are. Not whoever merely asked for it. */
export const worksOnIt: R = (request, actor) =>
  holdsAny(actor, handlers) || (request.teamId !== null && actor.teamIds.includes(request.teamId))
    ? undefined
    : no('request.only_fulfillers');

export const riskIsNotOpen: R = (request) =>
  request.needsChange === true ? no('request.convert_first') : undefined;

/** Fulfilled needs all tasks done, or left out with a reason; [evidence] assets updated. */
export const tasksAreDone: R = (_request, _actor, { facts }) => {
  const { open } = facts as TaskFacts;
  return open === 0 ? undefined : no('request.tasks_open', { count: open });
};

/** A task for the assets that was left out does not update them. */
export const assetsAreSaid: R = (_request, _actor, { facts, input }) => {
  const { assetsSkipped } = facts as TaskFacts;
  return assetsSkipped > 0 && input['assetUpdate'] === 'not_affected'
    ? no('request.assets_skipped', {}, 'assetUpdate')
    : undefined;
};

export const isRequesterOrDesk: R = (request, actor) =>
  onDesk(actor) || [request.requesterId, request.beneficiaryId].includes(actor.id)
    ? undefined
    : no('request.only_requester_closes');

export const isRequesterOrFulfiller: R = (request, actor, context) =>
  [request.requesterId, request.createdBy].includes(actor.id)
    ? undefined
    : worksOnIt(request, actor, context);

/** A request whose promise was broken is not made to vanish by one person (S6). */
export const isLate: (request: ServiceRequest, actor: Actor, context: Parameters<R>[2]) => boolean = (
  _request,
  _actor,
  { clocks, at },
) =>
  clocks.some((c) => c.breachedAt !== null || (c.status === 'running' && c.dueAt !== null && c.dueAt < at));
