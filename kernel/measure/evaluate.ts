import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { conditions } from '../record/list.ts';
import { tableOf } from '../record/store.ts';
import { inPeriod, type Part } from './condition.ts';
import type { Measure } from './measure.ts';

/** A figure and what it rests on. `value` is null where nothing was counted: "n/a", never 100 % (0.5). */
export type Figure = {
  readonly key: string;
  readonly unit: Measure['unit'];
  readonly better: Measure['better'];
  readonly clause: string;
  readonly value: number | null;
  readonly n: number;
  readonly numerator?: number;
  readonly excluded?: number;
  readonly median?: number | null;
  readonly p90?: number | null;
  /** The list that opens behind each part of the figure. */
  readonly records: Readonly<Partial<Record<Part, string>>>;
};

type Filters = Readonly<Record<string, string>>;
type Period = { readonly from: string; readonly to: string };
type Row = {
  n: number;
  k: number | null;
  x: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
  group: string | null;
};

/** One KPI over a period, over what this actor may see. */
export async function evaluate(
  tx: Tx,
  house: House,
  measure: Measure,
  actor: Actor,
  filters: Filters,
  period: Period,
): Promise<Figure> {
  const [row] = await rows(tx, house, measure, actor, filters, period, sql`null::text`);
  return figure(house, measure, filters, period, row);
}

/** The same, split by a column: one figure per value that occurs, most records first. */
export async function breakdown(
  tx: Tx,
  house: House,
  measure: Measure,
  actor: Actor,
  filters: Filters,
  period: Period,
  by: 'priority' | 'state' | 'teamId' | 'serviceId' | 'customerId',
) {
  const column = {
    priority: 'r.priority',
    state: 'r.state',
    teamId: 'r.team_id',
    serviceId: 'r.service_id',
    customerId: 'r.customer_id',
  }[by];
  const found = await rows(tx, house, measure, actor, filters, period, sql`${sql.raw(column)}::text`);
  return found
    .filter((row) => row.n > 0)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, 50)
    .map((row) => ({
      group: row.group,
      ...figure(house, measure, { ...filters, [by]: row.group ?? 'none' }, period, row),
    }));
}

async function rows(
  tx: Tx,
  house: House,
  measure: Measure,
  actor: Actor,
  filters: Filters,
  period: Period,
  group: RawBuilder<unknown>,
): Promise<Row[]> {
  const result = await sql<Row>`
    select x."group", ${figuresOf(measure)} from ${looked(house, [measure], actor, filters, period, group)} x
    group by 1`.execute(tx.db);
  return result.rows;
}

/** What a KPI adds up of a record besides that it is counted. */
const valueOf = (measure: Measure): RawBuilder<number> | undefined =>
  measure.kind === 'duration' ? measure.ms : measure.kind === 'mean' ? measure.of : undefined;

/**
 * A row for each record of the period with what each of the measures sees in it. `offset 0` keeps it computed once per
 * record: a population that looks for a clock is named in five of the figures that are made of it.
 */
function looked(
  house: House,
  measures: readonly Measure[],
  actor: Actor,
  filters: Filters,
  { from, to }: Period,
  group: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [first] = measures;
  if (!first) throw new Error('no measure to look at');
  const type = typeNamed(house, first.recordType);
  const populations = measures.map((measure, i) => sql`(${measure.population}) as ${sql.ref(`p${i}`)}`);
  const columns = measures.flatMap((measure, i) => {
    const counted = sql.ref(`p.p${i}`);
    const part = (name: string, value: RawBuilder<unknown> | undefined) =>
      value ? [sql`case when ${counted} then ${value} end as ${sql.ref(`${name}${i}`)}`] : [];
    return [
      counted,
      ...part('k', measure.kind === 'ratio' ? measure.numerator : undefined),
      ...part('v', valueOf(measure)),
      ...part('w', measure.kind === 'mean' ? measure.per : undefined),
      ...(measure.excluded ? [sql`(${measure.excluded}) as ${sql.ref(`x${i}`)}`] : []),
    ];
  });
  return sql`(select ${group} as "group", ${sql.join(columns)}
    from record r join ${sql.raw(tableOf(type))} t on t.id = r.id cross join lateral (select ${sql.join(populations)} offset 0) p
    where ${conditions(house, type, actor, filters)} and ${inPeriod(first, from, to)} offset 0)`;
}

