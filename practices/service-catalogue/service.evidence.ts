import { answers, each, instantOf, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts';

/** 8.2.4, answered by the entries of the catalogue. */
const live = {
  recordType: 'service',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'published'`),
} as const;

export const catalogueEvidence: readonly Evidence[] = [
  answers(
    '8.2.4-a',
    each({
      ...live,
      key: 'service.reviewed',
      fault: whereAt(`coalesce(t.reviewed_at, t.approved_at, t.published_at) < :now - interval '12 months'`),
      due: instantOf(`coalesce(t.reviewed_at, t.approved_at, t.published_at) + interval '12 months'`),
      watched: true,
    }),
    each({
      ...live,
      key: 'service.approved',
      fault: where('t.approved_by_id is null or t.approved_by_id = any(t.author_ids)'),
    }),
  ),
  answers(
    '8.2.4-b',
    each({
      ...live,
      key: 'service.described',
      fault: where(`coalesce(btrim(t.description), '') = '' or coalesce(btrim(t.outcome), '') = ''
        or (cardinality(t.depends_on_ids) = 0 and not t.depends_on_nothing)
        or coalesce(btrim(t.hours), '') = '' or coalesce(btrim(t.contact), '') = ''`),
    }),
  ),
  answers(
    '8.2.4-c',
    each({
      ...live,
      key: 'service.offered',
      fault: where('t.audience is null or t.published_at is null'),
    }),
  ),
];
