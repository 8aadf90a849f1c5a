import { notYours } from '../../access/not-yours.ts';
import type { FastifyInstance } from 'fastify';
import { onConnection } from '../../../platform/db/tx.ts';
import { route } from '../../../platform/http/route.ts';
import { holds } from '../../access/actor.ts';
import { exceptionReaders, exceptions } from '../../approval/exceptions.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

/** What one person did where two are asked for: a small organisation may, and its management sees each. */
export function exceptionRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/sod-exceptions',
      id: 'sod_exceptions',
      tag: 'approvals',
      summary: 'Exceptions to the separation of duties, of every practice, the latest first',
    },
    async (request) => {
      const actor = await actorOf(house, request, 'approvals', 'read');
      if (!exceptionReaders.some((role) => holds(actor, role))) throw notYours(exceptionReaders);
      return { items: await onConnection(house.pool, (tx) => exceptions(tx, house, actor)) };
    },
  );
}
