import type { FastifyInstance, FastifyRequest } from 'fastify';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { route } from '../../platform/http/route.ts';
import { leadershipOf } from './leadership.ts';
import { supportOf } from './support.ts';

const tag = 'management-system';

/** For whoever works inside; each counts and names what this reader may see. */
export function leadershipAndSupportRoutes(app: FastifyInstance, house: House): void {
  const inside = async (request: FastifyRequest) => {
    return staffOf(house, request, tag, 'read');
  };
  route(app, {
    method: 'GET', path: '/api/v1/support', id: 'support', tag,
    summary: 'Clause 7: resources, competence, awareness, communication, documents: what there is, what is missing, what is due',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, (tx) => supportOf(tx, house, actor));
  });
  route(app, {
    method: 'GET', path: '/api/v1/leadership', id: 'leadership', tag,
    summary: '5.1: what top management did in six matters, on which day and by whom',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, (tx) => leadershipOf(tx, house, actor));
  });
} // prettier-ignore
