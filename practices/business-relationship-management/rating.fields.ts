import {
  boolean,
  choice,
  instant,
  internal,
  level,
  longText,
  readOnly,
  reference,
  starting,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { channels, ratedTypes } from './survey.fields.ts';

export const ratingFields = {
  surveyId: readOnly(reference('survey')),
  aboutId: readOnly(reference(...ratedTypes)),
  aboutType: readOnly(choice(...ratedTypes)),
  /** What was found to be behind it, for staff: known later than the question, as a rule. */
  problemId: internal(readOnly(reference('problem'))),
  channel: readOnly(choice(...channels)),
  score: level(1, 5),
  remark: longText(4000),
  low: starting(false, readOnly(boolean())),
  askedAt: readOnly(instant()),
  expiresAt: readOnly(instant()),
  answeredAt: readOnly(instant()),
  followUpDueAt: internal(readOnly(instant())),
  followedUpAt: internal(readOnly(instant())),
  followUpOutcome: internal(longText()),
};
export type Rating = RecordOf<typeof ratingFields>;
