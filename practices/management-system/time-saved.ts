import { sql } from 'kysely';
import { seesType } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { conditions } from '../../kernel/record/list.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Period = { readonly from: string; readonly to: string };

/** So many of each side are the least that a median says anything of. */
const least = 3;

/**
 * Time saved, each by a formula that is printed with its figures: n × (usual − with). It may be negative, and is told so;
 * where too little was measured it is null, and not nought.
 */
type Saved = {
  readonly key: 'knowledge' | 'deflected' | 'standard_changes';
  /** Whose time: people waiting for a service, people working on it, or a change on its way. */
  readonly whose: 'waiting' | 'working' | 'lead_time';
  readonly n: number;
  readonly usualMs: number | null;
  readonly withMs: number | null;
  readonly savedMs: number | null;
  readonly records: string | null;
};

export async function timeSaved(tx: Tx, house: House, actor: Actor, period: Period): Promise<Saved[]> {
  return [
    await byKnowledge(tx, house, actor, period),
    await byDeflection(tx, house, actor, period),
    await byStandardChanges(tx, house, actor, period),
  ];
}

type Compared = { n: number; usual: number | null; with: number | null; saved: number | null };

/** Only categories in which both happened often enough are compared: what an article solves is often the easier case. */
async function byKnowledge(tx: Tx, house: House, actor: Actor, { from, to }: Period): Promise<Saved> {
  const type = typeNamed(house, 'incident');
  const none = { n: 0, usual: null, with: null, saved: null };
  const { rows } = seesType(type.access, actor, type.type)
    ? await sql<Compared>`
        with ended as (
          select t.category_id as category, exists (select 1 from link l join record k on k.id = l.to_id
              where l.from_id = r.id and l.kind = 'solved_by' and k.type = 'article') as by_article,
            extract(epoch from coalesce(t.restored_at, t.resolved_at) - r.occurred_at) * 1000 as ms
          from record r join incident t on t.id = r.id
          where ${conditions(house, type, actor, {})} and t.resolved_at is not null and r.state not in ('cancelled', 'duplicate')
            and t.ended_at >= ${from}::timestamptz and t.ended_at < ${to}::timestamptz and t.category_id is not null),
        compared as (
          select count(*) filter (where by_article) as n, count(*) filter (where not by_article) as m,
            percentile_cont(0.5) within group (order by ms::float8) filter (where by_article) as quick,
            percentile_cont(0.5) within group (order by ms::float8) filter (where not by_article) as usual
          from ended group by category)
        select coalesce(sum(n), 0)::int as n, sum(n * usual) / sum(n) as usual, sum(n * quick) / sum(n) as with, sum(n * (usual - quick)) as saved
        from compared where n >= ${least} and m >= ${least}`.execute(tx.db)
    : { rows: [] };
  const found = rows[0] ?? none;
  return {
    key: 'knowledge', whose: 'waiting', n: found.n, usualMs: found.usual, withMs: found.with, savedMs: found.saved,
    records: `incidents?${new URLSearchParams({ 'filter[measure]': 'incident.solved_by_article:numerator', 'filter[period]': `${from}..${to}` })}`,
  }; // prettier-ignore
}

/** A report that an article spared would have taken as long as half of the others took, by the time that was booked on them. */
async function byDeflection(tx: Tx, house: House, actor: Actor, period: Period): Promise<Saved> {
  const type = typeNamed(house, 'incident');
  const measure = measureNamed(house, 'article_feedback.deflected');
  const spared = measure ? await evaluate(tx, house, measure, actor, {}, period) : undefined;
  const { rows } = seesType(type.access, actor, type.type)
    ? await sql<{ n: number; ms: number | null }>`
        with booked as (
          select e.record_id, sum(e.minutes) as minutes from time_entry e join record r on r.id = e.record_id
          where ${conditions(house, type, actor, {})} and e.at >= ${period.from}::timestamptz and e.at < ${period.to}::timestamptz group by 1)
        select count(*)::int as n, percentile_cont(0.5) within group (order by minutes::float8) * 60000 as ms from booked where minutes > 0`.execute(
        tx.db,
      )
    : { rows: [] };
  const usual = (rows[0]?.n ?? 0) >= least ? (rows[0]?.ms ?? null) : null;
  const n = spared?.n ?? 0;
  return {
    key: 'deflected', whose: 'working', n, usualMs: usual, withMs: null,
    savedMs: usual === null || n === 0 ? null : n * usual, records: spared?.records.all ?? null,
  }; // prettier-ignore
}

/** What is approved as a model once waits for no board: the same lead time, of minor changes, the smallest that are decided upon one by one, and of standard ones. */
async function byStandardChanges(tx: Tx, house: House, actor: Actor, period: Period): Promise<Saved> {
  const measure = measureNamed(house, 'change.lead_time');
  const of = async (category: string) =>
    measure ? evaluate(tx, house, measure, actor, { category }, period) : undefined;
  const [minor, standard] = [await of('minor'), await of('standard')];
  const [usual, quick] = [minor, standard].map((figure) =>
    figure && figure.n >= least ? (figure.median ?? null) : null,
  );
  const n = standard?.n ?? 0;
  return {
    key: 'standard_changes', whose: 'lead_time', n, usualMs: usual ?? null, withMs: quick ?? null,
    savedMs: usual == null || quick == null ? null : n * (usual - quick), records: standard?.records.all ?? null,
  }; // prettier-ignore
}
