import { z } from 'zod';
import {
  boolean, choice, date, instant, longText, readOnly, reference, starting, structure, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number()]));

export const fields = {
  /** The key of a watched check, or of a rule of watch.rules.ts. */
  rule: text(80),
  /** The requirement of the standard that the rule serves. */
  requirement: text(20),
  /** The record with the fault; none where the rule looks at many. */
  subjectId: reference(),
  /** What makes it the same lapse: it is never raised twice. */
  subjectKey: text(200),
  facts: starting<Record<string, string | number>>({}, structure(facts)),
  foundAt: readOnly(instant()),
  /** Since then the rule does not find it any more. */
  repairedAt: readOnly(instant()),
  grade: choice('minor', 'major', 'observation'),
  correction: longText(4000),
  dueOn: date(),
  result: longText(4000),
  correctedAt: readOnly(instant()),
  correctedById: readOnly(reference('person')),
  verification: longText(4000),
  verifiedById: readOnly(reference('person')),
  sodException: readOnly(starting(false, boolean())),
};
export type Lapse = RecordOf<typeof fields>;
