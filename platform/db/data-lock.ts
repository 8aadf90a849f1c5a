import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, StartProblem } from '../config/problem.ts';

type Holder = { pid: number; host: string; started: string };

const beatMs = 2_000;
/** A server that was asked to stop a moment ago, as in a restart, gets this long to finish. */
const patienceMs = 2_500;

/**
 * Lets one server at a time use a data directory; throws a StartProblem that names the other one. A lock left
 * by a server that was killed is taken over.
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): void }> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'servanda.lock');
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' };
  const deadline = Date.now() + patienceMs;
  while (!claim(file, mine)) {
    const holder = read(file);
    if (!holder || !(await isHeld(file, holder))) takeAway(file, holder);
    else if (Date.now() > deadline) {
      const where =
        holder.host === mine.host ? `process ${holder.pid}` : `process ${holder.pid} on ${holder.host}`;
      throw new StartProblem(
        `--data: ${dataDir} is in use by another Servanda (${where}); stop it first or name another directory.`,
      );
    } else await sleep(100);
  }
  // A holder in another container cannot be looked up by its pid, but its lock keeps getting younger.
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs).unref();
  return {
    release() {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

/** Is a server using this data directory now? */
export async function isDataDirHeld(dataDir: string): Promise<boolean> {
  const file = join(dataDir, 'servanda.lock');
  const holder = read(file);
  return holder !== undefined && (await isHeld(file, holder));
}

/** Linking a complete file into place is atomic: nobody ever reads a lock half-written. */
function claim(file: string, mine: Holder): boolean {
  const draft = `${file}.${mine.host}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a stale lock; should another starter have replaced it in between, theirs is put back. */
function takeAway(file: string, stale: Holder | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const taken = read(aside);
    if (JSON.stringify(taken) !== JSON.stringify(stale)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
  rmSync(aside, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // gone in the meantime, or cut short by a full disk: either way nobody's
  }
}

async function isHeld(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) return startOf(holder.pid) === holder.started;
  const before = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  await sleep(beatMs * 2);
  return before !== statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** When a process started, which tells it from a later one of the same number; undefined when it is gone. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // Fields 3 and 22; the second, the command in brackets, may itself contain spaces.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const dead = fields[0] === 'Z' || fields[0] === 'X'; // killed, but its parent has not asked how it ended
      return dead ? undefined : fields[19];
    }
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'alive' : undefined;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
