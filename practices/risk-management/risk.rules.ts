import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { criteriaNow } from './criteria.ts';
import type { Risk } from './risk.fields.ts';
import { scoreNow } from './risk.score.ts';
import { treatments } from './treatments.ts';

type Of = Rule<Risk>;
const after = (risk: Risk, { input }: Context) => ({ ...risk, ...input }) as Risk;
const none = (list: readonly unknown[] | null | undefined) => (list ?? []).length === 0;

/** 6.1.1: a risk comes from somewhere: an issue, a requirement, an obligation, a service or a party. */
export const comesFromSomewhere: Of = (risk) =>
  [risk.issueIds, risk.requirementIds, risk.obligationIds, risk.serviceIds, risk.organisationIds].every(none)
    ? no('risk.comes_from_nothing')
    : undefined;

/** 6.1.2: the risk that a service misses its requirements names the service, that of another party the party. */
export const namesWhatItConcerns: Of = (risk, _actor, context) => {
  const { category, serviceIds, organisationIds } = after(risk, context);
  if (category === 'service_requirement' && none(serviceIds)) return no('risk.names_no_service', {}, 'serviceIds');
  return category === 'other_party' && none(organisationIds)
    ? no('risk.names_no_party', {}, 'organisationIds')
    : undefined;
}; // prettier-ignore

export const treatmentFits: Of = (risk, _actor, context) => {
  const { kind, treatment } = after(risk, context);
  const options: readonly string[] = treatments[kind ?? 'risk'];
  return treatment !== null && !options.includes(treatment)
    ? no('risk.treatment_does_not_fit', { options: options.map((one) => `@risk.option.treatment.${one}`).join(', ') }, 'treatment')
    : undefined;
}; // prettier-ignore

/** To accept or to leave is decided by accepting it; there is nothing to carry out. */
export const isSomethingToDo: Of = (risk, _actor, context) => {
  const { treatment } = after(risk, context);
  return treatment === 'accept' || treatment === 'leave'
    ? no('risk.nothing_to_do', {}, 'treatment')
    : undefined;
};

export const dueIsAhead: Of = (_risk, _actor, { input, at, settings }) =>
  typeof input['treatmentDueOn'] === 'string' && input['treatmentDueOn'] < dayIn(settings, at)
    ? no('risk.due_is_past', {}, 'treatmentDueOn')
    : undefined;

/** 6.1.3: a plan is carried out by somebody, by a day. */
export const hasActions: Of = (_risk, _actor, { facts }) =>
  facts['actions'] === 0 ? no('risk.no_action') : undefined;

/** 6.1.3: whether it worked is judged when it was done. */
export const actionsAreDone: Of = (_risk, _actor, { facts }) => {
  const open = (facts['open'] ?? []) as readonly string[];
  return open.length === 0 ? undefined : no('risk.actions_open', { numbers: open.slice(0, 10).join(', ') });
};

export const acceptsAtTop = (actor: Actor, { settings }: Pick<Context, 'settings'>) =>
  criteriaNow(settings).value.acceptors.some((role) => holds(actor, role));

/** S9: above the threshold only top management accepts; below it who answers for the risk, or leads the system. */
export const mayAccept: Of = (risk, actor, context) => {
  if (acceptsAtTop(actor, context)) return undefined;
  if (risk.aboveThreshold === true) {
    const { acceptAbove, acceptors } = criteriaNow(context.settings).value;
    return no('risk.top_management_accepts', {
      score: scoreNow(risk) ?? 0,
      threshold: acceptAbove,
      roles: acceptors.map((role) => `@role.${role}`).join(', '),
    });
  }
  return risk.ownerId === actor.id || holds(actor, 'sms-manager') ? undefined : no('risk.owner_accepts');
};
