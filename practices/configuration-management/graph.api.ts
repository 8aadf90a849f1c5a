import { z } from 'zod';
import { query, route } from '../../platform/http/route.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { kindsOf, momentOf, seedsOf, whole } from './impact.api.ts';
import { nodesOf } from './impact.queries.ts';
import type { RelationKind } from './relation.kinds.ts';

type Line = {
  readonly id: string;
  readonly from: string;
  readonly kind: RelationKind;
  readonly to: string;
  readonly group: string | null;
};

const linesAt = `($3::text[] is null or e.kind = any ($3))
  and ($2::timestamptz is null and e.until is null or e.since <= $2 and (e.until is null or e.until > $2))`;

/** What stands around these, level by level until the limit is reached; an item too many is left out, not half shown. */
async function around(
  tx: Tx,
  seeds: readonly string[],
  depth: number,
  limit: number,
  moment: string | null,
  kinds: readonly RelationKind[] | undefined,
): Promise<ReadonlyMap<string, number>> {
  const depths = new Map(seeds.map((id) => [id, 0]));
  let frontier = [...seeds];
  for (let level = 1; level <= depth && frontier.length > 0 && depths.size < limit; level += 1) {
    const rows = await tx.run<{ id: string }>(
      'graph_level',
      `select distinct x.id from unnest($1::uuid[]) as f (id) cross join lateral (
         select e.to_id as id from ci_relation e where e.from_id = f.id and ${linesAt}
         union all select e.from_id from ci_relation e where e.to_id = f.id and ${linesAt}) x
       where x.id <> all ($4::uuid[]) limit $5`,
      [frontier, moment, kinds ?? null, [...depths.keys()], limit - depths.size],
    );
    frontier = rows.map((row) => row.id);
    for (const id of frontier) depths.set(id, level);
  }
  return depths;
}

/** The graph around records, for drawing: nodes and the relations among them, as they are or as they were. */
export const graphRoutes: RouteSet = (app, house) => {
  route(app, { method: 'GET', path: '/api/v1/configuration/graph', id: 'configuration_graph', tag: 'configuration',
    query: z.object({ of: z.string(), depth: z.string().optional(), kinds: z.string().optional(), limit: z.string().optional(), at: z.string().optional() }),
    summary: 'Nodes and relations around items or services, to a depth, at most so many' },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    const given = query(request);
    const depth = whole(given['depth'], 'depth', 1, 20);
    const limit = whole(given['limit'], 'limit', 300, 5000);
    const kinds = kindsOf(given['kinds']);
    const moment = momentOf(given['at']);
    return onConnection(house.pool, async (tx) => {
      const seeds = await seedsOf(tx, house, actor, given['of']);
      const depths = await around(tx, seeds.map((seed) => seed.id), depth, limit, moment, kinds);
      const nodes = await nodesOf(tx, house, actor, [...depths.keys()]);
      const ids = [...nodes.keys()];
      const edges = await tx.run<Line>(
        'graph_lines',
        `select e.id, e.from_id as "from", e.kind, e.to_id as "to", e.redundancy_group as "group" from ci_relation e
         where e.from_id = any ($1::uuid[]) and e.to_id = any ($1::uuid[]) and ${linesAt}`,
        [ids, moment, kinds ?? null],
      );
      const all = await tx.run<{ id: string; n: number }>(
        'graph_degrees',
        `select f.id, count(*)::int as n from unnest($1::uuid[]) as f (id) cross join lateral (
           select 1 from ci_relation e where e.from_id = f.id and ${linesAt}
           union all select 1 from ci_relation e where e.to_id = f.id and ${linesAt}) x group by f.id`,
        [ids, moment, kinds ?? null],
      );
      const shown = new Map<string, number>();
      for (const edge of edges) for (const id of [edge.from, edge.to]) shown.set(id, (shown.get(id) ?? 0) + 1);
      const degrees = new Map(all.map((row) => [row.id, row.n]));
      return {
        seeds: seeds.map((seed) => seed.id),
        at: moment,
        nodes: [...nodes.values()].map((node) => ({
          ...node,
          depth: depths.get(node.id) ?? 0,
          /** Relations that lead to what is not drawn. */
          hidden: (degrees.get(node.id) ?? 0) - (shown.get(node.id) ?? 0),
        })),
        edges,
        /** There may be more: the limit was reached. */
        cut: depths.size >= limit,
      };
    });
  }); // prettier-ignore
};
