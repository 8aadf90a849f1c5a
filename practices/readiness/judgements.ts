import type { Judgement, Judgements } from '../../kernel/evidence/judgement.ts';
import { standard } from '../../standard/catalogue.ts';

/** What people judged and confirmed, for the evaluation of evidence. A judgement's last day is included. */
export const judgements: Judgements = async (tx) => {
  const rows = await tx.run<Judgement & { requirement: string }>(
    'judgements',
    `select t.requirement, r.id as "recordId", r.number, r.owner_id as "ownerId", t.verdict, t.judged_at as "judgedAt",
       t.judged_by_id as "judgedById", to_char(t.judged_until + 1, 'YYYY-MM-DD') || 'T00:00:00.000Z' as "judgedUntil",
       to_char(t.none_from, 'YYYY-MM-DD') as "noneFrom", to_char(t.none_to, 'YYYY-MM-DD') as "noneTo", t.none_by_id as "noneById"
     from requirement_assessment t join record r on r.id = t.id where t.standard = $1`,
    [standard().key],
  );
  return new Map(rows.map(({ requirement, ...said }) => [requirement, said]));
};
