import { invalid } from '../../platform/http/problem.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { no, type Context, type Refusal, type Rule } from '../../kernel/process/process.ts';
import { attributesAfter } from './attributes.ts';
import { isLive, type Attributes, type Ci } from './ci.fields.ts';
import { initialLoad } from './ci.settings.ts';
import { attributesOf, serviceClass, type CiClasses } from './class.snapshot.ts';

type Of = Rule<Ci>;
type Facts = {
  readonly classes?: CiClasses;
  readonly duplicate?: string | null;
  readonly dependants?: readonly string[];
  readonly change?: Refusal;
};
const factsOf = ({ facts }: Context) => facts as Facts;

/** An item belongs to a class in use that has items; services are entries of the catalogue. */
export const classHasItems: Of = (ci, _actor, context) => {
  const id = (context.input['classId'] ?? ci.classId) as string | null;
  const found = id === null ? undefined : factsOf(context).classes?.get(id);
  if (!found) return undefined;
  if (found.key === serviceClass) return no('ci.class_is_service', {}, 'classId');
  if (found.abstract) return no('ci.class_is_abstract', { class: found.label.en }, 'classId');
  return found.active || found.id === ci.classId ? undefined : no('ci.class_not_in_use', {}, 'classId');
};

const read = (ci: Ci, actor: Actor, context: Context) => {
  const { input } = context;
  const classId = (input['classId'] ?? ci.classId) as string | null;
  const { classes } = factsOf(context);
  const known = classes ? attributesOf(classes, classId) : [];
  // What the step has entered already is the input itself: judge it against what was there before.
  return attributesAfter(known, ci.attributes ?? {}, (input['attributes'] ?? {}) as Attributes, actor.language);
}; // prettier-ignore

/** Its class says what is kept of it. All faults at once, each at its attribute. */
export const attributesFit: Of = (ci, actor, context) => {
  if (context.input['attributes'] === undefined && context.input['classId'] === undefined) return undefined;
  const { faults } = read(ci, actor, context);
  if (faults.length > 0) throw invalid([...faults]);
  return undefined;
};
export const attributesRead = (before: Attributes, ci: Ci, actor: Actor, context: Context): Attributes =>
  read({ ...ci, attributes: before }, actor, context).values;

/** Two items of one class in one place are told apart by their names. An import flags what it finds instead. */
export const nameIsFree: Of = (_ci, _actor, context) => {
  const { duplicate } = factsOf(context);
  return duplicate === undefined || duplicate === null
    ? undefined
    : no('ci.duplicate_name', { number: duplicate }, 'title');
};

/** 8.2.6: what is live is under change control, so it is edited for a stated reason. */
export const liveEditHasReason: Of = (ci, _actor, { input }) =>
  isLive(ci.state) && input['reason'] === undefined ? no('ci.no_reason', {}, 'reason') : undefined;

/** Taking something out of operation is a change like any other. */
export const liveNeedsChange: Of = (ci, _actor, { input }) =>
  isLive(ci.state) && !input['changeRef'] ? no('ci.no_change', {}, 'changeRef') : undefined;

/** Each move names its change: the one of an earlier move authorised only that. */
export const namesItsChange: Of = (_ci, _actor, { input }) =>
  input['changeRef'] ? undefined : no('ci.no_change', {}, 'changeRef');

export const changeAuthorises: Of = (_ci, _actor, context) => factsOf(context).change;

/** Who loaded an item may not declare it live: another one has looked at it. */
export const loaderIsNotApprover: Of = (ci, actor) =>
  actor.id !== null && ci.createdBy === actor.id ? no('ci.loader_is_approver') : undefined;
export const initialLoadIsOpen: Of = (_ci, _actor, { settings }) =>
  settings.get(initialLoad).value.open ? undefined : no('ci.initial_load_over');

/** What is in operation must not lose what it rests on. */
export const nothingLiveNeedsIt: Of = (_ci, _actor, context) => {
  const { dependants = [] } = factsOf(context);
  return dependants.length === 0 ? undefined : no('ci.still_needed', { items: dependants.join(', ') });
};
