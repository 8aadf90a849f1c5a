import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The server of a browser run, on a data directory that goes with it. */
const data = mkdtempSync(join(tmpdir(), 'servanda-e2e-'));
const server = spawn(process.execPath, ['app/main.ts', ...process.argv.slice(2), '--data', data], {
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exitCode = code ?? 0;
});
