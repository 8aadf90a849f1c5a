import type { Tx } from '../../platform/db/tx.ts';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { risk } from './risk.record.ts';

/** A risk as it stood at an instant. */
export type Standing = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly category: string | null;
  readonly likelihood: number;
  readonly impact: number;
  /** Before anything was done. */
  readonly inherentLikelihood: number;
  readonly inherentImpact: number;
};

/** More than one map can show; the register itself has them all. */
const mostShown = 2000;

const value = (field: string) => sql`(select e.changes -> ${field}::text ->> 1 from trail_event e
  where e.record_id = r.id and e.at <= x.at and e.changes ? ${field}::text order by e.seq desc limit 1)`;

/**
 * Every rated risk (or opportunity) that was open at that instant, where it stood then: read back from the trail, so that
 * what was changed since does not change the picture of that day. `undefined`: as they stand now.
 */
export async function standings(
  tx: Tx,
  actor: Actor,
  kind: 'risk' | 'opportunity',
  at: string | undefined,
): Promise<Standing[]> {
  const seen = visible(risk.access, actor);
  if (at === undefined) {
    const { rows } = await sql<Standing>`
      select r.id, r.number, r.title, r.state, t.category,
        coalesce(t.residual_likelihood, t.likelihood)::int as likelihood, coalesce(t.residual_impact, t.impact)::int as impact,
        t.likelihood::int as "inherentLikelihood", t.impact::int as "inherentImpact"
      from risk t join record r on r.id = t.id
      where ${seen} and t.kind = ${kind} and r.state <> 'closed' and t.likelihood is not null and t.impact is not null
      order by coalesce(t.residual_score, t.score) desc, r.number limit ${mostShown}`.execute(tx.db);
    return rows;
  }
  const { rows } = await sql<Standing>`
    select y.id, y.number, y.title, y.state, y.category, coalesce(y.rl, y.l)::int as likelihood, coalesce(y.ri, y.i)::int as impact,
      y.l::int as "inherentLikelihood", y.i::int as "inherentImpact"
    from (select r.id, r.number, ${value('title')} as title, ${value('category')} as category,
        (select e.to_state from trail_event e where e.record_id = r.id and e.at <= x.at and e.to_state is not null
         order by e.seq desc limit 1) as state,
        ${value('likelihood')} as l, ${value('impact')} as i, ${value('residualLikelihood')} as rl, ${value('residualImpact')} as ri,
        ${value('kind')} as kind
      from (select ${at}::timestamptz as at) x cross join record r
      where r.type = 'risk' and r.created_at <= x.at and ${seen}) y
    where y.state <> 'closed' and coalesce(y.kind, 'risk') = ${kind} and y.l is not null and y.i is not null
    order by coalesce(y.rl, y.l)::int * coalesce(y.ri, y.i)::int desc, y.number limit ${mostShown}`.execute(tx.db);
  return rows;
} // prettier-ignore
