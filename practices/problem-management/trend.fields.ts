import { choice, instant, integer, longText, readOnly, starting, text } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** 8.6.3: data and trends on incidents are analysed, monthly and whenever somebody asks; what it means is written down. */
export const trendKinds = ['monthly', 'on_demand'] as const;
export const stages = ['counting', 'reading_words', 'comparing', 'weighing'] as const;

export const fields = {
  kind: starting('on_demand', choice(...trendKinds)),
  periodFrom: instant(),
  periodTo: instant(),
  /** The period before it, as long. */
  previousFrom: readOnly(instant()),
  leastCount: starting(5, integer(2, 10_000)),
  stage: readOnly(choice(...stages)),
  progress: readOnly(starting(0, integer(0, 100))),
  incidents: readOnly(integer()),
  previousIncidents: readOnly(integer()),
  /** Of the incidents, those that an open problem stands behind already. */
  explained: readOnly(integer()),
  candidates: readOnly(integer()),
  startedAt: readOnly(instant()),
  finishedAt: readOnly(instant()),
  tookMs: readOnly(integer()),
  fault: readOnly(text(1000)),
  conclusions: longText(),
};
export type TrendAnalysis = RecordOf<typeof fields>;
