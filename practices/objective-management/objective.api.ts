import { dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import type { PracticeRoutes } from '../../kernel/practice/route.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { courseOf } from './course.ts';
import { gapsOf } from './coverage.ts';
import { unitOf } from './figures.ts';
import type { Objective } from './objective.fields.ts';
import { objective } from './objective.record.ts';
import { changesSince, contentsNow } from './plan.contents.ts';
import type { ServiceManagementPlan } from './plan.fields.ts';
import { serviceManagementPlan } from './plan.record.ts';
import { planInForce, planInWork } from './plan.versions.ts';
import { traced } from './trace.ts';

async function seen(tx: Tx, type: RecordType, actor: Actor, number: string) {
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
  return stored.record;
}

export const objectiveRoutes: PracticeRoutes = (app, house, words) => {
  route(app, {
    method: 'GET', path: '/api/v1/objectives/measures', id: 'objective_measures', tag: 'objectives',
    summary: 'The KPIs that an objective can be fed from, by name, with formula and unit',
  }, async (request) => {
    const { language } = await staffOf(house, request, 'objectives', 'read');
    const said = (key: string, group: string) => words(key.replace('.', `.${group}.`), {}, language);
    return {
      items: house.measures.map(({ key, unit, better, clause, recordType }) => ({
        key, unit: unitOf(unit), better, clause, recordType, name: said(key, 'measure'), formula: said(key, 'formula'),
      })),
    };
  });

  route(app, {
    method: 'GET', path: '/api/v1/objectives/trace', id: 'objective_trace', tag: 'objectives',
    summary: 'From policy and strategy to objectives, agreements and resources',
  }, async (request) => {
    const actor = await staffOf(house, request, 'objectives', 'read');
    return onConnection(house.pool, async (tx) => {
      const plan = await planInForce(tx);
      return {
        items: await traced(tx, actor),
        plan: plan === undefined ? null : { number: plan.number, edition: plan.edition, humans: plan.humans, financial: plan.financial },
        planInWork: (await planInWork(tx)) ?? null,
      };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/objectives/{number}/course', id: 'objective_course', tag: 'objectives',
    summary: 'Its value period by period, what was kept and what the KPI says now, and the hours nobody covers',
  }, async (request) => {
    const actor = await staffOf(house, request, 'objectives', 'read');
    const zone = house.reference.settings.get(homeZone).value;
    return onConnection(house.pool, async (tx) => {
      const one = (await seen(tx, objective, actor, param(request, 'number'))) as Objective;
      return {
        items: await courseOf(tx, house, one, zone),
        gaps: one.kind === 'always_on' ? gapsOf(one.coverage ?? []) : null,
      };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/service-management-plans/{number}/contents', id: 'plan_contents', tag: 'service-management-plans',
    summary: 'Services, obligations, roles, objectives and risks: as approved, as they are now, and what moved since',
  }, async (request) => {
    const actor = await actorOf(house, request, 'service-management-plans', 'read');
    return onConnection(house.pool, async (tx) => {
      const plan = (await seen(tx, serviceManagementPlan, actor, param(request, 'number'))) as ServiceManagementPlan;
      const now = await contentsNow(tx, dayIn(house.reference.settings, house.now()));
      return { kept: plan.contents, now, changes: plan.contents === null ? [] : changesSince(plan.contents, now) };
    });
  });
}; // prettier-ignore
