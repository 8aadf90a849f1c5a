import { choice, instant, integer, longText, readOnly, reference, text } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const baselineScopes = ['everything', 'class', 'service', 'subgraph'] as const;

/** How a part of the configuration was when somebody said so, for whom later comparisons are. */
export const fields = {
  purpose: longText(2000),
  scope: choice(...baselineScopes),
  scopeClassId: reference('ci-class'),
  /** The service, or the item whose surroundings are kept. */
  scopeRootId: reference('service', 'ci'),
  scopeDepth: integer(1, 20),
  takenAt: readOnly(instant()),
  takenById: readOnly(reference('person')),
  items: readOnly(integer()),
  relations: readOnly(integer()),
  digest: readOnly(text(64)),
};
export type Baseline = RecordOf<typeof fields>;
