import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { asQuery, belongs, explained, looked, type Definition, type Period } from './trend.queries.ts';

export type Figures = {
  readonly n: number;
  readonly previous: number;
  readonly lostMs: number;
  readonly customers: number;
  readonly minutes: number;
  readonly costs: readonly { readonly currency: string; readonly cents: number }[];
  /** Both periods in twelve equal parts, the earliest first. */
  readonly series: readonly number[];
};

const parts = 12;
const partOf = (period: Period) => sql`least(width_bucket(extract(epoch from r.occurred_at)::float8,
  extract(epoch from ${period.previousFrom}::timestamptz)::float8, extract(epoch from ${period.to}::timestamptz)::float8,
  ${parts}::integer), ${parts}::integer)`;
const lost = (period: Period) =>
  sql`greatest(extract(epoch from coalesce(t.restored_at, t.ended_at, ${period.to}::timestamptz) - r.occurred_at), 0) * 1000`;

type PartRow = { at: number; part: number; n: number; lost: number; customers: string[] | null };

/**
 * What justifies each candidate: how often, since when, how much time it cost, and how many customers it concerned. All
 * groups in one walk; each set of words by the index of words.
 */
export async function figuresOf(
  tx: Tx,
  period: Period,
  definitions: readonly Definition[],
): Promise<Figures[]> {
  const grouped = await partsOfGroups(tx, period, definitions);
  const booked = await bookedFor(tx, period, definitions);
  const figures: Figures[] = [];
  for (const [at, definition] of definitions.entries()) {
    const rows =
      definition.terms.length === 0
        ? grouped.filter((row) => row.at === at)
        : await partsOfWords(tx, period, definition);
    figures.push(
      summed(
        rows,
        booked.filter((row) => row.at === at),
      ),
    );
  }
  return figures;
}

async function partsOfGroups(tx: Tx, period: Period, definitions: readonly Definition[]): Promise<PartRow[]> {
  const groups = definitions.flatMap(({ terms, serviceId, categoryId, ci }, at) =>
    terms.length > 0 ? [] : [{ at, serviceId, categoryId, ci }],
  );
  if (groups.length === 0) return [];
  const { rows } = await sql<PartRow>`
    with known as materialized (${explained}),
    c as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as c(at integer, "serviceId" uuid, "categoryId" uuid, ci text)
    ), i as (
      select c.at, ${partOf(period)} as part, r.customer_id, count(*) as n, sum(${lost(period)}) as lost
      from record r join incident t on t.id = r.id
        join c on c."serviceId" = r.service_id and (c."categoryId" is null or c."categoryId" = t.category_id) and (c.ci is null or c.ci = t.ci)
      where ${looked(period)} and not exists (select 1 from known k where k.from_id = r.id)
      group by 1, 2, 3
    )
    select at, part, sum(n)::integer as n, sum(lost)::float8 as lost,
      array_agg(distinct customer_id::text) filter (where customer_id is not null) as customers
    from i group by 1, 2`.execute(tx.db);
  return rows;
}

async function partsOfWords(tx: Tx, period: Period, definition: Definition): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    with known as materialized (${explained})
    select 0 as at, ${partOf(period)} as part, count(*)::integer as n, sum(${lost(period)})::float8 as lost,
      array_agg(distinct r.customer_id::text) filter (where r.customer_id is not null) as customers
    from record r join incident t on t.id = r.id
    where ${looked(period)} and ${belongs(definition)} and not exists (select 1 from known k where k.from_id = r.id)
    group by 2`.execute(tx.db);
  return rows;
}

type Booked = { at: number; currency: string | null; cents: number; minutes: number };

/** Time that people booked for these incidents, and what it cost by their rates. Far fewer incidents have any than there are. */
async function bookedFor(tx: Tx, period: Period, definitions: readonly Definition[]): Promise<Booked[]> {
  const { rows } = await sql<Booked>`
    with known as materialized (${explained}),
    c as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(definitions.map((d, at) => ({ ...d, at, query: d.terms.length === 0 ? null : asQuery(d.terms) })))}::jsonb)
        as c(at integer, "serviceId" uuid, "categoryId" uuid, ci text, query text)
    ), b as materialized (
      select record_id, currency, sum(minutes) as minutes, sum(cost_cents) as cents
      from time_entry where date >= ${period.from}::timestamptz::date group by 1, 2
    )
    select c.at, b.currency, coalesce(sum(b.cents), 0)::float8 as cents, sum(b.minutes)::float8 as minutes
    from b join record r on r.id = b.record_id join incident t on t.id = r.id
      join c on c."serviceId" = r.service_id and (c."categoryId" is null or c."categoryId" = t.category_id) and (c.ci is null or c.ci = t.ci)
    where ${looked(period)} and r.occurred_at >= ${period.from}::timestamptz and not exists (select 1 from known k where k.from_id = r.id)
      and (c.query is null or exists (select 1 from search_entry s where s.record_id = r.id and s.words @@ to_tsquery('words', c.query)))
    group by 1, 2`.execute(tx.db);
  return rows;
}

function summed(rows: readonly PartRow[], booked: readonly Booked[]): Figures {
  const half = parts / 2;
  const now = rows.filter(({ part }) => part > half);
  return {
    n: now.reduce((sum, { n }) => sum + n, 0),
    previous: rows.reduce((sum, { part, n }) => sum + (part <= half ? n : 0), 0),
    lostMs: Math.round(now.reduce((sum, row) => sum + row.lost, 0)),
    customers: new Set(now.flatMap(({ customers }) => customers ?? [])).size,
    minutes: booked.reduce((sum, { minutes }) => sum + minutes, 0),
    costs: booked.flatMap(({ currency, cents }) => (currency === null ? [] : [{ currency, cents }])),
    series: Array.from({ length: parts }, (_, i) => rows.find(({ part }) => part === i + 1)?.n ?? 0),
  };
}
