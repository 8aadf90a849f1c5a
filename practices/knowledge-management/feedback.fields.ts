import {
  boolean,
  instant,
  integer,
  internal,
  longText,
  readOnly,
  reference,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** What a reader said of an article: did it help, and if not, what is missing. */
export const feedbackFields = {
  articleId: reference('article'),
  articleVersion: readOnly(integer(1)),
  raterId: readOnly(reference('person')),
  helpful: boolean(),
  /** It solved what was being reported, so that the report was not sent. */
  deflected: starting(false, boolean()),
  /** What had been typed when the article was offered: the words that readers search by. */
  typed: internal(text()),
  remark: longText(2000),
  answer: longText(4000),
  answeredById: readOnly(reference('person')),
  answeredAt: readOnly(instant()),
};
export type Feedback = RecordOf<typeof feedbackFields>;
