import { setTimeout as sleep } from 'node:timers/promises';
import { bearer, call } from './furnish.ts';
import type { Stage } from './cases.ts';
import { ms, named, times, type Figure } from './report.ts';

type Analysis = {
  number: string;
  state: string;
  tookMs: number | null;
  candidates: number | null;
  fault: string | null;
};

/**
 * Trend candidates over everything there is, by the worker, as somebody asks for them; against the one walk over all
 * incidents that counting them takes at least.
 */
export async function trending({ port, sql, house, volume }: Stage): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const [span] = (
    await sql.query<{ from: Date; half: Date; to: Date }>(
      `select min(occurred_at) as "from", min(occurred_at) + (least(max(occurred_at), now()) - min(occurred_at)) / 2 as half,
         least(max(occurred_at), now()) as "to" from servanda.record where type = 'incident'`,
    )
  ).rows;
  if (!span) throw new Error('there are no incidents');
  await sql.query('analyze');
  const asked = await call<Analysis>(base, as, 'POST', '/api/v1/trend-analyses', {
    title: 'Trends over everything',
    periodFrom: new Date(span.half).toISOString(),
    periodTo: new Date(span.to).toISOString(),
  });
  let done = asked;
  while (done.state === 'queued' || done.state === 'running') {
    await sleep(250);
    done = await call<Analysis>(base, as, 'GET', `/api/v1/trend-analyses/${asked.number}`);
  }
  if (done.tookMs === null) throw new Error(`trends: ${done.fault ?? done.state}`);
  const began = performance.now();
  await sql.query(
    `select r.service_id, t.category_id, count(*) from servanda.record r join servanda.incident t on t.id = r.id
     where r.type = 'incident' group by 1, 2`,
  );
  const raw = performance.now() - began;
  return [
    {
      number: 12,
      volume: named(volume),
      what: `trend candidates, in the background (${done.candidates ?? 0} found)`,
      figure: ms(done.tookMs),
      raw: `one count of all ${ms(raw)}`,
      ratio: times(done.tookMs / raw),
      need: volume >= 1_000_000 ? '< 10 s' : '',
      ok: volume >= 1_000_000 ? done.tookMs < 10_000 : undefined,
    },
  ];
}
