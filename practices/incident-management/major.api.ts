import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { escalationLadder } from './incident.fields.ts';
import { reopenDays } from './incident.settings.ts';
import { audiences, declarers, type MajorIncident } from './major.fields.ts';
import { entriesOf, holdersOf, impactOf } from './major.queries.ts';
import { settingRoles } from './incident.settings.ts';
import {
  criteriaSchema,
  informManagement,
  majorCriteria,
  reviewWithin,
  updateEvery,
} from './major.settings.ts';

const criteriaBody = z.strictObject({ criteria: criteriaSchema });

export const majorRoutes: RouteSet = (app, house) => {
  const about = { tag: 'major-incidents' } as const;
  const base = '/api/v1/major-incidents';
  const reader = async (request: Parameters<typeof actorOf>[1]) => {
    return staffOf(house, request, 'major-incidents', 'read');
  };

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/entries`, id: 'major_entries',
    summary: 'The timeline written while it happened, latest first',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => {
      const major = await seen(tx, house, actor, param(request, 'number'));
      const items = await entriesOf(tx, major.id);
      const people = items.flatMap(({ authorId, people: told }) => [...told, ...(authorId === null ? [] : [authorId])]);
      return { items, refs: await referencesTo(tx, new Set(people)) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/impact`, id: 'major_impact',
    summary: 'Customer impact in figures, counted now',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => {
      const major = await seen(tx, house, actor, param(request, 'number'));
      const impact = await impactOf(tx, major.id);
      if (!impact) throw notFound('major-incident', major.number);
      const end = impact.restoredAt === null ? house.now() : Date.parse(impact.restoredAt);
      return {
        ...impact,
        durationMs: Math.max(0, end - Date.parse(impact.startedAt)),
        affectedUsers: major.affectedUsers ?? impact.reporters,
        counted: major.affectedUsers === null,
      };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/runbook`, id: 'major_runbook',
    summary: 'Who is contacted first, how it is recorded, how often it is told, and the review: from the settings and roles in force',
  }, async (request) => {
    await reader(request);
    return onConnection(house.pool, (tx) => runbook(tx, house));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', path: `${base}/criteria`, id: 'set_major_criteria', body: criteriaBody,
    summary: 'When an incident is major; decisions made by the former version keep citing it',
  }, async (request) => {
    const actor = await actorOf(house, request, 'major-incidents', 'write');
    if (!settingRoles.some((role) => holds(actor, role))) throw notYours(settingRoles);
    const { criteria } = parse(criteriaBody, request.body, actor.language);
    await begin(house, (work) => changeSetting(work, actor, majorCriteria, criteria));
    const { value, version } = house.reference.settings.get(majorCriteria);
    return { criteria: value, version };
  }); // prettier-ignore
};

async function runbook(tx: Tx, house: House) {
  const { settings } = house.reference;
  const criteria = settings.get(majorCriteria);
  const contacts = ['service-desk-lead', ...escalationLadder];
  const holders = await holdersOf(tx, contacts, house.now());
  return {
    criteria: criteria.value,
    criteriaVersion: criteria.version,
    declarers,
    audiences,
    informManagement: settings.get(informManagement).value,
    updateEveryMinutes: settings.get(updateEvery).value,
    reviewWithinWorkingDays: settings.get(reviewWithin).value.workingDays,
    reopenDays: settings.get(reopenDays).value,
    contacts: contacts.map((role) => ({
      role,
      people: holders.filter((holder) => holder.role === role).map(({ id, name }) => ({ id, name })),
    })),
  };
}

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<MajorIncident> {
  const type = typeNamed(house, 'major-incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('major-incident', number);
  return stored.record as MajorIncident;
}
