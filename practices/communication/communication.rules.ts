import { dayIn } from '../../kernel/calendar/home-days.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Communication } from './communication.fields.ts';

type Of = Rule<Communication>;
const after = (entry: Communication, { input }: Pick<Context, 'input'>) =>
  ({ ...entry, ...input }) as Communication;
const some = (list: readonly unknown[] | null) => (list ?? []).length > 0;
const required = (field: string) => no('problem.required', { field: `@communication.field.${field}` }, field);

/** 7.4: when. A schedule has its rhythm and its next day; an event says which, and how soon after it. */
export const whenIsSaid: Of = (entry, _actor, context) => {
  const { trigger, frequency, nextDueOn, event, within } = after(entry, context);
  if (trigger === 'event')
    return event === null ? required('event') : within === null ? required('within') : undefined;
  return frequency === null ? required('frequency') : nextDueOn === null ? required('nextDueOn') : undefined;
};

/** 7.4: to whom. People that the software can find, or others named in words. */
export const audienceIsSaid: Of = (entry, _actor, context) => {
  const { audienceRoles, audienceTeamIds, audiencePersonIds, audienceOrganisationIds, audienceNote } = after(entry, context);
  return [audienceRoles, audienceTeamIds, audiencePersonIds, audienceOrganisationIds].some(some) || audienceNote !== null
    ? undefined
    : no('communication.no_audience', {}, 'audienceRoles');
}; // prettier-ignore

/** What the software sends, it sends to people it knows, in both languages. */
export const noticeCanBeSent: Of = (entry, _actor, context) => {
  const { channel, audienceRoles, audienceTeamIds, audiencePersonIds, messageEn, messageZh, automatic } = after(entry, context);
  if (channel !== 'notice') return automatic === true ? no('communication.not_automatic', {}, 'automatic') : undefined;
  if (![audienceRoles, audienceTeamIds, audiencePersonIds].some(some))
    return no('communication.nobody_to_send', {}, 'audienceRoles');
  if (automatic !== true) return undefined;
  return messageEn === null ? required('messageEn') : messageZh === null ? required('messageZh') : undefined;
}; // prettier-ignore

/** 7.4: by whom. A role that nobody holds tells nobody anything. */
export const roleIsHeld: Of = (entry, _actor, context) =>
  context.facts['held'] === true || after(entry, context).responsibleRole === null
    ? undefined
    : no(
        'communication.role_not_held',
        { role: `@role.${String(after(entry, context).responsibleRole)}` },
        'responsibleRole',
      );

export const nextIsAhead: Of = (entry, _actor, context) => {
  const { trigger, nextDueOn } = after(entry, context);
  return trigger === 'schedule' && nextDueOn !== null && nextDueOn < dayIn(context.settings, context.at)
    ? no('communication.next_is_past', {}, 'nextDueOn')
    : undefined;
};
