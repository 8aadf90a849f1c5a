import { z } from 'zod';
import { boolean, choice, date, instant, integer, longText, readOnly, reference, references, starting, structure } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { directions } from './figures.ts';
import { frequencies } from './periods.ts';

export const audiences = ['management', 'customer'] as const;
const mostFigures = 40;

/** A figure of a report; without a target of its own it has the plan's. */
const line = z.strictObject({
  measure: z.string().min(1).max(100),
  target: z.number().min(-1e12).max(1e12).nullable().optional(),
  direction: z.enum(directions).optional(),
});
export type Line = z.output<typeof line>;

export const told = {
  purpose: longText(2000),
  decides: longText(2000),
  audience: choice(...audiences),
  frequency: starting('month', choice(...frequencies)),
  dueDays: starting(10, integer(1, 90)),
  startsOn: date(),
  figures: starting<Line[]>([], structure(z.array(line).max(mostFigures))),
  recipientIds: starting<string[]>([], references('person')),
};

export const fields = {
  ...told,
  authorIds: readOnly(starting<string[]>([], references('person'))),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewDueOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type ReportDefinition = RecordOf<typeof fields>;
