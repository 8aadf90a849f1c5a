import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Context, type Input } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { carryOut, tellMembers } from './cab-meeting.actions.ts';
import { fields, outcomes, votes, type AgendaItem, type CabMeeting } from './cab-meeting.fields.ts';
import { changeNumbered, waitingForBoard } from './cab-meeting.queries.ts';
import * as rules from './cab-meeting.rules.ts';
import { access } from './change.access.ts';
import { managers } from './change.fields.ts';
import { holdersOf } from './change.queries.ts';

const planned = ['title', 'ownerId', 'startsAt', 'endsAt', 'place', 'memberIds', 'quorum'];
const needed = ['title', 'startsAt'];
const iso = (at: number) => new Date(at).toISOString();
const number = z.string().trim().min(1).max(40);
const note = z.string().trim().max(4000).optional();

type Waiting = Awaited<ReturnType<typeof waitingForBoard>>;
type NewFacts = { readonly waiting: Waiting; readonly board: readonly string[] };

const item = (given: Waiting[number]): AgendaItem => ({
  ...given, votes: [], outcome: null, note: null, concludedAt: null,
}); // prettier-ignore
const asAgenda = (agenda: readonly AgendaItem[]): Partial<CabMeeting> => ({
  agenda: [...agenda],
  agendaIds: agenda.map(({ changeId }) => changeId),
});
/** The one item as this makes it; the others as they are. */
const withItem = (meeting: CabMeeting, { input }: Context, change: (item: AgendaItem) => AgendaItem) =>
  asAgenda((meeting.agenda ?? []).map((one) => (one.number === input['change'] ? change(one) : one)));
const itemFacts = async (work: Work, _meeting: CabMeeting, input: Input) => ({
  change: await changeNumbered(work, String(input['change'])),
});
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

const process = defineProcess<CabMeeting>()({
  states: { planned: 'new', in_session: 'active', closed: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: {
    by: managers,
    fields: planned,
    required: needed,
    facts: async (work, _meeting, _input, at): Promise<NewFacts> => ({
      waiting: await waitingForBoard(work),
      board: await holdersOf(work, ['cab-member', 'change-manager'], at),
    }),
    checks: [rules.endsAfterItBegins, rules.quorumCanBeReached],
    set: (meeting, actor, { facts }) => {
      const { waiting, board } = facts as NewFacts;
      return {
        ...asAgenda(waiting.map(item)),
        ownerId: meeting.ownerId ?? actor.id,
        memberIds: (meeting.memberIds ?? []).length > 0 ? meeting.memberIds : [...board],
      };
    },
    effect: tellMembers,
  },
  edit: {
    from: ['planned'],
    by: managers,
    fields: planned,
    required: needed,
    checks: [rules.endsAfterItBegins, rules.quorumCanBeReached],
    effect: tellMembers,
  },
  transitions: {
    put_on: {
      from: ['planned', 'in_session'],
      by: managers,
      input: { change: number },
      facts: itemFacts,
      checks: [rules.isNotOnAgenda],
      set: (meeting, _actor, { facts }) => {
        const { change } = facts as rules.ItemFacts;
        if (!change) return {};
        const stage = change.state === 'assessed' ? 'approval' : 'assessment';
        const added = item({ changeId: change.id, number: change.number, title: change.title, stage });
        return asAgenda([...(meeting.agenda ?? []), added]);
      },
    },
    take_off: {
      from: ['planned', 'in_session'],
      by: managers,
      input: { change: number },
      checks: [rules.isOnAgenda, rules.isNotConcluded],
      set: (meeting, _actor, { input }) =>
        asAgenda((meeting.agenda ?? []).filter((one) => one.number !== input['change'])),
    },
    open: {
      from: ['planned'],
      to: 'in_session',
      by: staff,
      fields: ['presentIds'],
      required: ['presentIds'],
      rules: [rules.isChair],
      checks: [rules.hasQuorum],
      set: (_meeting, _actor, { at }) => ({ openedAt: iso(at) }),
    },
    /** Somebody comes later or has to leave. */
    attend: {
      from: ['in_session'],
      by: staff,
      fields: ['presentIds'],
      required: ['presentIds'],
      rules: [rules.isChair],
    },
    vote: {
      from: ['in_session'],
      by: staff,
      input: { change: number, vote: z.enum(votes), note },
      rules: [rules.isMemberPresent],
      facts: itemFacts,
      checks: [rules.isOnAgenda, rules.isNotConcluded, rules.isNotOwn, rules.rejectionSaysWhy],
      set: (meeting, actor, context) =>
        withItem(meeting, context, (one) => ({
          ...one,
          votes: [
            ...one.votes.filter(({ personId }) => personId !== actor.id),
            {
              personId: actor.id ?? '',
              vote: context.input['vote'] as (typeof votes)[number],
              note: textOf(context.input['note']),
              at: iso(context.at),
            },
          ],
        })),
    },
    conclude: {
      from: ['in_session'],
      by: staff,
      input: { change: number, outcome: z.enum(outcomes), note },
      rules: [rules.isChair, rules.hasQuorum],
      checks: [rules.isOnAgenda, rules.isNotConcluded, rules.votesSaySo],
      set: (meeting, _actor, context) =>
        withItem(meeting, context, (one) => ({
          ...one,
          outcome: context.input['outcome'] as (typeof outcomes)[number],
          note: textOf(context.input['note']),
          concludedAt: iso(context.at),
        })),
      effect: carryOut,
    },
    close: {
      from: ['in_session'],
      to: 'closed',
      by: staff,
      fields: ['minutes'],
      required: ['minutes'],
      rules: [rules.isChair, rules.everythingIsConcluded],
      checks: [rules.minutesSaySomething],
      set: (_meeting, _actor, { at }) => ({ closedAt: iso(at) }),
    },
    cancel: { from: ['planned'], to: 'cancelled', by: managers, requires: ['reason'] },
  },
  clocks: {},
});

/** The advisory board meets: what waits, who was there, who voted how, what was decided; its number is the evidence. */
export const cabMeeting = defineRecord({
  type: 'cab-meeting',
  plural: 'cab-meetings',
  prefix: 'CAB',
  fields,
  base: ['title', 'ownerId'],
  search: ['minutes'],
  list: ['number', 'title', 'state', 'startsAt', 'place', 'quorum', 'ownerId'],
  process,
  access,
});
