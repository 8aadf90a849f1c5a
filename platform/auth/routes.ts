import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, Problem, type FieldProblem } from '../http/problem.ts';
import { addressHeader, type Auth } from './auth.ts';
import { refusal } from './refusals.ts';

/** What a field must be; `?` may be left out. */
type Kind = 'text' | 'flag?';
type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly body?: Readonly<Record<string, Kind>>;
  /** Sent to better-auth whatever the caller wants. */
  readonly always?: Readonly<Record<string, boolean>>;
};

const withPassword = { method: 'POST', body: { password: 'text' } } as const;
const withCode = { method: 'POST', body: { code: 'text', trustDevice: 'flag?' } } as const;

/**
 * Of all that better-auth can do, what Servanda offers, with the fields that are passed on. Whatever is not listed
 * does not exist: names and addresses belong to the person's record, accounts are made by administrators.
 */
const endpoints: Readonly<Record<string, Endpoint>> = {
  'get-session': { method: 'GET' },
  'sign-in/email': { method: 'POST', body: { email: 'text', password: 'text', rememberMe: 'flag?' } },
  'sign-out': { method: 'POST', body: {} },
  'change-password': {
    method: 'POST',
    body: { currentPassword: 'text', newPassword: 'text' },
    // Whoever knew the old password is put out.
    always: { revokeOtherSessions: true },
  },
  'list-sessions': { method: 'GET' },
  'revoke-session': { method: 'POST', body: { token: 'text' } },
  'revoke-other-sessions': { method: 'POST', body: {} },
  'two-factor/enable': withPassword,
  'two-factor/disable': withPassword,
  'two-factor/get-totp-uri': withPassword,
  'two-factor/generate-backup-codes': withPassword,
  'two-factor/verify-totp': withCode,
  'two-factor/verify-backup-code': withCode,
};

const maxBodyBytes = 16 * 1024;
const originHeaders = ['origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'] as const;
/** Of the caller's headers, those that better-auth needs. */
const passedOn = ['cookie', 'user-agent', ...originHeaders] as const;

/** Mounts sign-in at /api/auth/*. What is refused is thrown as a Problem; the server around it has the words. */
export async function authRoutes(app: FastifyInstance, { auth }: { readonly auth: Auth }): Promise<void> {
  app.removeAllContentTypeParsers();
  // Parsed below: what is wrong with a body is told in our words. Form posts are refused, other sites could send them.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.setErrorHandler((error, _request, reply) => {
    const problem = asProblem(error);
    if (problem instanceof Problem && problem.status === 429) {
      reply.header('retry-after', problem.params.seconds ?? 60);
    }
    reply.header('cache-control', 'no-store');
    throw problem;
  });

  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    bodyLimit: maxBodyBytes,
    async handler(request, reply) {
      const path = request.params['*'];
      const endpoint = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
      if (path.startsWith('sign-up')) throw new Problem(403, 'auth.sign_up_closed');
      if (!endpoint) throw new Problem(404, 'auth.not_offered');
      if (endpoint.method !== request.method) {
        reply.header('allow', endpoint.method);
        throw new Problem(405, 'auth.wrong_method', { method: endpoint.method });
      }
      const body = endpoint.body && { ...readBody(request, endpoint.body), ...endpoint.always };
      const response = await auth.handler(webRequest(request, auth.options.baseURL, path, body));
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      if (!response.ok) throw await refusal(response, Object.keys(endpoint.body ?? {}));
      return reply
        .code(response.status)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(await response.text());
    },
  });
}

function webRequest(
  request: FastifyRequest,
  baseUrl: string,
  path: string,
  body: object | undefined,
): Request {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // A browser sends at least one of these; a script with a cookie sends none, and forges nobody's request.
  if (!originHeaders.some((name) => headers.has(name))) headers.set('origin', baseUrl);
  // request.ip heeds x-forwarded-for only under trustProxy. An IPv6 zone (fe80::1%eth0) is no part of the address.
  headers.set(addressHeader, request.ip.replace(/%.*$/, ''));
  // request.host heeds x-forwarded-host under the same condition; auth.ts compares Origin with it.
  const host = URL.parse(`http://${request.host}`)?.host || new URL(baseUrl).host;
  const url = `http://${host}/api/auth/${path}`;
  if (!body) return new Request(url, { method: request.method, headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) });
}

/** The known fields of a JSON object; throws which field is wrong. The values are never repeated: some are secrets. */
function readBody(
  request: FastifyRequest,
  kinds: Readonly<Record<string, Kind>>,
): Record<string, string | boolean> {
  const given = parseObject(request);
  const body: Record<string, string | boolean> = {};
  const faults: FieldProblem[] = [];
  for (const [field, kind] of Object.entries(kinds)) {
    const value = Object.hasOwn(given, field) ? given[field] : undefined;
    if (value === undefined && kind === 'flag?') continue;
    if (kind === 'flag?') {
      if (typeof value === 'boolean') body[field] = value;
      else faults.push({ field, code: 'auth.field_flag', found: typeof value });
    } else if (typeof value !== 'string') {
      faults.push({ field, code: 'auth.field_text', found: value === undefined ? '' : typeof value });
    } else if (value.includes('\u0000')) {
      // PostgreSQL stores every character but this one.
      faults.push({ field, code: 'auth.field_null_character' });
    } else body[field] = value;
  }
  if (faults.length > 0) throw invalid(faults);
  return body;
}

function parseObject({ body, headers }: FastifyRequest): Record<string, unknown> {
  if (body === undefined || body === null || (Buffer.isBuffer(body) && body.length === 0)) return {};
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new Problem(415, 'auth.not_json');
  try {
    const parsed: unknown = JSON.parse(body instanceof Buffer ? body.toString() : '');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Told below, with everything else that is no JSON object.
  }
  throw new Problem(400, 'auth.not_an_object');
}

/** Fastify's own refusals in our words; the rest is not ours to explain. */
function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new Problem(413, 'auth.body_too_large', { max: maxBodyBytes / 1024 });
  return status >= 400 && status < 500 ? new Problem(status, 'auth.not_an_object') : error;
}
