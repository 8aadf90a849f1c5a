import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { Stage } from './cases.ts';
import { bearer, call } from './furnish.ts';
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
export async function impacting({ port, sql, house }: Stage): Promise<Figure[]> {
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
  const took: { total: number; ours: number; bare: number }[] = [];
  await call(base, as, 'GET', `/api/v1/configuration/impact?of=${most[0]?.number}&direction=up&limit=1`);
  for (const { id, number } of [...items, ...most]) {
    const from = performance.now();
    const { total } = await call<Impact>(
      base, as, 'GET', `/api/v1/configuration/impact?of=${number}&direction=up&limit=1000`,
    ); // prettier-ignore
    const ours = performance.now() - from;
    const bareFrom = performance.now();
    await sql.query(
      `with recursive up(id) as (
         select $1::uuid union
         select e.from_id from servanda.ci_relation e join up on e.to_id = up.id where e.until is null)
       select r.id, r.number, r.title from up join servanda.record r on r.id = up.id`,
      [id],
    );
    took.push({ total, ours, bare: performance.now() - bareFrom });
  }
  const small = took.filter(({ total }) => total <= 1000);
  const largest = took.toSorted((a, b) => b.total - a.total)[0];
  const p95 = at(small.map(({ ours }) => ours), 0.95); // prettier-ignore
  const bare = at(small.map(({ bare: one }) => one), 0.95); // prettier-ignore
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
      figure: ms(p95),
      raw: `recursive query ${ms(bare)}`,
      ratio: times(bare / p95),
      need: '< 150 ms, ≥ 1/2 of raw',
      ok: p95 < 150 && bare / p95 >= 0.5,
    },
    {
      number: 16,
      volume: '',
      what: `what stops with the one that most need: ${(largest?.total ?? 0).toLocaleString('en')} items`,
      figure: ms(largest?.ours ?? Number.NaN),
      raw: `recursive query ${ms(largest?.bare ?? Number.NaN)}`,
      ratio: times((largest?.bare ?? 0) / (largest?.ours ?? 1)),
      need: '< 1 s, ≥ 1/2 of raw',
      ok: largest !== undefined && largest.ours < 1000 && largest.bare / largest.ours >= 0.5,
    },
  ];
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

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
