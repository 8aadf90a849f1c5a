import type { FastifyRequest } from 'fastify';
import { forbidden, Problem } from '../../platform/http/problem.ts';
import { tokenAllows } from '../../platform/auth/tokens.ts';
import { isLookingOn, type Actor, type Channel } from '../access/actor.ts';
import { notYours } from '../access/not-yours.ts';
import { isLooker, staff } from '../access/roles.ts';
import { actorFor } from '../directory/actor.store.ts';
import { isStaff } from '../record/universal.ts';
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
    /** Set once it is known who acts. */
    actor: Actor | null;
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
  request.actor = actor;
  if (actor.outside) throw outOfTime(house, actor.outside);
  if (tokenScopes && !tokenAllows(tokenScopes, resource, access)) {
    throw forbidden('problem.token_scope', { scope: `${resource}:${access}` });
  }
  if (access === 'write' && isLookingOn(actor) && !mayWrite(house, resource, actor))
    throw forbidden('problem.looks_on');
  return actor;
}

/** The same, of whoever works inside the organisation or looks at it from within; others are refused. */
export async function staffOf(...about: Parameters<typeof actorOf>): Promise<Actor> {
  const actor = await actorOf(...about);
  if (!isStaff(actor)) throw notYours(staff);
  return actor;
}

/** What is somebody's own, not the organisation's: language, notices, views of lists. */
const own = new Set(['me', 'views']);

/** Whoever looks on writes only where a record type names their role; its process then says what. */
const mayWrite = (house: House, resource: string, actor: Actor): boolean =>
  own.has(resource) ||
  house.types
    .values()
    .some(
      ({ plural, access }) =>
        plural === resource &&
        actor.holdings.some(({ role }) => isLooker(role) && access[role] !== undefined),
    );

/** An account for a time sees nothing before and after it, and is told why rather than shown empty lists. */
function outOfTime(house: House, { from, to }: NonNullable<Actor['outside']>): Problem {
  const today = new Date(house.now()).toISOString().slice(0, 10);
  return from > today
    ? forbidden('problem.access_not_begun', { from })
    : forbidden('problem.access_over', { to: to !== null && to < today ? to : today });
}
