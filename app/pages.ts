import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
  // Found by name below: as routes of their own a thousand files were two thousand routes at every start.
  const files = builtFiles();
  await app.register(serveStatic, {
    root,
    serve: false,
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
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const file = request.params['*'];
    if (files.has(file)) return reply.sendFile(file);
    if (isNoPage(request.url))
      throw new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) });
    return page(request, reply, 'index');
  });
}

/**
 * A file of an older build must be missing, not a page: the browser then fetches the new one. A name without an ending
 * is no file: `/assets/AST-000001` is where the labels of the register of assets lead.
 */
export const isNoPage = (url: string): boolean => /^\/(?:api\/|assets\/[^?]*\.\w+(?:\?|$))/.test(url);

function builtFiles(): ReadonlySet<string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(
    found.map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/')),
  );
}
