import { fastify } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  hasTwoFactor,
  removeTwoFactor,
  setPassword,
  updateAccount,
} from './accounts.ts';
import { pruneAuth } from './rate-limit.ts';
import { sessionPerson } from './sessions.ts';
import { bareRecord, password, signInServer, totp } from './testing.ts';

let database: TestDatabase;
let server: ReturnType<typeof signInServer>;
beforeAll(async () => {
  database = await testDatabase();
  server = signInServer(database.db);
});

const personOf = (browser: { cookie(): string }) => sessionPerson(server.auth, { cookie: browser.cookie() });

describe('signing in', () => {
  test('the right password opens a session of the person, and signing out ends it', async () => {
    const id = await server.person('ada@example.org');
    const browser = server.browser();
    const response = await browser.signIn('Ada@Example.org');
    expect(response.statusCode).toBe(200);
    expect(String(response.headers['set-cookie'])).toMatch(
      /^servanda\.session_token=.*HttpOnly; SameSite=Lax$/,
    );
    expect(await personOf(browser)).toBe(id);
    expect((await browser.get('get-session')).json()).toMatchObject({
      user: { id, email: 'ada@example.org' },
    });
    const cookie = browser.cookie();
    expect((await browser.post('sign-out')).statusCode).toBe(200);
    expect(browser.cookie()).toBe('');
    expect(await sessionPerson(server.auth, { cookie })).toBeNull();
  });

  test('a wrong password is refused in the words of the caller, and so is an unknown address', async () => {
    await server.person('bob@example.org');
    const wrong = await server
      .browser()
      .signIn('bob@example.org', 'wrong password', { 'accept-language': 'en-GB,en' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(wrong.json()).toMatchObject({
      type: expect.stringMatching(/auth\.invalid_credentials$/),
      code: 'auth.invalid_credentials',
      status: 401,
      title: 'E-mail address or password is wrong.',
    });
    const unknown = await server
      .browser()
      .signIn('nobody@example.org', password, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    expect(unknown.json()).toMatchObject({ code: 'auth.invalid_credentials', title: '电子邮箱或密码错误。' });
  });

  test('a session whose time is over opens nothing', async () => {
    await server.person('late@example.org');
    const browser = server.browser();
    await browser.signIn('late@example.org');
    await database.db.pool.query(`update auth_session set expires_at = now() - interval '1 second'`);
    expect(await personOf(browser)).toBeNull();
    expect((await browser.get('get-session')).json()).toBeNull();
  });

  test('a session in use is prolonged once a day, when its cookie can be renewed', async () => {
    const id = await server.person('daily@example.org');
    const browser = server.browser();
    await browser.signIn('daily@example.org');
    await database.db.pool.query(
      `update auth_session set expires_at = now() + interval '2 days' where user_id = $1`,
      [id],
    );
    const cookies: string[] = [];
    expect(await personOf(browser)).toBe(id);
    expect(
      await sessionPerson(server.auth, { cookie: browser.cookie() }, (more) => cookies.push(...more)),
    ).toBe(id);
    expect(cookies.join()).toContain('servanda.session_token=');
    const { rows } = await database.db.pool.query(
      `select expires_at > now() + interval '6 days' as longer from auth_session where user_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ longer: true }]);
  });

  test('behind https the cookie is Secure', async () => {
    const id = await server.person('secure@example.org');
    const secure = signInServer(database.db, { baseUrl: 'https://desk.example.org' });
    const here = { host: 'desk.example.org', origin: 'https://desk.example.org' };
    const browser = secure.browser();
    const response = await browser.signIn('secure@example.org', password, here);
    expect(String(response.headers['set-cookie'])).toMatch(/^__Secure-servanda\.session_token=.*; Secure;/);
    expect(await sessionPerson(secure.auth, { cookie: browser.cookie() })).toBe(id);
    const plain = { host: 'desk.example.org', origin: 'http://desk.example.org' };
    expect((await browser.signIn('secure@example.org', password, plain)).statusCode).toBe(403);
  });

  test('a cookie that was tampered with opens nothing', async () => {
    await server.person('eve@example.org');
    const browser = server.browser();
    await browser.signIn('eve@example.org');
    expect(await sessionPerson(server.auth, { cookie: browser.cookie().replace(/=./, '=x') })).toBeNull();
    expect(await sessionPerson(server.auth, { cookie: 'servanda.session_token=\u00ff%00.%%%' })).toBeNull();
  });

  test('nobody can sign up, and what is not offered does not exist', async () => {
    const signUp = await server
      .browser()
      .post('sign-up/email', { email: 'x@example.org', name: 'X', password });
    expect([signUp.statusCode, signUp.json().code]).toEqual([403, 'auth.sign_up_closed']);
    await expect(
      server.auth.api.signUpEmail({ body: { email: 'x@example.org', name: 'X', password } }),
    ).rejects.toThrow();
    for (const path of [
      'update-user',
      'delete-user',
      'change-email',
      'request-password-reset',
      '__proto__',
      'constructor',
      'ok/',
    ]) {
      const { code } = (await server.browser().post(path, {})).json();
      expect([path, code]).toEqual([path, 'auth.not_offered']);
    }
    const wrongMethod = await server.browser().get('sign-in/email');
    expect([wrongMethod.statusCode, wrongMethod.headers.allow]).toEqual([405, 'POST']);
  });
});

describe('guessing', () => {
  test('after five failures in a minute an address must wait, and is told how long', async () => {
    await server.person('guessed@example.org');
    const browser = server.browser();
    for (let i = 0; i < 5; i += 1)
      expect((await browser.signIn('guessed@example.org', `guess number ${i}`)).statusCode).toBe(401);
    const refused = await browser.signIn('guessed@example.org', password, { 'accept-language': 'zh-CN' });
    expect(refused.statusCode).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.json()).toMatchObject({
      code: 'auth.rate_limited',
      title: `尝试次数过多，请在 ${seconds} 秒后重试。`,
    });
    expect((await server.browser().signIn('guessed@example.org')).statusCode, 'from another address').toBe(
      200,
    );
  });

  test('guesses from many addresses, even all at once, lock the account for fifteen minutes', async () => {
    await server.person('sprayed@example.org');
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        server.browser().signIn('sprayed@example.org', `guess number ${i}`),
      ),
    );
    expect(answers.filter((a) => a.statusCode === 401)).toHaveLength(10);
    expect(answers.filter((a) => a.statusCode === 429)).toHaveLength(6);
    const owner = await server.browser().signIn('SPRAYED@example.org');
    expect(owner.statusCode).toBe(429);
    expect(Number(owner.headers['retry-after'])).toBeGreaterThan(800);
    await database.db.pool.query(`update auth_rate_limit set resets_at = now() where key like 'email:%'`);
    expect((await server.browser().signIn('sprayed@example.org')).statusCode).toBe(200);
  });

  test('the right password forgets the failures before it', async () => {
    await server.person('clumsy@example.org');
    const browser = server.browser();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await browser.signIn('clumsy@example.org', 'wrong password');
      expect((await browser.signIn('clumsy@example.org')).statusCode).toBe(200);
    }
  });

  test('one address can make so many attempts a minute at whatever accounts', async () => {
    const strict = signInServer(database.db, { signInsPerMinute: 3 });
    const browser = strict.browser('10.9.9.9');
    const statuses = [];
    for (let i = 0; i < 5; i += 1)
      statuses.push((await browser.signIn(`someone${i}@example.org`)).statusCode);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });

  test('x-forwarded-for makes no other caller, unless a proxy is trusted', async () => {
    const asFrom = async (trustProxy: boolean) => {
      const some = signInServer(database.db, { signInsPerMinute: 3 }, fastify({ trustProxy }));
      const browser = some.browser(`10.9.8.${Number(trustProxy)}`);
      const statuses = [];
      for (let i = 0; i < 5; i += 1) {
        const headers = {
          'x-forwarded-for': `10.20.${Number(trustProxy)}.${i}`,
          'x-servanda-client-address': `10.30.0.${i}`,
        };
        statuses.push((await browser.signIn(`proxied${i}@example.org`, password, headers)).statusCode);
      }
      return statuses;
    };
    expect(await asFrom(false)).toEqual([401, 401, 401, 429, 429]);
    expect(await asFrom(true)).toEqual([401, 401, 401, 401, 401]);
  });

  test('pruning deletes what is over and keeps what runs', async () => {
    await server.person('pruned@example.org');
    const browser = server.browser();
    await browser.signIn('pruned@example.org');
    await database.db.pool.query(
      `insert into auth_rate_limit values ('old', 1, now() - interval '1 second')`,
    );
    await pruneAuth(database.db.pool);
    const { rows } = await database.db.pool.query(`select from auth_rate_limit where key = 'old'`);
    expect(rows).toHaveLength(0);
    expect(await personOf(browser)).not.toBeNull();
  });
});

describe('the second factor', () => {
  test('is enrolled with a code, asked for at the next sign-in, and can be replaced by a backup code once', async () => {
    const id = await server.person('two@example.org');
    const browser = server.browser();
    await browser.signIn('two@example.org');

    const refused = await browser.post('two-factor/enable', { password: 'wrong password' });
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ field: 'password', code: 'auth.invalid_password' }],
    });
    const enrolment = (await browser.post('two-factor/enable', { password })).json();
    expect(enrolment.totpURI).toMatch(
      /^otpauth:\/\/totp\/Servanda:two%40example\.org\?secret=[A-Z2-7]+&issuer=Servanda/,
    );
    expect(enrolment.backupCodes).toHaveLength(10);
    expect(await hasTwoFactor(server.auth, id), 'before the first code').toBe(false);

    const wrongCode = await browser.post('two-factor/verify-totp', { code: '000000x' });
    expect(wrongCode.json().errors).toMatchObject([{ field: 'code', code: 'auth.invalid_code' }]);
    expect((await browser.post('two-factor/verify-totp', { code: totp(enrolment.totpURI) })).statusCode).toBe(
      200,
    );
    expect(await hasTwoFactor(server.auth, id)).toBe(true);

    const next = server.browser();
    const half = await next.signIn('two@example.org');
    expect(half.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await personOf(next), 'half signed in').toBeNull();
    expect((await next.post('two-factor/verify-totp', { code: totp(enrolment.totpURI, 0) })).statusCode).toBe(
      422,
    );
    expect((await next.post('two-factor/verify-totp', { code: totp(enrolment.totpURI) })).statusCode).toBe(
      200,
    );
    expect(await personOf(next)).toBe(id);

    const [code] = enrolment.backupCodes;
    const withBackup = server.browser();
    await withBackup.signIn('two@example.org');
    expect((await withBackup.post('two-factor/verify-backup-code', { code })).statusCode).toBe(200);
    expect(await personOf(withBackup)).toBe(id);
    const again = server.browser();
    await again.signIn('two@example.org');
    expect((await again.post('two-factor/verify-backup-code', { code })).json().errors[0].code).toBe(
      'auth.invalid_backup_code',
    );

    await removeTwoFactor(server.auth, id);
    expect(await hasTwoFactor(server.auth, id)).toBe(false);
    expect(await personOf(next)).toBeNull();
    const plain = server.browser();
    await plain.signIn('two@example.org');
    expect(await personOf(plain)).toBe(id);
  });

  test('five wrong codes end the sign-in, ten lock the account', async () => {
    await server.person('codes@example.org');
    const browser = server.browser();
    await browser.signIn('codes@example.org');
    const { totpURI } = (await browser.post('two-factor/enable', { password })).json();
    await browser.post('two-factor/verify-totp', { code: totp(totpURI) });
    const codes: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const guesser = server.browser();
      await guesser.signIn('codes@example.org');
      for (let i = 0; i < 6; i += 1) {
        const { code, errors } = (await guesser.post('two-factor/verify-totp', { code: '12345x' })).json();
        codes.push(errors?.[0].code ?? code);
      }
    }
    expect(codes.slice(0, 6)).toEqual([...Array(5).fill('auth.invalid_code'), 'auth.sign_in_again']);
    expect(codes.slice(12)).toEqual(Array(6).fill('auth.rate_limited'));
  });
});

describe('accounts', () => {
  test('a disabled account loses its sessions and cannot sign in until it is enabled', async () => {
    const id = await server.person('gone@example.org');
    const browser = server.browser();
    await browser.signIn('gone@example.org');
    await disableAccount(server.auth, id);
    expect(await personOf(browser)).toBeNull();
    expect((await browser.get('list-sessions')).json()).toMatchObject({
      status: 401,
      code: 'auth.not_signed_in',
    });
    const refused = await server.browser().signIn('gone@example.org');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'auth.account_disabled']);
    expect((await server.browser().signIn('gone@example.org', 'wrong password')).json().code).toBe(
      'auth.invalid_credentials',
    );
    await enableAccount(server.auth, id);
    expect((await server.browser().signIn('gone@example.org')).statusCode).toBe(200);
  });

  test('a password set by an administrator ends the sessions of the old one', async () => {
    const id = await server.person('reset@example.org');
    const browser = server.browser();
    await browser.signIn('reset@example.org');
    await setPassword(server.auth, id, 'another long password');
    expect(await personOf(browser)).toBeNull();
    expect((await server.browser().signIn('reset@example.org')).statusCode).toBe(401);
    expect((await server.browser().signIn('reset@example.org', 'another long password')).statusCode).toBe(
      200,
    );
  });

  test('changing the own password puts everybody else out, and says which field is wrong', async () => {
    const id = await server.person('change@example.org');
    const [browser, other] = [server.browser(), server.browser()];
    await browser.signIn('change@example.org');
    await other.signIn('change@example.org');
    const short = await browser.post(
      'change-password',
      { currentPassword: password, newPassword: 'short' },
      { 'accept-language': 'zh' },
    );
    expect(short.json()).toMatchObject({
      code: 'problem.invalid',
      errors: [
        { field: 'newPassword', code: 'auth.password_too_short', message: '密码太短，至少需要 10 个字符。' },
      ],
    });
    const wrong = await browser.post('change-password', {
      currentPassword: 'wrong password',
      newPassword: 'quite long enough',
    });
    expect(wrong.json().errors[0]).toMatchObject({ field: 'currentPassword', code: 'auth.invalid_password' });
    expect(
      (await browser.post('change-password', { currentPassword: password, newPassword: 'quite long enough' }))
        .statusCode,
    ).toBe(200);
    expect(await personOf(browser)).toBe(id);
    expect(await personOf(other)).toBeNull();
  });

  test('an address signs in one person only, a password has ten characters, and nothing is half-written', async () => {
    await server.person('taken@example.org');
    const personId = await bareRecord(database.db);
    const codeOf = (account: { email?: string; password?: string }) =>
      createAccount(server.auth, { personId, name: 'B', email: 'b@example.org', password, ...account }).then(
        () => 'made',
        (error: unknown) => (error instanceof Problem ? (error.fields[0]?.code ?? error.code) : error),
      );
    expect(await codeOf({ email: 'TAKEN@example.org' })).toBe('auth.email_taken');
    expect(await codeOf({ email: 'no address' })).toBe('auth.invalid_email');
    expect(await codeOf({ email: 'b@exam\u0000ple.org' })).toBe('auth.invalid_email');
    expect(await codeOf({ password: '123456789' })).toBe('auth.password_too_short');
    expect(await codeOf({ password: 'a null \u0000 inside' })).toBe('auth.field_null_character');
    expect(await codeOf({})).toBe('made');
    expect(await codeOf({ email: 'other@example.org' })).toBe('auth.account_exists');
    await expect(updateAccount(server.auth, personId, { email: 'taken@example.org' })).rejects.toThrow();
    await updateAccount(server.auth, personId, { email: 'New@example.org' });
    expect((await server.browser().signIn('new@example.org')).statusCode).toBe(200);
    const noPassword = setPassword(server.auth, await bareRecord(database.db), password);
    await expect(noPassword).rejects.toMatchObject({ code: 'auth.no_account' });
  });
});

describe('other sites', () => {
  test('may not use the cookie, while any own host name may', async () => {
    await server.person('csrf@example.org');
    const browser = server.browser();
    await browser.signIn('csrf@example.org');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3000.evil.example' },
      { origin: '', referer: 'https://evil.example/page' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ]) {
      const response = await browser.post('revoke-other-sessions', undefined, headers);
      expect([headers, response.statusCode, response.json().code]).toEqual([
        headers,
        403,
        'auth.foreign_origin',
      ]);
    }
    const elsewhere = { host: '192.168.1.7:8080', origin: 'http://192.168.1.7:8080' };
    expect((await browser.post('revoke-other-sessions', undefined, elsewhere)).statusCode).toBe(200);
    const signIn = await server
      .browser()
      .signIn('csrf@example.org', password, { origin: 'https://evil.example' });
    expect(signIn.statusCode, 'signing a victim in as somebody else').toBe(403);
    const form = await browser.post('sign-out', 'a=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([form.statusCode, form.json().code]).toEqual([415, 'auth.not_json']);
  });

  test('a script with a cookie and without browser headers is served', async () => {
    await server.person('curl@example.org');
    const browser = server.browser();
    await browser.signIn('curl@example.org');
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { cookie: browser.cookie() },
    });
    expect(response.statusCode).toBe(200);
  });
});

describe('bodies that are not as they should be', () => {
  const bodies: [string, string][] = [
    ['not JSON', '{"email": '],
    ['nothing', ''],
    ['an array', '[1, 2]'],
    ['null', 'null'],
    ['a number', '42'],
    ['deep', '['.repeat(8000)],
    ['nested fields', '{"email": {"$ne": null}, "password": ["x"]}'],
    ['a null character', '{"email": "a\\u0000@example.org", "password": "x\\u0000"}'],
    ['a lone surrogate', '{"email": "a\\ud800@example.org", "password": "\\ud800"}'],
    ['a prototype', '{"__proto__": {"email": "a@example.org"}, "constructor": 1, "password": 1}'],
    ['a long address', JSON.stringify({ email: `${'a'.repeat(9000)}@example.org`, password })],
    ['a long password', JSON.stringify({ email: 'a@example.org', password: 'p'.repeat(9000) })],
    [
      'wrong types',
      '{"email": true, "password": null, "rememberMe": "yes", "code": {}, "newPassword": 1e999}',
    ],
  ];
  const paths = [
    'sign-in/email',
    'sign-out',
    'change-password',
    'two-factor/enable',
    'two-factor/verify-totp',
    'revoke-session',
  ];

  test.each(bodies)('%s: a problem document, never a failure of ours', async (_, body) => {
    await server.person(`fuzz${bodies.findIndex(([, b]) => b === body)}@example.org`);
    const signedIn = server.browser();
    await signedIn.signIn(`fuzz${bodies.findIndex(([, b]) => b === body)}@example.org`);
    for (const browser of [server.browser(), signedIn]) {
      for (const path of paths) {
        const response = await browser.post(path, body, { 'content-type': 'application/json' });
        expect(response.statusCode, `${path} ${response.body}`).toBeLessThan(500);
        if (path === 'sign-out') continue;
        expect(response.statusCode).toBeGreaterThanOrEqual(400);
        expect(response.json().code).toMatch(/^(auth|problem)\.[a-z_]+$/);
        expect(response.body).not.toMatch(/auth\.\w+"?,"(message|status)":"?auth/);
      }
    }
  });

  test('each wrong field is named, without repeating what it held', async () => {
    const response = await server
      .browser()
      .post('sign-in/email', { email: 7, password: 'secret\u0000secret', rememberMe: 'yes' });
    expect(response.statusCode).toBe(422);
    expect(response.json().errors).toEqual([
      { field: 'email', code: 'auth.field_text', found: 'number', message: 'Write text here.' },
      {
        field: 'password',
        code: 'auth.field_null_character',
        message: 'Leave out the null character (U+0000).',
      },
      { field: 'rememberMe', code: 'auth.field_flag', found: 'string', message: 'Write true or false here.' },
    ]);
    expect(response.body).not.toContain('secret');
  });

  test('a body of a megabyte is too large', async () => {
    const response = await server.browser().post('sign-in/email', { email: 'a'.repeat(1_000_000), password });
    expect([response.statusCode, response.json().code]).toEqual([413, 'auth.body_too_large']);
  });

  test('odd headers and paths on a real socket are answered', async () => {
    const { app } = signInServer(database.db);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const ask = (request: string) =>
      new Promise<number>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(request.replaceAll('\n', '\r\n'), 'latin1'),
        );
        let text = '';
        socket.on('data', (data) => (text += data.toString('latin1')));
        socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
        socket.on('error', reject);
      });
    const post = (headers: string, body = '{"email":"a@example.org","password":"0123456789"}') =>
      `POST /api/auth/sign-in/email HTTP/1.1\nContent-Type: application/json\nContent-Length: ${body.length}\nConnection: close\n${headers}\n\n${body}`;
    expect(await ask(post('Host: a'))).toBe(401);
    expect(await ask(post('Host: :://%%'))).toBe(401);
    expect(await ask(post('Host: '))).toBe(401);
    expect(await ask(post('Host: a\nUser-Agent: \u00ff\u0080\nCookie: \u00ff=\u0080; %00'))).toBe(401);
    expect(await ask(post('Host: a\nOrigin: \u00ff'))).toBe(403);
    expect(
      await ask(
        'GET /api/auth/get-session?disableRefresh=%00&x[]=1 HTTP/1.1\nHost: a\nConnection: close\n\n',
      ),
    ).toBe(200);
    expect(await ask('GET /api/auth/%00%ff HTTP/1.1\nHost: a\nConnection: close\n\n')).toBeLessThan(500);
    expect(await ask('GET /api/auth//sign-in/../get-session HTTP/1.1\nHost: a\nConnection: close\n\n')).toBe(
      404,
    );
    await app.close();
  });
});
