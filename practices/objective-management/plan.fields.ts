import { z } from 'zod';
import { boolean, date, instant, integer, longText, readOnly, reference, references, starting, structure } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { registers } from './registers.ts';

/** What people write of 6.3; the rest comes from the registers. */
export const parts = {
  limitations: longText(8000),
  humans: longText(8000),
  technical: longText(8000),
  information: longText(8000),
  financial: longText(8000),
  parties: longText(8000),
  technology: longText(8000),
  measuring: longText(8000),
  auditing: longText(8000),
  reporting: longText(8000),
  improving: longText(8000),
};
export const partNames = Object.keys(parts) as (keyof typeof parts)[];

const entry = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  /** What stands behind it in the table: owner, bearing, target, score. */
  about: z.string().nullable(),
});
const contentsSchema = z.record(z.enum(registers), z.array(entry));
export type Contents = z.output<typeof contentsSchema>;
export type Entry = z.output<typeof entry>;

export const fields = {
  edition: readOnly(starting(1, integer(1))),
  supersedesId: readOnly(reference('service-management-plan')),
  validFrom: date(),
  validTo: date(),
  ...parts,
  contents: readOnly(structure(contentsSchema)),
  authorIds: readOnly(starting<string[]>([], references('person'))),
  submittedAt: readOnly(instant()),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type ServiceManagementPlan = RecordOf<typeof fields>;
