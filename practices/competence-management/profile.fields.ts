import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { choice, date, integer, longText, readOnly, reference, references, starting, structure } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const need = z.strictObject({ competenceId: z.uuid(), level: z.int().min(1).max(3), mandatory: z.boolean() });
export type Need = z.output<typeof need>;

export const fields = {
  role: choice(...roles),
  tasks: longText(4000),
  education: longText(1000),
  experience: longText(1000),
  needs: starting<Need[]>([], structure(z.array(need).max(40))),
  /** The learning path: in this order. */
  courseIds: starting<string[]>([], references('training-course')),
  minimumHolders: starting(1, integer(0, 1000)),
  reviewMonths: starting(12, integer(1, 60)),
  adoptedOn: readOnly(date()),
  adoptedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
};
export type CompetenceProfile = RecordOf<typeof fields>;
