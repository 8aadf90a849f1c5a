import { holds, type Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type {
  ActionFacts,
  CorrectionFacts,
  LeadingFacts,
  MajorFacts,
  ManagementFacts,
  RoleFacts,
} from './major.facts.ts';
import type { Incident } from './incident.fields.ts';
import { roleFields, type MajorIncident } from './major.fields.ts';

type R = Rule<MajorIncident>;
const given = (input: Readonly<Record<string, unknown>>, field: string) => {
  const value = input[field];
  return typeof value === 'string' ? value : undefined;
};

/** Only the software holds incidents against the criteria; people judge, and say why. */
export const criteriaAreMeasured: R = (_major, actor, { input }) => {
  if (holds(actor, 'system')) return undefined;
  if (input['criteria'] !== undefined) return no('major_incident.criteria_are_measured', {}, 'criteria');
  return input['reason'] === undefined ? no('major_incident.judgement_needed', {}, 'reason') : undefined;
};

export const leadingIsOpen: R = (_major, _actor, { facts }) => {
  const { leading } = facts as LeadingFacts;
  if (!leading) return undefined;
  if (leading.parentNumber !== null)
    return no('major_incident.leads_not', { parent: leading.parentNumber }, 'leadingIncidentId');
  return leading.open ? undefined : no('major_incident.not_open', {}, 'leadingIncidentId');
};

/** processes.md 1: criteria met, or somebody who may says why. */
export const criteriaMetOrReasoned: R = (major, _actor, { input }) =>
  (major.criteria ?? []).length === 0 && major.judgement === null && input['reason'] === undefined
    ? no('major_incident.judgement_needed', {}, 'reason')
    : undefined;

/** A bridge that nobody can open or dial helps nobody. */
export const bridgeIsReachable: R = (_major, _actor, { input }) => {
  const bridge = given(input, 'bridge');
  if (bridge === undefined || /^\+?[\d][\d ()/\-,#*]{4,40}$/.test(bridge)) return undefined;
  const address = URL.canParse(bridge) ? new URL(bridge) : undefined;
  return address && ['https:', 'http:', 'tel:', 'sip:', 'sips:'].includes(address.protocol)
    ? undefined
    : no('major_incident.bridge_unreachable', {}, 'bridge');
};

export const rolesAreStaff: R = (_major, _actor, { input, facts }) => {
  const { notStaff } = facts as RoleFacts;
  const field = [...roleFields, 'reviewerId'].find((key) => notStaff.includes(given(input, key) ?? ''));
  return field === undefined ? undefined : no('major_incident.not_staff', {}, field);
};

/** 8.6.1 j: who leads does not also repair, where staffing allows it. */
export const managerDoesNotRepair: R = (major, _actor, { input, settings }) => {
  const manager = given(input, 'managerId') ?? major.managerId;
  const lead = given(input, 'technicalLeadId') ?? major.technicalLeadId;
  return manager !== null && manager === lead && settings.get(profile).value !== 'S'
    ? no('major_incident.manager_repairs', {}, 'technicalLeadId')
    : undefined;
};

export const toldTopManagement: R = (_major, _actor, { input, facts }) => {
  const { management } = facts as ManagementFacts;
  if (management.length === 0) return no('major_incident.no_top_management', {}, 'personIds');
  const told = (input['personIds'] ?? []) as readonly string[];
  return told.some((id) => management.includes(id))
    ? undefined
    : no('major_incident.not_top_management', {}, 'personIds');
};

/** What everybody may read is there in both languages. */
export const publicInBothLanguages: R = (_major, _actor, { input }) => {
  const texts = (input['texts'] ?? {}) as Readonly<Record<string, string | undefined>>;
  return ((input['audiences'] ?? []) as readonly string[]).includes('public') &&
    (texts['en'] === undefined || texts['zh-CN'] === undefined)
    ? no('major_incident.public_needs_both', {}, 'texts')
    : undefined;
};

const instantIsPast =
  (field: string): R =>
  (major, _actor, { input, at }) => {
    const text = given(input, field);
    if (text === undefined) return undefined;
    const when = Date.parse(text);
    if (when > at) return no('major_incident.in_future', { now: new Date(at).toISOString() }, field);
    return when < Date.parse(major.occurredAt)
      ? no('major_incident.before_start', { start: major.occurredAt }, field)
      : undefined;
  };
export const happenedMeanwhile = instantIsPast('at');
export const restoredMeanwhile = instantIsPast('restoredAt');

export const correctsAnEntry: R = (_major, _actor, { facts }) =>
  (facts as CorrectionFacts).corrected ? undefined : no('major_incident.no_such_entry', {}, 'corrects');

const ledIt = (major: MajorIncident, id: string | null) =>
  id !== null && [major.managerId, major.technicalLeadId].includes(id);

/** S4: who led or repaired it does not judge it; in profile S the exception is recorded. */
export const reviewerLedNothing: R = (major, _actor, { input, settings }) =>
  ledIt(major, given(input, 'reviewerId') ?? null) && settings.get(profile).value !== 'S'
    ? no('major_incident.reviewer_led_it', {}, 'reviewerId')
    : undefined;

export const reviewedByAnother: R = (major, actor, { settings }) =>
  ledIt(major, actor.id) && settings.get(profile).value !== 'S'
    ? no('major_incident.reviewer_led_it')
    : undefined;

export const isSodException = (major: MajorIncident, actor: Actor) => ledIt(major, actor.id);

/** A typical finding is a review without actions: there are some, or the reason why there are none. */
export const actionsOrReason: R = (major, _actor, { input, facts }) =>
  (facts as ActionFacts).actions === 0 && !(given(input, 'noActionsReason') ?? major.noActionsReason)
    ? no('major_incident.no_actions', {}, 'noActionsReason')
    : undefined;

export const actionsFinished: R = (_major, _actor, { facts }) => {
  const { unfinished } = facts as ActionFacts;
  return unfinished === 0 ? undefined : no('major_incident.actions_open', { count: unfinished });
};

/** processes.md 1: the leading incident ends when the review is finished, or opened with its due date. */
export const majorIsReviewed: Rule<Incident> = (_incident, _actor, { facts }) => {
  const { major } = facts as MajorFacts;
  return major === undefined
    ? undefined
    : no('incident.major_not_reviewed', {
        major: major.number,
        state: `@major_incident.state.${major.state}`,
      });
};