/** The figures of one KPI from what was looked at; of one beside others they bear its number. */
function figuresOf(measure: Measure, i = 0, suffix = ''): RawBuilder<unknown> {
  const as = (name: string) => sql.ref(`${name}${suffix}`);
  const of = (name: string) => sql.ref(`x.${name}${i}`);
  const mean =
    measure.kind === 'mean' && measure.per
      ? sql`sum(${of('v')}) / nullif(sum(${of('w')}), 0)`
      : sql`avg(${of('v')})`;
  const within = (share: number) =>
    measure.kind === 'duration'
      ? sql`percentile_cont(${sql.lit(share)}) within group (order by ${of('v')}::float8)`
      : sql`null::float8`;
  return sql`
      count(*) filter (where ${of('p')}) as ${as('n')},
      ${measure.kind === 'ratio' ? sql`count(*) filter (where ${of('k')})` : sql`null::bigint`} as ${as('k')},
      ${measure.excluded ? sql`count(*) filter (where ${of('x')})` : sql`0::bigint`} as ${as('x')},
      ${valueOf(measure) ? sql`(${mean})::float8` : sql`null::float8`} as ${as('mean')},
      ${within(0.5)} as ${as('median')},
      ${within(0.9)} as ${as('p90')}`;
}

/**
 * Several KPIs over the same period: those of the same records and the same instant look at them together, so that a
 * report over a million records reads them a few times and not once for each figure.
 */
export async function evaluateAll(
  tx: Tx,
  house: House,
  measures: readonly Measure[],
  actor: Actor,
  filters: Filters,
  period: Period,
): Promise<ReadonlyMap<string, Figure>> {
  const groups = Map.groupBy(measures, (measure) =>
    measure.kind === 'stock' || !measure.at
      ? measure.key
      : `${measure.recordType} ${measure.at.compile(tx.db).sql}`,
  );
  const found = new Map<string, Figure>();
  for (const group of groups.values()) {
    const { rows: counted } = await sql<Readonly<Record<string, number | null>>>`
      select ${sql.join(group.map((measure, i) => figuresOf(measure, i, String(i))))}
      from ${looked(house, group, actor, filters, period, sql`null::text`)} x`.execute(tx.db);
    const of = (name: string, i: number) => counted[0]?.[`${name}${i}`] ?? null;
    for (const [i, measure] of group.entries()) {
      const row = { n: of('n', i) ?? 0, k: of('k', i), x: of('x', i) ?? 0, mean: of('mean', i), median: of('median', i), p90: of('p90', i), group: null }; // prettier-ignore
      found.set(measure.key, figure(house, measure, filters, period, row));
    }
  }
  return found;
}

function figure(
  house: House,
  measure: Measure,
  filters: Filters,
  period: Period,
  row: Row | undefined,
): Figure {
  const n = row?.n ?? 0;
  const value =
    n === 0 || !row ? (measure.kind === 'count' || measure.kind === 'stock' ? 0 : null)
    : measure.kind === 'ratio' ? ((row.k ?? 0) / n) * 100
    : measure.kind === 'count' || measure.kind === 'stock' ? n
    : row.mean; // prettier-ignore
  const open = (part: Part) => recordsQuery(house, measure, part, filters, period);
  return {
    key: measure.key,
    unit: measure.unit,
    better: measure.better,
    clause: measure.clause,
    value,
    n,
    ...(measure.kind === 'ratio' ? { numerator: row?.k ?? 0 } : {}),
    ...(measure.excluded ? { excluded: row?.x ?? 0 } : {}),
    ...(measure.kind === 'duration' ? { median: row?.median ?? null, p90: row?.p90 ?? null } : {}),
    records: {
      all: open('all'),
      ...(measure.kind === 'ratio' ? { numerator: open('numerator'), rest: open('rest') } : {}),
      ...(measure.excluded ? { excluded: open('excluded') } : {}),
    },
  };
}

/** `/incidents?filter[measure]=…`: the list whose rows are exactly the ones that were counted. */
export function recordsQuery(
  house: House,
  measure: Measure,
  part: Part,
  filters: Filters,
  { from, to }: Period,
): string {
  const query = new URLSearchParams(Object.entries(filters).map(([key, value]) => [`filter[${key}]`, value]));
  query.set('filter[measure]', `${measure.key}:${part}`);
  query.set('filter[period]', `${from}..${to}`);
  return `${typeNamed(house, measure.recordType).plural}?${query}`;
}
