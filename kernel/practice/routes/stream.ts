import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden, Problem } from '../../../platform/http/problem.ts';
import { route } from '../../../platform/http/route.ts';
import type { Actor } from '../../access/actor.ts';
import { actorFor } from '../../directory/actor.store.ts';
import type { Live } from '../../trail/live.ts';
import type { Caller } from '../caller.ts';
import type { House } from '../house.ts';

/** What a client may leave unread before it is let go; it comes back and resumes. */
const mostUnread = 256 * 1024;

/**
 * Server-sent events: `record` for each change of a record that the caller may see. `callerOf` tells who a request is
 * from by now, so that a session that ends or a token that is revoked ends the stream too.
 */
export function streamRoutes(
  app: FastifyInstance,
  house: House,
  live: Live,
  callerOf: (request: FastifyRequest) => Promise<Caller | null>,
): void {
  // Before the server waits for its open connections, for these would never end by themselves.
  app.addHook('preClose', async () => live.close());
  const about = {
    method: 'GET',
    path: '/api/v1/stream',
    id: 'stream',
    tag: 'stream',
    summary: 'Live changes as server-sent events',
    responseType: 'text/event-stream',
  } as const;
  route(app, about, async (request, reply) => {
    const actor = await actorBehind(house, request.caller);
    if (!actor) throw new Problem(401, 'problem.sign_in');
    request.language = actor.language;
    if (actor.tokenScopes?.every((scope) => !scope.endsWith(':read')))
      throw forbidden('problem.token_scope', { scope: '*:read' });
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string | string[]>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // nginx would collect the events before it passes them on.
      'x-accel-buffering': 'no',
    });
    const lastEventId = request.headers['last-event-id'];
    const leave = await live.join(
      {
        identify: async () => actorBehind(house, await callerOf(request)),
        send: (text) => {
          raw.write(text);
          return raw.writableLength < mostUnread;
        },
        // Not end(): a client that does not read would never take the rest.
        end: () => (raw.writableLength < mostUnread ? raw.end() : raw.destroy()),
      },
      actor,
      typeof lastEventId === 'string' ? lastEventId : undefined,
    );
    raw.on('close', leave);
    raw.on('error', leave);
  });
}

async function actorBehind(house: House, caller: Caller | null): Promise<Actor | undefined> {
  return caller ? actorFor(house, caller.personId, caller.channel, caller.tokenScopes) : undefined;
}
