import { z } from 'zod';
import { conflict, forbidden } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import { holds } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { keepers } from './ci.access.ts';
import { initialLoad } from './ci.settings.ts';
import { createClasses } from './class.setup.ts';

const setting = z.strictObject({ open: z.boolean() });
const approval = z.strictObject({ source: plain(60) });
const atOnce = 500;

/** The first load: approved source by source, by another person than who loaded it, and closed for ever after. */
export const loadRoutes: RouteSet = (app, house) => {
  const tag = 'configuration';
  const path = '/api/v1/configuration/initial-load';
  const keeping = async (request: Parameters<typeof actorOf>[1]) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    if (!keepers.some((role) => holds(actor, role)))
      throw forbidden('problem.not_your_role', { roles: keepers.map((role) => `@role.${role}`).join(', ') });
    return actor;
  };
  route(app, { method: 'GET', path, id: 'initial_load', tag, summary: 'Does the initial load still last, and what waits for approval?' }, async (request) => {
    await actorOf(house, request, 'configuration-items', 'read');
    const sources = await onConnection(house.pool, (tx) => tx.run<{ source: string; waiting: number }>('load_sources',
      `select coalesce(source, '') as source, count(*)::int as waiting from record where type = 'ci' and state = 'planned' group by 1 order by 2 desc limit 100`));
    return { ...house.reference.settings.get(initialLoad).value, sources };
  }); // prettier-ignore
  route(app, { method: 'PUT', path, id: 'set_initial_load', tag, body: setting, summary: 'Ends the initial load, or opens it again' }, async (request) => {
    const actor = await keeping(request);
    const given = parse(setting, request.body, actor.language);
    await begin(house, (work) => changeSetting(work, actor, initialLoad, given));
    return given;
  }); // prettier-ignore
  route(app, { method: 'POST', path: `${path}/approve`, id: 'approve_initial_load', tag, body: approval,
    summary: 'Approves up to 500 planned items of a source as initial load; call again while some are left' }, async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    const { source } = parse(approval, request.body, actor.language);
    return begin(house, async (work) => {
      const rows = await work.run<{ id: string }>('load_waiting',
        `select id from record where type = 'ci' and state = 'planned' and source = $1 order by id limit $2`, [source, atOnce]);
      for (const { id } of rows) await act(work, { type: 'ci', id }, 'approve_load', actor, {});
      const [left] = await work.run<{ n: number }>('load_left',
        `select count(*)::int as n from record where type = 'ci' and state = 'planned' and source = $1`, [source]);
      return { approved: rows.length, left: left?.n ?? 0 };
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
