import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { bareEnvironment } from './testing/spawned.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'servanda-main-'));
const running = new Set<ChildProcess>();

/** Starts the real server; its ports are free ones, its data directory is this file's own. */
async function serve(...flags: string[]) {
  const port = await freePort();
  const args = [
    join(import.meta.dirname, 'main.ts'),
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    '--data',
    dataDir,
    ...flags,
  ];
  const env = { ...bareEnvironment, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  const exited = once(child, 'close').then(([code]) => (running.delete(child), code as number | null));
  const ready = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('is ready')) resolve(true);
      });
    }
    void exited.then(() => resolve(false));
  });
  return { child, port, exited, ready: await ready, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const lines = (file: string) => readFileSync(join(dataDir, file), 'utf8').split('\n');

/** Signs in to the embedded database from outside, as a backup program would. */
async function query(statement: string) {
  const { owner } = JSON.parse(lines('postgres-passwords.json').join('')) as { owner: string };
  const port = lines('postgres/18/postmaster.pid')[3];
  const client = new pg.Client({
    connectionString: `postgres://servanda:${owner}@127.0.0.1:${port}/servanda`,
  });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await Promise.all([...running].map((child) => (child.kill('SIGTERM'), once(child, 'close'))));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

test(
  'a start on an empty data directory answers, and SIGTERM stops server and database',
  { timeout: 120_000 },
  async () => {
    const server = await serve();
    expect(server.output()).toContain(`Servanda is ready: http://localhost:${server.port}`);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    const { rows } = await query(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') order by 1`,
    );
    expect(rows.map((row: { setting: string }) => row.setting)).toEqual(['on', 'on']);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(() => lines('postgres/18/postmaster.pid')).toThrow('ENOENT');
    expect(() => lines('servanda.lock')).toThrow('ENOENT');
  },
);

test(
  'a second server on the same data directory is refused, naming the first',
  { timeout: 120_000 },
  async () => {
    const first = await serve();
    const second = await serve();
    expect(second.ready).toBe(false);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(
      /^Servanda did not start\. --data: .* is in use by another Servanda \(process \d+\); stop it first/,
    );
    expect(second.output()).toContain(`(process ${first.child.pid})`);
  },
);

test(
  'after kill -9 the next start takes over, and nothing committed is lost',
  { timeout: 240_000 },
  async () => {
    const killed = await serve();
    await query('create table witness (x int); insert into witness values (42)');
    const orphan = Number(lines('postgres/18/postmaster.pid')[0]);
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(process.kill(orphan, 0)).toBe(true);

    const next = await serve();
    expect(next.ready).toBe(true);
    expect(next.output()).toContain('stopping the database left behind');
    expect(lines('postgres/18/postmaster.pid')[0]).not.toBe(String(orphan));
    expect((await query('table witness')).rows).toEqual([{ x: 42 }]);

    // Now both at once, as in a power cut.
    const database = Number(lines('postgres/18/postmaster.pid')[0]);
    await query('insert into witness values (43)');
    next.child.kill('SIGKILL');
    process.kill(database, 'SIGKILL');
    await next.exited;
    expect((await serve()).ready).toBe(true);
    expect((await query('table witness')).rows).toEqual([{ x: 42 }, { x: 43 }]);
  },
);

test('a port that is taken is named, without a stack trace', { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const server = await serve('--port', String(port));
  other.close();
  expect(await server.exited).toBe(1);
  expect(server.output().trim()).toBe(
    `Servanda did not start. --port: ${port} is taken by another program; name another, for example --port ${port + 1}.`,
  );
});
