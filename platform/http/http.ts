import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Language } from '../i18n/words.ts';
import type { Log } from '../log/log.ts';
import { Problem, type Params } from './problem.ts';
import { compressAnswers } from './compress.ts';
import { nestedDeeperThan } from './depth.ts';
import { securityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the signed-in person; until that is known, what the request prefers. */
    language: Language;
  }
}

export type WordsFor = (code: string, params: Params, language: Language) => string;

/** The largest JSON body; attachments and imports have their own limits. */
const bodyLimit = 1024 * 1024;
const warn = 40;
/** Deeper than anything that means something; what walks a body may then do so without counting. */
const mostNested = 50;

export type HttpOptions = {
  readonly log: Log;
  readonly words: WordsFor;
  readonly mapError: (error: unknown) => Problem | undefined;
  /** Believe X-Forwarded-For and its like: only behind a proxy that sets them. */
  readonly trustProxy?: boolean | string;
  /** The public address is https: browsers are told to stay with it. */
  readonly https?: boolean;
};

/** The HTTP server: every answer that is not a success is a problem document in the caller's language, never a 500
 * that could have been told. */
export function buildHttp({
  log,
  words,
  mapError,
  trustProxy = false,
  https = false,
}: HttpOptions): FastifyInstance {
  const answer = (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
    send(request, reply, problem, words);
  const app = fastify({
    // Each request would be a line or two; what asks for more silence than that gets it.
    loggerInstance: log.child({}, { level: log.levelVal > warn ? log.level : 'warn' }) as FastifyBaseLogger,
    // A logger of its own for each request cost as much as finding its route; what is told names the request itself.
    childLoggerFactory: (logger) => logger,
    trustProxy,
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    // Before any hook has run: a path that is no URL.
    frameworkErrors: (_error, request, reply) => {
      request.language = preferredLanguage(request.headers['accept-language']);
      for (const [name, value] of headers) void reply.header(name, value);
      void answer(request, reply, new Problem(400, 'problem.bad_url'));
    },
    clientErrorHandler: (error, socket) => refuseUnreadable(error, socket, words),
  });
  const headers = Object.entries(securityHeaders({ https }));
  app.decorateRequest('language', 'en');
  app.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of headers) void reply.header(name, value);
    request.language = preferredLanguage(request.headers['accept-language']);
  });
  compressAnswers(app);
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    if (nestedDeeperThan(mostNested, text))
      return done(new Problem(400, 'problem.too_deep', { most: mostNested }));
    return readJson(request, text, done);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = error instanceof Problem ? error : (mapError(error) ?? fromFastify(error));
    if (problem) return answer(request, reply, problem);
    request.log.error({ err: error, requestId: request.id }, 'unexpected error');
    return answer(request, reply, new Problem(500, 'problem.unexpected', { id: request.id }));
  });
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) })),
  );
  return app;
}

export function preferredLanguage(header: string | undefined): Language {
  const first = (header ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => /^(zh|en)/.test(part));
  return first?.startsWith('zh') ? 'zh-CN' : 'en';
}

/** RFC 9457. `type` ends in the key of the message; `errors` names each field. */
function send(request: FastifyRequest, reply: FastifyReply, problem: Problem, words: WordsFor) {
  const { language } = request;
  const body = {
    ...problem.more,
    type: `https://servanda.example/problems/${problem.code}`,
    title: words(problem.code, problem.params, language),
    status: problem.status,
    code: problem.code,
    params: problem.params,
    requestId: request.id,
    ...(problem.fields.length === 0
      ? {}
      : {
          errors: problem.fields.map(({ field, code, params, found, message }) => ({
            field,
            code,
            message: message ?? words(code, { field, ...params }, language),
            ...(found === undefined ? {} : { found }),
          })),
        }),
  };
  if (problem.status === 429 || problem.status === 503)
    reply.header('retry-after', problem.params['seconds'] ?? 5);
  return reply
    .status(problem.status)
    .header('content-language', language)
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** Fastify's own refusals: not JSON, too large, a media type it does not read. */
function fromFastify(error: FastifyError): Problem | undefined {
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'problem.too_large', { limit: bodyLimit });
  if (status === 415) return new Problem(415, 'problem.media_type');
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return new Problem(400, 'problem.empty_body');
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError)
    return new Problem(400, 'problem.not_json');
  // busboy's own errors have no code.
  if (
    error.code === 'FST_PROTO_VIOLATION' ||
    (/multipart|^Malformed part header/i.test(error.message) && status !== 413)
  )
    return new Problem(400, 'problem.multipart');
  if (status >= 400 && status < 500)
    return new Problem(status, 'problem.malformed', { detail: error.message });
  return undefined;
}

/** What Node could not read as HTTP at all: there is no request to answer, only a connection. */
function refuseUnreadable(
  error: { code?: string; rawPacket?: unknown },
  socket: Socket,
  words: WordsFor,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const sent = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const language = preferredLanguage(/^accept-language:(.*)$/im.exec(sent)?.[1]);
  const { status, code } = unreadable[error.code ?? ''] ?? { status: 400, code: 'problem.no_http' };
  const body = JSON.stringify({
    type: `https://servanda.example/problems/${code}`,
    title: words(code, {}, language),
    status,
    code,
    params: {},
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-language: ${language}`,
  ];
  socket.end(
    [...head, `content-length: ${Buffer.byteLength(body)}`, 'connection: close', '', body].join('\r\n'),
  );
}

const unreadable: Readonly<Record<string, { status: number; code: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'problem.headers_too_large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'problem.too_slow_request' },
};
