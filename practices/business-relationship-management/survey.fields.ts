import {
  choice,
  integer,
  instant,
  longText,
  readOnly,
  reference,
  starting,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** What can be rated when it has ended. */
export const ratedTypes = ['incident', 'service-request'] as const;
/** The channels by which work comes in, as incidents name them. */
export const channels = [
  'portal', 'phone', 'email', 'chat', 'walk_in', 'monitoring', 'supplier', 'api',
] as const; // prettier-ignore

export const surveyFields = {
  questionEn: longText(500),
  questionZh: longText(500),
  aboutType: choice(...ratedTypes),
  channel: choice(...channels),
  sampleShare: starting(100, integer(1, 100)),
  quietDays: starting(7, integer(0, 365)),
  lowScore: starting(2, integer(1, 4)),
  followUpHours: starting(48, integer(1, 720)),
  answerDays: starting(14, integer(1, 90)),
  sampleStatement: longText(2000),
  conclusions: longText(),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
};
export type Survey = RecordOf<typeof surveyFields>;
