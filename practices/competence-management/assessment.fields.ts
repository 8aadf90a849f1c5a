import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import {
  choice,
  date,
  integer,
  longText,
  readOnly,
  reference,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

const found = z.strictObject({
  competenceId: z.uuid(),
  level: z.int().min(0).max(3),
  evidence: z.string().trim().max(1000).optional(),
});
export type Found = z.output<typeof found>;
const gap = z.strictObject({
  competenceId: z.uuid(),
  needed: z.int(),
  level: z.int(),
  mandatory: z.boolean(),
});
export type Gap = z.output<typeof gap>;

export const fields = {
  personId: reference('person'),
  role: choice(...staff),
  profileId: readOnly(reference('competence-profile')),
  levels: starting<Found[]>([], structure(z.array(found).max(40))),
  conclusion: longText(4000),
  restriction: longText(2000),
  gaps: readOnly(starting<Gap[]>([], structure(z.array(gap)))),
  unmetMandatory: readOnly(integer()),
  assessedOn: readOnly(date()),
  assessedById: readOnly(reference('person')),
  validUntil: readOnly(date()),
};
export type CompetenceAssessment = RecordOf<typeof fields>;
