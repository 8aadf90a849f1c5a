import { choice, date, instant, integer, longText, readOnly, reference, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { gapGroups } from './typical-gaps.ts';

/** What people find when they compare a requirement with how they work. */
export const gapStatuses = ['not_assessed', 'fulfilled', 'partly', 'missing'] as const;
export type GapStatus = (typeof gapStatuses)[number];

export const fields = {
  standard: text(60),
  requirement: text(20),
  gapStatus: starting('not_assessed', choice(...gapStatuses)),
  gapGroup: choice(...gapGroups),
  gap: longText(4000),
  /** Person-days. */
  effortDays: integer(0, 10_000),
  /** How we work already fits; we adapt it; we replace it. */
  decision: choice('fits', 'adapt', 'replace'),
  decisionReason: longText(4000),
  assessedAt: readOnly(instant()),
  assessedById: readOnly(reference('person')),
  verdict: choice('adequate', 'inadequate'),
  verdictNote: longText(4000),
  judgedUntil: date(),
  judgedAt: readOnly(instant()),
  judgedById: readOnly(reference('person')),
  noneFrom: date(),
  noneTo: date(),
  noneNote: longText(2000),
  noneAt: readOnly(instant()),
  noneById: readOnly(reference('person')),
};
export type Assessment = RecordOf<typeof fields>;
