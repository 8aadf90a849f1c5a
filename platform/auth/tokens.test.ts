import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { disableAccount } from './accounts.ts';
import { bareRecord, signInServer } from './testing.ts';
import { apiTokens, bearerToken, tokenAllows } from './tokens.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

/** Tokens whose clock the test turns, and a count of the queries they send. */
function tokens() {
  let [time, queries] = [Date.now(), 0];
  const pool = new Proxy(database.db.pool, {
    get(target, key, receiver) {
      if (key === 'query') queries += 1;
      const value: unknown = Reflect.get(target, key, receiver);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    api: apiTokens(pool, { now: () => time }),
    later: (seconds: number) => (time += seconds * 1000),
    at: (seconds: number) => new Date(time + seconds * 1000),
    queries: () => queries,
  };
}

describe('API tokens', () => {
  test('a token opens what its owner allowed, and its text is kept nowhere', async () => {
    const { api } = tokens();
    const personId = await bareRecord(database.db);
    const { token, info } = await api.create({
      personId,
      name: ' Monitoring ',
      scopes: ['incidents:write', 'incidents:write'],
    });
    expect(token).toMatch(/^svd_[A-Za-z0-9_-]{43}$/);
    expect(await api.verify(token)).toEqual({ personId, scopes: ['incidents:write'], tokenId: info.id });
    expect(await api.list(personId)).toMatchObject([{ id: info.id, name: 'Monitoring', expiresAt: null }]);
    const { rows } = await database.owner.query(
      'select api_token::text as text, length(hash) as length from api_token where id = $1',
      [info.id],
    );
    expect(rows[0].text).not.toContain(token.slice(4));
    expect(rows[0].length).toBe(32);
  });

  test('what is no token of ours is refused without asking the database', async () => {
    const { api, queries } = tokens();
    const before = queries();
    for (const text of [
      '',
      'svd_',
      'svd_short',
      `svd_${'a'.repeat(44)}`,
      `svd_${'\u0000'.repeat(43)}`,
      'a'.repeat(1_000_000),
    ]) {
      expect(await api.verify(text)).toBeNull();
    }
    expect(queries()).toBe(before);
    expect(await api.verify(`svd_${'a'.repeat(43)}`)).toBeNull();
  });

  test('it ends at its time, also when it is remembered', async () => {
    const { api, later, at } = tokens();
    const { token } = await api.create({
      personId: await bareRecord(database.db),
      name: 'x',
      scopes: ['*:read'],
      expiresAt: at(10),
    });
    expect(await api.verify(token)).not.toBeNull();
    later(10);
    expect(await api.verify(token)).toBeNull();
  });

  test('revoked by its owner it ends at once here, and within thirty seconds in other processes', async () => {
    const [here, there] = [tokens(), tokens()];
    const personId = await bareRecord(database.db);
    const { token, info } = await here.api.create({ personId, name: 'x', scopes: ['*:read'] });
    await Promise.all([here.api.verify(token), there.api.verify(token)]);
    expect(await here.api.revoke(await bareRecord(database.db), info.id), 'by somebody else').toBe(false);
    expect(await here.api.revoke(personId, 'no id')).toBe(false);
    expect(await here.api.revoke(personId, info.id)).toBe(true);
    expect(await here.api.revoke(personId, info.id), 'again').toBe(false);
    expect(await here.api.verify(token)).toBeNull();
    there.later(30);
    expect(await there.api.verify(token)).toBeNull();
    expect(await here.api.list(personId)).toEqual([]);
  });

  test('the tokens of a disabled account stop with it', async () => {
    const { auth, person } = signInServer(database.db);
    const { api } = tokens();
    const personId = await person('tokens@example.org');
    const { token } = await api.create({ personId, name: 'x', scopes: ['*:read'] });
    expect(await api.verify(token)).not.toBeNull();
    await disableAccount(auth, personId);
    api.forgetPerson(personId);
    expect(await api.verify(token)).toBeNull();
  });

  test('in use it asks the database twice a minute, and writes when it was used once a minute', async () => {
    const { api, later, queries } = tokens();
    const personId = await bareRecord(database.db);
    const { token } = await api.create({ personId, name: 'x', scopes: ['*:read'] });
    const lastUsed = async () => (await api.list(personId))[0]?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    const before = queries();
    for (let i = 0; i < 50; i += 1) await api.verify(token);
    await api.settle();
    expect(queries() - before).toBe(2);
    const first = await lastUsed();
    expect(first).toMatch(/Z$/);
    later(59);
    await api.verify(token);
    await api.settle();
    expect(await lastUsed()).toBe(first);
    later(1);
    await api.verify(token);
    await api.settle();
    expect(await lastUsed()).not.toBe(first);
  });

  test('a name, scopes and an end that make no sense are refused by field', async () => {
    const { api, at } = tokens();
    const personId = await bareRecord(database.db);
    const fieldOf = (wrong: object) =>
      api.create({ personId, name: 'x', scopes: ['*:read'], ...wrong }).then(
        () => undefined,
        (error: { fields: { field: string; code: string }[] }) => error.fields[0]?.code,
      );
    expect(await fieldOf({ name: '  ' })).toBe('auth.token_name');
    expect(await fieldOf({ name: 'a\u0000b' })).toBe('auth.token_name');
    expect(await fieldOf({ scopes: [] })).toBe('auth.token_scope_missing');
    for (const scope of [
      'incidents',
      'incidents:*',
      '*',
      'Incidents:read',
      'a:read,b:read',
      ':read',
      'x'.repeat(200),
    ]) {
      expect([scope, await fieldOf({ scopes: ['*:read', scope] })]).toEqual([scope, 'auth.token_scope']);
    }
    expect(await fieldOf({ expiresAt: at(0) })).toBe('auth.token_expiry');
    expect(await fieldOf({ expiresAt: new Date('never') })).toBe('auth.token_expiry');
    expect(await fieldOf({ expiresAt: at(1) })).toBeUndefined();
  });
});

test('a scope opens its own resource and its own way only', () => {
  expect(tokenAllows(['incidents:read'], 'incidents', 'read')).toBe(true);
  expect(tokenAllows(['incidents:read'], 'incidents', 'write')).toBe(false);
  expect(tokenAllows(['incidents:write'], 'incidents', 'read')).toBe(false);
  expect(tokenAllows(['incidents:read'], 'services', 'read')).toBe(false);
  expect(tokenAllows(['*:read'], 'services', 'read')).toBe(true);
  expect(tokenAllows(['*:read'], 'services', 'write')).toBe(false);
  expect(tokenAllows(['*:write'], 'services', 'write')).toBe(true);
  expect(tokenAllows([], 'services', 'read')).toBe(false);
});

test('the token is read from the Authorization header', () => {
  expect(bearerToken('Bearer svd_x')).toBe('svd_x');
  expect(bearerToken('bearer svd_x')).toBe('svd_x');
  expect(bearerToken('Basic abc')).toBeUndefined();
  expect(bearerToken(undefined)).toBeUndefined();
});
