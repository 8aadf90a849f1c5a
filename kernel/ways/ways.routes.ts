import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { onConnection } from '../../platform/db/tx.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { periodOf } from '../measure/condition.ts';
import { actorOf } from '../practice/caller.ts';
import type { House } from '../practice/house.ts';
import { refsSchema } from '../record/api-schema.ts';
import { inLanguage } from '../record/local-title.ts';
import { referencesTo } from '../record/present.ts';
import { waysBy, waysOf } from './ways.ts';

const asked = z.object({
  type: z.string().describe('A record type, as /api/v1/meta names it'),
  by: z.string().optional().describe('What they are alike in: a field of the type'),
  from: z.string(),
  to: z.string(),
});
const way = z.object({
  states: z.array(z.string()),
  n: z.int(),
  share: z.number(),
  medianMs: z.number(),
  examples: z.array(z.string()),
});
const response = z.object({
  type: z.string(),
  by: z.string(),
  choices: z.array(z.string()),
  n: z.int(),
  capped: z.boolean(),
  kinds: z.array(
    z.object({
      value: z.string().nullable(),
      n: z.int(),
      alike: z.int(),
      more: z.int(),
      ways: z.array(way),
    }),
  ),
  refs: refsSchema,
});
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How alike the same thing is handled (8.1). */
export function waysRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/ways',
      id: 'ways',
      tag: 'measures',
      summary:
        'Of records that ended in a period, by category or another field: the ways they went through their states',
      query: asked,
      response,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'measures', 'read');
      const given = query(request);
      const type = house.types.get(given['type'] ?? '');
      if (!type) {
        const options = [...house.types.keys()].join(', ');
        throw invalidField('type', 'problem.one_of', { options }, (given['type'] ?? '').slice(0, 80));
      }
      const choices = waysBy(type);
      const by = given['by'] || choices[0];
      if (by === undefined || !choices.includes(by))
        throw invalidField('by', 'problem.one_of', { options: choices.join(', ') }, (by ?? '').slice(0, 80));
      const [from, to] = periodOf(`${given['from'] ?? ''}..${given['to'] ?? ''}`);
      if (from >= to) throw invalidField('to', 'problem.dates_reversed', { from, to });
      return onConnection(house.pool, async (tx) => {
        const found = await waysOf(tx, house, type, actor, { by, from, to });
        const ids = found.kinds.flatMap(({ value }) => (value !== null && uuid.test(value) ? [value] : []));
        const refs = await inLanguage(tx, house, await referencesTo(tx, new Set(ids)), actor.language);
        return { type: type.type, by, choices, ...found, refs };
      });
    },
  );
}
