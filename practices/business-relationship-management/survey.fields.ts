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
export const channels = ['portal', 'phone', 'mail', 'chat', 'walk_in', 'api'] as const;

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
