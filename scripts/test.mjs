// npm test: every check and every test; ends with "N passed, N failed, N skipped".
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, install, node, root, run } from './bootstrap.mjs';
import { check } from './check.mjs';

install({ development: true });
const scratch = mkdtempSync(join(tmpdir(), 'servanda-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };

// The pages for the browser tests are built beside the checks, most of which leave a processor idle.
count(await check(built));
count(unitTests());
if (readdirSync(join(root, 'e2e')).some((file) => file.endsWith('.spec.ts'))) count(browserTests());

rmSync(scratch, { recursive: true, force: true });
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

function count(/** @type {typeof total} */ { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function built() {
  const build = `import { buildWeb } from './scripts/bootstrap.mjs'; buildWeb();`;
  return new Promise((resolve) => {
    spawn(node, ['--input-type=module', '--eval', build], { cwd: root, stdio: 'inherit' }).on(
      'close',
      resolve,
    );
  });
}

function unitTests() {
  const file = join(scratch, 'vitest.json');
  const { status } = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const result = read(file);
  if (!result) return broken('vitest');
  return counted(
    status,
    result.numPassedTests,
    result.numFailedTests,
    result.numPendingTests + result.numTodoTests,
  );
}

function browserTests() {
  buildWeb();
  const file = join(scratch, 'playwright.json');
  const { status } = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const result = read(file);
  if (!result) return broken('playwright');
  const { expected, unexpected, flaky, skipped } = result.stats;
  return counted(status, expected, unexpected + flaky, skipped);
}

/** A run can fail without a failed test: a file that does not load, an error outside of any test. */
function counted(
  /** @type {number | null} */ status,
  /** @type {number} */ passed,
  /** @type {number} */ failed,
  /** @type {number} */ skipped,
) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}

function broken(/** @type {string} */ tool) {
  console.error(`${tool} left no result.`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function read(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
