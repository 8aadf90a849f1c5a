// npm run dev: the server starts again when a file changes; Vite serves the pages and passes the API on to it.
import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { become, environment, install, node, root } from './bootstrap.mjs';

install({ development: true });
const args = process.argv.slice(2);
const port = args[args.indexOf('--port') + 1 || args.length] ?? process.env.PORT ?? '3000';
const server = become('app/main.ts', args, [
  '--watch',
  '--watch-preserve-output',
  '--watch-kill-signal=SIGTERM',
]);
if (existsSync(join(root, 'vite.config.ts'))) {
  const vite = spawn(node, [join(root, 'node_modules/vite/bin/vite.js')], {
    cwd: root,
    stdio: 'inherit',
    env: environment({ SERVANDA_API: `http://127.0.0.1:${port}` }),
  });
  server.on('exit', () => vite.kill());
}
