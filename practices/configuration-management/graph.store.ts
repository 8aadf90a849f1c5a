import { sql } from 'kysely';
import type pg from 'pg';
import { together } from '../../platform/db/together.ts';
import { onConnection, statements, type Tx } from '../../platform/db/tx.ts';
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
export type Held = { readonly graph: Graph; readonly since: string };

const kept = new WeakMap<pg.Pool, Kept>();
const pageSize = 20_000;
const mostNumbers = 20_000;
const lowestId = '00000000-0000-0000-0000-000000000000';

/**
 * The whole graph, kept in memory and brought up to date when something has been written since. Exact: whatever was
 * written by a transaction that had not ended when it was last brought up to date is read again. Asked on a connection
 * of its own, so that nothing uncommitted gets in.
 */
export class Kept {
  readonly #now: () => Promise<Held>;
  #held: Held | undefined;
  readonly #ids = new Map<string, string>();

  constructor(pool: pg.Pool) {
    // One after the other, as two at once could apply an older answer last; those who come meanwhile share the next.
    const ask = together<undefined, Held>(
      async (asking) => {
        const before = this.#held;
        // What was half applied when it failed is not trusted.
        this.#held = undefined;
        const held = before ? await refreshed(statements(pool), before) : await onConnection(pool, loaded);
        this.#held = held;
        return asking.map(() => held);
      },
      { flights: 1, most: 1000 },
    );
    this.#now = () => ask(undefined);
  }

  static of(pool: pg.Pool): Kept {
    const known = kept.get(pool) ?? new Kept(pool);
    kept.set(pool, known);
    return known;
  }

  /** What is at hand, since when it may be old. */
  get held(): Held | undefined {
    return this.#held;
  }

  /** A number stays with its record, so what was seen once is known; whoever relies on it is told the number again. */
  idsOf(numbers: readonly string[]): readonly string[] | undefined {
    const ids = numbers.flatMap((number) => this.#ids.get(number) ?? []);
    return ids.length === numbers.length ? ids : undefined;
  }
  know(nodes: Iterable<{ readonly id: string; readonly number: string }>): void {
    if (this.#ids.size > mostNumbers) this.#ids.clear();
    for (const { id, number } of nodes) this.#ids.set(number, id);
  }

  /** `newer`: whoever asks has seen that something was written since. */
  async graph(newer: boolean): Promise<Graph> {
    const held = newer ? undefined : this.#held;
    return (held ?? (await this.#now())).graph;
  }
}

const horizon = 'pg_snapshot_xmin(pg_current_snapshot())::text';

/** Told beside whatever else is asked, so that most questions need no other round trip for it. */
export const newerThan = (since: string | null) =>
  sql<boolean>`coalesce((select e.changed from ci_relation e order by e.changed desc limit 1) >= ${since}::text::xid8, true)`;

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

/** After an import it is quicker to begin anew. */
const mostChanges = 20_000;

/** What has changed is asked as it is now, not as the changed row says: it may have been ended and begun again. */
async function refreshed(tx: Tx, known: Held): Promise<Held> {
  const [written] = await tx.run<{ n: number }>(
    'graph_written',
    `select count(*)::int as n from (
       select 1 from ci_relation where changed >= $1::text::xid8 limit ${mostChanges + 1}) x`,
    [known.since],
  );
  if ((written?.n ?? 0) > mostChanges) return loaded(tx);
  const [found] = await tx.run<{ since: string; changes: Changed[] | null }>(
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
  for (const { needy, needed, kind, now } of found?.changes ?? []) {
    if (now) known.graph.set(now);
    else known.graph.remove(needy, needed, kind);
  }
  return { graph: known.graph, since: found?.since ?? known.since };
}
