#!/usr/bin/env node
// npx servanda, npm run servanda --: the command line tool on the Node that we bring, whatever Node the machine has.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { become, install, node, root } from './bootstrap.mjs';

install();
if (realpathSync(process.execPath) === realpathSync(node)) {
  await import(pathToFileURL(join(root, 'app', 'cli.ts')).href);
} else {
  become('app/cli.ts', process.argv.slice(2));
}
