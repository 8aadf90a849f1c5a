import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../kernel/practice/caller.ts';
import type { House } from '../kernel/practice/house.ts';
import { mapError } from '../kernel/practice/map-error.ts';
import { openHouse } from '../kernel/practice/open-house.ts';
import { approvalRoutes } from '../kernel/practice/routes/approvals.ts';
import { proposalRoutes } from '../kernel/proposal/proposal.api.ts';
import { chainRoutes } from '../kernel/chain/chain.routes.ts';
import { evidenceRoutes } from '../kernel/evidence/evidence.routes.ts';
import { aroundRoutes } from '../kernel/practice/routes/around.ts';
import { meRoutes } from '../kernel/practice/routes/me.ts';
import { eventRuleRoutes } from '../kernel/event-rule/event-rule.routes.ts';
import { presenceRoutes } from '../kernel/practice/routes/presence.ts';
import { undoRoutes } from '../kernel/practice/routes/undo.ts';
import { todayRoutes } from '../kernel/practice/routes/today.ts';
import { exportRoutes } from '../kernel/practice/routes/exports.ts';
import { importRoutes } from '../kernel/practice/routes/imports.ts';
import { mailRoutes } from '../kernel/practice/routes/mails.ts';
import { measureRoutes } from '../kernel/practice/routes/measures.ts';
import { metaRoutes } from '../kernel/practice/routes/meta.ts';
import { notificationRoutes } from '../kernel/practice/routes/notifications.ts';
import { openApiRoutes } from '../kernel/practice/routes/openapi.ts';
import { portalRoutes } from '../kernel/practice/routes/portal.ts';
import { recordRoutes } from '../kernel/practice/routes/records.ts';
import { statusRoutes } from '../kernel/practice/routes/status.ts';
import { streamRoutes } from '../kernel/practice/routes/stream.ts';
import { timeRoutes } from '../kernel/practice/routes/time.ts';
import { trailRoutes } from '../kernel/practice/routes/trail.ts';
import { statusBoard, type StatusBoard } from '../kernel/practice/status.ts';
import { waysRoutes } from '../kernel/ways/ways.routes.ts';
import { webhookRoutes } from '../kernel/webhook/webhook.routes.ts';
import { startNoticeNews } from '../kernel/notification/news.ts';
import type { Bell } from '../kernel/trail/bell.ts';
import { startLive, type Live } from '../kernel/trail/live.ts';
import { keepFresh, startTail } from '../kernel/trail/tail.ts';
import { createAuth, type Auth } from '../platform/auth/auth.ts';
import { ownOrigins } from '../platform/auth/origin.ts';
import { authRoutes } from '../platform/auth/routes.ts';
import { sessionPerson } from '../platform/auth/sessions.ts';
import { apiTokens, bearerToken, type ApiTokens } from '../platform/auth/tokens.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/db/db.ts';
import { buildHttp } from '../platform/http/http.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Log } from '../platform/log/log.ts';
import { demoRoutes } from './demo/routes.ts';
import { metricsRoute } from './metrics.ts';
import packageJson from '../package.json' with { type: 'json' };
import { webRoutes } from './pages.ts';
import { servers } from './practices.ts';
import { setupRoutes } from './setup.ts';
import { dictionaries, wordsOf } from './words.ts';

const { version } = packageJson;

export type Parts = {
  config: Config;
  db: Database;
  log: Log;
  /** Shared with the worker where both run in one process. */
  bell: Bell;
};

export async function startServer({
  config,
  db,
  log,
  bell,
}: Parts): Promise<{ url: string; close(): Promise<void> }> {
  const house = await openHouse({ pool: db.pool, servers, words: dictionaries, wake: bell.ring });
  const tail = await startTail(house, { log, bell });
  const stopHearing = keepFresh(house, tail);
  const auth = createAuth({
    pool: db.pool,
    secret: config.secret,
    baseUrl: config.publicUrl,
    schema: config.schema,
    log,
  });
  const tokens = apiTokens(db.pool, {
    failed: (err) => log.warn({ err }, 'a token’s last use could not be kept'),
  });
  const live = startLive(house, tail, { log });
  const news = startNoticeNews(house, live, { log, bell });
  const status = statusOf(house);
  const stopStatus = status.follow(tail);
  const app = await buildApp({
    house,
    auth,
    tokens,
    log,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    live,
    status,
  });
  await app.listen({ port: config.port, host: config.host });
  return {
    url: config.publicUrl,
    close: async () => {
      await app.close();
      stopHearing();
      stopStatus();
      await news.close();
      await tail.close();
      await tokens.settle();
    },
  };
}

