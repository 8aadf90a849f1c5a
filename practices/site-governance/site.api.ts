import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView, seesType } from '../../kernel/access/access.ts';
import { notYours } from '../../kernel/access/not-yours.ts';
import { staff } from '../../kernel/access/roles.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { ruleAdoption } from './adoption.record.ts';
import { adoptionAccess, seesSite } from './site.access.ts';
import { branches } from './site.queries.ts';
import { siteStands } from './site.page.ts';
import { historyOf, trend } from './standing.history.ts';
import { standings } from './standing.ts';

const tag = 'site-governance';
const asked = z.object({ site: z.uuid().optional() });

async function insider(house: House, request: FastifyRequest): Promise<Actor> {
  const actor = await staffOf(house, request, tag, 'read');
  if (!seesType(adoptionAccess, actor, 'rule-adoption')) throw notYours(staff);
  return actor;
}

type RuleHead = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly obligation: string;
  readonly bound: string;
  readonly edition: number;
  readonly siteId: string | null;
  readonly addsToId: string | null;
  readonly effectiveOn: string;
  readonly adoptBy: string;
};

const rulesInForce = (tx: Tx): Promise<RuleHead[]> =>
  tx.run<RuleHead>(
    'rules_in_force',
    `select r.id, r.number, r.title, t.obligation, t.bound, t.edition, t.site_id as "siteId", t.adds_to_id as "addsToId",
       t.effective_on::text as "effectiveOn", t.adopt_by::text as "adoptBy"
     from group_rule t join record r on r.id = t.id where r.state = 'in_force'
     order by t.site_id nulls first, t.obligation desc, r.id limit 500`,
  );

/** The drift report: every site against every rule, how it was, and one site with all it has of the system (4.4, 5.3). */
export const siteRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/site-governance/drift', id: 'site_drift', tag, query: asked,
    summary: 'How every site stands to every rule in force, now, and how many stood how at the end of each of the last 26 weeks',
  }, async (request) => {
    const actor = await insider(house, request);
    const { site } = parse(asked, query(request), actor.language);
    return onConnection(house.pool, async (tx) => {
      const cells = await standings(tx, house, actor, { siteId: site });
      const sites = (await branches(tx)).filter(({ id }) => (site === undefined || id === site) && seesSite(actor, id));
      const rules = await rulesInForce(tx);
      return {
        day: dayIn(house.reference.settings, house.now()),
        rules: rules.filter(({ siteId }) => siteId === null || sites.some(({ id }) => id === siteId)),
        sites,
        cells,
        trend: await trend(tx, house, sites.map(({ id }) => id)),
        refs: await referencesTo(tx, new Set(cells.flatMap(({ ownerId }) => ownerId ?? []))),
      };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/site-governance/sites/{id}', id: 'site_stands', tag,
    summary: 'One site: what it has to adopt, who works there in which role, what they have to learn, and which processes run',
  }, async (request) => {
    const actor = await insider(house, request);
    const id = param(request, 'id');
    return onConnection(house.pool, async (tx) => {
      const site = z.uuid().safeParse(id).success ? (await branches(tx)).find((one) => one.id === id) : undefined;
      if (!site || !seesSite(actor, id)) throw notFound('organisation', id);
      const stands = await siteStands(tx, house, actor, id);
      const refs = await referencesTo(tx, new Set(stands.cells.flatMap(({ ownerId, ruleId }) => [ruleId, ...(ownerId === null ? [] : [ownerId])])));
      return { site, ...stands, rules: await rulesInForce(tx), refs };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/rule-adoptions/{number}/standing', id: 'adoption_standing', tag,
    summary: 'How the site stands to the rule now, what was found, and how it stood before',
  }, async (request) => {
    const actor = await insider(house, request);
    const number = param(request, 'number');
    return onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, ruleAdoption, number);
      if (!stored || !mayView(adoptionAccess, actor, stored.record)) throw notFound('rule-adoption', number);
      const [now] = await standings(tx, house, actor, { id: stored.record.id });
      return { now: now ?? null, history: await historyOf(tx, stored.record.id) };
    });
  });
}; // prettier-ignore
