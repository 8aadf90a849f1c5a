import { holds, type Actor } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { after } from './transition.facts.ts';
import { managers, type Transition } from './transition.fields.ts';

type R = Rule<Transition>;
const isOne = (actor: Actor, ids: readonly (string | null)[] | null) =>
  actor.id !== null && (ids ?? []).includes(actor.id);
export const isManager = (actor: Actor) =>
  holds(actor, 'system') || managers.some((role) => holds(actor, role));

export const worksOnIt: R = (it, actor) =>
  isManager(actor) ||
  isOne(actor, [it.createdBy, it.ownerId, it.plannerId, it.testerId]) ||
  isOne(actor, it.designerIds) ||
  isOne(actor, it.developerIds) ||
  (it.teamId !== null && actor.teamIds.includes(it.teamId))
    ? undefined
    : no('transition.only_those_who_work_on_it');

// Separation of duties (S3)

export const approverDidNotPlan: R = (it, actor) =>
  isOne(actor, [it.plannerId]) ? no('transition.planner_approves') : undefined;
export const approverDidNotDesign: R = (it, actor) =>
  isOne(actor, it.designerIds) ? no('transition.designer_approves') : undefined;
export const testerIsNoDeveloper: R = (it, _actor, { input }) => {
  const asked = after(it, input);
  return asked.testerId !== null && (asked.developerIds ?? []).includes(asked.testerId)
    ? no('transition.tester_developed', {}, 'testerId')
    : undefined;
};
export const judgeIsNoDeveloper: R = (it, actor) =>
  isOne(actor, it.developerIds) ? no('transition.developer_tests') : undefined;
export const acceptorIsNoDeveloper: R = (it, actor) =>
  isOne(actor, it.developerIds) ? no('transition.developer_accepts') : undefined;
export const evaluatorIsNoDeveloper: R = (it, actor) =>
  isOne(actor, it.developerIds) ? no('transition.developer_evaluates') : undefined;

/** An item is done by who answers for it, or by the transition manager. */
export const answersForItem: R = (it, actor, { input }) => {
  const item = (it.checklist ?? []).find(({ area }) => area === input['area']);
  if (!item?.ownerId) return no('transition.item_without_owner', { area: `@transition.area.${String(input['area'])}` }, 'area');
  return isManager(actor) || isOne(actor, [item.ownerId, it.ownerId]) ? undefined : no('transition.only_item_owner');
}; // prettier-ignore
