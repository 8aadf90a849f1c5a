import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { isSeen } from '../../kernel/record/source.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import type { ActionFacts, RaisedFrom } from './nonconformity.facts.ts';
import type { Nonconformity } from './nonconformity.fields.ts';

type R = Rule<Nonconformity>;
type Given = Readonly<Record<string, unknown>>;

export const leaders = ['sms-manager', 'top-management'] as const;

/** As it will be: what the input says, else what is there. */
const after = (nonconformity: Nonconformity, input: Given, field: keyof Nonconformity): unknown =>
  input[field] === undefined ? nonconformity[field] : input[field];
const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const normal = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '').toLowerCase(); // prettier-ignore

// Raising

export const sourceIsSeen: R = (_nonconformity, actor, { facts, input }) =>
  isSeen(input, actor, facts as RaisedFrom) ? undefined : no('nonconformity.no_such_source', {}, 'sourceId');

/** Somebody must be able to look at where it shows. */
export const hasSource: R = (_nonconformity, _actor, { input }) =>
  input['sourceId'] === undefined && !said(input['sourceNote'])
    ? no('nonconformity.source_needed', {}, 'sourceNote')
    : undefined;

/** Not met means: something was demanded. Of a record the requirement may follow from its own. */
export const demandIsNamed: R = (nonconformity, _actor, { facts, input }) => {
  const requirement = after(nonconformity, input, 'requirement');
  if (said(requirement) && requirementNamed(requirement) === undefined)
    return no('nonconformity.no_such_requirement', { requirement }, 'requirement');
  const own = (facts as Partial<RaisedFrom>).requirement;
  return said(requirement) || said(after(nonconformity, input, 'ownRule')) || said(own)
    ? undefined
    : no('nonconformity.demand_needed', {}, 'requirement');
};

/** Who may move it: whoever is responsible for it, and who leads the system. */
export const isTheirs: R = (nonconformity, actor) =>
  nonconformity.ownerId === null ||
  nonconformity.ownerId === actor.id ||
  leaders.some((role) => holds(actor, role))
    ? undefined
    : no('nonconformity.not_its_owner');

/** Nobody decides that what is held against them is none. */
export const notTheirOwn: R = (nonconformity, actor) =>
  actor.id !== null && nonconformity.ownerId === actor.id ? no('nonconformity.own_case') : undefined;

export const datesInOrder: R = (nonconformity, _actor, { input }) => {
  const [plan, done] = [after(nonconformity, input, 'planDueOn'), after(nonconformity, input, 'dueOn')];
  return said(plan) && said(done) && done < plan
    ? no('problem.dates_reversed', { from: plan, to: done }, 'dueOn')
    : undefined;
};

/** Only a certification body accepts anything. */
export const bodyIsAsked: R = (nonconformity, _actor, { input }) =>
  said(input['bodyAcceptance']) && after(nonconformity, input, 'origin') !== 'certification_audit'
    ? no('nonconformity.no_body', {}, 'bodyAcceptance')
    : undefined;

// Cause

/** A correction puts one case right; what let it happen is another thing. */
export const causeIsNoSymptom: R = (nonconformity, _actor, { input }) => {
  const cause = after(nonconformity, input, 'rootCause');
  if (!said(cause)) return undefined;
  const { title, description, correction } = nonconformity;
  return [title, description, correction].some((text) => text !== null && normal(text) === normal(cause))
    ? no('nonconformity.cause_is_symptom', {}, 'rootCause')
    : undefined;
};

const error = /^(?:human(?:error|mistake|failure)|(?:operator|user)error|carelessness|人为(?:错误|失误|原因|因素)?|粗心(?:大意)?|操作(?:失误|错误)|责任心不强)$/; // prettier-ignore
/** "Human error" is where the analysis begins. */
export const notHumanErrorAlone: R = (nonconformity, _actor, { input }) => {
  const cause = after(nonconformity, input, 'rootCause');
  return said(cause) && error.test(normal(cause))
    ? no('nonconformity.human_error_alone', {}, 'rootCause')
    : undefined;
};

export const othersAreCounted: R = (nonconformity, _actor, { input }) => {
  if (after(nonconformity, input, 'extentResult') !== 'elsewhere') return undefined;
  const count = after(nonconformity, input, 'extentCount');
  return typeof count === 'number' && count > 0
    ? undefined
    : no('nonconformity.extent_count_needed', {}, 'extentCount');
};

export const repeatsAnother: R = (nonconformity, _actor, { input }) =>
  input['repeatOfId'] === nonconformity.id ? no('nonconformity.repeats_itself', {}, 'repeatOfId') : undefined;

/** 10.1: action fits the effect. Without removing the cause goes only what is minor and was found nowhere else. */
export const mayBeWaived: R = (nonconformity, _actor, { input }) => {
  if (nonconformity.grade === 'major') return no('nonconformity.major_needs_action');
  return after(nonconformity, input, 'extentResult') === 'elsewhere'
    ? no('nonconformity.elsewhere_needs_action', {}, 'extentResult')
    : undefined;
};

// Action and effect

export const hasActions: R = (_nonconformity, _actor, { facts }) =>
  (facts as ActionFacts).actions.length === 0 ? no('nonconformity.actions_needed') : undefined;

export const actionsAreDone: R = (_nonconformity, _actor, { facts }) => {
  const { actions } = facts as ActionFacts;
  if (actions.length === 0) return no('nonconformity.actions_needed');
  const open = actions.filter(({ state }) => state === 'open').map(({ number }) => number);
  return open.length > 0 ? no('nonconformity.actions_open', { numbers: open.join(', ') }) : undefined;
};

export const systemChangeIsTold: R = (nonconformity, _actor, { input }) => {
  const change = after(nonconformity, input, 'systemChange');
  return said(change) && change !== 'none' && !said(after(nonconformity, input, 'systemChangeNote'))
    ? no('problem.required', { field: '@nonconformity.field.systemChangeNote' }, 'systemChangeNote')
    : undefined;
};

export const waitIsAhead: R = (_nonconformity, _actor, { input, at, settings }) =>
  said(input['waitUntil']) && input['waitUntil'] <= dayIn(settings, at)
    ? no('nonconformity.wait_is_past', {}, 'waitUntil')
    : undefined;

/** An effect needs its time: on the day the action is done everything looks effective. */
export const waitIsOver: R = ({ waitUntil }, _actor, { at, settings }) =>
  waitUntil !== null && waitUntil > dayIn(settings, at)
    ? no('nonconformity.too_early', { date: waitUntil })
    : undefined;

export const hadPart = ({ ownerId, containedById, implementerIds }: Nonconformity, actor: Actor): boolean =>
  actor.id !== null && [ownerId, containedById, ...(implementerIds ?? [])].includes(actor.id);

/** S4: whether it helped is seen by somebody who did not do it; a small organisation's exception is kept. */
export const checkedByAnother: R = (nonconformity, actor, { settings }) =>
  hadPart(nonconformity, actor) && settings.get(profile).value !== 'S'
    ? no('nonconformity.checker_did_it')
    : undefined;
