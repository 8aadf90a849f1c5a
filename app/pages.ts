import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorFor } from '../kernel/directory/actor.store.ts';
import type { House } from '../kernel/practice/house.ts';
import type { Auth } from '../platform/auth/auth.ts';
import { sessionPerson } from '../platform/auth/sessions.ts';
import { preferredLanguage } from '../platform/http/http.ts';
import { Problem } from '../platform/http/problem.ts';

const root = join(import.meta.dirname, '../dist/web');

/**
 * The built pages; every path that is not the API's is the web application's own. Each page is there per language, for
 * guests and (`in`) for who is signed in: its head already asks for their words and for what they are shown first.
 */
export async function webRoutes(app: FastifyInstance, house: House, auth: Auth): Promise<void> {
  if (!existsSync(root)) return;
  await app.register(serveStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    maxAge: '1y',
    immutable: true,
    index: false,
  });
  const send = (reply: FastifyReply, file: string) =>
    reply.header('cache-control', 'no-cache').sendFile(file, { maxAge: 0, immutable: false });
  const page = async (request: FastifyRequest, reply: FastifyReply, name: string) => {
    void reply.header('vary', 'cookie, accept-language');
    const personId = await sessionPerson(auth, request.headers);
    const actor = personId === null ? undefined : await actorFor(house, personId, 'web');
    const language = actor?.language ?? preferredLanguage(request.headers['accept-language']);
    const file = `${name}.${language}${actor ? '.in' : ''}.html`;
    return send(reply, existsSync(join(root, file)) ? file : `${name}.html`);
  };
  for (const path of ['/portal', '/portal/*'])
    app.get(path, async (request, reply) => page(request, reply, 'portal'));
  app.get('/*', async (request, reply) => {
    // A file of an older build must be missing, not a page: the browser then fetches the new one.
    if (/^\/(api|assets)\//.test(request.url))
      throw new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) });
    return page(request, reply, 'index');
  });
}
