import type { FastifyRequest } from 'fastify';
import { mayView } from '../../kernel/access/access.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { changeLink } from '../../kernel/link/link.ts';
import { begin, create } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { suggestionsFor } from './knowledge.queries.ts';
import { draftFrom, writtenFrom, type Solved } from './from-incident.ts';

/** Knowledge beside the work: what may solve an incident, and an article made of how one was solved. */
export const incidentArticleRoutes: RouteSet = (app, house) => {
  const about = { tag: 'articles' } as const;
  const seen = async (tx: Tx, actor: Actor, request: FastifyRequest) => {
    const type = typeNamed(house, 'incident');
    const number = param(request, 'number');
    const stored = await readRecord(tx, type, number);
    // Proposals show how the desk works; whoever reported has the portal's own.
    if (!stored || !isStaff(actor) || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
    return stored.record as BaseRecord & Solved;
  }; // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/articles', id: 'incident_articles',
    summary: 'Articles that may solve it, by service, category and words; those that solved it first',
  }, async (request) => {
    const actor = await actorOf(house, request, 'articles', 'read');
    return onConnection(house.pool, async (tx) => {
      const incident = await seen(tx, actor, request);
      const text = [incident.title, incident.symptom].filter(Boolean).join(' ');
      const { serviceId, categoryId } = incident;
      const items = await suggestionsFor(tx, house, actor, { text, serviceId, categoryId, limit: 6 });
      return { items, written: await writtenFrom(tx, incident.id, actor) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/{number}/articles', id: 'article_from_incident', status: 201,
    summary: 'A draft of an article from how this incident was resolved, linked to it',
  }, async (request) => {
    const actor = await actorOf(house, request, 'articles', 'write');
    return begin(house, (work) => fromIncident(work, actor, (tx) => seen(tx, actor, request)));
  }); // prettier-ignore
};

async function fromIncident(
  work: Work,
  actor: Actor,
  incidentOf: (tx: Tx) => Promise<BaseRecord & Solved>,
): Promise<BaseRecord> {
  const incident = await incidentOf(work);
  if (incident.resolution === null) throw conflict('article.nothing_resolved', { number: incident.number });
  // Two people who press at once would write two.
  await work.run('lock_article_source', 'select pg_advisory_xact_lock(hashtext($1))', [
    `article ${incident.id}`,
  ]);
  const before = await writtenFrom(work, incident.id, system());
  if (before) throw conflict('article.written_already', { number: before.number });
  const made = await create(work, 'article', actor, draftFrom(incident, actor.language), {
    detail: { source: incident.number },
  });
  await changeLink(work, { type: 'article', number: made.number }, actor, 'link', 'related', incident.number);
  return made;
}
