import { dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { PracticeRoutes } from '../../kernel/practice/route.ts';
import { begin, create } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { dictionary } from './dictionary.ts';
import {
  isMet,
  kpiNamed,
  kpis,
  measured,
  recordsOf,
  type Direction,
  type Narrowing,
  type Unit,
} from './figures.ts';
import type { Measurement } from './measurement.fields.ts';
import { measurement } from './measurement.record.ts';
import { lastOver, periodAt, periodsUpTo, type Frequency } from './periods.ts';
import { keptOf, narrowed, placeOf } from './value.store.ts';

const adoption = z.strictObject({
  measures: z.array(plain(100)).min(1).max(100),
  ownerId: z.uuid(),
  analystId: z.uuid(),
  startsOn: z.iso.date(),
});
const shownPeriods = 12;
const about = { tag: 'measurements' } as const;

type Row = {
  number: string; title: string; state: string; subject: string; key: string; narrowing: Narrowing; frequency: Frequency; direction: Direction;
  target: number | null; unit: Unit | null; analyst: string | null; evaluationDueOn: string | null; about: string | null;
}; // prettier-ignore

/** The measurement plan on one page, one measurement with its periods, and the dictionary it is filled from. */
export const measurementRoutes: PracticeRoutes = (app, house, words) => {
  const inside = async (request: FastifyRequest, access: 'read' | 'write' = 'read') => {
    return staffOf(house, request, 'measurements', access);
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/measurements/dictionary', id: 'measurement_dictionary',
    summary: 'Every KPI that is computed, with formula, unit and the target a plan begins with, and which are planned',
  }, async (request) => {
    const { language } = await inside(request);
    const planned = await onConnection(house.pool, (tx) => plannedKeys(tx));
    const said = (key: string, group: string) => words(key.replace('.', `.${group}.`), {}, language);
    return {
      items: kpis(house).map((kpi) => {
        const entry = dictionary.find(({ measure }) => measure === kpi.key);
        return {
          ...kpi, name: said(kpi.key, 'measure'), formula: said(kpi.key, 'formula'), planned: planned.has(kpi.key), usual: entry !== undefined,
          subject: entry?.subject ?? null, direction: entry?.direction ?? null, target: entry?.target ?? null,
        };
      }),
    };
  });

  route(app, {
    ...about, method: 'GET', path: '/api/v1/measurements/plan', id: 'measurement_plan',
    summary: 'The plan: each measurement with the values kept of its last twelve periods',
  }, async (request) => {
    await inside(request);
    return { items: await onConnection(house.pool, (tx) => planOf(tx, house)) };
  });

  route(app, {
    ...about, method: 'GET', path: '/api/v1/measurements/{number}/values', id: 'measurement_values',
    summary: 'One measurement, its last twelve periods and the one that runs: values, what was excluded, and the records behind each',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, measurement, param(request, 'number'));
      if (!stored || !mayView(measurement.access, actor, stored.record)) throw notFound('measurement', param(request, 'number'));
      return { items: await valuesOf(tx, house, stored.record as Measurement) };
    });
  });

  route(app, {
    ...about, method: 'POST', path: '/api/v1/measurements/adopt', id: 'measurement_adopt', body: adoption, status: 201,
    summary: 'Drafts measurements from the dictionary, with its formulas and targets',
  }, async (request) => {
    const actor = await inside(request, 'write');
    const given = parse(adoption, request.body, actor.language);
    const unknown = given.measures.find((key) => !dictionary.some(({ measure }) => measure === key) || kpiNamed(house, key) === undefined);
    if (unknown !== undefined) throw invalidField('measures', 'measurement.no_such_measure', { key: unknown }, unknown);
    const said = (key: string, group: string) => words(key.replace('.', `.${group}.`), {}, actor.language);
    return begin(house, async (work) => {
      const planned = await plannedKeys(work);
      const numbers: string[] = [];
      for (const { measure, subject, direction, target } of dictionary) {
        if (!given.measures.includes(measure) || planned.has(measure)) continue;
        const made = await create(work, 'measurement', actor, {
          title: said(measure, 'measure').slice(0, 200), method: said(measure, 'formula'), measureKey: measure, subject, direction, ...(target === null ? {} : { target }),
          ownerId: given.ownerId, analystId: given.analystId, startsOn: given.startsOn,
        });
        numbers.push(made.number);
      }
      return { numbers };
    });
  });
}; // prettier-ignore

