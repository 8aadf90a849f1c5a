import {
  choice,
  date,
  longText,
  readOnly,
  reference,
  references,
  starting,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { reviewFields } from './review.ts';

/** 4.1: what to think of when asked what surrounds the system; the first five are those that everybody names. */
const factors = [
  'macro_economy', 'law', 'technology', 'competition', 'culture', 'customers_and_market', 'suppliers_and_labour', 'climate',
  'strategy', 'structure', 'people_and_knowledge', 'platforms', 'finance', 'other',
] as const; // prettier-ignore

export const fields = {
  side: choice('external', 'internal'),
  factor: choice(...factors),
  effect: choice('helps', 'hinders', 'both'),
  description: longText(4000),
  consequence: longText(4000),
  serviceIds: starting<string[]>([], references('service')),
  relevance: choice('relevant', 'not_relevant'),
  rationale: longText(4000),
  decidedOn: readOnly(date()),
  decidedById: readOnly(reference('person')),
  ...reviewFields,
};
export type ContextIssue = RecordOf<typeof fields>;
