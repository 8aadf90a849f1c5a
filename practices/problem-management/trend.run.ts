import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { onConnection, transaction, type Tx } from '../../platform/db/tx.ts';
import { holdersOf } from './problem.queries.ts';
import { trendRule } from './problem.settings.ts';
import { said } from './problem.words.ts';
import { isRejected, keyOf, scoreOf, worthDeciding, type Rejected } from './trend.candidates.ts';
import { clusters } from './trend.cluster.ts';
import { figuresOf, type Figures } from './trend.figures.ts';
import {
  countGroups,
  periodOf,
  sampleTitles,
  type Counted,
  type Definition,
  type Period,
  type Totals,
} from './trend.queries.ts';
import type { stages, TrendAnalysis } from './trend.fields.ts';

type Candidate = Definition & { readonly figures: Figures & { readonly share: number } };
type Advance = (stage: (typeof stages)[number], progress: number) => Promise<unknown>;
export type Found = { readonly totals: Totals; readonly candidates: readonly Candidate[] };

/** So many services × categories have their texts compared, each by so many titles. */
const mostPairs = 60;
const titlesOfPair = 300;
const mostClusters = 25;

/** Looks for trends over two periods; reads only, so it may take its time beside all other work. */
export async function findTrends(
  tx: Tx,
  given: {
    readonly period: Period;
    readonly least: number;
    readonly rule: (typeof trendRule)['initial'];
    readonly rejected: readonly Rejected[];
  },
  advance: Advance,
): Promise<Found> {
  const { period, least, rule, rejected } = given;
  const { totals, groups } = await countGroups(tx, period, { group: least, ci: rule.leastOfCi });
  await advance('reading_words', 40);
  const pairs = groups
    .filter((group) => group.way === 'category')
    .sort((a, b) => b.n - a.n)
    .slice(0, mostPairs)
    .map((group) => ({ ...group, share: Math.min(1, titlesOfPair / group.n) }));
  const sampled = await sampleTitles(tx, period, pairs);
  await advance('comparing', 60);
  const texts = textsAlike(sampled, pairs, least);
  await advance('weighing', 70);
  const wanted: Definition[] = [...worthDeciding(groups, totals.incidents, rule), ...texts];
  const figures = await figuresOf(tx, period, wanted);
  const candidates = wanted.flatMap((definition, i): Candidate[] => {
    const counted = figures[i];
    const enough = definition.way === 'ci' ? rule.leastOfCi : least;
    if (!counted || counted.n < enough || isRejected({ ...definition, n: counted.n }, rejected, rule))
      return [];
    return [
      {
        ...definition,
        figures: { ...counted, share: totals.incidents === 0 ? 0 : counted.n / totals.incidents },
      },
    ];
  });
  return { totals, candidates };
}

function textsAlike(
  sampled: Awaited<ReturnType<typeof sampleTitles>>,
  pairs: readonly (Counted & { share: number })[],
  least: number,
): Definition[] {
  const shareOf = new Map(pairs.map((p) => [`${p.serviceId} ${p.categoryId}`, p.share]));
  const samples = sampled.map(({ serviceId, categoryId, titles }) => {
    const key = `${serviceId} ${categoryId}`;
    return { key, titles, weight: 1 / (shareOf.get(key) ?? 1) };
  });
  return clusters(samples, least)
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, mostClusters)
    .map(({ key, terms }) => {
      const [serviceId = '', categoryId = ''] = key.split(' ');
      return { way: 'text', serviceId, categoryId, ci: null, terms };
    });
}

/** Works on analyses until none waits. Whoever was killed over one leaves it to the next. */
export async function runTrends(house: House): Promise<void> {
  for (;;) {
    const worked = await transaction(house.pool, async (tx) => {
      // Held while it is worked on: no second process takes it, and a process that dies lets go of it.
      const [taken] = await tx.run<{ id: string }>(
        'trend_take',
        `select t.id from trend_analysis t join record r on r.id = t.id
         where r.state in ('queued', 'running') and pg_try_advisory_xact_lock(hashtextextended('trend ' || t.id::text, 0))
         order by t.id limit 1`,
      );
      if (!taken) return false;
      // Hashing a million groups with the usual memory writes them to disk three times over.
      await tx.run(
        'trend_memory',
        `select set_config('work_mem', '192MB', true), set_config('jit', 'off', true)`,
      );
      await runOne(house, tx, taken.id);
      return true;
    });
    if (!worked) return;
  }
}

