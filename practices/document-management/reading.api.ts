import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { openAttachment } from '../../kernel/attachment/attachment.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { acknowledge } from './acknowledgement.store.ts';
import { livingText } from './effective.ts';
import { libraryFor, readingListFor, readingOf } from './reading.queries.ts';

const listed = z.strictObject({
  q: z.string().max(200).optional(),
  level: z.coerce.number().int().min(1).max(4).optional(),
  after: z.string().max(60).optional(),
  obsolete: z.enum(['true', 'false']).optional(),
});
const inLanguage = z.strictObject({ language: z.enum(['en', 'zh-CN']).optional() });
const mine = z.strictObject({ open: z.enum(['true', 'false']).optional() });
const said = z.strictObject({ version: z.string().regex(/^\d{1,6}\.\d{1,6}$/) });

/** What everybody reads: in force, and for them. Whatever else there is does not exist here. */
export const readingRoutes: RouteSet = (app, house) => {
  const about = { tag: 'reading' } as const;
  const reader = (request: FastifyRequest) => actorOf(house, request, 'documents', 'read');
  const found = async (tx: Tx, actor: Actor, request: FastifyRequest, language = actor.language) => {
    const name = param(request, 'number');
    const reading = await readingOf(tx, house, actor, name, language);
    if (!reading) throw notFound('document', name);
    return reading;
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/reading', id: 'library', query: listed,
    summary: 'Documents in force that I may read, by code; with words, those that hold them',
  }, async (request) => {
    const actor = await reader(request);
    const { obsolete, ...asked } = parse(listed, query(request), actor.language);
    return onConnection(house.pool, (tx) => libraryFor(tx, house, actor, { ...asked, obsolete: obsolete === 'true' }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/reading/mine', id: 'reading_list', query: mine,
    summary: 'What I must read, and what of it I have acknowledged',
  }, async (request) => {
    const actor = await reader(request);
    const { open } = parse(mine, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({ items: await readingListFor(tx, house, actor, open === 'true') }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/reading/{number}', id: 'read_document', query: inLanguage,
    summary: 'One document in force by number or code: as approved, as its live blocks say today, and what has moved since',
  }, async (request) => {
    const actor = await reader(request);
    const { language } = parse(inLanguage, query(request), actor.language);
    return onConnection(house.pool, async (tx) => {
      const { blocks: _blocks, bodyEn: _en, bodyZh: _zh, body: _body, ...reading } = await found(tx, actor, request, language);
      const { text, changed, faults } = await livingText(tx, house, { ...reading, blocks: _blocks, bodyEn: _en, bodyZh: _zh, body: _body });
      return { ...reading, text, changed, faults };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/reading/{number}/images/{id}', id: 'document_image',
    summary: 'A picture in a document that I may read', responseType: 'application/octet-stream',
  }, async (request, reply) => {
    const actor = await reader(request);
    const { content, headers } = await onConnection(house.pool, async (tx) => {
      const { id: documentId, bodyEn, bodyZh } = await found(tx, actor, request);
      const id = param(request, 'id').toLowerCase();
      // What is attached besides is the writers' own.
      if (!`${bodyEn ?? ''}${bodyZh ?? ''}`.toLowerCase().includes(`attachment:${id}`)) throw notFound('attachment', id);
      return openAttachment(tx, documentId, id, true);
    });
    return reply.headers(headers).send(content);
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/reading/{number}/acknowledgement', id: 'acknowledge_document', body: said, status: 201,
    summary: 'I have read this version; asked again at every major one',
  }, async (request) => {
    const actor = await actorOf(house, request, 'documents', 'write');
    const { version } = parse(said, request.body, actor.language);
    const { id } = actor;
    if (id === null) throw forbidden('document.not_addressed');
    await begin(house, async (work) => acknowledge(work, await found(work, actor, request), { ...actor, id }, version));
    return { version };
  }); // prettier-ignore
};
