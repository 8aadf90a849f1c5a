import { z } from 'zod';
import { boolean, date, instant, integer, longText, readOnly, reference, references, starting, texts } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

export const fields = {
  /** Requirements of the standard that it serves: `8.6.1-a`. */
  requirements: texts(z.string().min(1).max(20), 60),
  description: longText(4000),
  startsOn: date(),
  dueOn: date(),
  /** Person-days. */
  effortDays: integer(0, 10_000),
  progress: starting(0, integer(0, 100)),
  dependsOnIds: starting<string[]>([], references('gap-action')),
  result: longText(4000),
  doneAt: readOnly(instant()),
  doneById: readOnly(reference('person')),
  confirmation: longText(4000),
  confirmedAt: readOnly(instant()),
  confirmedById: readOnly(reference('person')),
  sodException: readOnly(starting(false, boolean())),
};
export type GapAction = RecordOf<typeof fields>;
