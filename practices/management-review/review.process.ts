import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { create } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import * as facts from './review.facts.ts';
import {
  attendanceSchema,
  decisionKinds,
  type Attended,
  type Decision,
  type ManagementReview,
} from './review.fields.ts';
import { inputKeys } from './review.inputs.list.ts';
import * as rules from './review.rules.ts';

const leaders = ['sms-manager', 'top-management'];
const iso = (at: number) => new Date(at).toISOString();
const plan = ['title', 'plannedOn', 'periodFrom', 'periodTo', 'place', 'chairId', 'participantIds'] as const;
const required = ['title', 'plannedOn', 'periodFrom', 'periodTo', 'chairId'] as const;
const conclusions = [
  'suitability', 'suitabilityNote', 'adequacy', 'adequacyNote', 'effectiveness', 'effectivenessNote',
] as const; // prettier-ignore

const decision = z.strictObject({
  kind: z.enum(decisionKinds),
  title: plain(200),
  text: plain(4000).nullable().optional(),
  ownerId: z.uuid().nullable().optional(),
  dueOn: z.iso.date().nullable().optional(),
});
type Given = z.output<typeof decision>;

function decided(review: ManagementReview, _actor: Actor, { input, facts: found, at }: Context) {
  const given = input['decision'] as Given;
  const made: Decision = {
    kind: given.kind,
    title: given.title,
    text: given.text ?? null,
    ownerId: given.ownerId ?? null,
    dueOn: given.dueOn ?? null,
    actionId: given.kind === 'no_action' ? null : (found as facts.DecisionFacts).actionId,
    at: iso(at),
  };
  return { decisions: [...(review.decisions ?? []), made] };
}

/** 9.3-e: what was decided is done by somebody until a day, and followed. */
async function actOn(work: Work, review: ManagementReview, actor: Actor, { input, facts: found }: Context): Promise<void> {
  const { kind, title, text, ownerId, dueOn } = input['decision'] as Given;
  if (kind === 'no_action') return;
  const about = { title, ownerId, dueOn, sourceId: review.id, ...(text ? { description: text } : {}) };
  await create(work, 'action-item', actor, about, { id: (found as facts.DecisionFacts).actionId });
} // prettier-ignore

/** 9.3, processes.md 21. The order is that of a review. */
export const process = defineProcess<ManagementReview>()({
  states: {
    scheduled: 'new',
    inputs_frozen: 'active',
    held: 'active',
    signed: 'active',
    closed: 'closed',
    cancelled: 'closed',
  },
  initial: 'scheduled',
  create: { by: leaders, fields: plan, required, checks: [rules.periodInOrder], set: (review) => ({ ownerId: review.chairId }) },
  edit: {
    from: ['scheduled', 'inputs_frozen', 'held'],
    by: leaders,
    fields: [...plan, 'discussion'],
    required,
    checks: [rules.periodInOrder],
    set: (review) => ({ ownerId: review.chairId }),
  },
  transitions: {
    freeze_inputs: {
      from: ['scheduled', 'inputs_frozen'],
      to: 'inputs_frozen',
      by: leaders,
      rules: [rules.periodIsOver],
      facts: facts.inputFacts,
      set: (_review, actor, { facts: found, at }) => ({
        inputs: [...(found as facts.InputFacts).inputs],
        inputsHash: (found as facts.InputFacts).hash,
        frozenAt: iso(at),
        frozenById: actor.id,
      }),
    },
    /** What no record says: an input that is empty, or whose practice is not here yet, is filled by words. */
    note_input: {
      from: ['scheduled', 'inputs_frozen', 'held'],
      by: leaders,
      input: { note: z.strictObject({ key: z.enum(inputKeys), text: plain(4000).nullable() }) },
      set: (review, _actor, { input }) => {
        const { key, text } = input['note'] as { key: string; text: string | null };
        const { [key]: _before, ...others } = review.inputNotes ?? {};
        return { inputNotes: text === null ? others : { ...others, [key]: text } };
      },
    },
    hold: {
      from: ['inputs_frozen'],
      to: 'held',
      by: leaders,
      fields: ['heldOn', 'place', 'discussion'],
      required: ['heldOn'],
      input: { attendance: attendanceSchema },
      facts: facts.meetingFacts,
      checks: [rules.heldIsNow, rules.chairIsThere],
      set: (_review, _actor, { input, at }) => ({ attendance: [...(input['attendance'] as Attended[])], heldAt: iso(at) }),
    },
    decide: {
      from: ['held'],
      by: leaders,
      input: { decision },
      facts: facts.decisionFacts,
      checks: [rules.decisionIsWhole],
      set: decided,
      effect: actOn,
    },
    conclude: { from: ['held'], by: leaders, fields: conclusions, required: conclusions },
    sign: {
      from: ['held'],
      to: 'signed',
      by: ['top-management'],
      rules: [rules.isItsChair, rules.isConcluded, rules.hasDecisions],
      facts: facts.minutesFacts,
      set: (_review, actor, { facts: found, at }) => ({
        minutes: (found as facts.MinutesFacts).minutes,
        minutesHash: (found as facts.MinutesFacts).hash,
        signedAt: iso(at),
        signedById: actor.id,
      }),
    },
    close: {
      from: ['signed'],
      to: 'closed',
      by: leaders,
      facts: facts.carriedFacts,
      set: (_review, _actor, { facts: found }) => ({ carriedIds: [...(found as facts.CarriedFacts).carried] }),
    },
    cancel: { from: ['scheduled', 'inputs_frozen'], to: 'cancelled', by: leaders, requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore
