import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The servers of a browser run, one for each worker on ports that follow one another, each on a data directory that goes
 * with it: `--servers 2 --port 3990`, and whatever else main.ts takes.
 */
const [count, given] = taken('--servers', process.argv.slice(2), 1);
const [port, flags] = taken('--port', given, 3990);

const servers = Array.from({ length: count }, (_, i) => {
  const data = mkdtempSync(join(tmpdir(), 'servanda-e2e-'));
  const child = spawn(
    process.execPath,
    ['app/main.ts', ...flags, '--port', String(port + i), '--data', data],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      if (text.includes('is ready')) resolve();
    });
  });
  child.on('exit', (code) => {
    rmSync(data, { recursive: true, force: true });
    // One without the others is of no use.
    stop();
    process.exitCode ||= code ?? 1;
  });
  return { child, ready };
});

function stop(): void {
  for (const { child } of servers) if (child.exitCode === null) child.kill('SIGTERM');
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);

await Promise.all(servers.map(({ ready }) => ready));
console.log('All servers are ready.');

function taken(name: string, args: readonly string[], initial: number): [number, string[]] {
  const at = args.indexOf(name);
  return at < 0 ? [initial, [...args]] : [Number(args[at + 1]), args.toSpliced(at, 2)];
}
