import type { FastifyRequest } from 'fastify';
import { forbidden, Problem } from '../../platform/http/problem.ts';
import { tokenAllows } from '../../platform/auth/tokens.ts';
import type { Actor, Channel } from '../access/actor.ts';
import { actorFor } from '../directory/actor.store.ts';
import type { House } from './house.ts';

/** Who is behind a request, before anything is known of their roles. */
export type Caller = {
  readonly personId: string;
  readonly channel: Channel;
  readonly tokenScopes?: readonly string[];
};

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** The actor of a request that must be signed in; from then on it is answered in their language. */
export async function actorOf(
  house: House,
  request: FastifyRequest,
  resource: string,
  access: 'read' | 'write',
): Promise<Actor> {
  const { caller } = request;
  if (!caller) throw new Problem(401, 'problem.sign_in');
  const { personId, channel, tokenScopes } = caller;
  const actor = await actorFor(house, personId, channel, tokenScopes);
  if (!actor) throw new Problem(401, 'problem.sign_in');
  request.language = actor.language;
  if (tokenScopes && !tokenAllows(tokenScopes, resource, access)) {
    throw forbidden('problem.token_scope', { scope: `${resource}:${access}` });
  }
  return actor;
}