const statusOf = (house: House) =>
  statusBoard(
    house,
    servers.flatMap((server) => server.status ?? []),
  );

/** The whole HTTP side over an open house; tests build the same. */
export async function buildApp(given: {
  house: House;
  auth: Auth;
  tokens: ApiTokens;
  log: Log;
  publicUrl: string;
  trustProxy?: boolean | string;
  live?: Live;
  status?: StatusBoard;
}): Promise<FastifyInstance> {
  const { house, auth, tokens, log, publicUrl, trustProxy = false, live } = given;
  const words = wordsOf(house);
  const app = buildHttp({
    log,
    words,
    mapError: (error) => mapError(house, error),
    trustProxy,
    https: publicUrl.startsWith('https:'),
  });
  metricsRoute(app, house);
  await app.register(multipart);
  app.decorateRequest('caller', null);
  app.decorateRequest('actor', null);
  app.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/api/v1/')) return;
    request.caller = await identify(request, auth, tokens, (cookies) => {
      void reply.header('set-cookie', cookies);
    });
    refuseForeignPages(request, publicUrl);
  });
  await app.register(authRoutes, { auth });
  recordRoutes(app, house, words);
  aroundRoutes(app, house, words);
  approvalRoutes(app, house);
  trailRoutes(app, house);
  chainRoutes(app, house);
  evidenceRoutes(app, house, words);
  if (live) streamRoutes(app, house, live, (request) => identify(request, auth, tokens));
  exportRoutes(app, house, words);
  importRoutes(app, house, words);
  metaRoutes(app, house, words);
  measureRoutes(app, house, words);
  waysRoutes(app, house);
  proposalRoutes(app, house, words);
  meRoutes(app, house, { auth, tokens });
  const portals = servers.flatMap((server) => server.portal ?? []);
  notificationRoutes(app, house, words, portals);
  mailRoutes(app, house, words);
  todayRoutes(app, house);
  undoRoutes(app, house);
  eventRuleRoutes(app, house, words);
  presenceRoutes(app, house);
  portalRoutes(app, house, words, portals);
  statusRoutes(app, house, given.status ?? statusOf(house));
  setupRoutes(app, house, auth);
  demoRoutes(app, house, log);
  timeRoutes(app, house, words);
  webhookRoutes(app, house, words);
  for (const server of servers) server.routes?.(app, house, words);
  await openApiRoutes(app, version);
  healthRoutes(app, house);
  await webRoutes(app, house, auth);
  return app;
}

async function identify(
  request: FastifyRequest,
  auth: Auth,
  tokens: ApiTokens,
  setCookie?: (cookies: string[]) => void,
): Promise<Caller | null> {
  const bearer = bearerToken(request.headers.authorization);
  if (bearer !== undefined) {
    const verified = await tokens.verify(bearer);
    if (!verified) throw new Problem(401, 'problem.sign_in');
    return { personId: verified.personId, channel: 'api', tokenScopes: verified.scopes };
  }
  const personId = await sessionPerson(
    auth,
    request.headers,
    request.url === '/api/v1/me' ? setCookie : undefined,
  );
  return personId === null ? null : { personId, channel: 'web' };
}

/** A page of another site could make a browser send its cookie along; it cannot choose the Origin. */
function refuseForeignPages(request: FastifyRequest, publicUrl: string): void {
  const { origin } = request.headers;
  const harmless = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (harmless || origin === undefined || request.caller?.channel !== 'web') return;
  if (!ownOrigins(request.host, publicUrl).includes(origin)) throw new Problem(403, 'problem.foreign_origin');
}

function healthRoutes(app: FastifyInstance, house: House): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await house.pool.query('select 1').catch(() => {
      throw new Problem(503, 'problem.not_ready', { why: 'PostgreSQL' });
    });
    return { status: 'ready' };
  });
}
