import type pg from 'pg';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { Graph, type Edge } from './graph.ts';
import type { ImpactOptions } from './impact.ts';
import type { RelationKind } from './relation.kinds.ts';

const edge = `e.needy_id as needy, e.needed_id as needed, e.kind, e.redundancy_group as "group", e.group_needs as "groupNeeds"`;

/**
 * The part of the graph that these can reach, as this transaction sees it, or as it was at a moment. For acts that judge
 * what they have just written, and for looking back.
 */
export async function graphAround(
  tx: Tx,
  ids: readonly string[],
  direction: 'up' | 'down',
  { kinds, maxDepth }: ImpactOptions = {},
  moment: string | null = null,
): Promise<Graph> {
  const rows = await tx.run<Edge>(
    'graph_around',
    `with reached as materialized (
       select id from ci_reach($1::uuid[], $2, $3::text[], $4, $5::timestamptz) union select unnest($1::uuid[]))
     select ${edge} from reached a cross join lateral (
       select * from ci_relation f where f.from_id = a.id union all select * from ci_relation t where t.to_id = a.id) e
     where e.needy_id = a.id and (e.redundancy_group is not null or e.needed_id in (select id from reached))
       and ($3::text[] is null or e.kind = any ($3))
       and ($5::timestamptz is null and e.until is null or e.since <= $5 and (e.until is null or e.until > $5))`,
    [ids, direction === 'up', kinds ?? null, maxDepth ?? 2_147_483_647, moment],
  );
  const graph = new Graph();
  for (const row of rows) graph.set(row);
  return graph;
}

type Changed = { needy: string; needed: string; kind: RelationKind; now: Edge | null };
type Held = { readonly graph: Graph; since: string };

const held = new WeakMap<pg.Pool, Promise<Held>>();
const pageSize = 20_000;
const lowestId = '00000000-0000-0000-0000-000000000000';

/**
 * The whole graph as it is now, kept in memory and brought up to date whenever it is asked for. Exact: whatever was
 * written by a transaction that had not ended when it was last brought up to date is read again. Asked on a connection
 * of its own, so that nothing uncommitted gets in.
 */
export async function graphNow(pool: pg.Pool): Promise<Graph> {
  const before = held.get(pool);
  const next = before
    ? before.then((known) => onConnection(pool, (tx) => refreshed(tx, known)))
    : onConnection(pool, loaded);
  // One after the other: two refreshes at once could apply an older answer last.
  held.set(pool, next);
  next.catch(() => {
    if (held.get(pool) === next) held.delete(pool);
  });
  return (await next).graph;
}

const horizon = 'pg_snapshot_xmin(pg_current_snapshot())::text';

async function loaded(tx: Tx): Promise<Held> {
  const [now] = await tx.run<{ since: string }>('graph_horizon', `select ${horizon} as since`);
  const graph = new Graph();
  for (let after = lowestId; ;) {
    const rows = await tx.run<Edge & { id: string }>(
      'graph_page',
      `select e.id, ${edge} from ci_relation e
       where e.id > $1::uuid and e.until is null and e.needy_id is not null order by e.id limit ${pageSize}`,
      [after],
    );
    for (const row of rows) graph.set(row);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return { graph, since: now?.since ?? '0' };
    after = last.id;
  }
}

/** What has changed is asked as it is now, not as the changed row says: it may have been ended and begun again. */
async function refreshed(tx: Tx, known: Held): Promise<Held> {
  const rows = await tx.run<{ since: string; changes: Changed[] | null }>(
    'graph_changes',
    `select ${horizon} as since, (
       select json_agg(json_build_object('needy', c.needy_id, 'needed', c.needed_id, 'kind', c.kind, 'now', (
         select json_build_object('needy', e.needy_id, 'needed', e.needed_id, 'kind', e.kind, 'group', e.redundancy_group,
           'groupNeeds', e.group_needs)
         from ci_relation e where e.from_id = c.from_id and e.kind = c.kind and e.to_id = c.to_id and e.until is null)))
       from (select distinct from_id, to_id, needy_id, needed_id, kind from ci_relation
             where changed >= $1::text::xid8 and needy_id is not null) c) as changes`,
    [known.since],
  );
  const [found] = rows;
  for (const { needy, needed, kind, now } of found?.changes ?? []) {
    if (now) known.graph.set(now);
    else known.graph.remove(needy, needed, kind);
  }
  known.since = found?.since ?? known.since;
  return known;
}
