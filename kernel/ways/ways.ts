import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { conditions } from '../record/list.ts';
import { column, isBaseField, type RecordType } from '../record/record.ts';
import { tableOf } from '../record/store.ts';

/** States in the order in which records went through them, and how many went so. */
export type Way = {
  readonly states: readonly string[];
  readonly n: number;
  readonly share: number;
  /** From the begin to the end of half of them. */
  readonly medianMs: number;
  /** Some of them, those that took longest first. */
  readonly examples: readonly string[];
};
/** Records of one kind: of one category, one model, one service. */
export type Kind = {
  readonly value: string | null;
  readonly n: number;
  readonly ways: readonly Way[];
  /** More ways than are told. */
  readonly more: number;
  /** How many went the way that most went. */
  readonly alike: number;
};
export type Ways = {
  readonly n: number;
  readonly capped: boolean;
  readonly kinds: readonly Kind[];
};

/** What records of a type may be alike in, the best first. */
const alikeIn = ['categoryId', 'category', 'modelId', 'kind', 'scope', 'serviceId', 'teamId', 'priority'];
export const waysBy = (type: RecordType): readonly string[] =>
  alikeIn.filter((key) => key in type.fields || isBaseField(key));

const mostRecords = 20_000;
const mostWays = 25;
const mostKinds = 200;
const examples = 10;

type Row = {
  readonly value: string | null;
  readonly states: readonly string[];
  readonly n: number;
  readonly medianMs: number;
  readonly examples: readonly string[];
};

/**
 * 8.1: records of one kind that ended in the period, by the way they went: whoever handles the same thing now so and now
 * otherwise sees it here. The way is the trail's, not what the process would have allowed.
 */
export async function waysOf(
  tx: Tx,
  house: House,
  type: RecordType,
  actor: Actor,
  { by, from, to }: { readonly by: string; readonly from: string; readonly to: string },
): Promise<Ways> {
  const value = sql.raw(`${isBaseField(by) ? 'r' : 't'}.${column(by)}::text`);
  const { rows } = await sql<Row>`
    with ended as materialized (
      select r.id, r.number, ${value} as value, extract(epoch from r.closed_at - r.occurred_at) * 1000 as ms
      from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
      where ${conditions(house, type, actor, {})} and r.updated_at >= ${from}::timestamptz
        and r.closed_at >= ${from}::timestamptz and r.closed_at < ${to}::timestamptz
      order by r.updated_at desc limit ${mostRecords + 1}),
    gone as (
      select e.value, e.number, e.ms, way.states from ended e cross join lateral (
        select array_agg(v.to_state order by v.seq) as states from trail_event v
        where v.record_id = e.id and v.to_state is not null and v.to_state is distinct from v.from_state) way
      where way.states is not null)
    select value, states, count(*)::int as n, coalesce(percentile_disc(0.5) within group (order by ms), 0)::float8 as "medianMs",
      (array_agg(number order by ms desc))[1:${sql.raw(String(examples))}] as examples
    from gone group by value, states order by n desc, states`.execute(tx.db);
  return arranged(rows);
}

/** Kinds with the most records off the usual way come first. */
export function arranged(rows: readonly Row[]): Ways {
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  const kinds = [...Map.groupBy(rows, ({ value }) => value)].map(([value, ways]): Kind => {
    const n = ways.reduce((sum, way) => sum + way.n, 0);
    const sorted = ways.toSorted((a, b) => b.n - a.n);
    return {
      value,
      n,
      ways: sorted.slice(0, mostWays).map(({ states, n: so, medianMs, examples: some }) => ({ states, n: so, share: so / n, medianMs, examples: some })),
      more: Math.max(0, sorted.length - mostWays),
      alike: sorted[0]?.n ?? 0,
    };
  }); // prettier-ignore
  return {
    n: Math.min(all, mostRecords),
    capped: all > mostRecords,
    kinds: kinds.toSorted((a, b) => b.n - b.alike - (a.n - a.alike) || b.n - a.n).slice(0, mostKinds),
  };
}
