import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { conditions } from '../../kernel/record/list.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { meanScore, responseRate, satisfied } from './satisfaction.measures.ts';

/** What results are split by: field of the rating, column of the query. */
const dimensions = {
  serviceId: 'r.service_id',
  teamId: 'r.team_id',
  customerId: 'r.customer_id',
  channel: 't.channel',
  aboutType: 't.about_type',
  problemId: 't.problem_id',
} as const;
export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Five points of the scale, least first. */
const scale = [1, 2, 3, 4, 5] as const;
/** A page of groups; how many more there are is told beside them. */
const mostGroups = 50;

type Filters = Readonly<Record<string, string>>;
type Period = { readonly from: string; readonly to: string };
type Row = {
  dimension: number;
  group: string | null;
  answers: number;
  sum: number;
  satisfied: number;
  s1: number;
  s2: number;
  s3: number;
  s4: number;
  s5: number;
  asked: number;
  responded: number;
};

/** A number and the list of exactly the ratings that made it. */
type Counted = { readonly n: number; readonly records: string };
export type Result = {
  /** Σ score / n, and n(score ≥ 4) / n × 100, of what was answered in the period; null where nothing was. */
  readonly score: number | null;
  readonly satisfied: number | null;
  readonly answers: Counted;
  readonly satisfiedAnswers: Counted;
  /** Answers per score, 1 to 5. */
  readonly distribution: readonly Counted[];
  /** Of those asked in the period, however late they answered. */
  readonly asked: Counted;
  readonly responded: Counted;
  readonly responseRate: number | null;
};
export type Group = Result & { readonly key: string | null };

/** The ratings of a period in total and by every dimension: one statement, over what this actor may see. */
export async function satisfactionResults(
  tx: Tx,
  house: House,
  actor: Actor,
  filters: Filters,
  period: Period,
) {
  const within = (at: 'answered_at' | 'asked_at') =>
    sql<boolean>`(${sql.ref(`t.${at}`)} >= ${period.from} and ${sql.ref(`t.${at}`)} < ${period.to})`;
  const answered = sql<boolean>`(t.score is not null and ${within('answered_at')})`;
  const n = (condition: RawBuilder<boolean>) => sql<number>`count(*) filter (where ${condition})`;
  const columns = Object.values(dimensions).map((column) => sql.raw(column));
  const { rows } = await sql<Row>`
    select ${whichDimension} as dimension, coalesce(${sql.join(columns.map((c) => sql`${c}::text`))}) as "group",
      ${n(answered)} as answers, coalesce(sum(t.score) filter (where ${answered}), 0)::integer as sum,
      ${n(sql`${answered} and t.score >= 4`)} as satisfied,
      ${sql.join(scale.map((s) => sql`${n(sql`${answered} and t.score = ${s}`)} as ${sql.ref(`s${s}`)}`))},
      ${n(within('asked_at'))} as asked, ${n(sql`${within('asked_at')} and t.score is not null`)} as responded
    from record r join rating t on t.id = r.id
    where ${conditions(house, typeNamed(house, 'rating'), actor, filters)} and (${within('answered_at')} or ${within('asked_at')})
    group by grouping sets ((), ${sql.join(columns.map((c) => sql`(${c})`))})`.execute(tx.db);
  const total = rows.find((row) => row.dimension === dimensionNames.length) ?? nothing;
  return {
    total: resultOf(total, filters, period),
    by: dimensionNames.map((dimension, i) => {
      const own = rows
        .filter((row) => row.dimension === i)
        .toSorted((a, b) => b.answers - a.answers || b.asked - a.asked);
      return {
        dimension,
        more: Math.max(own.length - mostGroups, 0),
        groups: own.slice(0, mostGroups).map((row) => ({
          key: row.group,
          ...resultOf(row, { ...filters, [dimension]: row.group ?? 'none' }, period),
        })),
      };
    }),
  };
}

/** Which of the grouping sets a row belongs to: the place of its dimension, and after the last the total. */
const whichDimension = sql<number>`case ${sql.join(
  Object.values(dimensions).map((column, i) => sql`when grouping(${sql.raw(column)}) = 0 then ${sql.lit(i)}`),
  sql` `,
)} else ${sql.lit(dimensionNames.length)} end`;

const nothing: Row = {
  dimension: dimensionNames.length, group: null, answers: 0, sum: 0, satisfied: 0,
  s1: 0, s2: 0, s3: 0, s4: 0, s5: 0, asked: 0, responded: 0,
}; // prettier-ignore

const share = (part: number, of: number) => (of === 0 ? null : (part / of) * 100);

function resultOf(row: Row, filters: Filters, period: Period): Result {
  const list = (measure: string, further: Filters = {}) =>
    recordsBehind(measure, { ...filters, ...further }, period);
  const all = list(`${meanScore.key}:all`);
  return {
    score: row.answers === 0 ? null : row.sum / row.answers,
    satisfied: share(row.satisfied, row.answers),
    answers: { n: row.answers, records: all },
    satisfiedAnswers: { n: row.satisfied, records: list(`${satisfied.key}:numerator`) },
    distribution: scale.map((s) => ({
      n: row[`s${s}`],
      records: list(`${meanScore.key}:all`, { score: String(s) }),
    })),
    asked: { n: row.asked, records: list(`${responseRate.key}:all`) },
    responded: { n: row.responded, records: list(`${responseRate.key}:numerator`) },
    responseRate: share(row.responded, row.asked),
  };
}

function recordsBehind(measure: string, filters: Filters, { from, to }: Period): string {
  const query = new URLSearchParams(Object.entries(filters).map(([key, value]) => [`filter[${key}]`, value]));
  query.set('filter[measure]', measure);
  query.set('filter[period]', `${from}..${to}`);
  return `ratings?${query}`;
}
