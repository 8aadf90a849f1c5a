import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { param, typedRoute } from '../../../platform/http/route.ts';
import { processOf } from '../../process/refusal.ts';
import { begin } from '../../record/act.ts';
import { rowSchema } from '../../record/api-schema.ts';
import { parse } from '../../record/input.ts';
import { told } from '../../record/outside.ts';
import { undo } from '../../record/undo.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

/** The version that the act left, as its answer and its ETag said. */
const body = z.strictObject({ version: z.int().min(1) });

/** Taking one's last act back, for the types of which the process table marks a step as reversible. */
export function undoRoutes(app: FastifyInstance, house: House): void {
  for (const type of house.types.values()) {
    const { edit, transitions } = processOf(type);
    if (![edit, ...Object.values(transitions)].some((action) => action.reversible)) continue;
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `/api/v1/${type.plural}/{number}/undo`,
        id: `undo_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: take one's last act back, within 30 seconds and while nothing happened since`,
        body,
        response: rowSchema(type),
      },
      async (request, reply) => {
        const actor = await actorOf(house, request, type.plural, 'write');
        const { version } = parse(body, request.body, actor.language);
        const named = { type: type.type, number: param(request, 'number') };
        const { record } = await begin(house, (work) => undo(work, named, actor, version));
        reply.header('etag', `"${record.version}"`);
        return told(type, actor, record);
      },
    );
  }
}
