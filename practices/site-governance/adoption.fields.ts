import { choice, date, longText, readOnly, reference } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const fields = {
  ruleId: reference('group-rule'),
  siteId: reference('organisation'),
  adoptBy: date(),
  how: longText(4000),
  adoptedOn: readOnly(date()),
  adoptedById: readOnly(reference('person')),
  attestation: choice('kept', 'not_kept'),
  attestationNote: longText(4000),
  attestedOn: readOnly(date()),
  attestedById: readOnly(reference('person')),
  attestDueOn: readOnly(date()),
  exemptionReason: longText(4000),
  exemptionUntil: date(),
  askedById: readOnly(reference('person')),
  askedOn: readOnly(date()),
  decisionReason: longText(4000),
  decidedById: readOnly(reference('person')),
  decidedOn: readOnly(date()),
  declinedReason: longText(4000),
};
export type Adoption = RecordOf<typeof fields>;
