import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import type { TrendAnalysis } from './trend.fields.ts';

export type Period = {
  readonly previousFrom: string;
  readonly from: string;
  readonly to: string;
  readonly serviceId: string | null;
};
export const periodOf = (analysis: TrendAnalysis): Period => ({
  previousFrom: analysis.previousFrom ?? '',
  from: analysis.periodFrom ?? '',
  to: analysis.periodTo ?? '',
  serviceId: analysis.serviceId,
});

export type Way = 'service' | 'category' | 'ci' | 'text';
/** What a candidate is: the incidents of this service, category, item or these words. */
export type Definition = {
  readonly way: Way;
  readonly serviceId: string;
  readonly categoryId: string | null;
  readonly ci: string | null;
  readonly terms: readonly string[];
};
export type Counted = Definition & { readonly n: number; readonly previous: number };

/** The lowest UUIDv7 of an instant: what happened since was written down since, so older ids need not be read. */
const firstId = (instant: string) => {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

/** Incidents of both periods that count; those that an open problem stands behind are explained. */
export const looked = ({ previousFrom, to, serviceId }: Period) => sql`
  r.type = 'incident' and r.id >= ${firstId(previousFrom)}::uuid and r.occurred_at >= ${previousFrom}::timestamptz
  and r.occurred_at < ${to}::timestamptz and r.state not in ('cancelled', 'duplicate')
  and (${serviceId}::uuid is null or r.service_id = ${serviceId}::uuid)`;
export const explained = sql`select distinct l.from_id from link l join record p on p.id = l.to_id and p.type = 'problem' and p.open
  where l.kind = 'caused_by'`;

export type Totals = {
  readonly incidents: number;
  readonly previousIncidents: number;
  readonly explained: number;
};

type Row = { s: string | null; c: string | null; n: number; previous: number; known: number };

/** How many of each service and category, in one walk over all incidents of both periods; services are sums of these. */
export async function countGroups(
  tx: Tx,
  period: Period,
  least: { readonly group: number; readonly ci: number },
): Promise<{ totals: Totals; groups: Counted[] }> {
  const { rows } = await sql<Row>`
    select r.service_id as s, t.category_id as c,
      (count(*) filter (where r.occurred_at >= ${period.from}::timestamptz and k.from_id is null))::integer as n,
      (count(*) filter (where r.occurred_at < ${period.from}::timestamptz and k.from_id is null))::integer as previous,
      (count(*) filter (where r.occurred_at >= ${period.from}::timestamptz and k.from_id is not null))::integer as known
    from record r join incident t on t.id = r.id left join (${explained}) k on k.from_id = r.id
    where ${looked(period)} group by 1, 2`.execute(tx.db);
  const sum = (list: readonly Row[], key: 'n' | 'previous' | 'known') =>
    list.reduce((all, row) => all + row[key], 0);
  const services = Map.groupBy(rows, ({ s }) => s);
  const groups = [
    ...[...services].flatMap(([serviceId, list]): Counted[] =>
      serviceId === null ? [] : [groupOf('service', serviceId, null, sum(list, 'n'), sum(list, 'previous'))],
    ),
    ...rows.flatMap(({ s, c, n, previous }): Counted[] =>
      s === null || c === null ? [] : [groupOf('category', s, c, n, previous)],
    ),
  ].filter(({ n }) => n >= least.group);
  return {
    totals: {
      incidents: sum(rows, 'n') + sum(rows, 'known'),
      previousIncidents: sum(rows, 'previous'),
      explained: sum(rows, 'known'),
    },
    groups: [...groups, ...(await countItems(tx, period, least.ci))],
  };
}

const groupOf = (way: Way, serviceId: string, categoryId: string | null, n: number, previous: number): Counted => ({
  way, serviceId, categoryId, ci: null, terms: [], n, previous,
}); // prettier-ignore

/** Of the items that failed again and again, the most frequent are looked at. */
const mostItems = 2000;

/** Which items repeat the index on (category, item, id) tells without a million groups in memory; only these are counted. */
async function countItems(tx: Tx, period: Period, least: number): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with repeated as materialized (
      select category_id, ci from incident
      where category_id is not null and ci is not null and ci <> 'none' and id >= ${firstId(period.from)}::uuid
      group by category_id, ci having count(*) >= ${least}::integer order by count(*) desc limit ${mostItems}
    )
    select r.service_id as "serviceId", t.category_id as "categoryId", t.ci,
      (count(*) filter (where r.occurred_at >= ${period.from}::timestamptz))::integer as n,
      (count(*) filter (where r.occurred_at < ${period.from}::timestamptz))::integer as previous
    from repeated x join incident t on t.category_id = x.category_id and t.ci = x.ci join record r on r.id = t.id
    where ${looked(period)} and r.service_id is not null
      and not exists (select 1 from (${explained}) k where k.from_id = r.id)
    group by 1, 2, 3 having count(*) filter (where r.occurred_at >= ${period.from}::timestamptz) >= ${least}::integer`.execute(
    tx.db,
  );
  return rows.map((row) => ({ ...row, way: 'ci', terms: [] }));
}

export type Sampled = { readonly serviceId: string; readonly categoryId: string; readonly titles: string[] };

/** Titles of these services and categories; of large ones a share of them, the same at each run. */
export async function sampleTitles(
  tx: Tx,
  period: Period,
  pairs: readonly { serviceId: string; categoryId: string | null; share: number }[],
): Promise<Sampled[]> {
  if (pairs.length === 0) return [];
  const services = [...new Set(pairs.map((p) => p.serviceId))];
  const { rows } = await sql<Sampled>`
    with pair as materialized (
      select * from unnest(${pairs.map((p) => p.serviceId)}::uuid[], ${pairs.map((p) => p.categoryId)}::uuid[],
        ${pairs.map((p) => Math.ceil(p.share * 65_536))}::integer[]) as p(service_id, category_id, below)
    ), said as materialized (
      select r.id, r.service_id, t.category_id, r.title from record r join incident t on t.id = r.id
      where ${looked(period)} and r.occurred_at >= ${period.from}::timestamptz and r.service_id = any(${services}::uuid[])
        and not exists (select 1 from (${explained}) k where k.from_id = r.id)
    )
    select s.service_id as "serviceId", s.category_id as "categoryId", array_agg(s.title order by s.id) as titles
    from said s join pair p on p.service_id = s.service_id and p.category_id = s.category_id
    where (hashtext(s.id::text) & 65535) < p.below
    group by 1, 2`.execute(tx.db);
  return rows;
}

export const asQuery = (terms: readonly string[]) => terms.map((term) => `'${term}'`).join(' & ');

/** The incidents of a definition, as a condition on `r` and `t`; words by their own index. */
export const belongs = ({ serviceId, categoryId, ci, terms }: Definition) => sql<boolean>`
  r.service_id = ${serviceId}::uuid
  and ${categoryId === null ? sql`true` : sql`t.category_id = ${categoryId}::uuid`}
  and ${ci === null ? sql`true` : sql`t.ci = ${ci}`}
  and ${terms.length === 0 ? sql`true` : sql`exists (select 1 from search_entry s where s.record_id = r.id and s.words @@ to_tsquery('words', ${asQuery(terms)}))`}`;

/** The latest incidents of a candidate, for who decides on it and for the problem that it becomes. */
export async function incidentsOf(
  tx: Tx,
  period: Period,
  definition: Definition,
  limit: number,
): Promise<{ id: string; number: string; title: string; state: string; occurredAt: string }[]> {
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    state: string;
    occurredAt: string;
  }>`
    with known as materialized (${explained})
    select r.id, r.number, r.title, r.state, r.occurred_at as "occurredAt"
    from record r join incident t on t.id = r.id
    where ${looked(period)} and r.occurred_at >= ${period.from}::timestamptz and ${belongs(definition)}
      and not exists (select 1 from known k where k.from_id = r.id)
    order by r.id desc limit ${limit}`.execute(tx.db);
  return rows;
}
