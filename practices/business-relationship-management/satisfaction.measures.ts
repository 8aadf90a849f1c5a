import { sql, type RawBuilder } from 'kysely';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const about = { recordType: 'rating', clause: '8.3.2' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
/** 0.5: what is no promise to anybody. */
const promised = `r.state not in ('cancelled', 'duplicate')`;
const response = (condition: string) =>
  `exists (select 1 from clock c where c.record_id = r.id and c.name = 'response' and c.target_ms is not null and ${condition})`;
const answered = { at: instant('t.answered_at'), population: bool('t.score is not null') } as const;

/** Σ score / n, of 1 to 5. Fewer than 30 answers are a hint, no figure to steer by (processes.md 10): n is printed. */
export const meanScore = defineMeasure({
  ...about, ...answered, key: 'rating.mean_score', unit: 'number', better: 'higher', kind: 'mean', of: sql<number>`t.score`,
}); // prettier-ignore

/** CSAT: n(score ≥ 4) / n answered. */
export const satisfied = defineMeasure({
  ...about, ...answered, key: 'rating.satisfied', unit: 'percent', better: 'higher', kind: 'ratio',
  numerator: bool('t.score >= 4'),
}); // prettier-ignore

/** n answered / n asked, of those asked in the period. */
export const responseRate = defineMeasure({
  ...about, key: 'rating.response_rate', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.asked_at'), population: bool('true'), numerator: bool('t.score is not null'),
}); // prettier-ignore

/**
 * 8.3.2, capability 72: a first reply is promised to whoever reports something. Kept in time ÷ replies given in the
 * period that had been promised; what is still unanswered is in the figure beside it.
 */
export const replyKept = defineMeasure({
  recordType: 'incident', clause: '8.3.2', key: 'reply_promise.kept', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.responded_at'),
  population: bool(`${promised} and ${response('true')}`),
  numerator: bool(response('c.breached_at is null')),
}); // prettier-ignore

/** Promised, due and not given by the end of the period. */
export const replyOverdue = defineMeasure({
  recordType: 'incident', clause: '8.3.2', key: 'reply_promise.overdue', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('true'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and ${sql.raw(promised)}
    and (t.responded_at is null or t.responded_at > ${end}::timestamptz)
    and (t.ended_at is null or t.ended_at > ${end}::timestamptz)
    and exists (select 1 from clock c where c.record_id = r.id and c.name = 'response' and c.breached_at <= ${end}::timestamptz))`,
}); // prettier-ignore

/** Low ratings whose follow-up was done by the time set for it, of those whose time has come or that are done. */
export const followedUpInTime = defineMeasure({
  ...about, key: 'rating.followed_up_in_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.answered_at'),
  population: bool('t.low and (t.followed_up_at is not null or t.follow_up_due_at <= now())'),
  numerator: bool('t.followed_up_at <= t.follow_up_due_at'),
}); // prettier-ignore
