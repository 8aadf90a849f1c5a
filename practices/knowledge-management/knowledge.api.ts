import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { openAttachment } from '../../kernel/attachment/attachment.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { onConnection, statements, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import {
  articlesFor,
  readingFor,
  shelvesFor,
  showsImage,
  suggestionsFor,
  todayOf,
} from './knowledge.queries.ts';
import { ownFeedback } from './feedback.queries.ts';
import { countUse, useKinds } from './use.store.ts';

const listed = z.strictObject({
  q: z.string().max(200).optional(),
  serviceId: z.uuid().optional(),
  before: z.uuid().optional(),
});
const typing = z.strictObject({
  q: z.string().max(500),
  serviceId: z.union([z.uuid(), z.literal('')]).optional(),
  categoryId: z.union([z.uuid(), z.literal('')]).optional(),
});
const used = z.strictObject({ place: z.enum(useKinds) });
const judged = z.strictObject({
  helpful: z.boolean(),
  remark: plain(2000).optional(),
  /** It solved what was being reported, so that nothing was sent; `typed` is what had been written by then. */
  solved: z.boolean().optional(),
  typed: plain(200).optional(),
});

/** What everybody reads: published, in force, and for them. Whatever else there is does not exist here. */
export const knowledgeRoutes: RouteSet = (app, house) => {
  const about = { tag: 'knowledge' } as const;
  const reader = (request: FastifyRequest) => actorOf(house, request, 'articles', 'read');
  const reading = async (tx: Tx, actor: Actor, request: FastifyRequest) => {
    const number = param(request, 'number');
    const found = await readingFor(tx, house, actor, number);
    if (!found) throw notFound('article', number);
    return found;
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/knowledge', id: 'knowledge', query: listed,
    summary: 'Published articles that I may read: the best of a search, or the newest first',
  }, async (request) => {
    const actor = await reader(request);
    const asked = parse(listed, query(request), actor.language);
    return onConnection(house.pool, (tx) => articlesFor(tx, house, actor, asked));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/knowledge/shelves', id: 'knowledge_shelves',
    summary: 'How many articles there are for me, by service',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => ({ items: await shelvesFor(tx, house, actor) }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/knowledge/suggestions', id: 'knowledge_suggestions', query: typing,
    summary: 'Articles that may solve what is being typed, before it is sent',
  }, async (request) => {
    const actor = await reader(request);
    const { q, serviceId, categoryId } = parse(typing, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({
      items: await suggestionsFor(tx, house, actor, { text: q, serviceId: serviceId || null, categoryId: categoryId || null, limit: 3 }),
    }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/knowledge/{number}', id: 'read_article',
    summary: 'One article in my language, and what I said of it',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => {
      const found = await reading(tx, actor, request);
      return { ...found, mine: await ownFeedback(tx, found.id, found.version, actor) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/knowledge/{number}/images/{id}', id: 'article_image',
    summary: 'A picture in an article that I may read', responseType: 'application/octet-stream',
  }, async (request, reply) => {
    const actor = await reader(request);
    const { content, headers } = await onConnection(house.pool, async (tx) => {
      const found = await reading(tx, actor, request);
      const id = param(request, 'id');
      if (!(await showsImage(tx, found.id, id))) throw notFound('attachment', id);
      return openAttachment(tx, found.id, id, true);
    });
    return reply.headers(headers).send(content);
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/knowledge/{number}/views', id: 'article_opened', body: used, status: 201,
    summary: 'It was opened: counted by day and place, never by reader',
  }, async (request) => {
    const actor = await reader(request);
    const { place } = parse(used, request.body, actor.language);
    const tx = statements(house.pool);
    const { id } = await reading(tx, actor, request);
    await countUse(tx, id, place, todayOf(house));
    return { counted: true };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/knowledge/{number}/judgement', id: 'judge_article', body: judged, status: 201,
    summary: 'Did it help? Words go to its owner; said again, the former judgement is changed',
  }, async (request) => {
    const actor = await actorOf(house, request, 'article-feedbacks', 'write');
    const { helpful, remark, solved = false, typed } = parse(judged, request.body, actor.language);
    const number = await begin(house, async (work) => {
      const article = await reading(work, actor, request);
      const before = solved ? undefined : await ownFeedback(work, article.id, article.version, actor);
      if (before && ['open', 'counted'].includes(before.state)) {
        const input = { helpful, ...(remark === undefined ? {} : { remark }) };
        await act(work, { type: 'article-feedback', id: before.id }, 'change', actor, input);
        return before.number;
      }
      const said = { helpful: helpful || solved, deflected: solved, ...(typed && solved ? { typed } : {}), ...(remark ? { remark } : {}) };
      return (await create(work, 'article-feedback', actor, { articleId: article.id, ...said })).number;
    });
    return { number };
  }); // prettier-ignore
};
