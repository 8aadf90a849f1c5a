import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, StartProblem } from '../config/problem.ts';
import type { Log } from '../log/log.ts';
import { reach, type ServiceUser } from './unprivileged.ts';

/** Where a cluster lies, the programs that serve it, and who runs them. */
export type Home = { directory: string; native: string; user: ServiceUser; log: Log };

export const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** A fast shutdown, which ends sessions and writes a checkpoint; after a minute an immediate one. */
export async function stop(pid: number | undefined, running: () => boolean): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!pid || !running()) return;
    signalTo(pid, signal);
    for (const deadline = Date.now() + waitMs; running() && Date.now() < deadline;) await sleep(15);
  }
  if (running())
    throw new StartProblem(`PostgreSQL (process ${pid}) does not stop; end it by hand and start again.`);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** A PostgreSQL program as its unprivileged user, and the path by which it reaches the database directory. */
export function program({ directory, native, user }: Home, name: 'initdb' | 'postgres') {
  const { path, fd } = reach(directory, user);
  const options: SpawnOptions = {
    ...user,
    cwd: '/',
    // Its own session: Ctrl-C is meant for the server, which stops the database last.
    detached: true,
    windowsHide: true,
    // Nothing of our environment: it may hold secrets, and PG… variables would be obeyed.
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      ...(process.env.SYSTEMROOT ? { SYSTEMROOT: process.env.SYSTEMROOT } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(fd === undefined ? [] : [fd])],
  };
  return {
    path,
    run: (args: string[]): ChildProcess => {
      const child = spawn(join(native, 'bin', name), args, options);
      if (fd !== undefined) closeSync(fd);
      return child;
    },
  };
}

/**
 * How a program ended, once all that it wrote has been read; with `exit` as soon as it has ended. PostgreSQL's children
 * hold its output open and may outlive it when it is killed.
 */
export async function exitCode(
  child: ChildProcess,
  event: 'close' | 'exit' = 'close',
): Promise<number | string> {
  try {
    const [code, signal] = (await once(child, event)) as [number | null, string | null];
    return code ?? signal ?? 'unknown';
  } catch (error) {
    throw new StartProblem(
      `The embedded PostgreSQL cannot be run: ${String(error)}. Start Servanda as an ordinary user, or set DATABASE_URL.`,
    );
  }
}

/** Keeps the last lines a program wrote, and passes each on. */
export function collect(child: ChildProcess, each: (line: string) => void = () => undefined) {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (lines.length > 50) lines.shift();
        each(line);
      }
    });
  }
  return {
    text: () => lines.join('\n'),
    lastLine: () => lines.findLast((line) => /FATAL|error:/i.test(line)) ?? lines.at(-1) ?? 'no reason given',
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return address.port;
}
