import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { standard, requirementNamed, type Requirement } from '../../standard/catalogue.ts';
import { onConnection, transaction } from '../../platform/db/tx.ts';
import { forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { answersTo, remitsOf, type Actor } from '../access/actor.ts';
import { periodOf } from '../measure/condition.ts';
import { actorOf } from '../practice/caller.ts';
import type { House } from '../practice/house.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import { parse } from '../record/input.ts';
import { isStaff } from '../record/universal.ts';
import { answerFor, yearTo } from './evaluate.ts';
import { wayOf, type Found, type When } from './evidence.ts';
import { answersOn, courseOf, lastDay, trend, type Kept } from './history.ts';
import { intervalOf } from './intervals.ts';
import { noneConfirmed, type Judgement } from './judgement.ts';
import { askForRun, latestRun } from './run.ts';
import { told } from './told.ts';

const dayQuery = z.object({ day: z.iso.date().optional() });
const runBody = z.strictObject({ whole: z.boolean().optional() });
const periodQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** The standard, and what the organisation's own records answer to it. For everybody who works inside it, and auditors. */
export function evidenceRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const reader = async (request: FastifyRequest, access: 'read' | 'write' = 'read'): Promise<Actor> => {
    const actor = await actorOf(house, request, 'evidence', access);
    if (!isStaff(actor)) throw forbidden('evidence.inside_only');
    return actor;
  };
  const today = () => new Date(house.now()).toISOString().slice(0, 10);

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/evidence',
      id: 'evidence',
      tag: 'evidence',
      summary: 'Every requirement of the standard with its answer of today, or of an earlier day',
      query: dayQuery,
    },
    async (request) => {
      const actor = await reader(request);
      const day = dateOf(request, 'day');
      return onConnection(house.pool, async (tx) => {
        const shown = day ?? (await lastDay(tx)) ?? today();
        const kept = await answersOn(tx, shown);
        const judgements = await house.judgements(tx);
        const { key, name, edition, requirements } = standard();
        return {
          standard: { key, name, edition },
          day: shown,
          evaluatedAt:
            [...kept.values()]
              .map((k) => k.evaluatedAt)
              .toSorted()
              .at(-1) ?? null,
          run: (await latestRun(tx)) ?? null,
          items: requirements
            .filter(({ id }) => answersTo(actor, id))
            .map((r) => ({
              ...told(r, actor),
              interval: intervalOf(house, r),
              ...answered(house, r, kept.get(r.id)),
              ...said(judgements.get(r.id), yearTo(house.now()), intervalOf(house, r)),
            })),
        };
      });
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/evidence/trend',
      id: 'evidence_trend',
      tag: 'evidence',
      summary: 'How many requirements were answered how, day by day',
      query: periodQuery,
    },
    async (request) => {
      const remits = remitsOf(await reader(request));
      const { from, to } = asked(request, yearTo(house.now()));
      const only = remits === undefined ? null : remits.flatMap(({ requirements }) => [...requirements]);
      return { items: await onConnection(house.pool, (tx) => trend(tx, from, to, only)) };
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/evidence/{requirement}',
      id: 'evidence_of',
      tag: 'evidence',
      summary: 'One requirement, its checks as they stand now for a period, and the course of its answers',
      query: periodQuery,
    },
    async (request) => {
      const actor = await reader(request);
      const requirement = requirementNamed(param(request, 'requirement'));
      if (!requirement) throw notFound('requirement', param(request, 'requirement'));
      if (!answersTo(actor, requirement.id))
        throw forbidden('evidence.outside_audit', { requirement: requirement.id });
      const when = asked(request, yearTo(house.now()));
      const bound = house.evidence.get(requirement.id);
      // In a transaction, because a check that fails is rolled back alone.
      return transaction(house.pool, async (tx) => {
        const answer = bound ? await answerFor(tx, house, bound, when) : undefined;
        const judgement = (await house.judgements(tx)).get(requirement.id);
        return {
          ...told(requirement, actor),
          interval: intervalOf(house, requirement),
          period: { from: when.from.slice(0, 10), to: dayBefore(when.to) },
          ...answered(house, requirement, answer),
          ...said(judgement, when, intervalOf(house, requirement)),
          judgement: judgement ?? null,
          checks: (answer?.checks ?? []).map((found) => saidOf(house, found, when, words, actor)),
          course: await courseOf(tx, requirement.id),
        };
      });
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/evidence/runs',
      id: 'evaluate_evidence',
      tag: 'evidence',
      summary: 'Evaluates every requirement again, in the background',
      body: runBody,
      status: 202,
    },
    async (request) => {
      const actor = await reader(request, 'write');
      const { whole } = parse(runBody, request.body, actor.language);
      return onConnection(house.pool, (tx) => askForRun(tx, house.now(), actor.id, whole));
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/evidence/runs/latest',
      id: 'latest_evaluation',
      tag: 'evidence',
      summary: 'The latest evaluation, and how far it is',
    },
    async (request) => {
      await reader(request);
      return onConnection(house.pool, async (tx) => ({ run: (await latestRun(tx)) ?? null }));
    },
  );
}

