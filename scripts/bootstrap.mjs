// What start and test do before anything else. Runs on any Node from 20, with nothing installed yet, hence plain JS.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const bin = join(root, 'node_modules', '.bin');

/** Where Node keeps what it has made of our TypeScript: the next start then needs no compiler in its memory. */
export const compiled = join(root, 'node_modules', '.cache', 'servanda-compiled');

/** Ends the process with one line instead of a stack. @returns {never} */
export function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}

/** Installs what package-lock.json says, unless that is what node_modules already holds. */
export function install({ development = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Servanda needs Node 20 or newer to start; found ${process.version}.`);
  }
  if (isInstalled(development)) return;
  console.log('Installing dependencies (once, about a minute) …');
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(development ? ['--include=dev'] : []),
  ];
  // npm names itself in npm_execpath; without npm it is looked for on the PATH.
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const command = cli ? process.execPath : 'npm';
  const { status, error } = spawnSync(command, cli ? [cli, ...args] : args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows && !cli,
  });
  if (status !== 0)
    fail(`Dependencies could not be installed (${error?.message ?? `npm ended with ${status}`}); see above.`);
  if (!existsSync(node))
    fail(
      'The npm package "node" brought no Node; allow install scripts (npm config get ignore-scripts) and start again.',
    );
}

function isInstalled(/** @type {boolean} */ development) {
  const here = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!here || !existsSync(node)) return false;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json'))?.packages ?? {});
  return wanted.every(([path, { version, optional, dev, devOptional }]) => {
    const found = here.packages[path]?.version;
    const dispensable = optional || ((dev || devOptional) && !development);
    return path === '' || found === version || (found === undefined && dispensable);
  });
}

function readJson(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Builds the web files when a source is newer, larger or smaller, or gone since they were built. */
export function buildWeb() {
  if (!existsSync(join(root, 'vite.config.ts'))) return;
  const stamp = join(root, 'dist', 'web.stamp');
  const state = webState();
  if (existsSync(join(root, 'dist', 'web')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return;
  console.log('Building the web pages …');
  for (const config of ['vite.config.ts', 'vite.portal.config.ts']) {
    const { status } = run('vite', ['build', '--config', config, '--logLevel', 'warn'], {
      NODE_ENV: 'production',
    });
    if (status !== 0) fail('The web pages could not be built; see above.');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

function webState() {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  for (const file of [
    'vite.config.ts',
    'vite.portal.config.ts',
    'scripts/web-build.ts',
    'package-lock.json',
    'tsconfig.json',
  ])
    add(join(root, file));
  for (const folder of ['app', 'kernel', 'platform', 'practices', 'standard']) {
    if (!existsSync(join(root, folder))) continue;
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(tsx?|css|html|json|svg|png|woff2)$/.test(name)).sort()) {
      if (!/\.test\.tsx?$/.test(file)) add(join(root, folder, file));
    }
  }
  return hash.digest('hex');
}

/** Runs an installed tool, its output straight through. */
export function run(/** @type {string} */ tool, /** @type {string[]} */ args, env = {}) {
  return spawnSync(node, [toolFile(tool), ...args], { cwd: root, stdio: 'inherit', env: environment(env) });
}

/** The script behind an installed command, so that it runs on our Node whatever its first line says. */
function toolFile(/** @type {string} */ tool) {
  const packages = { vitest: 'vitest', vite: 'vite', playwright: '@playwright/test' };
  const name = packages[/** @type {keyof typeof packages} */ (tool)];
  const { bin: bins } = readJson(join(root, 'node_modules', name, 'package.json'));
  return join(root, 'node_modules', name, typeof bins === 'string' ? bins : bins[tool]);
}

export function environment(/** @type {Record<string, string>} */ env = {}) {
  const separator = windows ? ';' : ':';
  return { ...process.env, ...env, PATH: [dirname(node), bin, process.env.PATH].join(separator) };
}

/**
 * What `npm start` tells V8; package.json is the one place, for behind npm this very process runs the server. A request
 * leaves little behind, so young spaces of 8 MiB do what those of 32 did; with a limit V8 collects the old one sooner.
 * @returns {string[]}
 */
export const memoryFlags = () => readJson(join(root, 'package.json')).scripts.start.match(/--\S+/g) ?? [];

/** Runs one of our TypeScript files on our Node; signals are passed on, and its exit code is ours. */
export function become(
  /** @type {string} */ file,
  /** @type {string[]} */ args,
  /** @type {string[]} */ nodeFlags = [],
) {
  const child = spawn(node, [...nodeFlags, join(root, file), ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: environment({ SERVANDA_STARTER: String(process.pid) }),
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  onNpmGone(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  return child;
}

/** Calls back when npm was killed outright and so could pass on no signal. Between npm and us there is a shell. */
export function onNpmGone(/** @type {() => void} */ act) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

/** Known on Linux only; elsewhere the shell itself is watched and no more. */
function parentOf(/** @type {number} */ pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[1];
  } catch {
    return undefined;
  }
}
