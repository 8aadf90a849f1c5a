import { z } from 'zod';
import {
  instant,
  integer,
  longText,
  readOnly,
  references,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const votes = ['approve', 'reject', 'abstain'] as const;
export const outcomes = ['approved', 'rejected', 'advised', 'deferred'] as const;

const itemSchema = z.object({
  changeId: z.uuid(),
  number: z.string(),
  title: z.string(),
  /** What the board is asked: advice before the assessment, or the decision after it. */
  stage: z.enum(['assessment', 'approval']),
  votes: z.array(
    z.object({ personId: z.uuid(), vote: z.enum(votes), note: z.string().nullable(), at: z.string() }),
  ),
  outcome: z.enum(outcomes).nullable(),
  note: z.string().nullable(),
  concludedAt: z.string().nullable(),
});
export type AgendaItem = z.output<typeof itemSchema>;

export const fields = {
  startsAt: instant(),
  endsAt: instant(),
  place: text(),
  memberIds: starting<string[]>([], references('person')),
  quorum: starting(2, integer(1, 50)),
  presentIds: starting<string[]>([], references('person')),
  agenda: readOnly(starting<AgendaItem[]>([], structure(z.array(itemSchema)))),
  agendaIds: readOnly(starting<string[]>([], references('change'))),
  minutes: longText(),
  openedAt: readOnly(instant()),
  closedAt: readOnly(instant()),
};
export type CabMeeting = RecordOf<typeof fields>;
export const itemOf = (meeting: CabMeeting, number: unknown): AgendaItem | undefined =>
  (meeting.agenda ?? []).find((item) => item.number === number);
/** Members who are there: only these make the quorum and vote. */
export const membersPresent = ({ memberIds, presentIds }: CabMeeting): string[] =>
  (memberIds ?? []).filter((id) => (presentIds ?? []).includes(id));

export type Count = { readonly for: number; readonly against: number; readonly abstained: number };
export const countOf = ({ votes: given }: Pick<AgendaItem, 'votes'>): Count => ({
  for: given.filter(({ vote }) => vote === 'approve').length,
  against: given.filter(({ vote }) => vote === 'reject').length,
  abstained: given.filter(({ vote }) => vote === 'abstain').length,
});
