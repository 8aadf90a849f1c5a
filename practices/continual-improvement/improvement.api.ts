import { notYours } from '../../kernel/access/not-yours.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House } from '../../kernel/practice/house.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { figureOf, monthsBetween, unitOf } from './improvement.figures.ts';
import type { Improvement } from './improvement.fields.ts';
import { outcomes } from './improvement.outcomes.ts';
import { improvement } from './improvement.record.ts';
import { alignment, criteriaSchema, improvementCriteria } from './improvement.settings.ts';

const criteriaPath = '/api/v1/improvement-criteria';
const periodQuery = z.object({ from: z.iso.date(), to: z.iso.date() });
const about = { tag: 'improvements' } as const;
const setters = ['sms-manager', 'top-management', 'administrator'];

export function improvementRoutes(app: FastifyInstance, house: House): void {
  const reader = async (request: Parameters<typeof actorOf>[1]) => {
    const actor = await actorOf(house, request, 'improvements', 'read');
    if (!isStaff(actor)) throw forbidden('evidence.inside_only');
    return actor;
  };

  route(app, {
    ...about, method: 'GET', path: criteriaPath, id: 'improvement_criteria',
    summary: 'By which criteria opportunities are judged, with their weights and version',
  }, async (request) => {
    const actor = await reader(request);
    const { value, version } = house.reference.settings.get(improvementCriteria);
    return { ...value, version, mayChange: maySet(actor) };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', path: criteriaPath, id: 'set_improvement_criteria', body: criteriaSchema,
    summary: 'Sets the criteria; alignment with the objectives stays among them',
  }, async (request) => {
    const actor = await actorOf(house, request, 'improvements', 'write');
    if (!maySet(actor)) throw notYours(setters);
    const { items } = parse(criteriaSchema, request.body, actor.language);
    if (!items.some(({ key }) => key === alignment)) throw invalidField('items', 'improvement.alignment_needed');
    if (new Set(items.map(({ key }) => key)).size < items.length) throw invalidField('items', 'improvement.criterion_twice');
    await begin(house, (work) => changeSetting(work, actor, improvementCriteria, { items }));
    return { items };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/improvements/{number}/comparison', id: 'improvement_comparison',
    summary: 'Before and after by the chosen measure, month by month, each with its period and n',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, (tx) => comparison(tx, house, actor, param(request, 'number')));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/improvement-outcomes', id: 'improvement_outcomes', query: periodQuery,
    summary: 'What was claimed and what was found, of all that was measured in a period',
  }, async (request) => {
    const actor = await reader(request);
    const { from, to } = parse(periodQuery, query(request), actor.language);
    if (to < from) throw invalidField('to', 'problem.dates_reversed', { from, to });
    return onConnection(house.pool, (tx) => outcomes(tx, house, actor, from, to));
  }); // prettier-ignore
}

const maySet = (actor: Actor) => setters.some((role) => holds(actor, role));

type Compared = Pick<
  Improvement,
  | 'measureKey' | 'serviceId' | 'unit' | 'direction' | 'targetValue' | 'targetOn' | 'baselineValue' | 'baselineN' | 'baselineFrom' | 'baselineTo'
  | 'foundValue' | 'foundN' | 'foundFrom' | 'foundTo' | 'implementedAt' | 'confidence'
>; // prettier-ignore

async function comparison(tx: Tx, house: House, actor: Actor, number: string) {
  const { rows } = await sql<Compared>`
    select t.measure_key as "measureKey", r.service_id as "serviceId", t.unit, t.direction, t.target_value as "targetValue",
      t.target_on::text as "targetOn", t.baseline_value as "baselineValue", t.baseline_n as "baselineN",
      t.baseline_from::text as "baselineFrom", t.baseline_to::text as "baselineTo", t.found_value as "foundValue",
      t.found_n as "foundN", t.found_from::text as "foundFrom", t.found_to::text as "foundTo",
      t.implemented_at as "implementedAt", t.confidence
    from improvement t join record r on r.id = t.id
    where r.number = ${number.toUpperCase()} and ${visible(improvement.access, actor)}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw notFound('improvement', number);
  const measure = row.measureKey === null ? undefined : measureNamed(house, row.measureKey);
  return {
    ...row,
    unit: measure ? unitOf(measure) : row.unit,
    months: measure ? await byMonth(tx, house, row) : [],
  };
}

/** From the baseline's first month to this one. */
async function byMonth(tx: Tx, house: House, row: Compared) {
  const { settings } = house.reference;
  const today = dayIn(settings, house.now());
  const months = [];
  for (const first of monthsBetween(row.baselineFrom ?? Temporal.PlainDate.from(today).subtract({ months: 6 }).toString(), today)) {
    const last = Temporal.PlainDate.from(first).add({ months: 1 }).subtract({ days: 1 }).toString();
    const said = await figureOf(tx, house, row, first, last);
    months.push({ month: first.slice(0, 7), value: said?.value ?? null, n: said?.n ?? 0, records: said?.records ?? '' });
  }
  return months;
} // prettier-ignore
