import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidField, notFound } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { measureNamed, periodOf } from '../../measure/condition.ts';
import { breakdown, evaluate } from '../../measure/evaluate.ts';
import { timeZone } from '../../record/field.ts';
import { referencesTo } from '../../record/present.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import { filtersOf, type WordsFor } from './records.ts';

const periodQuery = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });
const seriesQuery = periodQuery.extend({
  step: z.enum(['day', 'week', 'month']),
  zone: timeZone().schema.optional(),
});
const groupings = ['priority', 'state', 'teamId', 'serviceId', 'customerId'] as const;
const breakdownQuery = periodQuery.extend({ by: z.enum(groupings) });
const maxSteps = 100;

/** KPIs: every figure with its formula in words, its n, and the list behind it. */
export function measureRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const reading = async (request: FastifyRequest) => ({
    actor: await actorOf(house, request, 'measures', 'read'),
    filters: filtersOf(request),
  });
  const periodFrom = (request: FastifyRequest) => {
    const { from, to } = query(request);
    const [start, end] = periodOf(`${from ?? ''}..${to ?? ''}`);
    if (start >= end) throw invalidField('to', 'problem.dates_reversed', { from: start, to: end });
    return { from: start, to: end };
  };
  const named = (request: FastifyRequest) => {
    const measure = measureNamed(house, param(request, 'key'));
    if (!measure) throw notFound('measure', param(request, 'key'));
    return measure;
  };

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/measures',
      id: 'measures',
      tag: 'measures',
      summary: 'Every KPI over a period',
      query: periodQuery,
    },
    async (request) => {
      const { actor, filters } = await reading(request);
      const period = periodFrom(request);
      const { practice, key } = query(request);
      const wanted = house.measures.filter(
        (m) =>
          (practice === undefined || m.practice === practice) &&
          (key === undefined || key.split(',').includes(m.key)),
      );
      return onConnection(house.pool, async (tx) => {
        const items = [];
        for (const measure of wanted) {
          const figure = await evaluate(tx, house, measure, actor, filters, period);
          const told = {
            name: words(wordKey(measure.key, 'measure'), {}, actor.language),
            formula: words(wordKey(measure.key, 'formula'), {}, actor.language),
          };
          items.push({ ...figure, ...told, practice: measure.practice });
        }
        return { items };
      });
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/measures/{key}/series',
      id: 'measure_series',
      tag: 'measures',
      summary: 'One KPI, step by step',
      query: seriesQuery,
    },
    async (request) => {
      const { actor, filters } = await reading(request);
      const measure = named(request);
      const { step = 'week', zone = 'UTC' } = query(request);
      if (!timeZone().schema.safeParse(zone).success)
        throw invalidField('zone', 'calendar.unknown_zone', {}, zone);
      const steps = stepsOf(periodFrom(request), step, zone);
      return onConnection(house.pool, async (tx) => {
        const items = [];
        for (const step of steps) {
          const { value, n, records, median } = await evaluate(tx, house, measure, actor, filters, step);
          items.push({ ...step, value, n, median: median ?? null, records: records.all });
        }
        return { items };
      });
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/measures/{key}/breakdown',
      id: 'measure_breakdown',
      tag: 'measures',
      summary: 'One KPI, split by a column',
      query: breakdownQuery,
    },
    async (request) => {
      const { actor, filters } = await reading(request);
      const measure = named(request);
      const by = groupings.find((g) => g === query(request)['by']);
      if (!by)
        throw invalidField('by', 'problem.one_of', { options: groupings.join(', ') }, query(request)['by']);
      return onConnection(house.pool, async (tx) => {
        const found = await breakdown(tx, house, measure, actor, filters, periodFrom(request), by);
        const ids = new Set(found.flatMap((f) => (by.endsWith('Id') && f.group !== null ? [f.group] : [])));
        const refs = await referencesTo(tx, ids);
        return {
          items: found.map(({ group, key: _key, records, ...figure }) => ({
            key: group,
            label: (group !== null && refs[group]?.title) || group,
            ...figure,
            records: records.all,
          })),
        };
      });
    },
  );
}

/** `incident.mttr` is named by `incident.measure.mttr` and explained by `incident.formula.mttr`. */
const wordKey = (key: string, of: 'measure' | 'formula') => key.replace('.', `.${of}.`);

/** Days, weeks or months of the reader's zone that cover the period; too many would be neither readable nor quick. */
function stepsOf({ from, to }: { from: string; to: string }, step: string, zone: string) {
  if (step !== 'day' && step !== 'week' && step !== 'month')
    throw invalidField('step', 'problem.one_of', { options: 'day, week, month' }, step);
  const steps: { from: string; to: string }[] = [];
  let start = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(to).toZonedDateTimeISO(zone);
  while (Temporal.ZonedDateTime.compare(start, end) < 0) {
    if (steps.length === maxSteps)
      throw invalidField('step', 'measure.too_many_steps', { max: maxSteps }, step);
    const next = start.add(step === 'day' ? { days: 1 } : step === 'week' ? { weeks: 1 } : { months: 1 });
    const until = Temporal.ZonedDateTime.compare(next, end) > 0 ? end : next;
    steps.push({
      from: new Date(start.epochMilliseconds).toISOString(),
      to: new Date(until.epochMilliseconds).toISOString(),
    });
    start = next;
  }
  return steps;
}
