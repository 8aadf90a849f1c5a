import { dayIn } from '../../kernel/calendar/home-days.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { allowed, type Licence } from './licence.fields.ts';
import type { Assignee } from './licence.store.ts';

type Of = Rule<Licence>;
const entered = (licence: Licence, { input }: Pick<Context, 'input'>): Licence => ({ ...licence, ...input });
const today = ({ settings, at }: Context) => dayIn(settings, at);

export const datesInOrder: Of = (licence, _actor, context) => {
  const { validFrom, validTo } = entered(licence, context);
  return validFrom !== null && validTo !== null && validTo < validFrom
    ? no('licence.ends_before_start', {}, 'validTo')
    : undefined;
};

/** Fewer seats than are taken would be an over-use that nobody decided on. */
export const coversWhatIsUsed: Of = (licence, _actor, context) => {
  const after = allowed(entered(licence, context), today(context));
  const used = licence.used ?? 0;
  return context.input['entitled'] !== undefined && after < used
    ? no('licence.fewer_than_used', { used, entitled: after }, 'entitled')
    : undefined;
};

export const assigneeFits: Of = (_licence, _actor, { facts }) => {
  const assignee = facts['assignee'] as Assignee | undefined;
  if (!assignee) return no('licence.no_assignee', {}, 'assigneeId');
  if (!assignee.open || assignee.state === 'retired') return no('licence.assignee_gone', {}, 'assigneeId');
  return assignee.holds ? no('licence.assigned_already', {}, 'assigneeId') : undefined;
};

/** [5] Count ≤ entitlement, or a decision on the risk. */
export const seatsAreLeft: Of = (licence, _actor, context) => {
  const limit = allowed(licence, today(context));
  const used = Number(context.facts['used']);
  return used + quantityIn(context) > limit
    ? no('licence.not_enough', { free: Math.max(0, limit - used), entitled: licence.entitled ?? 0 })
    : undefined;
};

export const quantityIn = ({ input }: Pick<Context, 'input'>): number =>
  typeof input['quantity'] === 'number' ? input['quantity'] : 1;

export const assignmentIsCurrent: Of = (_licence, _actor, { facts }) =>
  facts['quantity'] === undefined ? no('licence.no_such_assignment', {}, 'assignmentId') : undefined;

export const decisionIsLimited: Of = (licence, _actor, context) => {
  const { acceptedUntil } = entered(licence, context);
  return acceptedUntil !== null && acceptedUntil < today(context)
    ? no('licence.accepted_in_past', { today: today(context) }, 'acceptedUntil')
    : undefined;
};

export const nothingIsUsed: Of = (licence) =>
  (licence.used ?? 0) > 0 ? no('licence.still_used', { used: licence.used ?? 0 }) : undefined;

export const renewsLater: Of = (licence, _actor, context) => {
  const { validTo } = entered(licence, context);
  return validTo !== null && validTo < today(context)
    ? no('licence.renewed_in_past', { today: today(context) }, 'validTo')
    : undefined;
};

export const isOver: Of = (licence, _actor, context) =>
  licence.validTo === null || licence.validTo >= today(context)
    ? no('licence.still_valid', { to: licence.validTo ?? '–' })
    : undefined;
