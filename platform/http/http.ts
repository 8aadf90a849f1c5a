import { randomUUID } from 'node:crypto';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Language } from '../i18n/words.ts';
import type { Log } from '../log/log.ts';
import { Problem, type Params } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the signed-in person; until that is known, what the request prefers. */
    language: Language;
  }
}

export type WordsFor = (code: string, params: Params, language: Language) => string;

/** The largest JSON body; attachments and imports have their own limits. */
const bodyLimit = 1024 * 1024;

/** The HTTP server: every answer that is not a success is a problem document in the caller's language, never a 500
 * that could have been told. */
export function buildHttp({ log, words, mapError }: { log: Log; words: WordsFor; mapError: (error: unknown) => Problem | undefined }): FastifyInstance {
  const app = fastify({
    loggerInstance: log.child({}, { level: 'warn' }) as FastifyBaseLogger,
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
  });
  app.decorateRequest('language', 'en');
  app.addHook('onRequest', async (request) => {
    request.language = preferredLanguage(request.headers['accept-language']);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = error instanceof Problem ? error : (mapError(error) ?? fromFastify(error));
    if (problem) return send(request, reply, problem, words);
    request.log.error({ err: error, requestId: request.id }, 'unexpected error');
    return send(request, reply, new Problem(500, 'problem.unexpected', { id: request.id }), words);
  });
  app.setNotFoundHandler((request, reply) =>
    send(request, reply, new Problem(404, 'problem.no_such_page', { path: request.url.slice(0, 200) }), words),
  );
  return app;
}

export function preferredLanguage(header: string | undefined): Language {
  const first = (header ?? '').split(',').map((part) => part.trim().toLowerCase()).find((part) => /^(zh|en)/.test(part));
  return first?.startsWith('zh') ? 'zh-CN' : 'en';
}

/** RFC 9457. `type` ends in the key of the message; `errors` names each field. */
function send(request: FastifyRequest, reply: FastifyReply, problem: Problem, words: WordsFor) {
  const { language } = request;
  const title = words(problem.code, problem.params, language);
  const body = {
    type: `https://servanda.example/problems/${problem.code}`,
    title,
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
  return reply.status(problem.status).header('content-language', language).type('application/problem+json').send(JSON.stringify(body));
}

/** Fastify's own refusals: not JSON, too large, a media type it does not read. */
function fromFastify(error: FastifyError): Problem | undefined {
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'problem.too_large', { limit: bodyLimit });
  if (status === 415) return new Problem(415, 'problem.media_type');
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return new Problem(400, 'problem.empty_body');
  if (status >= 400 && status < 500) return new Problem(status, 'problem.malformed', { detail: error.message });
  return undefined;
}
