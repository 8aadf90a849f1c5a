import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** The part of 8.3.2 that surveys answer. */
export const satisfactionEvidence: readonly Evidence[] = [
  answers(
    '8.3.2-e',
    some({
      key: 'survey.answered',
      recordType: 'rating',
      at: instantOf('t.answered_at'),
      within: 'interval',
      population: where('t.score is not null'),
    }),
    each({
      key: 'survey.sampled',
      recordType: 'survey',
      at: 'now',
      empty: 'missing',
      population: where(`r.state in ('running', 'closed', 'analysed', 'reported')`),
      fault: where(`coalesce(btrim(t.sample_statement), '') = '' or t.approved_by_id is null`),
    }),
  ),
  answers(
    '8.3.2-f',
    each({
      key: 'survey.low_followed_up',
      recordType: 'rating',
      population: where('t.low'),
      fault: whereAt(`r.state = 'follow_up' and t.follow_up_due_at < :now`),
      due: instantOf(`case when r.state = 'follow_up' then t.follow_up_due_at end`),
      watched: true,
    }),
    some({
      key: 'survey.analysed',
      recordType: 'survey',
      at: instantOf('r.updated_at'),
      within: 'interval',
      population: where(`coalesce(btrim(t.conclusions), '') <> ''`),
    }),
  ),
];
