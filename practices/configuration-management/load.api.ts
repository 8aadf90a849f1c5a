import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { conflict } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { approvers, keepers } from './ci.access.ts';
import { initialLoad } from './ci.settings.ts';
import { createClasses } from './class.setup.ts';
import { loadsWaiting, toApprove, waitingOf } from './load.queries.ts';

const setting = z.strictObject({ open: z.boolean() });
const approval = z.strictObject({ source: plain(60) });
const atOnce = 500;
const holdsOne = (actor: Actor, roles: readonly string[]) => roles.some((role) => holds(actor, role));
/** The first load: approved source by source, by another person than who loaded it, and closed for ever after. */
export const loadRoutes: RouteSet = (app, house) => {
  const tag = 'configuration';
  const path = '/api/v1/configuration/initial-load';
  const keeping = async (request: Parameters<typeof actorOf>[1]) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    if (!holdsOne(actor, keepers)) throw notYours(keepers);
    return actor;
  };
  route(app, { method: 'GET', path, id: 'initial_load', tag, summary: 'Does the initial load still last, and what waits for approval?' }, async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    if (!isStaff(actor)) throw notYours(['configuration-manager']);
    return onConnection(house.pool, async (tx) => {
      const sources = await loadsWaiting(tx, actor.id);
      return {
        ...house.reference.settings.get(initialLoad).value,
        mayKeep: holdsOne(actor, keepers),
        mayApprove: holdsOne(actor, approvers),
        sources,
        refs: await referencesTo(tx, new Set(sources.flatMap(({ loaderIds, classes }) => [...loaderIds, ...classes.map(({ classId }) => classId)]))),
      };
    });
  }); // prettier-ignore
  route(app, { method: 'PUT', path, id: 'set_initial_load', tag, body: setting, summary: 'Ends the initial load, or opens it again' }, async (request) => {
    const actor = await keeping(request);
    const given = parse(setting, request.body, actor.language);
    await begin(house, (work) => changeSetting(work, actor, initialLoad, given));
    return given;
  }); // prettier-ignore
  route(app, { method: 'POST', path: `${path}/approve`, id: 'approve_initial_load', tag, body: approval,
    summary: 'Approves up to 500 planned items of a source as initial load; call again while some are `left`. Those one loaded oneself are `own` and wait for another person' }, async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    const { source } = parse(approval, request.body, actor.language);
    return begin(house, async (work) => {
      const ids = await toApprove(work, source, actor.id, atOnce);
      for (const id of ids) await act(work, { type: 'ci', id }, 'approve_load', actor, {});
      const after = await waitingOf(work, source, actor.id);
      if (ids.length === 0 && after.own > 0) throw conflict('ci.loader_is_approver');
      return { approved: ids.length, ...after };
    });
  }); // prettier-ignore
  route(app, { method: 'POST', path: '/api/v1/configuration/default-classes', id: 'default_classes', tag,
    summary: 'The usual classes, where there are none yet', status: 201 }, async (request) => {
    const actor = await keeping(request);
    await begin(house, async (work) => {
      const any = await work.run('any_class', 'select 1 from ci_class limit 1');
      if (any.length > 0) throw conflict('ci_class.there_already');
      await createClasses(work, actor);
    });
    return { created: true };
  }); // prettier-ignore
};
