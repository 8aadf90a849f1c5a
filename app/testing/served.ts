import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import type { House } from '../../kernel/practice/house.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { testHouse, type TestHouse } from '../../kernel/testing/house.ts';
import type { PracticeServer } from '../../kernel/practice/practice-server.ts';
import { createAuth } from '../../platform/auth/auth.ts';
import { apiTokens } from '../../platform/auth/tokens.ts';
import { createLog } from '../../platform/log/log.ts';
import { servers } from '../practices.ts';
import { buildApp } from '../server.ts';
import { dictionaries } from '../words.ts';

type Body = Record<string, unknown> & { number: string; id: string; state: string };

/** An answer that is awaited for its body, or asked what went wrong. */
export type Answer = Promise<Body> & {
  /** It was refused with this code, for the whole or for one field. */
  refused(code: string, field?: string): Promise<void>;
  status(expected: number): Promise<Body>;
};

export type Client = {
  readonly id: string;
  /** Its bearer token, for calls that are put together by hand. */
  readonly token: string;
  get(path: string): Answer;
  post(path: string, body?: unknown, headers?: Record<string, string>): Answer;
  patch(path: string, body: unknown, headers?: Record<string, string>): Answer;
  put(path: string, body: unknown): Answer;
  delete(path: string, body?: unknown): Answer;
  /** `await engineer.does(incident, 'start')` */
  does(record: { number: string }, action: string, input?: unknown): Answer;
};

export type Served = TestHouse & {
  readonly app: FastifyInstance;
  readonly house: House;
  /** A person with these roles and an API token of full scope. */
  readonly someone: (
    name: string,
    roles: readonly string[],
    fields?: Readonly<Record<string, unknown>>,
  ) => Promise<Client & { readonly actor: Actor }>;
  /** People of a team act by it from now on. */
  readonly join: (
    team: string,
    members: readonly { readonly id: string }[],
    fields?: Readonly<Record<string, unknown>>,
  ) => Promise<Body>;
};

/** The whole HTTP side over a fresh database, with every practice (and a test's own), and people who call it. */
export async function served(more: readonly PracticeServer[] = []): Promise<Served> {
  const base = await testHouse([...servers.slice(1), ...more], dictionaries);
  const { house } = base;
  const log = createLog({ level: 'silent', production: true });
  const auth = createAuth({
    pool: house.pool,
    secret: 'a secret of at least thirty-two characters',
    baseUrl: 'http://localhost',
    schema: 'servanda',
    log,
  });
  const tokens = apiTokens(house.pool);
  const app = await buildApp({ house, auth, tokens, log, publicUrl: 'http://localhost' });
  return {
    ...base,
    app,
    async someone(name, roles, fields = {}) {
      const actor = await base.person(name, roles, fields);
      const { token } = await tokens.create({
        personId: actor.id,
        name: 'test',
        scopes: ['*:read', '*:write'],
      });
      return { ...client(app, house, actor.id, token), actor };
    },
    async join(team, members, fields = {}) {
      const made = await base.create('team', system(), {
        title: team,
        memberIds: members.map((m) => m.id),
        ...fields,
      });
      forgetActors(house);
      return made;
    },
  };
}

function client(app: FastifyInstance, house: House, id: string, token: string): Client {
  const call = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Answer => {
    const sent = app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const status = async (expected: number): Promise<Body> => {
      const response = await sent;
      expect(response.statusCode, response.body).toBe(expected);
      return response.json<Body>();
    };
    const succeeded = async (): Promise<Body> => {
      const response = await sent;
      expect(response.statusCode, `${method} ${path}: ${response.body}`).toBeLessThan(300);
      return response.json<Body>();
    };
    const refused = async (code: string, field?: string): Promise<void> => {
      const response = await sent;
      const problem = response.json<{ code: string; errors?: { field: string; code: string }[] }>();
      expect(
        response.statusCode,
        `${method} ${path} was not refused: ${response.body}`,
      ).toBeGreaterThanOrEqual(400);
      const codes = [
        problem.code,
        ...(problem.errors ?? []).filter((e) => field === undefined || e.field === field).map((e) => e.code),
      ];
      expect(codes, response.body).toContain(code);
    };
    // Lazy: an answer that is asked `refused` must not fail for not having succeeded.
    return {
      then: (resolve, reject) => succeeded().then(resolve, reject),
      catch: (reject) => succeeded().catch(reject),
      finally: (done) => succeeded().finally(done),
      [Symbol.toStringTag]: 'Answer',
      refused,
      status,
    };
  };
  return {
    id,
    token,
    get: (path) => call('GET', path),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    put: (path, body) => call('PUT', path, body),
    delete: (path, body) => call('DELETE', path, body),
    does: (record, action, input = {}) =>
      call('POST', `${addressOf(house, record.number)}/transitions/${action}`, input),
  };
}

/** `/incidents/INC-000001`: a record's address by its number. */
const addressOf = (house: House, number: string): string => {
  const prefix = number.split('-')[0];
  const type = [...house.types.values()].find((one) => one.prefix === prefix);
  return `/${type?.plural ?? 'records'}/${number}`;
};
