import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { answersTo, type Actor } from '../../kernel/access/actor.ts';
import { wayOf } from '../../kernel/evidence/evidence.ts';
import { yearTo } from '../../kernel/evidence/evaluate.ts';
import { answersOn, lastDay, type Kept } from '../../kernel/evidence/history.ts';
import { intervalOf } from '../../kernel/evidence/intervals.ts';
import { noneConfirmed } from '../../kernel/evidence/judgement.ts';
import { latestRun } from '../../kernel/evidence/run.ts';
import { told } from '../../kernel/evidence/told.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { standard, type Requirement } from '../../standard/catalogue.ts';
import { forecastOf, forecasts, systemicFrom, type Forecast } from './forecast.ts';
import { actionsBy, nearestDays, saidNow, saidOn, type Said } from './readiness.queries.ts';

/**
 * The whole standard with its live answers, what people say beside them, and what an auditor would find; today, or as it
 * was on a day that was evaluated. A day that was not is told as that, with the nearest ones.
 */
export async function readinessMap(tx: Tx, house: House, actor: Actor, asked: string | undefined) {
  const today = new Date(house.now()).toISOString().slice(0, 10);
  const day = asked ?? (await lastDay(tx)) ?? today;
  const kept = await answersOn(tx, day);
  if (asked !== undefined && kept.size === 0) throw await notEvaluated(tx, asked);
  const past = asked !== undefined && asked < today;
  const dayEnd = `${addDays(day, 1)}T00:00:00.000Z`;
  const said = new Map((past ? await saidOn(tx, dayEnd) : await saidNow(tx)).map((one) => [one.requirement, one]));
  const actions = new Map(
    (await actionsBy(tx, dayIn(house.reference.settings, house.now()))).map((one) => [one.requirement, one]),
  );
  const year = yearTo(past ? Date.parse(`${day}T12:00:00Z`) : house.now());
  const { key, name, edition, requirements } = standard();
  const items = requirements.filter(({ id }) => answersTo(actor, id)).map((r) => ({
    ...told(r, actor),
    normative: r.normative,
    way: wayOf(house.evidence, r.id),
    practice: house.evidence.get(r.id)?.practice ?? null,
    ...judged(r, kept.get(r.id), said.get(r.id), year, intervalOf(house, r)),
    actions: { open: actions.get(r.id)?.open ?? 0, overdue: actions.get(r.id)?.overdue ?? 0 },
  }));
  return {
    standard: { key, name, edition },
    day,
    past,
    evaluatedAt: [...kept.values()].map((k) => k.evaluatedAt).toSorted().at(-1) ?? null,
    run: (await latestRun(tx)) ?? null,
    items,
    forecast: { totals: totals(items), clauses: byClause(items), systemicFrom },
  };
} // prettier-ignore

async function notEvaluated(tx: Tx, day: string): Promise<Problem> {
  const { before, after } = await nearestDays(tx, day);
  const none = '—';
  return new Problem(
    404,
    'readiness.not_evaluated',
    { day, before: before ?? none, after: after ?? none },
    [],
    { day, before, after },
  );
}

function judged(
  r: Requirement,
  kept: Kept | undefined,
  said: Said | undefined,
  year: { from: string; now: string },
  interval: string | null,
) {
  const status = kept?.status ?? null;
  const confirmed = noneConfirmed(said, year, interval);
  const gap = said?.gap ?? 'not_assessed';
  return {
    status,
    n: kept?.n ?? 0,
    faults: kept?.faults ?? 0,
    newestAt: kept?.newestAt ?? null,
    lapsesAt: kept?.lapsesAt ?? null,
    noneConfirmed: confirmed,
    assessment: said?.number ?? null,
    ownerId: said?.ownerId ?? null,
    owner: said?.owner ?? null,
    gap,
    decision: said?.decision ?? null,
    effortDays: said?.effortDays ?? null,
    verdict: said?.verdict ?? null,
    forecast: forecastOf({
      requirement: r,
      status,
      noneConfirmed: confirmed,
      gap,
      inadequate: said?.verdict === 'inadequate' && (said.judgedUntil ?? '') >= year.now.slice(0, 10),
    }),
  };
} // prettier-ignore

type Item = {
  readonly clause: string;
  readonly title: string;
  readonly forecast: Forecast;
  readonly effortDays: number | null;
};

const totals = (items: readonly Item[]) =>
  Object.fromEntries(
    forecasts.map((forecast) => [forecast, items.filter((i) => i.forecast === forecast).length]),
  );

/** Per clause; where minor ones gather, an auditor may see one failure of the system in them. */
const byClause = (items: readonly Item[]) =>
  [...Map.groupBy(items, ({ clause }) => clause)].map(([clause, own]) => {
    const counted = totals(own);
    return {
      clause,
      title: own[0]?.title ?? '',
      ...counted,
      systemic: counted['major'] === 0 && (counted['minor'] ?? 0) >= systemicFrom,
      effortDays: own.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
    };
  });
