import { z } from 'zod';
import { boolean, choice, date, instant, longText, plain, readOnly, reference, references, starting, structure, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import type { Part } from '../../kernel/measure/condition.ts';
import { audiences } from './definition.fields.ts';
import type { Direction, Measured, Unit } from './figures.ts';

type Point = {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number | null;
};

/** A figure as a report shows it. */
export type Shown = Measured & {
  readonly key: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly clause: string;
  readonly target: number | null;
  readonly direction: Direction;
  readonly met: boolean | null;
  readonly former: { readonly value: number | null; readonly n: number } | null;
  /** Twelve periods, the last one being the report's. */
  readonly trend: readonly Point[];
  readonly records: Readonly<Partial<Record<Part, string>>>;
  /** As things stood when it was drafted: it cannot be made again. */
  readonly standing: boolean;
};

/** What a report says, frozen when it is drafted. */
export type Contents = {
  readonly at: string;
  readonly narrowing: Readonly<Record<string, string>>;
  readonly figures: readonly Shown[];
  /** Nothing was counted in the period at all. */
  readonly empty: boolean;
  /** Drafted before the data counted as settled. */
  readonly provisional: boolean;
};

const answersTo = ['act', 'watch', 'no_action'] as const;
const decision = z.strictObject({
  /** A missed figure's measure, or `overall`. */
  key: z.string().min(1).max(100),
  decision: z.enum(answersTo),
  note: plain(2000),
  action: z
    .strictObject({ title: plain(200), ownerId: z.uuid(), dueOn: z.iso.date() })
    .optional(),
}); // prettier-ignore
export type Decision = z.output<typeof decision>;

export const fields = {
  definitionId: reference('report-definition'),
  audience: readOnly(choice(...audiences)),
  purpose: readOnly(longText(2000)),
  periodFrom: date(),
  periodTo: readOnly(date()),
  dueOn: readOnly(date()),
  contents: readOnly(structure(z.custom<Contents>())),
  contentsHash: readOnly(text(64)),
  commentary: longText(8000),
  proposals: longText(4000),
  emptyReason: longText(2000),
  provisionalReason: longText(2000),
  draftedAt: readOnly(instant()),
  authorIds: readOnly(starting<string[]>([], references('person'))),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  issuedAt: readOnly(instant()),
  recipientIds: readOnly(starting<string[]>([], references('person'))),
  decisions: starting<Decision[]>([], structure(z.array(decision).max(60))),
  reviewedById: readOnly(reference('person')),
  reviewedOn: readOnly(date()),
  toldNote: longText(2000),
  toldAt: readOnly(instant()),
  toldById: readOnly(reference('person')),
  sodException: readOnly(starting(false, boolean())),
};
export type ServiceReport = RecordOf<typeof fields>;
