import { sql, type RawBuilder } from 'kysely';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const about = { recordType: 'rating', clause: '8.3.2' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
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

/** Low ratings whose follow-up was done by the time set for it, of those whose time has come or that are done. */
export const followedUpInTime = defineMeasure({
  ...about, key: 'rating.followed_up_in_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: instant('t.answered_at'),
  population: bool('t.low and (t.followed_up_at is not null or t.follow_up_due_at <= now())'),
  numerator: bool('t.followed_up_at <= t.follow_up_due_at'),
}); // prettier-ignore
