import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalidField, Problem } from './problem.ts';

/** What the OpenAPI document says of a route. The schemas are the ones that its handler parses with. */
export type Described = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/incidents/{number}` */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body when it is no JSON. */
  readonly bodyType?: string;
  readonly response?: z.ZodType;
  readonly responseType?: string;
  readonly status?: number;
  readonly public?: boolean;
};

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const described = new WeakMap<FastifyInstance, Described[]>();

/** Every route of the API passes here, so none is missing from its documentation. */
export function route(app: FastifyInstance, about: Described, handler: Handler): void {
  const list = described.get(app) ?? [];
  list.push(about);
  described.set(app, list);
  app.route({
    method: about.method,
    url: about.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const body = await handler(request, reply);
      if (reply.sent) return reply;
      return reply
        .status(reply.statusCode === 200 ? (about.status ?? 200) : reply.statusCode)
        .send(body ?? null);
    },
  });
}

export const describedRoutes = (app: FastifyInstance): readonly Described[] => described.get(app) ?? [];

/** A part of the path as text; routes name them, so an absent one is our mistake. */
export function param(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, unknown>)[name];
  if (typeof value !== 'string') throw new Error(`the route has no parameter ${name}`);
  // PostgreSQL stores every character but this one, so nothing is called that.
  if (value.includes('\0'))
    throw new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) });
  return value;
}

/** Query parameters by name; of a repeated one the last. */
export function query(request: FastifyRequest): Readonly<Record<string, string>> {
  const given = Object.entries(request.query as Record<string, string | string[]>).map(
    ([key, value]) => [key, [value].flat().at(-1) ?? ''] as const,
  );
  const unstorable = given.find(([key, value]) => `${key}${value}`.includes('\0'));
  if (unstorable) throw invalidField(unstorable[0].replaceAll('\0', ''), 'problem.characters');
  return Object.fromEntries(given);
}
