import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import type { TrendAnalysis } from './trend.fields.ts';
import { incidentsOf, periodOf, type Definition } from './trend.queries.ts';

const shown = 50;

export const trendRoutes: RouteSet = (app, house) => {
  const about = { tag: 'trend-analyses' } as const;
  const base = '/api/v1/trend-analyses/{number}/candidates';

  route(app, {
    ...about, method: 'GET', path: base, id: 'trend_candidates',
    summary: 'What the analysis proposes, with the numbers that justify each, the most telling first',
  }, async (request) => {
    const actor = await actorOf(house, request, 'trend-analyses', 'read');
    return onConnection(house.pool, async (tx) => {
      const { id } = await seen(tx, house, actor, param(request, 'number'));
      return { items: await candidatesOf(tx, id) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{id}/incidents`, id: 'trend_candidate_incidents',
    summary: 'The latest incidents behind a candidate',
  }, async (request) => {
    const actor = await actorOf(house, request, 'trend-analyses', 'read');
    return onConnection(house.pool, async (tx) => {
      const analysis = await seen(tx, house, actor, param(request, 'number'));
      const id = param(request, 'id');
      const [definition] = await tx.run<Definition>(
        'trend_candidate_definition',
        `select way, service_id as "serviceId", category_id as "categoryId", ci, terms from trend_candidate
         where id::text = $1 and analysis_id = $2`,
        [id, analysis.id],
      );
      if (!definition) throw notFound('trend-analysis', id);
      return { items: await incidentsOf(tx, periodOf(analysis), definition, shown) };
    });
  }); // prettier-ignore
};

const candidatesOf = (tx: Tx, analysisId: string) =>
  tx.run(
    'trend_candidates_of',
    `select c.id, c.way, c.title, c.ci, c.terms, c.figures, c.state, c.reason, c.decided_at as "decidedAt", d.title as "decidedBy",
       jsonb_build_object('id', s.id, 'number', s.number, 'title', s.title) as service,
       case when k.id is not null then jsonb_build_object('id', k.id, 'number', k.number, 'title', k.title) end as category,
       case when p.id is not null then jsonb_build_object('number', p.number, 'title', p.title, 'state', p.state) end as problem
     from trend_candidate c left join record s on s.id = c.service_id left join record k on k.id = c.category_id
       left join record p on p.id = c.problem_id left join record d on d.id = c.decided_by
     where c.analysis_id = $1 order by c.score desc, c.id limit 200`,
    [analysisId],
  );

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<TrendAnalysis> {
  const type = typeNamed(house, 'trend-analysis');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('trend-analysis', number);
  return stored.record as TrendAnalysis;
}
