import { holds, type Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { after, type AuthoriseFacts, type PeopleFacts } from './change.facts.ts';
import { managers, type Change } from './change.fields.ts';
import { emergencyRules } from './policy.settings.ts';

type R = Rule<Change>;
export const isManager = (actor: Actor) =>
  holds(actor, 'system') || managers.some((role) => holds(actor, role));
const isOne = (actor: Actor, ids: readonly (string | null)[]) => actor.id !== null && ids.includes(actor.id);

/** Who is to carry it out: the implementer, whoever answers for a step, and whoever began it. */
export const implementersOf = (change: Change): string[] =>
  [
    change.implementerId,
    change.startedById,
    ...(change.implementationPlan ?? []).map(({ responsibleId }) => responsibleId ?? null),
  ].filter((id) => id !== null);

// Who

/** Its requester, owner and implementer, the members of its team, and the change manager. */
export const worksOnIt: R = (change, actor) =>
  isManager(actor) ||
  isOne(actor, [change.requesterId, change.createdBy, change.ownerId, change.implementerId]) ||
  (change.teamId !== null && actor.teamIds.includes(change.teamId))
    ? undefined
    : no('change.only_those_who_work_on_it');

export const isRequesterOrManager: R = (change, actor) =>
  isManager(actor) || isOne(actor, [change.requesterId, change.createdBy, change.ownerId])
    ? undefined
    : no('change.only_requester');

export const carriesItOut: R = (change, actor) =>
  isManager(actor) ||
  isOne(actor, [change.ownerId, ...implementersOf(change)]) ||
  (change.teamId !== null && actor.teamIds.includes(change.teamId))
    ? undefined
    : no('change.only_implementer');

/** Nobody but the person who is said to have authorised it can say whether that is so. */
export const isAuthoriser: R = (change, actor) =>
  isOne(actor, [change.authorisedById]) ? undefined : no('change.only_authoriser');
export const notConfirmedYet: R = (change) =>
  change.authorisationConfirmedAt === null ? undefined : no('change.confirmed_already');

/** A question is asked by somebody who has to decide, or by the change manager. */
export const asksBack: R = (change, actor, context) =>
  isManager(actor) || ['cab-member', 'top-management', 'service-owner'].some((role) => holds(actor, role))
    ? notRequester(change, actor, context)
    : no('change.only_approvers_ask');
const notRequester: R = (change, actor) =>
  isOne(actor, [change.requesterId]) ? no('change.requester_asks') : undefined;

// Separation of duties

/** S2: whoever approved it does not carry it out, neither at once nor when somebody is put in their place later. */
export const implementerDidNotApprove: R = (change, _actor, { input, facts }) => {
  const { approverIds } = facts as PeopleFacts;
  const found = implementersOf(after(change, input)).find((id) => approverIds.includes(id));
  if (found === undefined) return undefined;
  return no(
    'change.approver_implements',
    {},
    input['implementerId'] === found ? 'implementerId' : 'implementationPlan',
  );
};
export const starterDidNotApprove: R = (_change, actor, { facts }) =>
  isOne(actor, (facts as PeopleFacts).approverIds) ? no('change.approver_starts') : undefined;

/**
 * S2 for an emergency. In a small organisation the authoriser may be who asked for it, never who carries it out; that is
 * then recorded as an exception.
 */
export const authoriserIsAnother: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  const by = asked.authorisedById;
  if (by === null) return undefined;
  if (implementersOf(asked).includes(by)) return no('change.authoriser_implements', {}, 'authorisedById');
  return asked.requesterId === by && settings.get(profile).value !== 'S'
    ? no('change.authoriser_requested', {}, 'authorisedById')
    : undefined;
};

/** ECAB: at least one person who may, named with the time; on the spot only by themselves. */
export const authoriserMay: R = (change, actor, { input, facts, settings, at }) => {
  const { authorisedById: by, authorisedAt: when, authorisedVia: via } = after(change, input);
  if (by === null || when === null) return undefined;
  if (!(facts as AuthoriseFacts).authoriserIds.includes(by)) {
    const roles = settings
      .get(emergencyRules)
      .value.authorisers.map((role) => `@role.${role}`)
      .join(', ');
    return no('change.authoriser_may_not', { roles }, 'authorisedById');
  }
  if (Date.parse(when) > at) return no('change.authorised_in_future', {}, 'authorisedAt');
  return via === 'in_person' && actor.id !== by
    ? no('change.in_person_by_oneself', {}, 'authorisedVia')
    : undefined;
};

/** S4: looked back upon by somebody who neither carried it out nor answers for it. */
export const reviewerIsAnother: R = (change, actor, { settings }) =>
  tookPart(change, actor.id) && settings.get(profile).value !== 'S'
    ? no('change.reviewer_took_part')
    : undefined;
export const namedReviewerIsAnother: R = (change, _actor, { input, settings }) => {
  const asked = after(change, input);
  return tookPart(asked, asked.reviewerId) && settings.get(profile).value !== 'S'
    ? no('change.reviewer_took_part', {}, 'reviewerId')
    : undefined;
};
export const tookPart = (change: Change, id: string | null): boolean =>
  id !== null && [change.ownerId, ...implementersOf(change)].includes(id);
