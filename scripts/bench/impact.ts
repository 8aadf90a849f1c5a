import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { Stage } from './cases.ts';
import { bearer, call, get } from './furnish.ts';
import { latency } from './generator.ts';
import { root } from './plant.ts';
import { ms, times, type Figure } from './report.ts';

const data = join(root, '../shared/data/cmdb');
const asked = 200;

type Job = { id: string; state: string; created: number; rejected: number; suggestedMapping: object };
type Impact = { total: number };

/**
 * The packages of a distribution as items: how long their import takes through the API, and how fast is told what stops
 * with one of them, against the bare recursive query on the same rows.
 */
export async function impacting({ port, url, sql, house }: Stage): Promise<Figure[]> {
  const files = ['debian-packages.csv.gz', 'debian-depends.csv.gz'].map((name) => join(data, name));
  if (!files.every((file) => existsSync(file))) {
    console.log('16  ../shared/data/cmdb is not there; skipped');
    return [];
  }
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const began = performance.now();
  const done: Job[] = [];
  for (const [i, file] of files.entries())
    done.push(await imported(base, as, file, i === 0 ? { classId: 'software-package' } : {}));
  const seconds = (performance.now() - began) / 1000;
  const whole = done[0]?.created === 63_666 && done[1]?.created === 245_087;
  await sql.query('analyze');

  const { rows: items } = await sql.query<{ id: string; number: string }>(
    `select id, number from servanda.record where type = 'ci' order by md5(number) limit ${asked}`,
  );
  const { rows: most } = await sql.query<{ id: string; number: string }>(
    `select r.id, r.number from servanda.record r
     where r.id in (select to_id from servanda.ci_relation group by to_id order by count(*) desc limit 10)`,
  );
  const path = (number: string, limit: number) =>
    `/api/v1/configuration/impact?of=${number}&direction=up&limit=${limit}`;
  const found: { id: string; number: string; total: number }[] = [];
  for (const item of [...items, ...most])
    found.push({ ...item, total: (await call<Impact>(base, as, 'GET', path(item.number, 1))).total });
  const small = found.filter(({ total }) => total <= 1000);
  const largest = found.toSorted((a, b) => b.total - a.total)[0] ?? { id: '', number: '', total: 0 };
  const against = (some: readonly (typeof found)[number][], rounds: number) =>
    latency(
      { kind: 'http', port, token: house.token, status: 200, requests: some.map(({ number }) => get(path(number, 1000))) },
      { kind: 'sql', url, scenario: { statement: bareQuery }, values: some.map(({ id }) => [id]) },
      { rounds, count: some.length },
    ); // prettier-ignore
  const few = await against(small, 7);
  const all = await against([largest], 7);
  return [
    {
      number: 16,
      volume: '',
      what: 'import of 63,666 items and 245,087 relations through the API',
      figure: `${seconds.toFixed(0)} s${whole ? '' : ' (not whole)'}`,
      raw: '',
      ratio: '',
      need: '< 60 s',
      ok: whole && seconds < 60,
    },
    {
      number: 16,
      volume: '',
      what: `what stops with an item: ${small.length} with up to 1,000, p95`,
      figure: `${ms(few.p95)} (p50 ${ms(few.p50)})`,
      raw: `recursive query ${ms(few.rawP95)} (p50 ${ms(few.rawP50)})`,
      ratio: times(few.rawP95 / few.p95),
      need: '< 150 ms, ≥ 1/2 of raw',
      ok: few.p95 < 150 && few.rawP95 / few.p95 >= 0.5,
    },
    {
      number: 16,
      volume: '',
      what: `what stops with the one that most need: ${largest.total.toLocaleString('en')} items`,
      figure: ms(all.p50),
      raw: `recursive query ${ms(all.rawP50)}`,
      ratio: times(all.rawP50 / all.p50),
      need: '< 1 s, ≥ 1/2 of raw',
      ok: all.p50 < 1000 && all.rawP50 / all.p50 >= 0.5,
    },
  ];
}

const bareQuery = `with recursive up(id) as (
    select $1::uuid union
    select e.from_id from servanda.ci_relation e join up on e.to_id = up.id where e.until is null)
  select r.id, r.number, r.title from up join servanda.record r on r.id = up.id`;

async function imported(
  base: string,
  as: Readonly<Record<string, string>>,
  file: string,
  constants: Readonly<Record<string, string>>,
): Promise<Job> {
  const form = new FormData();
  form.set('type', 'ci');
  form.set('file', new Blob([readFileSync(file)]), file.split('/').at(-1));
  const answer = await fetch(`${base}/api/v1/imports`, { method: 'POST', headers: { ...as }, body: form });
  if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
  let job = (await answer.json()) as Job;
  await call(base, as, 'PUT', `/api/v1/imports/${job.id}/mapping`, { ...job.suggestedMapping, constants });
  await call(base, as, 'POST', `/api/v1/imports/${job.id}/start`);
  while (!['done', 'failed', 'stopped'].includes(job.state)) {
    await rest(250);
    job = await call<Job>(base, as, 'GET', `/api/v1/imports/${job.id}`);
  }
  return job;
}
