// npm start [-- --port 8080 --data DIR]: installs what is missing, builds the web pages if stale, and runs the server.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realpathSync } from 'node:fs';
import { become, buildWeb, install, node, onNpmGone, root } from './bootstrap.mjs';

install();
buildWeb();
// Behind npm, once installed, this already is the Node we bring: no second process is needed.
if (realpathSync(process.execPath) === realpathSync(node)) {
  onNpmGone(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(join(root, 'app', 'main.ts')).href);
} else {
  become('app/main.ts', process.argv.slice(2));
}
