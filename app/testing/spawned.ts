import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A real Servanda in a process of its own, as an administrator starts it. */
export type Spawned = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  /** Its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly ready: boolean;
};

/**
 * What a process of ours needs, and no setting of whoever runs the tests. As behind npm start it finds what Node made of
 * our TypeScript when one like it ran before, and need not compile it again.
 */
export const bareEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/servanda-compiled'),
};

/** Everything this file started, so that a failing test leaves nothing behind. */
const running = new Set<ChildProcess>();

export async function startServanda(
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const port = await freePort();
  const args = [
    join(import.meta.dirname, '../main.ts'),
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    ...flags,
  ];
  const child = spawn(process.execPath, args, {
    env: { ...bareEnvironment, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const exited = once(child, 'close').then(([code]) => (running.delete(child), code as number | null));
  const ready = await new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('is ready')) resolve(true);
      });
    }
    void exited.then(() => resolve(false));
  });
  return { child, url: `http://127.0.0.1:${port}`, output: () => output, exited, ready };
}

/** Stops in order what still runs. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((child) => (child.kill('SIGTERM'), once(child, 'close'))));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export const administrator = { email: 'ada@example.org', password: 'correct horse battery' };

/** The first visit, and a token of its administrator. */
export async function firstVisit(url: string): Promise<string> {
  const about = {
    language: 'en',
    name: 'Ada',
    organisation: 'Example',
    profile: 'M',
    zone: 'UTC',
    ...administrator,
  };
  await answered(
    fetch(`${url}/api/v1/setup`, { method: 'POST', headers: json, body: JSON.stringify(about) }),
  );
  const { email, password } = administrator;
  // fetch says like a browser that it is one (sec-fetch-mode), so it must say from where too.
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { ...json, origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!signedIn.ok) throw new Error(await signedIn.text());
  const cookie = signedIn.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const made = await answered(
    fetch(`${url}/api/v1/tokens`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ name: 'test', scopes: ['*:read', '*:write'] }),
    }),
  );
  return String(made['token']);
}

export type Reply = Record<string, unknown> & { number: string; id: string; version: number; title: string };

/** Calls the API with a token; throws when it is refused or the server is gone. */
export const caller =
  (url: string, token: string) =>
  (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, headers: Record<string, string> = {}) =>
    answered(
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : json), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

const json = { 'content-type': 'application/json' };

async function answered(call: Promise<Response>): Promise<Reply> {
  const response = await call;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text) as Reply;
}