async function plannedKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ key: string }>(
    'planned_keys',
    `select distinct t.measure_key as key from measurement t join record r on r.id = t.id where r.state <> 'retired' and t.narrowing = '{}'`,
  );
  return new Set(rows.map(({ key }) => key));
}

async function planOf(tx: Tx, house: House) {
  const rows = await tx.run<Row>(
    'measurement_plan',
    `select r.number, r.title, r.state, t.subject, t.measure_key as key, t.narrowing, t.frequency, t.direction, t.target, t.unit, a.title as analyst,
       t.evaluation_due_on::text as "evaluationDueOn",
       (select string_agg(x.title, ', ') from jsonb_each_text(t.narrowing) e join record x on x.id = e.value::uuid) as about
     from measurement t join record r on r.id = t.id left join record a on a.id = t.analyst_id
     where r.state <> 'retired' order by t.measure_key, r.id limit 500`,
  );
  const today = dayIn(house.reference.settings, house.now());
  const likes = Map.groupBy(rows, (row) => `${narrowed(row.narrowing)} ${row.frequency}`);
  const all = new Map<string, Awaited<ReturnType<typeof keptOf>>>();
  for (const [like, [first, ...others]] of likes) {
    if (!first) continue;
    const periods = periodsUpTo(lastOver(today, first.frequency), first.frequency, shownPeriods);
    all.set(like, await keptOf(tx, [first.key, ...others.map(({ key }) => key)], first.narrowing, periods));
  }
  const items = [];
  for (const row of rows) {
    const periods = periodsUpTo(lastOver(today, row.frequency), row.frequency, shownPeriods);
    const kept = all.get(`${narrowed(row.narrowing)} ${row.frequency}`) ?? new Map<string, never>();
    const values = periods.map((period) => kept.get(placeOf(row.key, period)));
    const last = values.findLast((one) => one !== undefined);
    const kpi = kpiNamed(house, row.key);
    items.push({
      ...row, clause: kpi?.clause ?? null, better: kpi?.better ?? null,
      last: last ? { from: last.from, to: last.to, value: last.value, n: last.n } : null,
      met: last ? isMet(last.value, row.target, row.direction) : null,
      trend: values.map((one) => one?.value ?? null),
    });
  }
  return items;
} // prettier-ignore

async function valuesOf(tx: Tx, house: House, one: Measurement) {
  const key = one.measureKey ?? '';
  const frequency = one.frequency ?? 'month';
  const narrowing = one.narrowing ?? {};
  const { settings } = house.reference;
  const zone = settings.get(homeZone).value;
  const running = periodAt(dayIn(settings, house.now()), frequency);
  const periods = periodsUpTo(running, frequency, shownPeriods + 1);
  const kept = await keptOf(tx, [key], narrowing, periods);
  const items = [];
  for (const period of periods) {
    const there = kept.get(placeOf(key, period));
    // What is over and was not kept is measured now, and says so; before the plan began nothing was to be measured.
    const wanted = one.startsOn === null || period.to >= one.startsOn;
    const found = there ?? (wanted ? await measured(tx, house, key, narrowing, period, zone) : undefined);
    if (!found) continue;
    items.push({
      ...period, value: found.value, n: found.n, numerator: found.numerator ?? null, excluded: found.excluded ?? null, median: found.median ?? null, p90: found.p90 ?? null,
      met: period.from === running.from ? null : isMet(found.value, one.target, one.direction),
      state: there ? 'kept' : period.from === running.from ? 'running' : 'live',
      keptAt: there?.at ?? null,
      records: recordsOf(house, key, narrowing, period, zone),
    });
  }
  return items;
} // prettier-ignore
