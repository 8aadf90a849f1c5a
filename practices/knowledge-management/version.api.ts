import type { FastifyRequest } from 'fastify';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { article } from './article.record.ts';
import { todayOf } from './knowledge.queries.ts';
import { useOf } from './use.store.ts';
import { versionNumbered, versionsOf } from './version.queries.ts';

const useDays = 90;

/** For those who keep an article: every version it had, and what came of it. */
export const versionRoutes: RouteSet = (app, house) => {
  const about = { tag: 'articles', method: 'GET' } as const;
  const seen = async <T>(request: FastifyRequest, answer: (tx: Tx, record: BaseRecord) => Promise<T>): Promise<T> => {
    const actor = await actorOf(house, request, 'articles', 'read');
    const number = param(request, 'number');
    return onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, article, number);
      if (!stored || !mayView(article.access, actor, stored.record)) throw notFound('article', number);
      return answer(tx, stored.record);
    });
  }; // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/articles/{number}/versions', id: 'article_versions',
    summary: 'Every published version: when, by whom, what changed',
  }, (request) => seen(request, async (tx, { id }) => ({ items: await versionsOf(tx, id) }))); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/articles/{number}/versions/{version}', id: 'article_version',
    summary: 'One version as it was published',
  }, (request) => seen(request, async (tx, { id }) => {
    const version = param(request, 'version');
    const found = /^\d{1,6}$/.test(version) ? await versionNumbered(tx, id, Number(version)) : undefined;
    if (!found) throw notFound('article_version', version);
    return found;
  })); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/articles/{number}/use', id: 'article_use',
    summary: 'How often it was opened in ninety days, what readers said, what it solved',
  }, (request) => seen(request, (tx, { id }) => {
    const since = new Date(Date.parse(todayOf(house)) - useDays * 86_400_000).toISOString().slice(0, 10);
    return useOf(tx, id, since);
  })); // prettier-ignore
};
