import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** 7.6, answered by articles and how they are used. */
const offered = `t.published_version is not null and r.state <> 'retired'`;
const current = `a.published_version is not null and k.state in ('published', 'revising', 'in_review')
  and (a.review_due_on is null or a.review_due_on >= (:now)::date) and (a.expires_on is null or a.expires_on >= (:now)::date)`;

export const knowledgeEvidence: readonly Evidence[] = [
  answers(
    '7.6-a',
    each({
      key: 'article.for_service',
      recordType: 'service',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'published'`),
      fault: whereAt(`not exists (select 1 from article a join record k on k.id = a.id
        where a.service_ids @> array[r.id] and ${current})`),
    }),
    each({
      key: 'article.reviewed',
      recordType: 'article',
      at: 'now',
      empty: 'missing',
      population: where(offered),
      fault: whereAt(
        `r.state in ('review_due', 'expired') or coalesce(least(t.review_due_on, t.expires_on) < (:now)::date, false)`,
      ),
      due: instantOf('least(t.review_due_on, t.expires_on)::timestamptz'),
      watched: true,
    }),
  ),
  answers(
    '7.6-b',
    some({
      key: 'article.used',
      recordType: 'incident',
      at: instantOf('t.ended_at'),
      population: where(`exists (select 1 from link l join record k on k.id = l.to_id and k.type = 'article'
        where l.from_id = r.id and l.kind = 'solved_by')`),
    }),
    each({
      key: 'article.feedback_answered',
      recordType: 'article-feedback',
      population: where('t.remark is not null'),
      fault: whereAt(`t.answered_at is null and r.created_at < :now - interval '30 days'`),
      due: instantOf(`case when t.answered_at is null then r.created_at + interval '30 days' end`),
    }),
  ),
];
