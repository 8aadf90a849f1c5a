import { no, type Rule } from '../../kernel/process/process.ts';
import { invalid } from '../../platform/http/problem.ts';
import { isManager } from './change.rules.ts';
import { after, type AskFacts } from './change.facts.ts';
import type { Change } from './change.fields.ts';
import { isThin } from './change.plans.ts';
import { categoryRules, emergencyRules } from './policy.settings.ts';

type R = Rule<Change>;

/** Somebody else's name is put on it by those who manage changes; what was found is recorded by them too. */
export const requesterIsOneself: R = (_change, actor, { input }) =>
  input['requesterId'] === undefined || input['requesterId'] === actor.id || isManager(actor)
    ? undefined
    : no('change.requester_is_somebody_else', {}, 'requesterId');
export const foundByManagers: R = (_change, actor, { input }) =>
  input['found'] === true &&
  !isManager(actor) &&
  !actor.holdings.some(({ role }) => role === 'configuration-manager')
    ? no('change.found_by_managers', {}, 'found')
    : undefined;

export const categoryIsUsed: R = (change, _actor, { input, settings }) => {
  const { category } = after(change, input);
  return category !== null && !settings.get(categoryRules).value[category].used
    ? no('change.category_not_used', { category: `@change.option.category.${category}` }, 'category')
    : undefined;
};

/** An unknown model is told by the reference itself; one that is not in force cannot be asked for. */
export const modelFits: R = (change, _actor, { input, facts }) => {
  const { category, modelId } = after(change, input);
  const { model, today } = facts as AskFacts;
  if (category === 'standard' && (modelId === null || !model)) return no('change.standard_needs_model', {}, 'modelId');
  if (!model) return undefined;
  if (category === 'standard' && model.use !== 'standard') return no('change.template_is_no_model', { number: model.number }, 'modelId');
  if (category === 'standard' && (model.state !== 'in_force' || (model.expiresOn !== null && model.expiresOn < today)))
    return no('change.model_not_in_force', { number: model.number }, 'modelId');
  return model.state === 'retired' ? no('change.model_retired', { number: model.number }, 'modelId') : undefined;
}; // prettier-ignore

/** What a pre-authorised change does, and to what, is what its model says. */
export const staysWithinModel: R = (change, _actor, { input, facts }) => {
  const asked = after(change, input);
  const { model } = facts as AskFacts;
  if (asked.category !== 'standard' || !model || model.subjectIds.length === 0) return undefined;
  return (asked.subjectIds ?? []).some((id) => !model.subjectIds.includes(id))
    ? no('change.outside_model', { number: model.number }, 'subjectIds')
    : undefined;
};

/** Services or items concerned: a change of nothing is none. */
export const namesSubjects: R = (change, _actor, { input }) =>
  (after(change, input).subjectIds ?? []).length === 0
    ? no('change.no_subjects', {}, 'subjectIds')
    : undefined;

/** Everything that is missing is told at once, each at its field. */
export const saysEnough: R = (change, _actor, { input }) => {
  const asked = after(change, input);
  const thin = (['purpose', 'objective'] as const)
    .filter((field) => isThin(asked[field], 8))
    .map((field) => ({ field, code: 'change.too_thin', params: { field: `@change.field.${field}` } }));
  const missing = (['plannedStartAt', 'plannedEndAt'] as const)
    .filter((field) => asked[field] === null)
    .map((field) => ({ field, code: 'problem.required', params: { field: `@change.field.${field}` } }));
  const nothing =
    (asked.subjectIds ?? []).length === 0 ? [{ field: 'subjectIds', code: 'change.no_subjects' }] : [];
  const faults = [...thin, ...nothing, ...missing];
  if (faults.length > 0) throw invalid(faults);
  return undefined;
};

export const windowInOrder: R = (change, _actor, { input }) => {
  const { plannedStartAt: from, plannedEndAt: to } = after(change, input);
  return from !== null && to !== null && Date.parse(to) <= Date.parse(from)
    ? no('change.window_reversed', {}, 'plannedEndAt')
    : undefined;
};
export const windowAhead: R = (change, _actor, { input, at }) => {
  const { plannedEndAt } = after(change, input);
  return plannedEndAt !== null && Date.parse(plannedEndAt) <= at
    ? no('change.window_over', {}, 'plannedEndAt')
    : undefined;
};

/** Each point that the template asks for (row 71) is answered. */
export const templateIsFilled: R = (change, actor, { input, facts }) => {
  const asked = after(change, input);
  const { model } = facts as AskFacts;
  const missing = (model?.items ?? []).filter(
    ({ key, required }) => required && isThin(asked.templateAnswers?.[key], 6),
  );
  if (missing.length > 0)
    throw invalid(
      missing.map(({ key, title }) => ({
        field: `templateAnswers.${key}`,
        code: 'change.template_item',
        params: { item: title[actor.language] },
      })),
    );
  return undefined;
};

/** An emergency is authorised, not submitted: what can wait for an assessment is none. */
export const isNoEmergency: R = (change, _actor, { input }) =>
  after(change, input).category === 'emergency' ? no('change.emergency_is_authorised') : undefined;
export const isEmergency: R = (change) =>
  change.category === 'emergency' ? undefined : no('change.no_emergency');
export const emergencyIsOne: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  const { grounds } = settings.get(emergencyRules).value;
  if (asked.emergencyGround !== null && !grounds.includes(asked.emergencyGround))
    return no('change.ground_not_allowed', { ground: `@change.option.emergencyGround.${asked.emergencyGround}` }, 'emergencyGround');
  return isThin(asked.emergencyReason, 12) ? no('change.why_not_later', {}, 'emergencyReason') : undefined;
}; // prettier-ignore

/** What approvers have agreed to stays as it was; how it is carried out may still be made more exact. */
const planning = new Set([
  'implementationPlan', 'backOutPlan', 'testEvidence', 'notTestableReason', 'windowBasis', 'windowEvidence',
  'downtimeMinutes', 'implementerId', 'ownerId', 'teamId', 'reviewerId', 'resources', 'title', 'custom',
]); // prettier-ignore
const emergencyDocuments = new Set([
  ...planning, 'scope', 'riskAnswers', 'impactAnswers', 'costCents', 'currency', 'benefit', 'feasibility', 'templateAnswers',
  'affectedServiceIds', 'affectedCustomerIds', 'authorisationNote',
]); // prettier-ignore
export const keepsWhatWasApproved: R = (change, _actor, { input }) => {
  const open = ['draft', 'submitted', 'more_info'];
  if (open.includes(change.state)) return undefined;
  const allowed = change.category === 'emergency' ? emergencyDocuments : planning;
  const locked = Object.keys(input).find((key) => !allowed.has(key) && key !== 'reason' && key !== 'comment');
  return locked === undefined
    ? undefined
    : no('change.approved_as_it_was', { name: `@change.field.${locked}` }, locked);
};
/** After it was carried out only an emergency is still written down. */
export const mayStillEdit: R = (change) =>
  ['implementing', 'implemented', 'backed_out', 'failed'].includes(change.state) &&
  change.category !== 'emergency'
    ? no('change.carried_out_as_planned')
    : undefined;
