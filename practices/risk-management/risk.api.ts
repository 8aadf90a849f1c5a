import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { roles } from '../../kernel/access/roles.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { settingHistory } from '../../kernel/practice/setting-history.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField, Problem } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { criteriaNow, criteriaSchema, riskCriteria } from './criteria.ts';
import { standings } from './heat-map.ts';

const writers = ['top-management'];
const kinds = ['risk', 'opportunity'] as const;
const asked = z.object({ kind: z.enum(kinds).optional(), at: z.iso.date().optional() });
const body = z.strictObject({ value: criteriaSchema, version: z.int().min(0).optional() });

/** The end of that day, everywhere on earth: what was written on it is on the map of it. */
const endOf = (day: string) => `${day}T23:59:59.999Z`;

async function shown(tx: Tx, house: House, actor: Actor) {
  const { value, version } = criteriaNow(house.reference.settings);
  const mayChange = writers.some((role) => holds(actor, role));
  return { value, version, mayChange, history: await settingHistory(tx, [riskCriteria], 20) };
}

export const riskRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/risks/heat-map', id: 'risk_heat_map', tag: 'risks', query: asked,
    summary: 'Likelihood × impact of every open risk or opportunity that was rated, now or as it was at the end of ?at=<date>',
  }, async (request) => {
    const actor = await staffOf(house, request, 'risks', 'read');
    const given = query(request);
    const kind = kinds.find((one) => one === (given['kind'] ?? 'risk'));
    if (!kind) throw invalidField('kind', 'problem.one_of', { options: kinds.join(', ') }, given['kind']);
    const { at } = given;
    if (at !== undefined && !asked.shape.at.safeParse(at).success) throw invalidField('at', 'calendar.date', {}, at);
    return onConnection(house.pool, async (tx) => ({
      at: at ?? null,
      kind,
      criteria: criteriaNow(house.reference.settings),
      items: await standings(tx, actor, kind, at === undefined ? undefined : endOf(at)),
    }));
  });

  route(app, {
    method: 'GET', path: '/api/v1/risks/criteria', id: 'risk_criteria', tag: 'risks',
    summary: 'Scales, threshold of acceptance and cycle in force, with who changed them when',
  }, async (request) => {
    const actor = await staffOf(house, request, 'risks', 'read');
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  });

  route(app, {
    method: 'PUT', path: '/api/v1/risks/criteria', id: 'set_risk_criteria', tag: 'risks', body,
    summary: 'Changes them, by top management; what was rated by the former version keeps citing that',
  }, async (request) => {
    const actor = await staffOf(house, request, 'risks', 'write');
    if (!writers.some((role) => holds(actor, role))) throw notYours(writers);
    const { value, version } = parse(body, request.body, actor.language);
    const unknown = value.acceptors.find((role) => !roles.some((one) => one === role));
    if (unknown !== undefined) throw invalidField('value.acceptors', 'problem.one_of', { options: roles.join(', ') }, unknown);
    await begin(house, async (work) => {
      await work.run('risk_criteria_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:risk-criteria', 0))`);
      const [now] = await work.run<{ version: number }>('risk_criteria_now', 'select version from setting where key = $1', [riskCriteria.key]);
      if (version !== undefined && version !== (now?.version ?? 0))
        throw new Problem(412, 'problem.changed_meanwhile', { version: now?.version ?? 0 });
      await changeSetting(work, actor, riskCriteria, value);
    });
    await house.reference.refresh();
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  });
}; // prettier-ignore
