import { addDays, addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Reference } from '../../kernel/practice/reference.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Adoption } from './adoption.fields.ts';
import type { GroupRule } from './group-rule.fields.ts';
import { isHeadquarters, leads } from './site.access.ts';
import { groupRules, ruleById } from './site.queries.ts';

type Of = Rule<Adoption>;
/** What is asked for again every year is decided upon every year. */
const longestDays = 366;

export const ruleFacts = async (work: Work, { ruleId }: Adoption) => ({
  rule: ruleId === null ? undefined : await ruleById(work, ruleId),
});
/** Before a button is shown as well: a site is offered only what its rule allows. */
export const ruleKnown = ({ ruleId }: Adoption, reference: Reference) => ({
  rule: reference.get(groupRules).get(ruleId ?? ''),
});
const ruleOf = ({ facts }: Pick<Context, 'facts'>) =>
  facts['rule'] as Pick<GroupRule, 'obligation' | 'bound' | 'attestMonths'> | undefined;

/** A site speaks for itself: whoever has it in hand, and who leads it. */
export const isOfTheSite: Of = (adoption, actor) =>
  (actor.id !== null && adoption.ownerId === actor.id) || leads(actor, adoption.siteId)
    ? undefined
    : no('rule_adoption.not_your_site');

export const onlyWhatIsAdvised: Of = (_adoption, _actor, context) =>
  ruleOf(context)?.obligation === 'advised' ? undefined : no('rule_adoption.mandatory');

export const isAttested: Of = (_adoption, _actor, context) =>
  ruleOf(context)?.bound === 'attested' ? undefined : no('rule_adoption.seen_by_itself');

export const untilIsAhead: Of = (_adoption, _actor, { input, at, settings }) => {
  const until = input['exemptionUntil'];
  if (typeof until !== 'string') return undefined;
  const today = dayIn(settings, at);
  if (until <= today) return no('rule_adoption.until_is_past', {}, 'exemptionUntil');
  return until > addDays(today, longestDays)
    ? no('rule_adoption.until_is_far', { days: longestDays }, 'exemptionUntil')
    : undefined;
};

/** Headquarters may grant less than what was asked for. */
export const notLongerThanAsked: Of = ({ exemptionUntil }, _actor, { input }) => {
  const until = input['exemptionUntil'];
  return typeof until === 'string' && exemptionUntil !== null && until > exemptionUntil
    ? no('rule_adoption.longer_than_asked', { date: exemptionUntil }, 'exemptionUntil')
    : undefined;
};

export const decidedAtHeadquarters: Of = (_adoption, actor) =>
  isHeadquarters(actor) ? undefined : no('rule_adoption.headquarters_decides');

/** Nobody lets themselves off. */
export const decidedByAnother: Of = ({ askedById, ownerId }, actor) =>
  actor.id !== null && (actor.id === askedById || actor.id === ownerId)
    ? no('rule_adoption.own_exemption')
    : undefined;

export function adopted(_adoption: Adoption, actor: Actor, context: Context): Partial<Adoption> {
  const today = dayIn(context.settings, context.at);
  const rule = ruleOf(context);
  const own = { adoptedOn: today, adoptedById: actor.id, declinedReason: null };
  // Who adopts what nobody else sees says with it that it is kept.
  return rule?.bound === 'attested'
    ? { ...own, attestation: 'kept', attestedOn: today, attestedById: actor.id, attestDueOn: addMonths(today, rule.attestMonths ?? 12) }
    : own;
} // prettier-ignore

export function attested(_adoption: Adoption, actor: Actor, context: Context): Partial<Adoption> {
  const today = dayIn(context.settings, context.at);
  return {
    attestedOn: today,
    attestedById: actor.id,
    attestDueOn: addMonths(today, ruleOf(context)?.attestMonths ?? 12),
  };
}
