import {
  boolean,
  choice,
  instant,
  longText,
  readOnly,
  reference,
  references,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** What a catalogue entry says (8.2.4), and how it came to say it. */
export const fields = {
  description: longText(),
  /** What the customer achieves with it; a list of technology is no outcome. */
  outcome: longText(),
  criticality: choice('critical', 'high', 'medium', 'low'),
  audience: text(500),
  hours: text(),
  contact: text(),
  dependsOnIds: starting<string[]>([], references('service')),
  dependsOnNothing: starting(false, boolean()),
  authorIds: readOnly(starting<string[]>([], references('person'))),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  publishedAt: readOnly(instant()),
  reviewedById: readOnly(reference('person')),
  reviewedAt: readOnly(instant()),
  withdrawnAt: readOnly(instant()),
};
export type Service = RecordOf<typeof fields>;
