// npm run check: what can be told without running Servanda. Each step says how long it took.
import { spawn } from 'node:child_process';
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

/**
 * Two at a time: what takes gigabytes (types, lint) one after the other, and beside it the rest, with `besides`, which are
 * no checks.
 */
export async function check(/** @type {(() => Promise<void>)[]} */ ...besides) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const gaps = lockGaps().map(({ name }) => name);
  if (gaps.length > 0) {
    console.log(`✗ lock\npackage-lock.json lacks ${gaps.join(', ')}; run: node scripts/lock.mjs`);
    total.failed += 1;
  }
  const large = steps.filter(([name]) => name === 'types' || name === 'lint');
  const small = steps.filter((step) => !large.includes(step));
  const one = async (/** @type {typeof steps[number]} */ [name, command, judge]) => {
    const began = Date.now();
    const { status, stdout, stderr } = await ran(command);
    const complaint = status === 0 ? judge?.(stdout) : `${stdout}${stderr}`.trim() || `ended with ${status}`;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${complaint ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.padStart(5)} s`);
    if (complaint) console.log(complaint);
    else if (name === 'clauses') console.log(`  ${stdout.trim()}`);
    total[complaint ? 'failed' : 'passed'] += 1;
  };
  const lane = async (/** @type {(() => Promise<void>)[]} */ works) => {
    for (const work of works) await work();
  };
  const of = (/** @type {typeof steps} */ some) => some.map((step) => () => one(step));
  await Promise.all([lane(of(large)), lane([...besides, ...of(small)])]);
  return total;
}

/** @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} */
function ran(/** @type {string[]} */ command) {
  return new Promise((resolve) => {
    const child = spawn(node, command, {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of /** @type {const} */ (['stdout', 'stderr']))
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
    child.on('error', (error) => (output.stderr += error.message));
    child.on('close', (status) => resolve({ status, ...output }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  install({ development: true });
  process.exitCode = (await check()).failed > 0 ? 1 : 0;
}