function answered(house: House, r: Requirement, answer: Omit<Kept, 'evaluatedAt'> | undefined) {
  return {
    practice: house.evidence.get(r.id)?.practice ?? null,
    way: wayOf(house.evidence, r.id),
    status: answer?.status ?? null,
    n: answer?.n ?? 0,
    faults: answer?.faults ?? 0,
    newestAt: answer?.newestAt ?? null,
    lapsesAt: answer?.lapsesAt ?? null,
  };
}

const said = (judgement: Judgement | undefined, when: When, interval: string | null) => ({
  ownerId: judgement?.ownerId ?? null,
  assessment: judgement?.number ?? null,
  verdict: judgement?.verdict ?? null,
  noneConfirmed: noneConfirmed(judgement, when, interval),
});

/** A check in words, with the lists of records behind its figures. */
function saidOf(house: House, found: Found, when: When, words: WordsFor, actor: Actor) {
  const type = found.recordType === undefined ? undefined : house.types.get(found.recordType);
  const open = (part: 'all' | 'fault') =>
    type
      ? `/${type.plural}?${new URLSearchParams({ 'filter[evidence]': `${found.key}:${part}`, 'filter[period]': `${when.from}..${when.to}` }).toString()}`
      : null;
  const params = found.params ?? {};
  return {
    key: found.key,
    kind: found.kind,
    recordType: found.recordType ?? null,
    demand: words(found.key.replace('.', '.demand.'), params, actor.language),
    lack: words(found.key.replace('.', '.lack.'), params, actor.language),
    status: found.status,
    n: found.n,
    faults: found.faults,
    newestAt: found.newestAt,
    lapsesAt: found.lapsesAt,
    // Who may not see a record finds it neither here nor in the list: ids say nothing.
    found: found.found,
    failure: found.failure ?? null,
    records: { all: open('all'), fault: open('fault') },
  };
}

/** Whole days, from and to included; a year that ends today when nothing is asked. */
function asked(request: FastifyRequest, usual: When): When {
  const { from, to } = query(request);
  if (from === undefined && to === undefined) return usual;
  const last = dateOf(request, 'to') ?? dayBefore(usual.to);
  const first = dateOf(request, 'from') ?? Temporal.PlainDate.from(last).subtract({ days: 364 }).toString();
  const [start, end] = periodOf(`${first}..${Temporal.PlainDate.from(last).add({ days: 1 }).toString()}`);
  if (start >= end) throw invalidField('to', 'problem.dates_reversed', { from: first, to: last });
  return { now: usual.now, from: start, to: end };
}

function dateOf(request: FastifyRequest, name: string): string | undefined {
  const given = query(request)[name];
  if (given === undefined) return undefined;
  if (!z.iso.date().safeParse(given).success) throw invalidField(name, 'calendar.date', {}, given);
  return given;
}

const dayBefore = (instant: string) =>
  Temporal.PlainDate.from(instant.slice(0, 10)).subtract({ days: 1 }).toString();
