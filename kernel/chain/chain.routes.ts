import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { onConnection } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, typedRoute } from '../../platform/http/route.ts';
import { mayView } from '../access/access.ts';
import { actorOf } from '../practice/caller.ts';
import type { House } from '../practice/house.ts';
import { refsSchema } from '../record/api-schema.ts';
import { referencesTo } from '../record/present.ts';
import { readRecord } from '../record/store.ts';
import { chainOf } from './chain.ts';

const item = z.object({
  id: z.uuid(),
  type: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  priority: z.int().nullable(),
  occurredAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  ownerId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  distance: z.int(),
  end: z.boolean(),
});
const milestone = z.object({
  recordId: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
const response = z.object({
  items: z.array(item),
  edges: z.array(z.object({ from: z.uuid(), to: z.uuid(), kind: z.string() })),
  milestones: z.array(milestone),
  refs: refsSchema,
  hidden: z.int(),
  cut: z.boolean(),
});

export function chainRoutes(app: FastifyInstance, house: House): void {
  for (const type of house.types.values())
    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `/api/v1/${type.plural}/{number}/chain`,
        id: `chain_of_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: all that belongs to the same story, along every link to both ends, in time order`,
        response,
      },
      async (request) => {
        const actor = await actorOf(house, request, type.plural, 'read');
        const number = param(request, 'number');
        return onConnection(house.pool, async (tx) => {
          const stored = await readRecord(tx, type, number);
          if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
          const { items, ...chain } = await chainOf(tx, house, stored.record, actor);
          const named = items.flatMap(({ ownerId, teamId, serviceId }) => [ownerId, teamId, serviceId]);
          return {
            items,
            ...chain,
            refs: await referencesTo(tx, new Set(named.filter((id) => id !== null))),
          };
        });
      },
    );
}
