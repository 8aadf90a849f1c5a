import { notYours } from '../../access/not-yours.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { onConnection } from '../../../platform/db/tx.ts';
import { notFound } from '../../../platform/http/problem.ts';
import { param, query, route, typedRoute } from '../../../platform/http/route.ts';
import { mayView } from '../../access/access.ts';
import { staff } from '../../access/roles.ts';
import { parse } from '../../record/input.ts';
import { readRecord } from '../../record/store.ts';
import { isStaff } from '../../record/universal.ts';
import { offeredFor } from '../../template/offered.ts';
import { placeholders } from '../../template/placeholders.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const asked = z.object({ language: z.enum(['en', 'zh-CN']).optional() });
const item = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  language: z.enum(['en', 'zh-CN']),
  text: z.string(),
  /** Placeholders that this record has nothing for; they stay in the text. */
  missing: z.array(z.string()),
});

/** The answers that are ready for a record, with its own words in them. */
export function templateRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/answer-templates/placeholders',
      id: 'answer_placeholders',
      tag: 'answer-templates',
      summary: 'What a template may name in double braces',
      response: z.object({ items: z.array(z.string()) }),
    },
    async (request) => {
      await actorOf(house, request, 'answer-templates', 'read');
      return { items: placeholders };
    },
  );
  for (const type of house.types.values()) {
    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `/api/v1/${type.plural}/{number}/answers`,
        id: `answers_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: templates of answers, rendered for it`,
        query: asked,
        response: z.object({ language: z.enum(['en', 'zh-CN']), items: z.array(item) }),
      },
      async (request) => {
        const actor = await actorOf(house, request, type.plural, 'read');
        const { language } = parse(asked, query(request), actor.language);
        const number = param(request, 'number');
        return onConnection(house.pool, async (tx) => {
          const stored = await readRecord(tx, type, number);
          if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
          if (!isStaff(actor)) throw notYours(staff);
          return offeredFor(tx, actor, stored.record, language);
        });
      },
    );
  }
}
