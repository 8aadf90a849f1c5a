import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Stage } from './cases.ts';
import { named, rate, type Figure } from './report.ts';

/** How fast another system's log is replayed, in a process of its own like the worker. */
export async function replaying(stage: Stage): Promise<Figure[]> {
  const child = fork(join(import.meta.dirname, 'replay.ts'), [], {
    execArgv: process.env['BENCH_REPLAY_FLAGS']?.split(' ') ?? [],
    stdio: 'inherit',
  });
  const found = await new Promise<{ events: number; seconds: number; memory: number }>((resolve, reject) => {
    child.once('message', (message) =>
      resolve(message as { events: number; seconds: number; memory: number }),
    );
    child.once('exit', (code) => reject(new Error(`the replay ended (${code})`)));
    child.send({ url: stage.url, house: stage.house, source: `bench-${stage.volume}` });
  });
  const perSecond = found.events / found.seconds;
  return [
    {
      number: 5,
      what: `replay of a log: ${found.events.toLocaleString('en')} events, ${Math.round(found.memory)} MiB`,
      volume: named(stage.volume),
      figure: rate(perSecond),
      raw: '',
      ratio: '',
      need: '≥ 1,500/s',
      ok: perSecond >= 1500,
    },
  ];
}
