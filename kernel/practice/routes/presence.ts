import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { forbidden, notFound } from '../../../platform/http/problem.ts';
import { param, typedRoute } from '../../../platform/http/route.ts';
import { statements } from '../../../platform/db/tx.ts';
import { mayView } from '../../access/access.ts';
import { appear, leave } from '../../presence/presence.ts';
import { parse } from '../../record/input.ts';
import { readRecord } from '../../record/store.ts';
import { isStaff } from '../../record/universal.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const presenceBody = z.strictObject({ editing: z.boolean() });

/** Who else has a record open: colleagues see each other, customers neither see nor are seen. */
export function presenceRoutes(app: FastifyInstance, house: House): void {
  const tx = statements(house.pool);
  for (const type of house.types.values()) {
    const path = `/api/v1/${type.plural}/{number}/presence`;
    const here = async (request: FastifyRequest) => {
      const actor = await actorOf(house, request, type.plural, 'read');
      const number = param(request, 'number');
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
      if (actor.id === null || !isStaff(actor)) throw forbidden('problem.colleagues_only');
      return { actor, recordId: stored.record.id, personId: actor.id };
    };
    typedRoute(
      app,
      type.plural,
      {
        method: 'PUT',
        path,
        id: `appear_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: I have it open; who else does`,
        body: presenceBody,
      },
      async (request) => {
        const { actor, recordId, personId } = await here(request);
        const { editing } = parse(presenceBody, request.body, actor.language);
        return { items: await appear(tx, recordId, personId, editing) };
      },
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'DELETE',
        path,
        id: `leave_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: I have closed it`,
      },
      async (request) => {
        const { recordId, personId } = await here(request);
        await leave(tx, recordId, personId);
        return { items: [] };
      },
    );
  }
}
