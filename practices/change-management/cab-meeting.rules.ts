import type { Actor } from '../../kernel/access/actor.ts';
import { holds } from '../../kernel/access/actor.ts';
import { no, type Input, type Rule } from '../../kernel/process/process.ts';
import { asText } from '../../kernel/record/text.ts';
import { countOf, itemOf, membersPresent, type CabMeeting } from './cab-meeting.fields.ts';
import type { OnAgenda } from './cab-meeting.queries.ts';
import { managers } from './change.fields.ts';
import { isThin } from './change.plans.ts';

type R = Rule<CabMeeting>;
export type ItemFacts = { readonly change: OnAgenda | undefined };
const entered = (meeting: CabMeeting, input: Input) => ({ ...meeting, ...input }) as CabMeeting;

export const endsAfterItBegins: R = (meeting, _actor, { input }) => {
  const { startsAt, endsAt } = entered(meeting, input);
  return startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)
    ? no('cab_meeting.ends_before_start', {}, 'endsAt')
    : undefined;
};
/** A quorum that the members could never reach would stop every decision. */
export const quorumCanBeReached: R = (meeting, _actor, { input }) => {
  const { memberIds, quorum } = entered(meeting, input);
  const members = (memberIds ?? []).length;
  return members > 0 && (quorum ?? 1) > members
    ? no('cab_meeting.quorum_too_large', { members }, 'quorum')
    : undefined;
};
export const isChair: R = (meeting, actor) =>
  actor.id === meeting.ownerId || managers.some((role) => holds(actor, role))
    ? undefined
    : no('cab_meeting.only_chair');

const quorumOf = (meeting: CabMeeting) => meeting.quorum ?? 1;
export const hasQuorum: R = (meeting, _actor, { input }) => {
  const asked = entered(meeting, input);
  const found = membersPresent(asked).length;
  return found < quorumOf(asked)
    ? no('cab_meeting.no_quorum', { found, needed: quorumOf(asked) }, 'presentIds')
    : undefined;
};
export const isMemberPresent: R = (meeting, actor) => {
  if (actor.id === null || !(meeting.memberIds ?? []).includes(actor.id))
    return no('cab_meeting.only_members');
  return membersPresent(meeting).includes(actor.id) ? undefined : no('cab_meeting.not_present');
};

export const isOnAgenda: R = (meeting, _actor, { input }) =>
  itemOf(meeting, input['change']) ? undefined : no('cab_meeting.not_on_agenda', {}, 'change');
export const isNotConcluded: R = (meeting, _actor, { input }) =>
  itemOf(meeting, input['change'])?.outcome != null
    ? no('cab_meeting.concluded_already', {}, 'change')
    : undefined;
export const isNotOnAgenda: R = (meeting, _actor, { input, facts }) => {
  const { change } = facts as ItemFacts;
  if (!change) return no('change.unknown', { number: String(input['change']) }, 'change');
  if (!['submitted', 'assessed'].includes(change.state))
    return no(
      'cab_meeting.awaits_nothing',
      { number: change.number, state: `@change.state.${change.state}` },
      'change',
    );
  return itemOf(meeting, change.number) ? no('cab_meeting.on_agenda', {}, 'change') : undefined;
};

/** S2: whoever asked for it or carries it out has no vote in it. */
const isOwn = (facts: unknown, actor: Actor) =>
  actor.id !== null && ((facts as ItemFacts).change?.ownIds ?? []).includes(actor.id);
export const isNotOwn: R = (_meeting, actor, { facts }) =>
  isOwn(facts, actor) ? no('cab_meeting.own_change') : undefined;
export const rejectionSaysWhy: R = (_meeting, _actor, { input }) =>
  input['vote'] === 'reject' && isThin(asText(input['note']), 4)
    ? no('cab_meeting.why_rejected', {}, 'note')
    : undefined;

/** The minutes say what the votes say: enough of them, and more on that side. */
export const votesSaySo: R = (meeting, _actor, { input }) => {
  const item = itemOf(meeting, input['change']);
  const { outcome, note } = input;
  if (!item) return undefined;
  if (outcome === 'deferred' || outcome === 'advised')
    return isThin(asText(note), 4) ? no('cab_meeting.say_what', {}, 'note') : undefined;
  if (item.stage === 'assessment') return no('cab_meeting.only_advice', {}, 'outcome');
  const count = countOf(item);
  const found = item.votes.length;
  if (found < quorumOf(meeting))
    return no('cab_meeting.too_few_votes', { found, needed: quorumOf(meeting) }, 'outcome');
  const carried = count.for > count.against;
  return (outcome === 'approved') === carried
    ? undefined
    : no('cab_meeting.votes_say_otherwise', { for: count.for, against: count.against }, 'outcome');
};

export const everythingIsConcluded: R = (meeting) => {
  const open = (meeting.agenda ?? []).filter(({ outcome }) => outcome === null);
  return open.length > 0
    ? no('cab_meeting.items_open', { numbers: open.slice(0, 5).map(({ number }) => number).join(', ') })
    : undefined;
}; // prettier-ignore
export const minutesSaySomething: R = (meeting, _actor, { input }) =>
  isThin(entered(meeting, input).minutes, 8) ? no('cab_meeting.minutes_thin', {}, 'minutes') : undefined;
