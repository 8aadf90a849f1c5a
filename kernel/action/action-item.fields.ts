import { boolean, date, instant, longText, readOnly, reference, starting } from '../record/field.ts';
import type { RecordOf } from '../record/record.ts';

export const fields = {
  /** The record whose review, audit or decision asked for it; of any type. */
  sourceId: reference(),
  description: longText(4000),
  dueOn: date(),
  result: longText(4000),
  doneAt: readOnly(instant()),
  doneById: readOnly(reference('person')),
  verification: longText(4000),
  verifiedAt: readOnly(instant()),
  verifiedById: readOnly(reference('person')),
  sodException: readOnly(starting(false, boolean())),
};
export type ActionItem = RecordOf<typeof fields>;
