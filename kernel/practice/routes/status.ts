import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { forbidden, Problem } from '../../../platform/http/problem.ts';
import { route } from '../../../platform/http/route.ts';
import { holds } from '../../access/actor.ts';
import { begin } from '../../record/act.ts';
import { parse } from '../../record/input.ts';
import { actorOf } from '../caller.ts';
import { changeSetting } from '../change-setting.ts';
import type { House } from '../house.ts';
import { publicStatus, type StatusBoard } from '../status.ts';

const visibility = z.strictObject({ public: z.boolean() });

export function statusRoutes(app: FastifyInstance, house: House, board: StatusBoard): void {
  const isPublic = () => house.reference.settings.get(publicStatus).value;
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/status',
      id: 'status',
      tag: 'status',
      summary: 'What the services are doing, planned work, and the last 90 days',
      public: true,
    },
    async (request, reply) => {
      if (!isPublic() && !request.caller) throw new Problem(401, 'problem.sign_in');
      const { body, etag } = await board.current();
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === etag) return reply.status(304).send();
      return reply.header('content-type', 'application/json; charset=utf-8').send(body);
    },
  );
  route(
    app,
    {
      method: 'PATCH',
      path: '/api/v1/status',
      id: 'edit_status',
      tag: 'status',
      summary: 'Whether everybody may see the status page, or only who is signed in',
      body: visibility,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'status', 'write');
      if (!holds(actor, 'administrator'))
        throw forbidden('problem.not_your_role', { roles: '@role.administrator' });
      const wanted = parse(visibility, request.body, actor.language);
      await begin(house, (work) => changeSetting(work, actor, publicStatus, wanted.public));
      return wanted;
    },
  );
}
