import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../config/problem.ts';

/** The user PostgreSQL runs as; undefined when that is simply the user who started us. */
export type ServiceUser = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root hands it to the user behind sudo, or else to nobody. */
export function serviceUser(env: Readonly<Record<string, string | undefined>> = process.env): ServiceUser {
  if (process.getuid?.() !== 0) return undefined;
  const sudo = { uid: Number(env.SUDO_UID), gid: Number(env.SUDO_GID) };
  if (sudo.uid > 0 && sudo.gid > 0) return sudo;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/**
 * How the child reaches a directory of ours. As root on Linux it inherits the directory already open, as file
 * descriptor 3, and goes in through it: the user it runs as may not be allowed to enter the directories above
 * (/root, say). PostgreSQL changes into its directory once and uses relative paths from then on.
 */
export function reach(directory: string, user: ServiceUser): { path: string; fd: number | undefined } {
  if (!user || process.platform !== 'linux') return { path: directory, fd: undefined };
  return { path: '/proc/self/fd/3', fd: openSync(directory, 'r') };
}

/** Gives a file, or a directory and all in it, to the user where it is not theirs yet (a copy made by root, say). */
export function giveTo(user: ServiceUser, path: string): void {
  const found = lstatSync(path);
  if (!user || found.uid === user.uid) return;
  const inside = found.isDirectory() ? readdirSync(path, { recursive: true, withFileTypes: true }) : [];
  for (const entry of inside) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  // The directory itself comes last: should we be killed on the way, the next start begins again.
  chownSync(path, user.uid, user.gid);
}

/**
 * The directory of binaries that the user can run: the installed one, or a copy of it where the installed one
 * lies in a directory closed to them. `installed` is …/native, with bin, lib and share inside.
 */
export function runnable(installed: string, version: string, user: ServiceUser): string {
  if (canRun(installed, user)) return installed;
  const tried: string[] = [];
  for (const place of ['/var/lib/servanda', '/var/cache/servanda', join(tmpdir(), 'servanda')]) {
    const copy = join(place, `postgresql-${version}`);
    tried.push(copy);
    try {
      if (!existsSync(copy)) copyBinaries(installed, copy);
      // Root runs nothing in a directory that somebody else could have prepared in /tmp.
      if (lstatSync(place).uid === 0 && lstatSync(copy).uid === 0 && canRun(copy, user)) return copy;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  throw new StartProblem(
    `The embedded PostgreSQL cannot be run by user ${user?.uid ?? process.getuid?.()} from ${installed} nor from ${tried.join(', ')}; ` +
      'start Servanda as an ordinary user, or set DATABASE_URL.',
  );
}

function canRun(native: string, user: ServiceUser): boolean {
  const probe = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}

function copyBinaries(installed: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${copy}.`);
  try {
    // .a and .pc files only serve to build other programs.
    const filter = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(installed, part), join(draft, part), { recursive: true, filter, verbatimSymlinks: true });
    }
    spawnSync('chmod', ['-R', 'u=rwX,go=rX', draft]);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another process was faster
  }
}
