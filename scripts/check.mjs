// npm run check: what can be told without running Servanda. Each step says how long it took.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, install, node, root } from './bootstrap.mjs';
import { lockGaps } from './lock.mjs';

const folders = ['app', 'platform', 'kernel', 'practices', 'db', 'standard'].filter((folder) =>
  existsSync(join(root, folder)),
);

/** Each step: its name and what to run; a third entry judges output that a tool itself is content with. */
const steps = /** @type {[string, string[], ((output: string) => string | undefined)?][]} */ ([
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  [
    'lint',
    [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ],
  ],
  ['format', ['node_modules/oxfmt/bin/oxfmt', '--check']],
  [
    'walls',
    [
      '--import',
      './scripts/swc-tsx.mjs',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      ...folders,
    ],
    sawModules,
  ],
  ['unused', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['row types', ['scripts/db-types.ts', '--check']],
  ['clauses', ['scripts/clauses.ts', '--check']],
]);

/** It reads nothing and reports success when its TypeScript parser is missing. */
function sawModules(/** @type {string} */ output) {
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  return modules > 0 ? undefined : 'dependency-cruiser saw no module; is @swc/core installed?';
}

export function check() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const gaps = lockGaps().map(({ name }) => name);
  if (gaps.length > 0) {
    console.log(`✗ lock\npackage-lock.json lacks ${gaps.join(', ')}; run: node scripts/lock.mjs`);
    total.failed += 1;
  }
  for (const [name, command, judge] of steps) {
    const began = Date.now();
    const { status, stdout, stderr } = spawnSync(node, command, {
      cwd: root,
      encoding: 'utf8',
      env: environment(),
      maxBuffer: 1e8,
    });
    const complaint = status === 0 ? judge?.(stdout) : `${stdout}${stderr}`.trim() || `ended with ${status}`;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${complaint ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.padStart(5)} s`);
    if (complaint) console.log(complaint);
    else if (name === 'clauses') console.log(`  ${stdout.trim()}`);
    total[complaint ? 'failed' : 'passed'] += 1;
  }
  return total;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  install({ development: true });
  process.exitCode = check().failed > 0 ? 1 : 0;
}
