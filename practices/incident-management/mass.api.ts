import { z } from 'zod';
import { mayAct, mayView } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { begin, problemOf } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { handlers } from './incident.fields.ts';
import { textsSchema } from './major.fields.ts';
import { announcedTo, reportSchema, reportTo } from './mass.announcements.ts';
import { massJobsOf, mostChildren, startMassJob, type MassProgress } from './mass.store.ts';
import { refusedInWords } from './mass.words.ts';

const childrenSchema = z.strictObject({
  numbers: z
    .array(z.string().regex(/^INC-\d{1,12}$/))
    .min(1)
    .max(mostChildren),
});
const answerSchema = z.strictObject({ texts: textsSchema });

export const massRoutes: RouteSet = (app, house) => {
  const about = { tag: 'incidents' } as const;

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/{number}/children', id: 'link_children', status: 202, body: childrenSchema,
    summary: 'Links many incidents to this one, up to ten thousand, in the background',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    const { numbers } = parse(childrenSchema, request.body, actor.language);
    return begin(house, async (work) => {
      const parent = await parentOf(work, house, actor, param(request, 'number'));
      return startMassJob(work, actor, { kind: 'link', parentId: parent.id, numbers });
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/{number}/answers', id: 'answer_children', status: 202, body: answerSchema,
    summary: 'One answer to everybody who reported it: a public comment in this incident and each of its open children',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    const input = parse(answerSchema, request.body, actor.language);
    return begin(house, async (work) => {
      const parent = await parentOf(work, house, actor, param(request, 'number'));
      return startMassJob(work, actor, { kind: 'answer', parentId: parent.id, input });
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/mass-jobs', id: 'mass_jobs',
    summary: 'How far linking, answering and resolving many children is, and what was refused why',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'read');
    return onConnection(house.pool, async (tx) => {
      const parent = await seen(tx, house, actor, param(request, 'number'));
      const items = isStaff(actor) ? await massJobsOf(tx, parent.id) : [];
      return { items: items.map((job) => present(job, actor)) };
    });
  }); // prettier-ignore

  route(app, {
    tag: 'announcements', method: 'GET', path: '/api/v1/announcements', id: 'announcements',
    summary: 'Known disturbances, in both languages, as the caller may know of them',
  }, async (request, reply) => {
    const actor = await actorOf(house, request, 'announcements', 'read');
    reply.header('cache-control', 'private, max-age=5');
    return { items: await announcedTo(house, actor) };
  }); // prettier-ignore

  route(app, {
    tag: 'announcements', method: 'POST', path: '/api/v1/announcements/{number}/reports', id: 'report_to_announcement', status: 201,
    body: reportSchema, summary: 'Reports the same: an incident linked to the announced one',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    const report = parse(reportSchema, request.body ?? {}, actor.language);
    return begin(house, (work) => reportTo(work, actor, param(request, 'number'), report));
  }); // prettier-ignore
};

const present = (job: MassProgress, { language }: Actor) => ({
  id: job.id,
  kind: job.kind,
  state: job.state,
  total: job.total,
  done: job.done,
  skipped: job.skipped,
  refused: job.refusedCount,
  refusals: job.refused.map(({ number, why }) => ({
    number,
    words: why ? refusedInWords(why, language) : '',
  })),
  createdAt: job.createdAt,
  finishedAt: job.finishedAt,
});

async function seen(tx: Tx, house: House, actor: Actor, number: string) {
  const type = typeNamed(house, 'incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
  return stored.record;
}

/** The incident, if it may have children and this actor may act on it. */
async function parentOf(tx: Tx, house: House, actor: Actor, number: string) {
  const type = typeNamed(house, 'incident');
  const record = await seen(tx, house, actor, number);
  if (!mayAct(type.access, actor, handlers, record)) throw problemOf(notYourRole(type, { by: handlers }));
  if (record.closedAt !== null) throw conflict('incident.parent_is_over', { parent: number });
  return record;
}
