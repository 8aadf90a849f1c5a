import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A server with nothing in it, for one journey; it can be stopped and started again on a later day. */
type OwnServer = {
  readonly url: string;
  /** Ends it and begins again so many days later, with the same data. */
  readonly later: (days: number) => Promise<void>;
  readonly end: () => Promise<void>;
};

const startsWithinMs = 90_000;
const compiled = join(import.meta.dirname, '../node_modules/.cache/servanda-compiled');

export async function ownServer(): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'servanda-own-'));
  const port = Number(process.env['E2E_OWN_PORT'] ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  let running = await started(port, data, url, 0);
  const stop = async () => {
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  };
  return {
    url,
    later: async (days) => {
      await stop();
      running = await started(port, data, url, days);
    },
    end: async () => {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function started(port: number, data: string, url: string, days: number): Promise<ChildProcess> {
  const clock = days === 0 ? [] : ['--import', pathToFileURL(join(import.meta.dirname, 'later.mjs')).href];
  const server = spawn(process.execPath, [...clock, 'app/main.ts', '--port', String(port), '--host', '127.0.0.1', '--data', data], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, E2E_LATER_DAYS: String(days) },
  });
  const until = Date.now() + startsWithinMs;
  while (!(await isReady(url))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`the server of this journey did not start (${String(server.exitCode)})`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return server;
} // prettier-ignore

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
