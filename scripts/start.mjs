// npm start [-- --port 8080 --data DIR]: installs what is missing, builds the web pages if stale, and runs the server.
// Not by its name: Node 20, which may be the one that starts this, has no compile cache.
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realpathSync } from 'node:fs';
import { become, buildWeb, compiled, install, memoryFlags, node, onNpmGone, root } from './bootstrap.mjs';

install();
buildWeb();
// Behind npm, once installed, this already is the Node we bring, with the flags of package.json: no second process is needed.
if (realpathSync(process.execPath) === realpathSync(node)) {
  module.enableCompileCache(compiled);
  onNpmGone(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(join(root, 'app', 'main.ts')).href);
} else {
  process.env.NODE_COMPILE_CACHE ??= compiled;
  become('app/main.ts', process.argv.slice(2), memoryFlags());
}
