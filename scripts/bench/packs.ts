import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './cases.ts';
import { bearer, call } from './furnish.ts';
import { memoryOf, type Plant } from './plant.ts';
import { named, type Figure } from './report.ts';

type Pack = {
  number: string;
  state: string;
  records: number | null;
  bytes: number | null;
  tookMs: number | null;
  books: number | null;
  fault: string | null;
};
const wanted = 100_000;

/** The most memory of the process that sets the papers, as it is now (it ends when it has nothing to do). */
function pressOf({ pid }: ChildProcess): number {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A pack of a hundred thousand records with their trail and on paper, made by a worker that has done nothing else: how long, and how much memory. */
export async function packing(stage: Stage & Pick<Plant, 'startWorker' | 'stopWorker'>): Promise<Figure[]> {
  const { port, sql, house, volume } = stage;
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const count = Math.min(wanted, volume);
  const [span] = (
    await sql.query<{ from: string; to: string }>(
      `select min(created_at)::date::text as "from", max(created_at)::date::text as "to" from
         (select created_at from servanda.record where type = 'incident' order by created_at limit $1) x`,
      [count],
    )
  ).rows;
  await stage.stopWorker();
  const worker = await stage.startWorker();
  await sleep(3000);
  const before = memoryOf(worker)?.now ?? 0;
  const asked = await call<Pack>(base, as, 'POST', '/api/v1/evidence-packs', {
    title: 'Everything', scope: 'period', periodFrom: span?.from, periodTo: span?.to,
  }); // prettier-ignore
  let pack = asked;
  let press = 0;
  while (pack.state === 'queued' || pack.state === 'running') {
    await sleep(500);
    press = Math.max(press, pressOf(worker));
    pack = await call<Pack>(base, as, 'GET', `/api/v1/evidence-packs/${asked.number}`);
  }
  if (pack.state !== 'ready') throw new Error(`pack: ${pack.fault ?? pack.state}`);
  const most = Math.round(memoryOf(worker)?.most ?? Number.NaN);
  const large = (pack.records ?? 0) >= wanted;
  return [
    {
      number: 20,
      volume: named(volume),
      what: `an evidence pack of ${(pack.records ?? 0).toLocaleString('en')} records (${Math.round((pack.bytes ?? 0) / 2 ** 20)} MiB, ${pack.books ?? 0} books, ${Math.round((pack.tookMs ?? 0) / 1000)} s): memory of its worker (${Math.round(before)} MiB before; its press ${Math.round(press)})`,
      figure: `${most} MiB`,
      raw: '',
      ratio: '',
      need: large ? '< 300 MiB' : '',
      ok: large ? most < 300 : undefined,
    },
  ];
} // prettier-ignore
