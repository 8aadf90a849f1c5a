import { connect, type AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { buildHttp } from '../platform/http/http.ts';
import { silent } from '../platform/testing/cluster.ts';
import { served } from './testing/served.ts';
import { words } from './words.ts';

const { app, someone } = await served();
const ada = await someone('Ada', ['administrator', 'service-desk-lead'], { email: 'ada@example.org' });
const reader = await someone('李娜', ['service-desk-lead'], { language: 'zh-CN' });
const password = 'correct horse battery';
const { number } = (await ada.get('/me').then((me) => me['person'])) as { number: string };
await ada.post(`/people/${number}/account`, { password });

afterAll(() => app.close());

const built = existsSync(join(import.meta.dirname, '../dist/web/index.html'));
const signIn = (given: object, language: string, remoteAddress = '10.1.1.1') =>
  app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: given,
    remoteAddress,
    headers: { 'accept-language': language, origin: 'http://localhost', host: 'localhost' },
  });

test('every answer tells the browser to load from us only, to guess no type, and to show us in no frame', async () => {
  for (const url of [
    '/api/v1/incidents',
    '/api/v1/nothing',
    '/api/v1/incidents/%ZZ',
    '/api/docs',
    '/api/docs/start.js',
    '/api/openapi.json',
    '/healthz',
    '/metrics',
    ...(built ? ['/', '/incidents', '/favicon.svg'] : []),
  ]) {
    const { headers } = await app.inject(url);
    expect(headers, url).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy, url).toContain("frame-ancestors 'none'");
    expect(policy, url).toContain("script-src 'self';");
    expect(policy, url).toContain("object-src 'none'");
  }
});

test('browsers are told to stay with https where that is the public address, and not elsewhere', async () => {
  const secure = buildHttp({ log: silent, words, mapError: () => undefined, https: true });
  expect((await secure.inject('/')).headers['strict-transport-security']).toBe('max-age=31536000');
  expect((await app.inject('/')).headers).not.toHaveProperty('strict-transport-security');
});

test('no script of the pages or of the API’s documentation is inline, so the policy lets them run', async () => {
  for (const url of ['/api/docs', ...(built ? ['/'] : [])]) {
    const { body } = await app.inject(url);
    expect(body, url).toMatch(/<script[^>]* src="\/[^"]+"/);
    expect(body, url).not.toMatch(/<script(?![^>]* src=)|\son\w+=|javascript:/i);
  }
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const response = await signIn({ email: 'ada@example.org', password }, 'en');
  expect(response.statusCode).toBe(200);
  for (const cookie of [response.headers['set-cookie']].flat())
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
});

test('guessing at a password is slowed down, and the guesser is told in their language how long to wait', async () => {
  const guess = (language: string) =>
    signIn({ email: 'ada@example.org', password: 'a wrong guess' }, language, '10.2.2.2');
  for (let i = 0; i < 5; i += 1) expect((await guess('en')).statusCode).toBe(401);
  for (const [language, sentence] of [
    ['en', /^Too many attempts\. Try again in \d+ seconds\.$/],
    ['zh-CN', /\p{Script=Han}/u],
  ] as const) {
    const refused = await guess(language);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({
      code: 'auth.rate_limited',
      title: expect.stringMatching(sentence) as string,
    });
  }
  // Somebody elsewhere with the right password is not locked out by it.
  expect((await signIn({ email: 'ada@example.org', password }, 'en', '10.3.3.3')).statusCode).toBe(200);
});

test('who calls is believed from a proxy only when it is one of ours', async () => {
  const address = async (trustProxy: boolean | string, remoteAddress: string) => {
    const http = buildHttp({ log: silent, words, mapError: () => undefined, trustProxy });
    http.get('/ip', (request, reply) => reply.send({ ip: request.ip }));
    return (
      await http.inject({ url: '/ip', remoteAddress, headers: { 'x-forwarded-for': '203.0.113.9' } })
    ).json<{ ip: string }>().ip;
  };
  expect(await address(false, '10.0.0.5')).toBe('10.0.0.5');
  expect(await address('10.0.0.0/8', '10.0.0.5')).toBe('203.0.113.9');
  expect(await address('10.0.0.0/8', '192.0.2.1')).toBe('192.0.2.1');
});

test('what is no HTTP, or has headers without end, is refused in words too', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const answerTo = (sent: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(sent);
    return text(socket);
  };
  expect(await answerTo(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*"title":"The address and headers are too large/,
  );
  expect(await answerTo('GARBAGE\r\naccept-language: zh\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 [^]*"code":"problem\.no_http"/,
  );
});

test('each fault of a field is told in the language of whoever is signed in, whatever their browser prefers', async () => {
  const wrong = {
    title: 1,
    channel: 'pigeon',
    symptom: '\u0000',
    requesterId: 'me',
    occurredAt: '0001-01-01T00:00:00Z',
    colour: 'red',
  };
  const told = async (who: typeof reader) => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/incidents',
      payload: wrong,
      headers: { authorization: `Bearer ${who.token}`, 'accept-language': 'fr' },
    });
    const problem = response.json<{ title: string; errors: { field: string; message: string }[] }>();
    expect(response.statusCode).toBe(422);
    return [problem.title, ...problem.errors.map((e) => e.message)];
  };
  const [chinese, english] = [await told(reader), await told(ada)];
  expect(chinese.length).toBeGreaterThanOrEqual(5);
  expect(chinese.filter((message) => !/\p{Script=Han}/u.test(message))).toEqual([]);
  expect(english.filter((message) => /\p{Script=Han}/u.test(message))).toEqual([]);
});
