import { z } from 'zod';
import { mayAct, mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { begin, problemOf } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { newId } from '../../kernel/record/id.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { conflict, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { developmentStates, issuesChangedSince, issuesOf, saveTold } from './development.store.ts';
import { handlers } from './incident.fields.ts';
import { noteIn } from './incident.trail.ts';

const linkSchema = z.strictObject({
  tracker: plain(60),
  key: plain(60),
  url: plain(500),
  title: plain(200).optional(),
});
/** What the developers' tool tells, from its own webhook. */
const toldSchema = z.strictObject({
  tracker: plain(60),
  key: plain(60),
  state: z.enum(developmentStates),
  stateTold: plain(60).optional(),
  assignee: plain(120).optional(),
  fixedIn: plain(60).optional(),
});
const sinceSchema = z.strictObject({
  tracker: z.string().max(60).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

/** An address that a page may offer as a link: never a script. */
function safeUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalidField('url', 'incident.development_url', {}, url.slice(0, 100));
  return url;
}

/** 108: the same matter in the developers' tool. Priority goes there, state comes back. */
export const developmentRoutes: RouteSet = (app, house) => {
  const about = { tag: 'incidents' } as const;
  const base = '/api/v1/incidents/{number}/development-issues';

  route(app, {
    ...about, method: 'GET', path: base, id: 'development_issues', summary: 'Issues in the developers’ tools, with what those told last',
  }, async (request) => {
    const actor = await staffOf(house, request, 'read');
    return onConnection(house.pool, async (tx) => ({ items: await issuesOf(tx, (await seen(tx, house, actor, param(request, 'number'))).id) }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: base, id: 'link_development_issue', status: 201, body: linkSchema, summary: 'Links an issue of a developers’ tool',
  }, async (request) => {
    const actor = await staffOf(house, request, 'write');
    const given = parse(linkSchema, request.body, actor.language);
    const url = safeUrl(given.url);
    return begin(house, async (work) => {
      const incident = await acted(work, house, actor, param(request, 'number'));
      const at = house.now();
      const id = newId(at);
      const made = await work.run<{ id: string }>(
        'link_development_issue',
        `insert into development_issue (id, incident_id, tracker, key, url, title, linked_at, linked_by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (incident_id, tracker, key) do nothing returning id`,
        [id, incident.id, given.tracker, given.key, url, given.title ?? null, new Date(at).toISOString(), actor.id],
      );
      if (made.length === 0) throw conflict('incident.development_known', { number: incident.number });
      await noteIn(work, incident.id, 'development_linked', actor, at, { number: given.key, tracker: given.tracker, url });
      work.touched.add('incident');
      return { items: await issuesOf(work, incident.id) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'DELETE', path: `${base}/{id}`, id: 'unlink_development_issue', summary: 'Takes the link away; the trail keeps it',
  }, async (request) => {
    const actor = await staffOf(house, request, 'write');
    const id = z.uuid().safeParse(param(request, 'id')).data;
    return begin(house, async (work) => {
      const incident = await acted(work, house, actor, param(request, 'number'));
      const [gone] = await work.run<{ key: string; tracker: string }>(
        'unlink_development_issue',
        'delete from development_issue where id = $1 and incident_id = $2 returning key, tracker',
        [id ?? null, incident.id],
      );
      if (!gone) throw notFound('development issue', param(request, 'id'));
      await noteIn(work, incident.id, 'development_unlinked', actor, house.now(), { number: gone.key, tracker: gone.tracker });
      work.touched.add('incident');
      return { items: await issuesOf(work, incident.id) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/development-issues/told', id: 'development_issue_told', body: toldSchema,
    summary: 'From the developers’ tool (its webhook, with an API token): the state of an issue, for every incident linked to it',
  }, async (request) => {
    const actor = await staffOf(house, request, 'write');
    const told = parse(toldSchema, request.body, actor.language);
    return begin(house, (work) => saveTold(work, actor, told));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/development-issues', id: 'development_issues_changed', query: sinceSchema,
    summary: 'For the developers’ tool: the linked issues with the incident’s priority, state and due time (?since=…&tracker=…)',
  }, async (request) => {
    const actor = await staffOf(house, request, 'read');
    const { tracker, since } = parse(sinceSchema, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({ items: await issuesChangedSince(tx, house, actor, { tracker, since }) }));
  }); // prettier-ignore
};

async function staffOf(house: House, request: Parameters<typeof actorOf>[1], access: 'read' | 'write') {
  const actor = await actorOf(house, request, 'incidents', access);
  if (!isStaff(actor)) throw problemOf(notYourRole(typeNamed(house, 'incident'), { by: handlers }));
  return actor;
}

async function seen(tx: Tx, house: House, actor: Actor, number: string) {
  const type = typeNamed(house, 'incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
  return stored.record;
}

async function acted(tx: Tx, house: House, actor: Actor, number: string) {
  const type = typeNamed(house, 'incident');
  const record = await seen(tx, house, actor, number);
  if (!mayAct(type.access, actor, handlers, record)) throw problemOf(notYourRole(type, { by: handlers }));
  if (record.closedAt !== null) throw conflict('problem.closed_is_immutable', { number });
  return record;
}
