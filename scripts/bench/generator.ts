import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Ran, Run, Target } from './load.ts';

export type Generator = { run(given: Run['run']): Promise<Ran>; stop(): void };

/** A load generator with its connections open. */
export async function generator(target: Target, connections: number): Promise<Generator> {
  const child = fork(join(import.meta.dirname, 'load.ts'), { execArgv: [], stdio: 'inherit' });
  const ask = (message: object) =>
    new Promise<unknown>((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`the load generator ended (${code})`));
      child.once('exit', onExit);
      child.once('message', (answer: { result?: unknown; error?: string }) => {
        child.off('exit', onExit);
        if (answer.error === undefined) resolve(answer.result);
        else reject(new Error(answer.error));
      });
      child.send(message);
    });
  await ask({ open: target, connections });
  return { run: async (run) => (await ask({ run })) as Ran, stop: () => child.kill() };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export type Paired = { readonly rate: number; readonly rawRate: number; readonly ratio: number };

/** Ours and raw PostgreSQL in turns, after a warm-up of both; the median of the rounds, and of their ratios. */
export async function paired(
  ours: Target,
  raw: Target,
  given: { connections: number; rounds: number; seconds: number },
): Promise<Paired> {
  const [a, b] = [await generator(ours, given.connections), await generator(raw, given.connections)];
  try {
    const { seconds } = given;
    await a.run({ seconds: Math.max(seconds, 2) });
    await b.run({ seconds: 1 });
    const rounds: { rate: number; rawRate: number }[] = [];
    for (let i = 0; i < given.rounds; i += 1) {
      const first = await a.run({ seconds });
      const second = await b.run({ seconds });
      rounds.push({ rate: first.done / first.seconds, rawRate: second.done / second.seconds });
    }
    return {
      rate: median(rounds.map((r) => r.rate)),
      rawRate: median(rounds.map((r) => r.rawRate)),
      ratio: median(rounds.map((r) => r.rate / r.rawRate)),
    };
  } finally {
    a.stop();
    b.stop();
  }
}

export type Latency = {
  readonly p50: number;
  readonly p95: number;
  readonly rawP50: number;
  readonly rawP95: number;
};

/** One client at a time, ours and raw in turns; milliseconds. */
export async function latency(
  ours: Target,
  raw: Target,
  given: { rounds: number; count: number },
): Promise<Latency> {
  const [a, b] = [await generator(ours, 1), await generator(raw, 1)];
  try {
    await a.run({ count: 30 });
    await b.run({ count: 10 });
    const [mine, theirs]: [Ran[], Ran[]] = [[], []];
    for (let i = 0; i < given.rounds; i += 1) {
      mine.push(await a.run({ count: given.count, seconds: 5 }));
      theirs.push(await b.run({ count: given.count, seconds: 2 }));
    }
    const of = (runs: Ran[], q: number) => median(runs.map((r) => quantile(r.latenciesMs, q)));
    return { p50: of(mine, 0.5), p95: of(mine, 0.95), rawP50: of(theirs, 0.5), rawP95: of(theirs, 0.95) };
  } finally {
    a.stop();
    b.stop();
  }
}