async function runOne(house: House, tx: Tx, id: string): Promise<void> {
  const named = { type: 'trend-analysis', id };
  const does = (action: string, input: Readonly<Record<string, unknown>> = {}) =>
    begin(house, (work) => act(work, named, action, system(), input));
  try {
    const { record } = await does('begin');
    const analysis = record as TrendAnalysis;
    const began = performance.now();
    const found = await findTrends(
      tx,
      {
        period: periodOf(analysis),
        least: analysis.leastCount ?? 5,
        rule: house.reference.settings.get(trendRule).value,
        rejected: await rejectedBefore(tx),
      },
      (stage, progress) => does('advance', { stage, progress }),
    );
    await keep(house, analysis, found, Math.round(performance.now() - began));
  } catch (error) {
    await does('fail', { fault: error instanceof Error ? error.message : String(error) });
  }
}

const rejectedBefore = (tx: Tx) =>
  tx.run<Rejected>(
    'trend_rejected',
    `select distinct on (key) key, way, service_id as "serviceId", category_id as "categoryId", terms, n
     from trend_candidate where state = 'rejected' order by key, decided_at desc`,
  );

/** The candidates and the end of the analysis are one transaction: there is no half-written list. */
async function keep(
  house: House,
  analysis: TrendAnalysis,
  { totals, candidates }: Found,
  tookMs: number,
): Promise<void> {
  await begin(house, async (work) => {
    const at = house.now();
    await work.run(
      'trend_candidates_keep',
      `insert into trend_candidate (id, analysis_id, way, key, service_id, category_id, ci, terms, title, figures, n, score)
       select c.id, $1, c.way, c.key, c."serviceId", c."categoryId", c.ci, c.terms,
         coalesce(s.title, '') || case when c."categoryId" is null then '' else ' · ' || coalesce(k.title, '') end
           || case when c.way = 'ci' then ' · ' || c.ci when c.way = 'text' then ' · ' || array_to_string(c.terms, ' ') else '' end,
         c.figures, (c.figures->>'n')::integer, c.score
       from jsonb_to_recordset($2::jsonb) as c(id uuid, way text, key text, "serviceId" uuid, "categoryId" uuid, ci text, terms text[], figures jsonb, score real)
         left join record s on s.id = c."serviceId" left join record k on k.id = c."categoryId"`,
      [
        analysis.id,
        JSON.stringify(
          candidates.map((c) => ({
            ...c,
            id: newId(at),
            key: keyOf(c),
            score: scoreOf({ way: c.way, n: c.figures.n, previous: c.figures.previous }),
          })),
        ),
      ],
    );
    const named = { type: 'trend-analysis', id: analysis.id };
    await act(work, named, 'finish', system(), { ...totals, candidates: candidates.length, tookMs });
    const people =
      analysis.ownerId === null ? await holdersOf(work, ['problem-manager'], at) : [analysis.ownerId];
    await notify(work, {
      kind: 'trend.ready',
      recordId: analysis.id,
      personIds: people,
      params: { candidates: candidates.length },
    });
  });
}

/** What was asked for, or interrupted, is begun within a minute. */
export const trendJob = defineJob({ name: 'problem-trends', cron: '* * * * *', run: runTrends });

/** At once, beside the follower's own transaction; if it fails here, the cron job tells it. */
export const beginTrends = defineSubscriber({
  name: 'problem-trends-begin',
  on: ['trend-analysis'],
  from: 'now',
  handle: (work, events) => {
    if (events.some(({ action }) => action === 'create' || action === 'run_again'))
      void runTrends(work.house).catch(() => undefined);
    return Promise.resolve();
  },
});

/** 8.6.3 asks for the analysis at intervals: on the first of each month for the month before, once. */
export async function askMonthly(house: House): Promise<void> {
  const now = new Date(house.now());
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const month = from.toISOString().slice(0, 7);
  const known = await onConnection(house.pool, (tx) =>
    tx.run(
      'trend_of_month',
      `select 1 from record where type = 'trend-analysis' and source = 'problem-management' and source_ref = $1`,
      [month],
    ),
  );
  if (known.length > 0) return;
  await begin(house, async (work) => {
    const [owner] = await holdersOf(work, ['problem-manager'], house.now());
    const [person] = await work.run<{ language: string | null }>(
      'trend_owner',
      'select language from person where id = $1',
      [owner ?? null],
    );
    await create(
      work,
      'trend-analysis',
      system(),
      {
        title: said(person?.language ?? null, 'trend_analysis.monthly_title', { month }),
        kind: 'monthly',
        periodFrom: from.toISOString(),
        periodTo: to.toISOString(),
        ...(owner === undefined ? {} : { ownerId: owner }),
      },
      { origin: { source: 'problem-management', sourceRef: month } },
    );
  });
}

/** Asked daily, so that a server that stood still on the first makes up for it. */
export const monthlyTrends = defineJob({
  name: 'problem-monthly-trends',
  cron: '15 1 * * *',
  run: askMonthly,
});
