// Completes package-lock.json: npm drops the entries of optional packages for other platforms when it cannot reach them,
// and "npm ci" then refuses the whole file. Run after "npm install": node scripts/lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';

const file = join(root, 'package-lock.json');
const names = {
  os: {
    darwin: 'darwin',
    linux: 'linux',
    win32: 'win32',
    windows: 'win32',
    freebsd: 'freebsd',
    android: 'android',
    openharmony: 'openharmony',
  },
  cpu: {
    arm64: 'arm64',
    x64: 'x64',
    ia32: 'ia32',
    arm: 'arm',
    ppc64: 'ppc64',
    riscv64: 'riscv64',
    s390x: 's390x',
  },
};

/** The entries that lack: optional dependencies of a locked package which are not locked themselves. */
export function lockGaps() {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`])
      .map(([name, version]) => ({ name, version: String(version), dev: Boolean(dev) })),
  );
}

/** `@swc/core-win32-x64-msvc` says itself which system and processor it is for. */
function platform(/** @type {string} */ name, /** @type {Record<string, string>} */ known) {
  const part = name.split(/[/-]/).find((word) => word in known);
  if (!part) throw new Error(`${name}: cannot tell its platform; add it to package-lock.json by hand`);
  return [known[part]];
}

function complete() {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, version, dev } of lockGaps()) {
    if (!/^\d/.test(version)) throw new Error(`${name}@${version}: not an exact version; lock it by hand`);
    const [os, cpu] = [platform(name, names.os), platform(name, names.cpu)];
    const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      ...(libc && os[0] === 'linux' ? { libc } : {}),
      optional: true,
      os,
    };
  }
  const byPath = (/** @type {[string, unknown]} */ [a], /** @type {[string, unknown]} */ [b]) =>
    a.localeCompare(b, 'en');
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) complete();
