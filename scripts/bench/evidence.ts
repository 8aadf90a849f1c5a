import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './cases.ts';
import { bearer, call } from './furnish.ts';
import { ms, named, times, type Figure } from './report.ts';
import { addVolume } from './volume.ts';

type Run = { id: number; startedAt: string | null; endedAt: string | null; failure: string | null };

/**
 * Every requirement answered from nothing, then after a day's work, and the page that shows them; against one count of
 * all incidents with their events, which is the least that an answer about all of them could take.
 */
export async function answering({ port, url, sql, house, volume, rest }: Stage): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const evaluated = async (whole: boolean): Promise<number> => {
    const asked = await call<Run>(base, as, 'POST', '/api/v1/evidence/runs', { whole });
    for (;;) {
      const { run } = await call<{ run: Run }>(base, as, 'GET', '/api/v1/evidence/runs/latest');
      if (run.failure !== null) throw new Error(`evidence: ${run.failure}`);
      if (run.id >= asked.id && run.startedAt !== null && run.endedAt !== null)
        return Date.parse(run.endedAt) - Date.parse(run.startedAt);
      await sleep(250);
    }
  };
  await sql.query('analyze');
  const whole = await evaluated(true);
  const began = performance.now();
  await sql.query(
    `select count(*), count(e.seq) from servanda.record r join servanda.incident t on t.id = r.id
     left join servanda.trail_event e on e.record_id = r.id and e.version = 2 where r.type = 'incident'`,
  );
  const raw = performance.now() - began;
  // A 365th of a year's million, made today. Writing them passes every reader over them: this one is put back.
  const [place] = (
    await sql.query<{ txid: string }>(
      `select txid::text from servanda.trail_cursor where subscriber = 'evidence'`,
    )
  ).rows;
  const before = volume >= 1_000_000 ? 1_002_740 : 1_000_000;
  await addVolume(url, sql, house, before, before + 2740);
  await sql.query(`update servanda.trail_cursor set txid = $1::xid8, seq = 0 where subscriber = 'evidence'`, [
    place?.txid,
  ]);
  // A day's incidents come in a day: what the worker does for each of them is not part of answering.
  await rest();
  const day = await evaluated(false);
  const shown: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const start = performance.now();
    await call(base, as, 'GET', '/api/v1/evidence');
    shown.push(performance.now() - start);
  }
  const slowest = shown.toSorted((a, b) => a - b)[18] ?? Number.NaN;
  const large = volume >= 1_000_000;
  const row = (what: string, took: number, most: number, more: Partial<Figure> = {}): Figure => ({
    number: 17,
    volume: named(volume),
    what,
    figure: ms(took),
    raw: '',
    ratio: '',
    need: large ? `< ${most >= 1000 ? `${most / 1000} s` : `${most} ms`}` : '',
    ok: large ? took < most : undefined,
    ...more,
  });
  return [
    row('all requirements answered, from nothing', whole, 60_000, {
      raw: `one count with events ${ms(raw)}`,
      ratio: times(whole / raw),
    }),
    row('all requirements answered after a day’s 2,740 incidents', day, 2000),
    row('the answers of all requirements, as the readiness page asks for them: p95', slowest, 300),
  ];
}
