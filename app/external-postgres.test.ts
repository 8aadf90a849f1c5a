import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { serviceUser } from '../platform/db/unprivileged.ts';
import { caller, firstVisit, freePort, startServanda, stopAll, type Reply } from './testing/spawned.ts';

const bin = '/usr/lib/postgresql/15/bin';
const installed = existsSync(bin);
if (!installed) {
  // oxlint-disable-next-line no-console -- a skipped test must be loud, or nobody notices that it never ran
  console.warn(
    `SKIPPED: no PostgreSQL 15 in ${bin}; install Debian's postgresql-15 to test an external server`,
  );
}

const user = serviceUser();
const directories: string[] = [];
const clusters: ChildProcess[] = [];
const owner = { user: 'servanda_owner', password: 'owner-secret' };
const login = { user: 'servanda_web', password: 'web-secret' };
const secret = 's'.repeat(32);

afterAll(async () => {
  await stopAll();
  for (const cluster of clusters) {
    cluster.kill('SIGQUIT');
    await once(cluster, 'exit');
  }
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

describe.skipIf(!installed)('on the PostgreSQL 15 of Debian', { timeout: 240_000 }, () => {
  test.each([['C.UTF-8'], ['C']])(
    'with the locale %s, DATABASE_URL alone is enough to set up, work and search in Chinese',
    async (locale) => {
      const url = await cluster(locale);
      const server = await startServanda([], { DATABASE_URL: url, SERVANDA_SECRET: secret });
      expect(server.ready, server.output()).toBe(true);
      await expectItWorks(server.url);
      const asApp = new pg.Client({
        connectionString: url,
        options: '-c role=servanda_app -c search_path=servanda',
      });
      await expectAppendOnly(asApp);
    },
  );

  test('with DATABASE_OWNER_URL the application’s own login can neither change the trail nor the tables', async () => {
    const ownerUrl = await cluster('C.UTF-8', `create role ${login.user} login password '${login.password}'`);
    const url = Object.assign(new URL(ownerUrl), { username: login.user, password: login.password }).href;
    const server = await startServanda([], {
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      SERVANDA_SECRET: secret,
    });
    expect(server.ready, server.output()).toBe(true);
    await expectItWorks(server.url);
    await expectAppendOnly(new pg.Client({ connectionString: url, options: '-c search_path=servanda' }));
  });

  test('what an administrator has to put right is told in one line that names the setting', async () => {
    const url = await cluster('C.UTF-8');
    const wrong = Object.assign(new URL(url), { password: 'guessed' }).href;
    const server = await startServanda([], { DATABASE_URL: wrong, SERVANDA_SECRET: secret });
    expect(await server.exited).toBe(1);
    expect(server.output()).toMatch(
      /^Servanda did not start\. DATABASE_URL: the password of servanda_owner is not accepted; correct it\.$/m,
    );
    expect(server.output()).not.toContain('guessed');
  });
});

async function expectItWorks(url: string): Promise<void> {
  const call = caller(url, await firstVisit(url));
  const { person } = (await call('GET', '/me')) as unknown as { person: { id: string } };
  const made = await call('POST', '/incidents', {
    title: '打印机无法连接网络',
    channel: 'phone',
    symptom: '三楼的打印机离线',
    requesterId: person.id,
  });
  expect(made.number).toBe('INC-000001');
  for (const word of ['打印机', '网络', '三楼']) {
    const found = (await call('GET', `/search?type=incident&q=${encodeURIComponent(word)}`)) as unknown as {
      items: Reply[];
    };
    expect(
      found.items.map((item) => item.number),
      word,
    ).toEqual(['INC-000001']);
  }
}

async function expectAppendOnly(client: pg.Client): Promise<void> {
  await client.connect();
  try {
    for (const statement of [
      `update trail_event set action = 'x'`,
      'delete from trail_event',
      'truncate trail_event',
      'drop table trail_event',
      'delete from trail_seal',
    ]) {
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  } finally {
    await client.end();
  }
}

/** A throwaway cluster with an empty database that belongs to a role without special rights; answers that role's URL. */
async function cluster(locale: string, ...statements: string[]): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'servanda-pg15-'));
  directories.push(directory);
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '-E',
      'UTF8',
      `--locale=${locale}`,
      '--no-sync',
    ],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  expect(made.status, made.stderr).toBe(0);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    `unix_socket_directories=${directory}`,
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'max_connections=60',
  ];
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((s) => ['-c', s])], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  clusters.push(child);
  const admin = await connected({ host: directory, port, user: 'postgres', database: 'postgres' });
  const setUp = [
    `create role ${owner.user} login createrole password '${owner.password}'`,
    ...statements,
    `create database desk owner ${owner.user}`,
  ];
  for (const statement of setUp) await admin.query(statement);
  await admin.end();
  return `postgres://${owner.user}:${owner.password}@127.0.0.1:${port}/desk`;
}

async function connected(options: pg.ClientConfig): Promise<pg.Client> {
  for (const deadline = Date.now() + 20_000; ; await sleep(50)) {
    const client = new pg.Client(options);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
