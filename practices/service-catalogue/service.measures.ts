import { sql } from 'kysely';
import { defineMeasure } from '../../kernel/measure/measure.ts';

/** 8.2.4, currency: published entries reviewed, or first published, within the last 12 months / published entries. */
export const currency = defineMeasure({
  key: 'service.currency',
  recordType: 'service',
  clause: '8.2.4',
  unit: 'percent',
  better: 'higher',
  kind: 'ratio',
  population: sql<boolean>`r.state = 'published'`,
  numerator: sql<boolean>`greatest(t.reviewed_at, t.published_at) >= now() - interval '12 months'`,
});

/** Published entries whose review is more than 12 months ago at the period's end. */
export const overdueForReview = defineMeasure({
  key: 'service.overdue_for_review',
  recordType: 'service',
  clause: '8.2.4',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`r.state = 'published'`,
  openAt: (end) =>
    sql<boolean>`greatest(t.reviewed_at, t.published_at) < ${end}::timestamptz - interval '12 months'`,
});
