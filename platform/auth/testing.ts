import { createHmac, randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/db.ts';
import { buildHttp } from '../http/http.ts';
import { translator } from '../i18n/translate.ts';
import { createAccount } from './accounts.ts';
import { createAuth, type AuthOptions } from './auth.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { authRoutes } from './routes.ts';

export const password = 'correct horse battery';

const resources = { en, 'zh-CN': zh };
const words = { en: translator('en', resources), 'zh-CN': translator('zh-CN', resources) };
const server = (db: Database): FastifyInstance =>
  buildHttp({
    log: db.log,
    words: (code, params, language) => words[language](code, params),
    mapError: () => undefined,
  });

/** Sign-in on a test's database, asked through HTTP. */
export function signInServer(db: Database, options: Partial<AuthOptions> = {}, app = server(db)) {
  const auth = createAuth({
    pool: db.pool,
    secret: 'a-secret-for-tests-0123456789-abcdefgh',
    baseUrl: 'http://localhost:3000',
    schema: db.schemaName,
    log: db.log,
    ...options,
  });
  void app.register(authRoutes, { auth });

  /** A person's record, and their account. */
  async function person(email: string): Promise<string> {
    const id = await bareRecord(db);
    await createAccount(auth, { personId: id, name: 'Ada', email, password });
    return id;
  }

  let address = 0;
  /** A browser of its own: own address, own cookies. */
  function browser(remoteAddress = `10.1.${(address += 1) >> 8}.${address & 255}`) {
    const jar = new Map<string, string>();
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    async function call(
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) {
      const response = await app.inject({
        method,
        url: `/api/auth/${path}`,
        remoteAddress,
        headers: {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      for (const { name, value, maxAge } of response.cookies) {
        if (maxAge === 0 || value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    }
    return {
      cookie,
      get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
      post: (path: string, body?: unknown, headers?: Record<string, string>) =>
        call('POST', path, body, headers),
      signIn: (email: string, word = password, headers?: Record<string, string>) =>
        call('POST', 'sign-in/email', { email, password: word }, headers),
    };
  }

  return { auth, app, person, browser };
}

/** Just enough of a record for a person to exist. */
export async function bareRecord(db: Database): Promise<string> {
  const id = randomUUIDv7();
  await db.pool.query(
    `insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
     values ($1, 'person', $2, 'Ada', 'active', true, now(), now(), now())`,
    [id, `PER-${id}`],
  );
  return id;
}

/** RFC 6238, as an authenticator app would: the code of a provisioning URI at a time. */
export function totp(uri: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', base32(new URL(uri).searchParams.get('secret') ?? ''))
    .update(counter)
    .digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const bits = Array.from(text.replaceAll('=', ''))
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
