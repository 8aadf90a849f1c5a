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
  /** It serves what others describe. */
  readonly undocumented?: boolean;
};

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const described = new WeakMap<FastifyInstance, Described[]>();

/** Every route of the API passes here, so none is missing from its documentation. */
export function route(app: FastifyInstance, about: Described, handler: Handler): void {
  describe(app, about);
  const { method, path } = about;
  app.route({
    method,
    url: urlOf(path),
    handler: (request, reply) => answer(about, handler, request, reply),
  });
}

/** Only its documentation: for paths that another route serves. */
export function describe(app: FastifyInstance, about: Described): void {
  const list = described.get(app) ?? [];
  list.push(about);
  described.set(app, list);
}

/**
 * A route that every record type has, below `/api/v1/<plural>`. The router knows it once, with the plural as a
 * parameter: thirty routes for each of fifty types, twice where HEAD comes along, were a third of the server's memory.
 */
export function typedRoute(app: FastifyInstance, plural: string, about: Described, handler: Handler): void {
  describe(app, about);
  const { method, path } = about;
  const url = urlOf(path).replace(`/api/v1/${plural}`, '/api/v1/:plural');
  const routes = typed.get(app) ?? new Map<string, TypedRoute>();
  typed.set(app, routes);
  const known = routes.get(`${method} ${url}`);
  if (known) return void known.set(plural, { about, handler });
  const served: TypedRoute = new Map([[plural, { about, handler }]]);
  routes.set(`${method} ${url}`, served);
  app.route({
    method,
    url,
    handler: (request, reply) => {
      const one = served.get(param(request, 'plural'));
      if (!one) throw new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) });
      return answer(one.about, one.handler, request, reply);
    },
  });
}

type TypedRoute = Map<string, { readonly about: Described; readonly handler: Handler }>;
const typed = new WeakMap<FastifyInstance, Map<string, TypedRoute>>();

const urlOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

async function answer(
  { status = 200 }: Described,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const body = await handler(request, reply);
  if (reply.sent) return reply;
  return reply.status(reply.statusCode === 200 ? status : reply.statusCode).send(body ?? null);
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
