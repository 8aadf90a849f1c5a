import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { query, route } from '../../../platform/http/route.ts';
import { statements } from '../../../platform/db/tx.ts';
import { parse } from '../../record/input.ts';
import { promises, today } from '../../today/today.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const day = 24 * 3_600_000;
// When the caller's day ends is known to their zone, and that to their page.
const dayQuery = z.object({ until: z.iso.datetime().optional() });

/** A person's day: whose turn it is, and what is promised until its end. */
export function todayRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/today',
      id: 'today',
      tag: 'me',
      summary: 'What waits for me, whose turn it is, and what falls due',
      query: dayQuery,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'me', 'read');
      const { until } = parse(dayQuery, query(request), actor.language);
      const tx = statements(house.pool);
      const [groups, counts] = await Promise.all([
        today(tx, house, actor),
        promises(tx, house, actor, until === undefined ? house.now() + day : Date.parse(until)),
      ]);
      return { groups, ...counts };
    },
  );
}
