import { z } from 'zod';
import {
  choice, date, instant, longText, readOnly, reference, references, structure, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { inputKeys } from './review.inputs.list.ts';

const figure = z.object({
  key: z.string(),
  unit: z.string(),
  value: z.number().nullable(),
  n: z.number(),
  /** The same over the period before of equal length: what a trend is. */
  before: z.number().nullable(),
  beforeN: z.number(),
  records: z.string(),
});
const item = z.object({
  id: z.string(), number: z.string(), title: z.string(), state: z.string(), owner: z.string().nullable(), dueOn: z.string().nullable(),
}); // prettier-ignore
const shown = z.object({ key: z.string(), type: z.string(), n: z.number(), items: z.array(item) });
const input = z.object({
  key: z.enum(inputKeys),
  /** filled; empty: there are data, and they say nothing; not_built: nothing here keeps such data yet. */
  status: z.enum(['filled', 'empty', 'not_built']),
  figures: z.array(figure),
  lists: z.array(shown),
});
const inputsSchema = z.array(input);
export type ReviewInput = z.output<typeof input>;

const attended = z.strictObject({
  personId: z.uuid(),
  present: z.boolean(),
  /** Came in somebody else's place. */
  deputyForId: z.uuid().nullable().optional(),
});
export const attendanceSchema = z.array(attended).min(1).max(60);
export type Attended = z.output<typeof attended>;

export const decisionKinds = ['improvement', 'system', 'service', 'resource', 'no_action'] as const;
const decision = z.object({
  kind: z.enum(decisionKinds),
  title: z.string(),
  text: z.string().nullable(),
  ownerId: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The action that was made of it. */
  actionId: z.string().nullable(),
  at: z.string(),
});
export type Decision = z.output<typeof decision>;

const minutesSchema = z.object({
  number: z.string(),
  title: z.string(),
  heldOn: z.string().nullable(),
  place: z.string().nullable(),
  chair: z.string(),
  present: z.array(z.string()),
  absent: z.array(z.string()),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  inputs: inputsSchema,
  inputNotes: z.record(z.string(), z.string()),
  discussion: z.string().nullable(),
  conclusions: z.array(z.object({ key: z.string(), verdict: z.string(), note: z.string() })),
  decisions: z.array(decision.extend({ owner: z.string().nullable(), action: z.string().nullable() })),
  inputsHash: z.string(),
});
export type Minutes = z.output<typeof minutesSchema>;

const verdict = choice('yes', 'with_changes', 'no');

export const fields = {
  plannedOn: date(),
  periodFrom: date(),
  periodTo: date(),
  place: text(200),
  chairId: reference('person'),
  participantIds: references('person'),
  inputs: readOnly(structure(inputsSchema)),
  inputsHash: readOnly(text(64)),
  inputNotes: readOnly(structure(z.record(z.string(), z.string()))),
  frozenAt: readOnly(instant()),
  frozenById: readOnly(reference('person')),
  attendance: readOnly(structure(attendanceSchema)),
  heldOn: date(),
  heldAt: readOnly(instant()),
  discussion: longText(20_000),
  suitability: verdict,
  suitabilityNote: longText(4000),
  adequacy: verdict,
  adequacyNote: longText(4000),
  effectiveness: verdict,
  effectivenessNote: longText(4000),
  decisions: readOnly(structure(z.array(decision))),
  minutes: readOnly(structure(minutesSchema)),
  minutesHash: readOnly(text(64)),
  signedAt: readOnly(instant()),
  signedById: readOnly(reference('person')),
  carriedIds: readOnly(references('action-item')),
};
export type ManagementReview = RecordOf<typeof fields>;
